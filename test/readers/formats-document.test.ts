import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FORMATS, type FormatSpec } from "../../src/readers/index.js";
import type { CellKind } from "../../src/readers/table/format.js";

const ROOT = join(import.meta.dirname, "../..");
const DOCUMENT = readFileSync(join(ROOT, "docs/formats.md"), "utf8");

const KINDS: Record<CellKind, string> = {
  text: "chữ",
  prose: "câu chữ (giữ xuống dòng)",
  measurement: "số hoặc Đạt/Không đạt",
  number: "số",
  "stated-number": "số (để đối chiếu)",
  whole: "số đếm",
  year: "năm",
  date: "ngày",
  "yes-no": "có/không",
  choice: "từ cho sẵn",
  votes: "số phiếu",
};

test.each(FORMATS)("docs/formats.md lists the columns of $id as they are declared", (format) => {
  expect(DOCUMENT).toContain(printColumns(format));
});

test("each format has its file, its fixtures and its entry in the list", () => {
  const ids = FORMATS.map((format) => format.id);
  for (const id of ids) {
    expect(existsSync(join(ROOT, `src/readers/formats/${id}.ts`)), id).toBe(true);
    expect(readdirSync(join(ROOT, `fixtures/${id}`)).length, id).toBeGreaterThan(0);
  }
  const folder = join(ROOT, "src/readers/formats");
  const specs = readdirSync(folder).filter((name) => / FormatSpec = \{/.test(readFileSync(join(folder, name), "utf8")));
  // The office's file of law and its tables of positions are read where they lie and never imported.
  expect(specs.sort()).toEqual([...ids, "phap-ly", "phoi"].map((id) => `${id}.ts`).sort());
});

test("each code of a problem is in docs/formats.md", () => {
  const codes = new Set<string>();
  for (const name of readdirSync(join(ROOT, "src/readers"), { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts")) continue;
    const source = readFileSync(join(ROOT, "src/readers", name), "utf8");
    for (const match of source.matchAll(/(?:code: |refuse\()"([a-z0-9-]+)"/g)) codes.add(match[1] ?? "");
  }
  expect(codes.size).toBeGreaterThan(30);
  for (const code of codes) expect(DOCUMENT).toContain(`\`${code}\``);
});

function printColumns(format: FormatSpec): string {
  const rows = format.columns.map((column) => {
    const required = column.required ? "có" : column.ignored === true ? "không đọc" : "";
    const aliases = column.aliases.length === 0 ? "" : column.aliases.join(" · ");
    return `| ${column.header} | ${required} | ${KINDS[column.kind]} | ${aliases} |`;
  });
  return ["| Cột | Bắt buộc | Ô ghi | Tên khác được nhận |", "| --- | --- | --- | --- |", ...rows].join("\n");
}
