import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DOCUMENT_KINDS } from "../../src/documents/index.js";
import { buildShippedTemplates } from "../../src/documents/shipped-templates.js";
import { checkTemplate } from "../../src/documents/template/check-template.js";
import { findTags } from "../../src/documents/template/tag.js";
import { readPackage } from "../../src/documents/word/package.js";
import { isContentPart, listParagraphs } from "../../src/documents/word/word-xml.js";

const FOLDER = new URL("../../templates/", import.meta.url);
const IDS = DOCUMENT_KINDS.map(({ id }) => id);

test("the list of kinds, templates/, kinds/ and shipped/ name the same documents", () => {
  const filesIn = (folder: string, extension: string) =>
    readdirSync(new URL(folder, import.meta.url))
      .filter((name) => name.endsWith(extension))
      .map((name) => name.slice(0, -extension.length))
      .sort();
  const ids = [...IDS].sort();
  expect(filesIn("../../templates/", ".docx")).toEqual(ids);
  expect(filesIn("../../src/documents/kinds/", ".ts")).toEqual(ids);
  expect(filesIn("../../src/documents/shipped/", ".ts")).toEqual(ids);
});

test("no committed template is stale: run `npm run templates` when this fails", async () => {
  for (const { kind, bytes } of await buildShippedTemplates()) {
    const committed = readFileSync(new URL(`${kind}.docx`, FOLDER));
    expect(Buffer.compare(committed, bytes), kind).toBe(0);
  }
});

describe.each(DOCUMENT_KINDS)("templates/$id.docx", ({ id, placeholders }) => {
  const bytes = readFileSync(new URL(`${id}.docx`, FOLDER));
  const tags = [...readPackage(bytes)]
    .filter(([name]) => isContentPart(name))
    .flatMap(([, data]) => listParagraphs(new TextDecoder().decode(data)))
    .flatMap(({ text }) => findTags(text).tags);

  test("has nothing wrong", () => {
    expect(checkTemplate(`${id}.docx`, bytes, placeholders)).toEqual([]);
  });

  test("holds every block of its kind", () => {
    const blocks = placeholders.filter(({ form }) => form === "block").map(({ name }) => name);
    expect(tags.filter(({ kind }) => kind === "block").map(({ name }) => name)).toEqual(blocks);
  });

  test("each placeholder is explained once", () => {
    const names = placeholders.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z_]*(\.[a-z_]+)?$/);
  });
});
