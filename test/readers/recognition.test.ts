import { describe, expect, test } from "vitest";
import { findHeader } from "../../src/readers/header/find-header.js";
import { withHeaders } from "../../src/readers/header/header-map.js";
import { FORMATS, type FormatSpec, readSheets } from "../../src/readers/index.js";
import { claimColumns, knowsHeader, recognisesHeader } from "../../src/readers/table/columns.js";

const PAIRS = FORMATS.flatMap((one) => FORMATS.filter((other) => other !== one).map((other) => [one, other] as const));

/** The headers of our own forms of a format. */
function headersOf(format: FormatSpec): string[] {
  return format.columns.filter(({ ignored }) => ignored !== true).map(({ header }) => header);
}

function recognise(cells: readonly string[], formats: readonly FormatSpec[] = FORMATS): string | string[] | null {
  const search = findHeader([[...cells]], formats, null);
  if ("found" in search) return search.found.format.id;
  return "ambiguous" in search ? search.ambiguous.formats.map(({ id }) => id) : null;
}

test.each(PAIRS)("a form of $0.id is no $1.id", (one, other) => {
  expect(recognise(headersOf(one), [one, other])).toBe(one.id);
  expect(recognise(headersOf(one), [other, one])).toBe(one.id);
});

test.each(FORMATS)("$id is recognised by each header it knows, in the place of our own", (format) => {
  for (const column of format.columns.filter(({ ignored, standsFor }) => ignored !== true && standsFor === undefined)) {
    for (const alias of column.aliases) {
      const cells = format.columns
        .filter(({ ignored, standsFor }) => ignored !== true && standsFor === undefined)
        .map(({ field, header }) => (field === column.field ? alias : header));
      expect([alias, recognise(cells)]).toEqual([alias, format.id]);
    }
  }
});

test.each(PAIRS)(
  "a header of both $0.id and $1.id is refused, or is the one that has all columns of the other",
  (one, other) => {
    const cells = [...new Set([...headersOf(one), ...headersOf(other)])];
    const fits = (format: FormatSpec) => recognisesHeader(format, claimColumns(cells, format), cells);
    const found = recognise(cells, [one, other]);
    if (fits(one) && fits(other) && Array.isArray(found)) expect(found.sort()).toEqual([one.id, other.id].sort());
    else {
      const winner = [one, other].find(({ id }) => id === found);
      const loser = winner === one ? other : one;
      const known = new Set(claimColumns(cells, winner ?? one).map(({ index }) => index));
      const signature = loser.recognisedBy.flat();
      const telling = claimColumns(cells, loser).filter(({ fields }) =>
        fields.some((field) => signature.includes(field)),
      );
      expect(telling.filter(({ index }) => !known.has(index)).map(({ header }) => header)).toEqual([]);
    }
  },
);

test("two formats that claim one sheet are an error that names both", async () => {
  const bytes = Buffer.from("Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện;Tiêu chí;Tự chấm\nXã A;Trồng rừng;1;1;I.1;2\n");
  const [reading] = await readSheets({ file: "a.csv", bytes });
  expect(reading?.content).toBeNull();
  expect(reading?.problems).toMatchObject([
    { code: "ambiguous-format", message: expect.stringMatching(/ket-qua .* và cham-diem/) },
  ]);
});

describe("a sheet of sentences is not taken for a rubric, and a table with Mục and Nội dung is the table it is", () => {
  test.each([
    ["Đơn vị;Mục;Nội dung", "noi-dung"],
    ["Mục;Nội dung", "noi-dung"],
    ["STT;Phần;Nội dung báo cáo", "noi-dung"],
    ["Mục;Nội dung;Ghi chú", "noi-dung"],
    ["Mục;Nội dung;Điểm tối đa", "thang-diem"],
    ["Mục;Nội dung;Cách chấm;Tham số", "thang-diem"],
    ["Đơn vị;Mục;Nội dung;Tự chấm", "cham-diem"],
    ["Mục;Nội dung;ĐVT;Kế hoạch;Thực hiện", "ket-qua"],
    ["Đơn vị;Mục;Nội dung;Thực hiện", "ket-qua"],
    ["STT;Phong trào thi đua;Kết quả", "phong-trao"],
    ["Tên;Cơ quan phát động", "phong-trao"],
    ["Tên phong trào;Số đơn vị tham gia", "phong-trao"],
    ["Tên đơn vị;Loại;Cấp", "don-vi"],
    ["Tên tập thể;Loại;Thành tích", "khen-thuong"],
    ["Chỉ tiêu thi đua;Đơn vị;Nhóm", "chi-tieu"],
  ])("%s is %s", (header, id) => {
    expect(recognise(header.split(";"))).toBe(id);
  });
});

test("a header a person has named is known as one, and one that is to be left out is not", () => {
  const formats = withHeaders(
    FORMATS,
    new Map([
      ["cột lạ", "actual"],
      ["thực hiện", null],
    ]),
  );
  expect(["Cột lạ", "Thực hiện", "Kế hoạch"].map((text) => knowsHeader(text, formats))).toEqual([true, false, true]);
  expect(knowsHeader("Cột lạ", FORMATS)).toBe(false);
});
