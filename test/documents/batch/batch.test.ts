import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderBatch } from "../../../src/documents/batch/batch.js";
import { DOCUMENT_KINDS } from "../../../src/documents/index.js";
import type { DocumentKind, Placeholder } from "../../../src/documents/template/kind.js";
import { renderTemplate } from "../../../src/documents/template/template.js";
import type { TemplateItem, TemplateValue, TemplateValues } from "../../../src/documents/template/value.js";
import { readPackage, writePackage } from "../../../src/documents/word/package.js";
import { documentXml, makeDocx, p, paragraphs, partText, table } from "../make-docx.js";

function readTemplate(kind: DocumentKind): Uint8Array {
  return readFileSync(new URL(`../../../templates/${kind.id}.docx`, import.meta.url));
}

function editDocument(template: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const parts = readPackage(template);
  const edited = edit(partText(parts));
  expect(edited).not.toBe(partText(parts));
  return writePackage(new Map([...parts, ["word/document.xml", Buffer.from(edited)]]));
}

/** Texts people type, and those somebody types once in a thousand. */
const TEXT = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("Trần Thị Bưởi", "Tổ 5", "Trường Tiểu học Hoa Sen", "7", "2020-01-05", "2980000"),
  },
  {
    weight: 3,
    arbitrary: fc.string({ minLength: 1, maxLength: 90, unit: fc.constantFrom(..."aĐệ ơƯW.,;'\"<>&{}|1…“”\u0301🏅") }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      " ",
      "Một dòng\nhai dòng",
      "Căn cứ [Chưa có: quyết định]",
      "{{ho_ten}}",
      "=1+1",
      "a\tb",
      "$&$1",
    ),
  },
);
const VALUE: fc.Arbitrary<TemplateValue> = fc.oneof(
  { weight: 9, arbitrary: TEXT },
  { weight: 1, arbitrary: fc.constant(null) },
);

/** Values for all placeholders of a kind but the blocks. */
function valuesOf(placeholders: readonly Placeholder[]): fc.Arbitrary<TemplateValues> {
  const fields: Record<string, fc.Arbitrary<TemplateValues[string]>> = {};
  const lists = new Map<string, Record<string, fc.Arbitrary<TemplateValue>>>();
  for (const { name, form } of placeholders) {
    const [list = "", column] = name.split(".");
    if (column !== undefined) lists.set(list, { ...lists.get(list), [column]: VALUE });
    else if (form === "condition") fields[name] = fc.boolean();
    else if (form === "text") fields[name] = VALUE;
  }
  for (const [list, columns] of lists) {
    fields[list] = fc.array(fc.record(columns) as fc.Arbitrary<TemplateItem>, { maxLength: 3 });
  }
  return fc.record(fields) as fc.Arbitrary<TemplateValues>;
}

/** Several documents, most of one shape: some fields of the first, filled anew. */
function batchesOf(placeholders: readonly Placeholder[]): fc.Arbitrary<TemplateValues[]> {
  return fc
    .tuple(
      valuesOf(placeholders),
      fc.array(valuesOf(placeholders), { minLength: 2, maxLength: 4 }),
      fc.infiniteStream(fc.nat(3)),
    )
    .map(([first, others, dice]) => {
      const differ = (one: TemplateValues[string], other: TemplateValues[string]): TemplateValues[string] => {
        if (Array.isArray(one) && Array.isArray(other)) {
          return one.map((item, index) => ({ ...item, ...pickTexts(item, (other[index] ?? item) as TemplateItem) }));
        }
        return typeof one === "string" && one !== "" && dice.next().value === 0 ? other : one;
      };
      const pickTexts = (item: TemplateItem, other: TemplateItem) =>
        Object.fromEntries(
          Object.entries(item).map(([name, value]) => [name, differ(value, other[name]) as TemplateValue]),
        );
      const copies = others.map((other) =>
        Object.fromEntries(Object.entries(first).map(([name, value]) => [name, differ(value, other[name])])),
      );
      return [first, ...copies, first, first];
    });
}

async function expectSame(
  template: Uint8Array,
  batch: readonly TemplateValues[],
  placeholders: readonly Placeholder[],
) {
  const options = { placeholders, date: "2021-01-05" };
  const ways: string[] = [];
  const documents = renderBatch(template, batch, options);
  for (const values of batch) {
    const { value: made } = documents.next();
    if (made === undefined) throw new Error("a document is missing");
    const alone = await renderTemplate(template, values, options);
    const [joined, filled] = [readPackage(made.bytes), readPackage(alone.bytes)];
    expect([...joined.keys()]).toEqual([...filled.keys()]);
    for (const name of filled.keys()) expect([name, partText(joined, name)]).toEqual([name, partText(filled, name)]);
    expect(made.missing).toEqual(alone.missing);
    ways.push(made.way);
  }
  expect(documents.next().done).toBe(true);
  return ways;
}

