import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROGRAM_LAW } from "../../src/domain/law/law.js";
import { RULES } from "../../src/domain/rules/index.js";
import { makeOffice } from "../fake-office.js";

const README = readFileSync(join(import.meta.dirname, "..", "..", "README.md"), "utf8");

/** ```console blocks: "$ command" and the output below it. */
const BLOCKS = [...README.matchAll(/```console\n\$ thidua (.+)\n([\s\S]*?)```/g)].map(
  (match) => [match[1] ?? "", match[2] ?? ""] as const,
);

test("the README shows at least one command with its output", () => {
  expect(BLOCKS.length).toBeGreaterThan(0);
});

test.each(BLOCKS)("`thidua %s` prints on the sample data what the README shows", async (command, shown) => {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  await office.run(
    "import",
    "don-vi.csv",
    "chi-tieu.csv",
    "thang-diem-P.csv",
    "thang-diem-B.csv",
    "ket-qua.csv",
    "--year",
    "2020",
  );
  expect((await office.run(...command.split(" "))).out).toBe(shown);
});

test("the README names every scoring rule, and its example of parameters is one the rule takes", async () => {
  const { exact } = await import("../../src/domain/number.js");
  for (const { id, read } of RULES) {
    const row = new RegExp(`^\\| \`${id}\` \\|[^|]*\\|([^|]*)\\|$`, "m").exec(README);
    expect(row, id).not.toBeNull();
    const example = /`([^`]+)`/.exec(row?.[1] ?? "")?.[1] ?? null;
    expect(() => read(example, exact(10), PROGRAM_LAW.findAward), id).not.toThrow();
  }
});

test("the two commands a fresh clone needs are there", () => {
  expect(README).toContain("npm ci && npm run demo");
  expect(README).toContain("npm ci && npm test");
});
