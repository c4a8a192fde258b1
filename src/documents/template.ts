import { UserError } from "../errors.js";
import { attachCharts, type ChartPart } from "./block-chart.js";
import { blocksToXml } from "./block-xml.js";
import type { Block } from "./decree30.js";
import type { Placeholder } from "./kind.js";
import { type Package, stampDate, writePackage } from "./package.js";
import { dropBlankColumns } from "./template-column.js";
import { COUNTER_MARKS, numberHeadings } from "./template-counter.js";
import { fillDrawings } from "./template-drawing.js";
import { openEngine } from "./template-engine.js";
import { finishPart, MISSING_CLOSE, MISSING_OPEN, missingSentences } from "./template-finish.js";
import { openTemplate } from "./template-open.js";
import { cleanValues, findForbidden, type TemplateValues } from "./template-value.js";
import { isContentPart } from "./word-xml.js";

export interface RenderOptions {
  /** For `{{@name}}` alone in a paragraph; an empty list leaves nothing in its place, an absent name is missing. */
  blocks?: Readonly<Record<string, readonly Block[]>>;
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

/**
 * Fills a template. The template must have passed `checkTemplate`; one that cannot be filled, or a value that cannot be
 * written, throws a `UserError`, a file that is no Word document a `PackageError`. The same template, values and date give the same bytes.
 */
export async function renderTemplate(
  template: Uint8Array,
  values: TemplateValues,
  options: RenderOptions = {},
): Promise<{ bytes: Uint8Array; missing: Missing[] }> {
  refuseForbidden(values, options.placeholders ?? []);
  const parts = openTemplate(template);
  const blocks: Record<string, string> = {};
  const charts: ChartPart[] = [];
  const held: TemplateValues = {};
  for (const [name, block] of Object.entries(options.blocks ?? {})) {
    blocks[name] = await blocksToXml(block, charts);
    held[`co_${name}`] = block.length > 0;
  }
  const missing = new Map<string, Missing>();
  const clean = { ...cleanValues({ ...held, ...values }), ...blocks, ...COUNTER_MARKS };
  for (const [name, data] of parts) {
    if (isContentPart(name)) {
      parts.set(name, Buffer.from(fillDrawings(dropBlankColumns(decode(data), clean), blocks), "utf8"));
    }
  }
  const filled = fillParts(parts, clean, (name) => {
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
    result.set(name, finishPart(xml));
  }
  attachCharts(result, [...filled.keys()], charts);
  const core = result.get("docProps/core.xml");
  if (core !== undefined && options.date !== undefined) {
    result.set("docProps/core.xml", stampDate(typeof core === "string" ? core : decode(core), options.date));
  }
  return { bytes: writePackage(result), missing: [...missing.values()] };
}

/** Names are not changed silently: one that cannot be written as given is refused, with all others like it. */
function refuseForbidden(values: TemplateValues, placeholders: readonly Placeholder[]): void {
  const found = findForbidden(values);
  if (found.length === 0) return;
  const shown = found.slice(0, MOST_NAMED).map(({ name, text, characters }) => {
    const meaning = placeholders.find((placeholder) => placeholder.name === name)?.meaning ?? name;
    return `${meaning} “${text}” (${characters.join(", ")})`;
  });
  const others = found.length > shown.length ? `; và ${found.length - shown.length} chỗ khác` : "";
  throw new UserError(
    `Có ký tự hỏng, không ghi được vào Word: ${shown.join("; ")}${others}.`,
    "Gõ lại các ô ấy trong bảng tính rồi nạp lại.",
  );
}
const MOST_NAMED = 5;

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
