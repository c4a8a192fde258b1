import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DOCUMENT_KINDS } from "../../src/documents/index.js";
import { TEMPLATE_FILTERS } from "../../src/documents/template/filter.js";
import { writePlaceholder } from "../../src/documents/template/kind.js";

const README = readFileSync(new URL("../../templates/README.md", import.meta.url), "utf8");

/** The rows of the tables in a section, as cells; the formatter pads them. */
function tableRows(section: string): string[][] {
  return section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe("templates/README.md tells officers exactly what may stand in each template", () => {
  test.each(DOCUMENT_KINDS)("$id", (kind) => {
    const section = README.split(`## ${kind.title}: \`${kind.id}.docx\``)[1]?.split("\n## ")[0] ?? "";
    expect(tableRows(section)).toEqual(
      kind.placeholders.map((placeholder) => {
        const example = placeholder.form === "text" || placeholder.form === "column" ? placeholder.example : "";
        return [`\`${writePlaceholder(placeholder)}\``, placeholder.meaning, example];
      }),
    );
  });

  test("what every numbered document must have is named; other kinds have to have none but those", () => {
    const section = README.split("**Phải có.**")[1]?.split("\n\n")[0] ?? "";
    const named = [...section.matchAll(/`\{\{([\w.]+)\}\}`/g)].map((match) => match[1]);
    for (const { placeholders } of DOCUMENT_KINDS) {
      const required = placeholders.filter((each) => each.required).map(({ name }) => name);
      expect(named).toEqual(expect.arrayContaining(required));
      // Minutes, ballots, lists and certificates have no place and date in their head (Mẫu 1.9), or no number at all.
      const isNumbered = ["so", "ngay_ban_hanh"].every((name) => required.includes(name));
      if (isNumbered && placeholders.some(({ name }) => name === "ky.dong")) expect(required).toEqual(named);
    }
  });

  test("filters, with examples that come out as shown", () => {
    const section = README.split("**Kiểu viết.**")[1]?.split("**Chưa có giá trị.**")[0] ?? "";
    expect(tableRows(section)).toEqual(
      TEMPLATE_FILTERS.map(({ name, meaning, example }) => [
        `\`${name}\``,
        meaning,
        `${example.value} → ${example.shown}`,
      ]),
    );
    for (const { apply, example } of TEMPLATE_FILTERS) expect(apply(example.value)).toBe(example.shown);
  });
});
