import { expect, test } from "vitest";
import { lintDocument } from "../../../src/documents/lint/index.js";
import { MODELS } from "./models.js";
import { officerFile } from "./officer.js";

/** What people would read: rule, place, found. */
function told(bytes: Uint8Array): string[] {
  return lintDocument(bytes).findings.map(({ rule, place, found }) => `${rule.id}: ${found} (${place.text})`);
}

test.each([
  ["DECISION", "Quyết định"],
  ["REPORT", "Báo cáo"],
  ["LETTER", "Công văn"],
  ["MINUTES", "Biên bản"],
  ["TABBED_SUBMISSION", "Tờ trình"],
] as const)("the model %s is recognised and has nothing wrong", (name, kind) => {
  const bytes = officerFile(MODELS[name]);
  expect(told(bytes)).toEqual([]);
  expect(lintDocument(bytes).kind).toBe(kind);
});
