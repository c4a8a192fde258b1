import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RULES } from "../../src/domain/rules/index.js";
import { FIXTURES, makeOffice } from "../fake-office.js";
import { readSheet } from "../readers/read-sheet.js";

const FOLDER = join(FIXTURES, "thang-diem-mau");
const RUBRICS = readdirSync(FOLDER).filter((name) => name.startsWith("thang-diem-"));
const ROOT = join(FIXTURES, "..");

interface Row {
  code: string;
  max: number;
  rule: string | null;
}

async function readRows(file: string): Promise<Row[]> {
  const { content } = await readSheet({ file, bytes: readFileSync(join(FOLDER, file)) });
  if (content?.format !== "thang-diem") throw new Error(file);
  return content.records
    .filter(({ code }) => code !== "")
    .map(({ code, max, rule }) => ({ code, max: Number(max ?? 0), rule }));
}

/** "C3.1" of "C3.1.2", "a" of "a1"; null for a part. */
function parentOf(code: string): string | null {
  if (code.includes(".")) return code.replace(/\.[^.]+$/, "");
  return /^([a-z])\d/i.exec(code)?.[1] ?? null;
}

test.each(RUBRICS)("%s is imported without an error, with its indicators and without", async (file) => {
  const office = makeOffice();
  office.bring("thang-diem-mau");
  office.write("don-vi.csv", "Tên đơn vị\nXã Đông Mẫu\n");
  for (const files of [[file], [file.replace("thang-diem-", "chi-tieu-"), file]]) {
    const ran = await office.run("import", "don-vi.csv", ...files, "--year", "2020", "--json", "--dry-run");
    expect(ran.code, ran.out).toBe(0);
  }
  expect((await office.run("import", "don-vi.csv", file, "--year", "2020")).code).toBe(0);
  expect((await office.run("rank")).out).toContain("Thang điểm mẫu");
});

test.each(RUBRICS)("the parts of %s add up at every level", async (file) => {
  const rows = await readRows(file);
  for (const { code, max, rule } of rows) {
    const children = rows.filter((row) => parentOf(row.code) === code).map((row) => row.max);
    if (children.length === 0) continue;
    const wanted =
      rule === "chon-mot" ? Math.max(...children) : children.reduce((sum, one) => sum + one * 100, 0) / 100;
    expect([code, wanted]).toEqual([code, max]);
  }
});

// practice §1.2, §1.3 and §1.6: the points of each part as their sources state them.
test.each<[string, string]>([
  ["thang-diem-100.csv", "a 30, b 15, C 25, d 10, 2 2, 3 10, 4 3, 5 5"],
  ["thang-diem-1000-so-voi-tot-nhat.csv", "I 700, II 200, III 100"],
  ["thang-diem-1000-cap-tinh.csv", "I 600, II 200, III 200, IV 0, V 0, VI 0"],
])("%s has the parts %s", async (file, parts) => {
  const rows = await readRows(file);
  const roots = rows.filter(({ code }) => parentOf(code) === null).map(({ code, max }) => `${code} ${max}`);
  expect(roots.join(", ")).toBe(parts);
});

test("the inner groups are those of the sources", async () => {
  const points = async (file: string, codes: string) => {
    const rows = await readRows(file);
    return codes.split(" ").map((code) => rows.find((row) => row.code === code)?.max);
  };
  const relative = "thang-diem-1000-so-voi-tot-nhat.csv";
  expect(await points(relative, "I.1 I.2 I.3 I.4 I.5 I.6")).toEqual([200, 200, 120, 100, 40, 40]);
  expect(await points(relative, "II.1 II.2 II.3 II.4 II.5")).toEqual([50, 50, 30, 40, 30]);
  expect(await points(relative, "III.1 III.2 III.3 III.4")).toEqual([40, 20, 15, 25]);
  const items = "a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3 b4 C1 C2 C3 C4 C5 C6 d1 d2";
  expect(await points("thang-diem-100.csv", items)).toEqual([
    ...[3, 3, 3, 3.5, 3, 3, 3, 3.5, 5],
    ...[2, 5, 3, 5, 5, 5, 5, 4, 5, 1, 3, 7],
  ]);
  expect(
    await points("thang-diem-1000-cap-tinh.csv", "II.1 II.2 II.3 II.4 III.1 III.2 III.3 III.4 III.5 III.6"),
  ).toEqual([80, 60, 40, 20, 40, 40, 30, 40, 20, 30]);
});

test("the samples show every rule at work", async () => {
  const used = new Set((await Promise.all(RUBRICS.map(readRows))).flat().map(({ rule }) => rule));
  expect(RULES.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
});

test("the samples are shipped and told of", () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { files: string[] };
  expect(manifest.files).toContain("fixtures/thang-diem-mau");
  const manual = readFileSync(join(ROOT, "docs/scoring.md"), "utf8");
  for (const file of readdirSync(FOLDER)) expect(manual).toContain(`\`${file}\``);
  expect(readFileSync(join(ROOT, "README.md"), "utf8")).toContain("fixtures/thang-diem-mau/");
});
