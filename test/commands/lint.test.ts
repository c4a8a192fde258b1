import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LINT_RULES } from "../../src/documents/lint/index.js";
import { MODELS } from "../documents/lint/models.js";
import { officerFile } from "../documents/lint/officer.js";
import { FIXTURES, makeOffice } from "../fake-office.js";

interface Json {
  files: {
    file: string;
    kind: string | null;
    error?: { message: string };
    findings: {
      rule: string;
      severity: string;
      place: { part: string; paragraph: number | null; text: string };
      found: string;
      wanted: string;
      source: string;
    }[];
  }[];
}

const wrong = () =>
  officerFile(MODELS.REPORT, (_part, xml) =>
    xml.replace('w:left="1701"', 'w:left="1440"').replaceAll("tập thể", "tập  thể"),
  );

test("a correct document: one line, exit 0", async () => {
  const office = makeOffice();
  office.write("a.docx", officerFile(MODELS.DECISION));
  expect(await office.run("lint", "a.docx")).toMatchObject({
    code: 0,
    err: "",
    out: "a.docx: Quyết định, không thấy chỗ nào trái thể thức.\n",
  });
});

test("errors come first, each with place, found, wanted and article; exit 1", async () => {
  const office = makeOffice();
  office.write("a.docx", wrong());
  const { code, out } = await office.run("lint", "a.docx");
  expect(code).toBe(1);
  expect(out).toContain("a.docx: Báo cáo, 1 chỗ sai, 1 chỗ nên xem lại.");
  expect(out).toMatch(
    /Sai — Lề trang: .* \[le-trang\]\nNĐ 30\/2020, Phụ lục I, Phần I, Mục I\.3\n[^\n]*\n[^\n]*\nTrang giấy +lề trái 25,4 mm +lề trái 30–35 mm/,
  );
  expect(out.indexOf("le-trang")).toBeLessThan(out.indexOf("khoang-trang"));
  const { files } = (await office.run("lint", "a.docx", "--json")).json<Json>();
  expect(files[0]?.findings[0]).toEqual({
    rule: "le-trang",
    severity: "error",
    place: { part: "Trang giấy", paragraph: null, text: "" },
    found: "lề trái 25,4 mm",
    wanted: "lề trái 30–35 mm",
    source: "NĐ 30/2020, Phụ lục I, Phần I, Mục I.3",
  });
});

test("warnings alone end with exit 0", async () => {
  const office = makeOffice();
  office.write("a.docx", wrong());
  expect((await office.run("lint", "a.docx", "--ignore", "le-trang")).code).toBe(0);
});

test("--rule and --ignore choose, one by one or with commas; an unknown one is a mistake", async () => {
  const office = makeOffice();
  office.write("a.docx", wrong());
  const rulesOf = async (...argv: string[]) => {
    const { files } = (await office.run("lint", "a.docx", "--json", ...argv)).json<Json>();
    return files[0]?.findings.map(({ rule }) => rule);
  };
  expect(await rulesOf("--rule", "khoang-trang")).toEqual(["khoang-trang"]);
  expect(await rulesOf("--rule", "le-trang", "--rule", "khoang-trang")).toEqual(["le-trang", "khoang-trang"]);
  expect(await rulesOf("--ignore", "le-trang,khoang-trang")).toEqual([]);
  const ran = await office.run("lint", "a.docx", "--rule", "le-trnag");
  expect([ran.code, ran.err]).toEqual([
    2,
    "Lỗi: Không có quy định nào mã “le-trnag”. Các mã ở docs/lint.md. Có phải ý bạn là le-trang?\n",
  ]);
});

test("the same fault in many places is one line on the screen and all of them in JSON", async () => {
  const office = makeOffice();
  office.write(
    "a.docx",
    officerFile(MODELS.REPORT, (part, xml) =>
      part === "word/styles.xml" ? xml.replace(/<w:rFonts w:ascii="Times[^>]*>/, "") : xml,
    ),
  );
  const { out } = await office.run("lint", "a.docx");
  expect(out).toMatch(/Chữ, đoạn 1 “ỦY BAN NHÂN DÂN TỈNH AN BÌNH” và \d\d chỗ nữa +Calibri +Times New Roman/);
  const { files } = (await office.run("lint", "a.docx", "--json")).json<Json>();
  expect(files[0]?.findings.length).toBeGreaterThan(20);
});

test("fits a narrow window", async () => {
  const office = makeOffice({ columns: 60, env: { NO_COLOR: "1" } });
  office.write("a.docx", wrong());
  const { out } = await office.run("lint", "a.docx");
  for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
});

describe("what cannot be read", () => {
  test("alone: a sentence, exit 2", async () => {
    const office = makeOffice();
    office.write("a.docx", "xin chào");
    const ran = await office.run("lint", "a.docx");
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain("Lỗi: a.docx: không phải văn bản Word (.docx). Mở tệp bằng Word");
  });

  test("among others: told in its place, the others are judged, exit 2", async () => {
    const office = makeOffice();
    office.write("a.docx", Buffer.from("d0cf11e0a1b11ae1", "hex"));
    office.write("b.docx", officerFile(MODELS.LETTER));
    const ran = await office.run("lint", "a.docx", "b.docx");
    expect(ran.code).toBe(2);
    expect(ran.out).toContain("a.docx: là văn bản Word đời cũ (.doc) hoặc đang đặt mật khẩu.");
    expect(ran.out).toContain("b.docx: Công văn, không thấy chỗ nào trái thể thức.");
    const { files } = (await office.run("lint", "*.docx", "--json")).json<Json>();
    expect(files.map(({ file, kind, error }) => [file, kind, error === undefined])).toEqual([
      ["a.docx", null, false],
      ["b.docx", "Công văn", true],
    ]);
  });
});

test("our own documents have nothing wrong but what they say is missing", async () => {
  const office = makeOffice();
  await office.run("demo", "d");
  const found = (await office.run("lint", "d/*.docx", "d/quyet-dinh/*.docx", "--json")).json<Json>();
  expect(found.files.map(({ kind }) => kind)).toEqual(["Báo cáo", "Quyết định"]);
  expect(found.files.flatMap(({ findings }) => findings).filter(({ rule }) => rule !== "con-thieu")).toEqual([]);
});

test("docs/lint.md tells every rule with its severity, source and example, and no other", () => {
  const text = readFileSync(join(FIXTURES, "..", "docs", "lint.md"), "utf8");
  const clean = (words: string) => words.replace(/\|/g, "\\|").replace(/\n/g, "; ");
  const rows = LINT_RULES.map(
    ({ id, severity, what, source, example }) =>
      `| \`${id}\` | ${severity === "error" ? "sai" : "nên xem lại"} | ${[what, source, example.wrong, example.right].map(clean).join(" | ")} |`,
  );
  expect(rows.filter((row) => !text.includes(row))).toEqual([]);
  expect(
    [...text.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map((match) => match[1]).filter((id) => !id?.startsWith("--")).length,
  ).toBe(rows.length);
});