describe.each(DOCUMENT_KINDS.map((kind) => [kind.id, kind] as const))("%s", (_id, kind) => {
  // Of the others a batch is a few documents at most.
  const numRuns = kind.id.startsWith("quyet-dinh-") || "perRecipient" in kind ? 8 : 2;
  const withoutBlocks = (xml: string) => xml.replace(/\{\{@\w+\}\}/g, "Khối");
  const template = readTemplate(kind);
  const plain = partText(readPackage(template)).includes("{{@") ? editDocument(template, withoutBlocks) : template;
  const edited = editDocument(plain, (xml) =>
    xml
      .replace(/\{\{(so|dia_danh|tieu_de_bao_cao|nguoi_nhan|trich_yeu)\}\}/g, "{{$1 | in_hoa}}")
      .replace("{{ngay_ban_hanh}}", "{{ngay_ban_hanh | ngay_ngan | in_hoa}}")
      .replace(
        /<w:sectPr/,
        `${p("Số {{so | hai_so}}: {{#co_so}}{{so | so}}{{/co_so}}", " và {{nguoi_", "ky}}.")}<w:sectPr`,
      ),
  );

  test.each([
    ["as shipped", plain],
    ["edited by an officer", edited],
  ])("a batch makes of each document what filling it alone makes, part by part: %s", async (_title, each) => {
    await fc.assert(
      fc.asyncProperty(batchesOf(kind.placeholders), async (batch) => {
        // The first comes three times: were its shape not joined right, it would be filled.
        expect((await expectSame(each, batch, kind.placeholders)).at(-1)).toBe("joined");
      }),
      { numRuns, seed: 2021 },
    );
  });
});

test("documents of one shape are joined from the third on, one of another shape is filled by itself", async () => {
  const people = ["Trần Thị Bưởi", "Lê Văn Cam", "O'Hara & Con <A>", "Hai\ndòng", "Vũ Văn Mận"];
  const template = makeDocx(p("Tặng {{ho_ten}} ở {{noi | in_hoa}}.") + p("{{ghi_chu}}"));
  const batch = people.map((ho_ten) => ({ ho_ten, noi: `nơi của ${ho_ten.slice(0, 2)}`, ghi_chu: "" }));
  expect(await expectSame(template, batch, [])).toEqual(["filled", "filled", "joined", "filled", "joined"]);
});

test("a rule is as long as each document's own text asks for", async () => {
  const [kind] = DOCUMENT_KINDS.filter(({ id }) => id === "quyet-dinh-khen-thuong");
  if (kind === undefined) throw new Error("no such kind");
  const batch = ["ngắn", "một trích yếu dài hơn nhiều, phải xuống dòng ".repeat(3), "vừa", "dài dài dài"].map(
    (trich_yeu) => ({
      trich_yeu,
      co_danh_sach: false,
    }),
  );
  const template = readTemplate(kind);
  expect(await expectSame(template, batch, kind.placeholders)).toContain("joined");
  const indents = [...renderBatch(template, batch)].map(
    ({ bytes }) => [...documentXml(bytes).matchAll(/"GachNgan"[\s\S]*?w:left="(\d+)"/g)].at(-1)?.[1],
  );
  expect(new Set(indents).size).toBe(4);
});

test("a column that nobody of one document fills is dropped there only", async () => {
  const template = makeDocx(
    table(["Họ tên", "Chức vụ"], ["{{ds.ho_ten}}", "{{ds.chuc_vu}}"]).replace(
      "<w:tbl>",
      '<w:tbl><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>',
    ),
  );
  const batch = ["Y tá", "", "Kế toán", "", "Văn thư", ""].map((chuc_vu, index) => ({
    ds: [{ ho_ten: `Người ${index}`, chuc_vu }],
  }));
  expect(await expectSame(template, batch, [])).toEqual(["filled", "filled", "filled", "filled", "joined", "joined"]);
  expect([...renderBatch(template, batch)].map(({ bytes }) => paragraphs(bytes).includes("Chức vụ"))).toEqual([
    true,
    false,
    true,
    false,
    true,
    false,
  ]);
});

test("all values no document can hold are named before the first is made", () => {
  const batch = [{ ho_ten: "An" }, { ho_ten: "B\uFFFEi" }, { ho_ten: "Cam\uD800" }, { ho_ten: "Đào\u0001" }];
  const documents = renderBatch(makeDocx(p("{{ho_ten}}")), batch);
  expect(() => documents.next()).toThrow(/“Bi” \(U\+FFFE\); ho_ten “Cam” \(U\+D800\); ho_ten “Đào” \(U\+0001\)/);
});
