import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { PROGRAM_LAW } from "../src/domain/law/law.js";

const { findAward } = PROGRAM_LAW;

const SAMPLE = new URL("../fixtures/demo/khen-thuong.csv", import.meta.url);
const SCRIPT = new URL("../fixtures/demo/build-sample.mjs", import.meta.url);

const [header = [], ...rows] = readFileSync(SAMPLE, "utf8")
  .replace(/^\uFEFF/, "")
  .trimEnd()
  .split("\r\n")
  .map((line) => line.split(";"));

function cell(row: readonly string[], column: string): string {
  return row[header.indexOf(column)] ?? "";
}

describe("the sample list of recipients", () => {
  it("holds 298 collectives and 1.454 individuals, each given a Giấy khen", () => {
    const count = (subject: string) => rows.filter((row) => cell(row, "Đối tượng") === subject).length;
    expect([count("Tập thể"), count("Cá nhân"), rows.length]).toEqual([298, 1454, 1752]);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
    expect(new Set(rows.map((row) => findAward(cell(row, "Danh hiệu/Hình thức")).kind?.id))).toEqual(
      new Set(["giay-khen"]),
    );
  });

  it("names nobody twice at the same place and position", () => {
    const keys = rows.map((row) =>
      ["Họ và tên/Tên tập thể", "Đơn vị", "Chức vụ"].map((one) => cell(row, one)).join("|"),
    );
    expect(new Set(keys).size).toBe(rows.length);
  });

  it("says of each individual who they are, and of no leader that they work directly", () => {
    const people = rows.filter((row) => cell(row, "Đối tượng") === "Cá nhân");
    for (const row of people) {
      expect(cell(row, "Danh xưng")).toBe(cell(row, "Giới tính") === "Nữ" ? "Bà" : "Ông");
      expect(cell(row, "Chức vụ")).not.toBe("");
      expect(cell(row, "Đơn vị")).not.toBe("");
      expect(cell(row, "Lao động trực tiếp") + cell(row, "Lãnh đạo")).not.toBe("xx");
    }
  });

  it("is what its script writes, byte for byte", () => {
    const folder = mkdtempSync(join(tmpdir(), "thidua-sample-"));
    try {
      const file = join(folder, "khen-thuong.csv");
      execFileSync(process.execPath, [fileURLToPath(SCRIPT), file]);
      expect(readFileSync(file).equals(readFileSync(SAMPLE))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
