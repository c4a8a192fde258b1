import { UserError } from "../../errors.js";
import { type Package, stampDate } from "../word/package.js";
import { isContentPart } from "../word/word-xml.js";
import { dropBlankColumns } from "./column.js";
import { COUNTER_MARKS, numberHeadings } from "./counter.js";
import { fillDrawings } from "./drawing.js";
import { openEngine } from "./engine.js";
import { finishPart, MISSING_CLOSE, MISSING_OPEN, missingSentences } from "./finish.js";
import type { Placeholder } from "./kind.js";
import type { RuleFitter } from "./rule.js";

export interface FillOptions {
  /** The kind's placeholders: their meanings are shown where a value is missing. */
  placeholders?: readonly Placeholder[];
  /** YYYY-MM-DD: the date the file's properties carry; absent: those of the template. */
  date?: string;
}

/** A placeholder without a value, marked in the document as `[Chưa có: <meaning>]`. */
export interface Missing {
  name: string;
  meaning: string;
  /** The setting that would fill it; null when no setting does. */
  setting: string | null;
  /** A sentence of the document in which the mark stands. */
  sentence: string;
}

/** The parts of an opened template (`openTemplate`), filled with values that are clean (`cleanValues`) and finished; `fit` replaces how rules get their length. */
export function fillTemplate(
  opened: Package,
  clean: Readonly<Record<string, unknown>>,
  options: FillOptions & { blocks?: Readonly<Record<string, string>>; fit?: RuleFitter },
): { parts: Map<string, Uint8Array | string>; missing: Missing[] } {
  const missing = new Map<string, Missing>();
  const values = { ...clean, ...COUNTER_MARKS };
  const parts: Package = new Map(opened);
  for (const [name, data] of opened) {
    if (!isContentPart(name)) continue;
    const xml = fillDrawings(dropBlankColumns(decode(data), values), options.blocks ?? {});
    parts.set(name, Buffer.from(xml, "utf8"));
  }
  const filled = fillParts(parts, values, (name) => {
    const known = options.placeholders?.find((placeholder) => placeholder.name === name);
    const meaning = known?.meaning ?? name;
    if (!missing.has(name)) missing.set(name, { name, meaning, setting: known?.setting ?? null, sentence: "" });
    return `[Chưa có: ${meaning}]`;
  });
  const result = new Map<string, Uint8Array | string>(parts);
  for (const [name, written] of filled) {
    const xml = numberHeadings(written);
    const sentences = missingSentences(xml);
    for (const entry of missing.values()) {
      entry.sentence ||= sentences.find((sentence) => sentence.includes(`[Chưa có: ${entry.meaning}]`)) ?? "";
    }
    result.set(name, finishPart(xml, options.fit));
  }
  const core = result.get("docProps/core.xml");
  if (core !== undefined && options.date !== undefined) {
    result.set("docProps/core.xml", stampDate(typeof core === "string" ? core : decode(core), options.date));
  }
  return { parts: result, missing: [...missing.values()] };
}

/** Runs the engine over the content parts; `onMissing` names what has no value and gives the text to show instead. */
function fillParts(parts: Package, values: Record<string, unknown>, onMissing: (name: string) => string) {
  try {
    return openEngine(parts, (name) => MISSING_OPEN + onMissing(name) + MISSING_CLOSE).fill(values);
  } catch (error) {
    if (!(error instanceof Error) || !("properties" in error)) throw error;
    throw new UserError(
      "Mẫu Word có chỗ điền viết sai nên không điền được.",
      "Mở mẫu bằng Word, xem lại các chỗ viết giữa “{{” và “}}”, hoặc chép lại bản mẫu gốc trong thư mục templates.",
      { cause: error },
    );
  }
}

function decode(data: Uint8Array): string {
  return new TextDecoder().decode(data);
}
