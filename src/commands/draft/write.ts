import { renderBatch } from "../../documents/batch/batch.js";
import type { ComposedDraft, DraftKind } from "../../documents/draft/draft.js";
import type { FillOptions, Missing } from "../../documents/template/fill.js";
import { renderTemplate } from "../../documents/template/template.js";
import { groupBy } from "../../domain/group-by.js";
import { createProgress } from "../../terminal/progress-bar.js";
import type { Context } from "../context/context.js";
import { writeFiles } from "../output/output.js";

/** A draft with the template it is made from and the file it becomes. */
export interface PlacedDraft extends ComposedDraft {
  template: Uint8Array;
  /** Absolute. */
  path: string;
}

/** Writes all drafts or none, those of one template in one batch; answers what none of them had. Throws as `writeFiles` and `renderBatch` do. */
export async function writeDrafts(
  context: Context,
  kind: DraftKind,
  drafts: readonly PlacedDraft[],
  { date, force }: { date: string | null; force: boolean },
): Promise<Missing[]> {
  const options = { placeholders: kind.placeholders, ...(date === null ? {} : { date }) };
  const missing: Missing[] = [];
  const files: { path: string; bytes: Uint8Array }[] = [];
  const progress = createProgress(context.io, "Đang soạn", drafts.length);
  try {
    for (const [template, group] of groupBy(drafts, (draft) => draft.template)) {
      let index = 0;
      for await (const { bytes, missing: lacking } of renderGroup(template, group, options)) {
        missing.push(...lacking);
        files.push({ path: group[index++]?.path ?? "", bytes });
        progress.tick();
      }
    }
    await writeFiles(context, files, force);
  } finally {
    progress.end();
  }
  return missing;
}

/** What is texts alone goes through the batch; a document with blocks is made for itself. */
async function* renderGroup(template: Uint8Array, group: readonly PlacedDraft[], options: FillOptions) {
  if (group.every(({ blocks }) => blocks === undefined)) {
    yield* renderBatch(
      template,
      group.map(({ values }) => values),
      options,
    );
    return;
  }
  for (const { values, blocks = {} } of group) yield await renderTemplate(template, values, { ...options, blocks });
}
