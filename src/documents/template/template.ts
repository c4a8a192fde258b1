import { UserError } from "../../errors.js";
import type { Block } from "../decree30/decree30.js";
import { writePackage } from "../word/package.js";
import { isContentPart } from "../word/word-xml.js";
import { attachCharts, type ChartPart } from "./block-chart.js";
import { blocksToXml } from "./block-xml.js";
import { type FillOptions, fillTemplate, type Missing } from "./fill.js";
import type { Placeholder } from "./kind.js";
import { openTemplate } from "./open.js";
import { cleanValues, findForbidden, type TemplateValues } from "./value.js";

export interface RenderOptions extends FillOptions {
  /** For `{{@name}}` alone in a paragraph; an empty list leaves nothing in its place, an absent name is missing. */
  blocks?: Readonly<Record<string, readonly Block[]>>;
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
  refuseForbidden([values], options.placeholders ?? []);
  const blocks: Record<string, string> = {};
  const charts: ChartPart[] = [];
  const held: TemplateValues = {};
  for (const [name, block] of Object.entries(options.blocks ?? {})) {
    blocks[name] = await blocksToXml(block, charts);
    held[`co_${name}`] = block.length > 0;
  }
  const clean = { ...cleanValues({ ...held, ...values }), ...blocks };
  const { parts, missing } = fillTemplate(openTemplate(template), clean, { ...options, blocks });
  attachCharts(parts, [...parts.keys()].filter(isContentPart), charts);
  return { bytes: writePackage(parts), missing };
}

/** Names are not changed silently: one that cannot be written as given is refused, with all others like it. */
export function refuseForbidden(documents: readonly TemplateValues[], placeholders: readonly Placeholder[]): void {
  const found = documents.flatMap((values) => findForbidden(values));
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
