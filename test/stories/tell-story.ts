import { expect } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";
import { textOf } from "../read-docx.js";

/** Sheets of `fixtures/stories/<name>` and the office that reports. */
export interface Story {
  name: string;
  /** Options of init. */
  issuer: readonly string[];
  sheets: readonly string[];
}

/** An office that has imported the sheets of a story; those named for 2021 as of that year. */
export async function openStory({ name, issuer, sheets }: Story): Promise<FakeOffice> {
  const office = makeOffice();
  office.bring(`stories/${name}`);
  await office.run("init", "--yes", "--year", "2020", "--position", "Chủ tịch", ...issuer);
  const imported = await office.run("import", ...sheets);
  expect([imported.code, imported.err]).toEqual([0, expect.not.stringContaining("Lưu ý")]);
  if (sheets.includes("don-vi-2020.csv")) {
    expect((await office.run("import", "don-vi-2021.csv", "--year", "2021")).code).toBe(0);
  }
  return office;
}

/** The text of its report, which `lint` finds nothing in but what nobody has yet. */
export async function reportOf(office: FakeOffice, ...options: string[]): Promise<string> {
  const ran = await office.run("report", "--date", "27/01/2021", "--number", "5", "-o", "bao-cao.docx", ...options);
  expect(ran.code).toBe(0);
  const lint = await office.run("lint", "bao-cao.docx", "--ignore", "con-thieu");
  expect([lint.code, lint.out]).toEqual([0, expect.stringContaining("không thấy chỗ nào trái thể thức")]);
  return textOf(office, "bao-cao.docx");
}

/** Each of these is in the text. */
export function expectFacts(text: string, facts: readonly string[]): void {
  expect(facts.filter((fact) => !text.includes(fact))).toEqual([]);
}
