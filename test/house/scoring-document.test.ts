import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildRubric } from "../../src/domain/build-rubric.js";
import { PROGRAM_LAW } from "../../src/domain/law/law.js";
import { RULES } from "../../src/domain/rules/index.js";
import { readSheet } from "../readers/read-sheet.js";

const DOCUMENT = readFileSync(join(import.meta.dirname, "..", "..", "docs", "scoring.md"), "utf8");
const BLOCKS = [...DOCUMENT.matchAll(/```csv\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");

test("each rule has its section, in the order of the list", () => {
  const sections = [...DOCUMENT.matchAll(/^### `([a-z-]+)`/gm)].map((match) => match[1] ?? "");
  expect(sections.sort()).toEqual(RULES.map(({ id }) => id).sort());
  for (const { id } of RULES) expect(BLOCKS.some((block) => block.includes(`;${id};`))).toBe(true);
});

test.each(BLOCKS.map((block) => [block.split("\n")[1] ?? "", block]))(
  "an example imports as it stands: %s",
  async (_, block) => {
    const { content, problems } = await readSheet({ file: "vi-du.csv", bytes: Buffer.from(block) });
    if (content?.format !== "thang-diem") throw new Error(block);
    expect([...problems, ...buildRubric(content.records, "vi-du.csv", PROGRAM_LAW.findAward).problems]).toEqual([]);
  },
);
