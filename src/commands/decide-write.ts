import { createHash } from "node:crypto";
import { join } from "node:path";
import type { DocumentKind } from "../documents/kind.js";
import { TITLE_DECISION } from "../documents/kinds/quyet-dinh-danh-hieu.js";
import { DECISION } from "../documents/kinds/quyet-dinh-khen-thuong.js";
import { type AwardKind, isRecognized } from "../domain/awards.js";
import { createProgress } from "../terminal/progress-bar.js";
import type { Context } from "./context.js";
import { formatManifest, MANIFEST, type WrittenDecision } from "./decide-manifest.js";
import type { DecisionRecord } from "./decide-record.js";
import { describeLeftOut, describeMissing, type LoadedTemplate } from "./load-template.js";
import { openStage, type Stage } from "./output-stage.js";
import type { Decision } from "./plan-decisions.js";

export interface DecisionBatch {
  decisions: readonly Decision[];
  /** By the kind of document; those of the kinds there are decisions of. */
  templates: ReadonlyMap<DocumentKind, LoadedTemplate>;
  /** Absolute. */
  folder: string;
  /** YYYY-MM-DD of the decisions; null: drafts. */
  date: string | null;
  perRecipient: boolean;
  force: boolean;
  /** null: the list is not to know. */
  record: DecisionRecord | null;
}

/** Which document gives an award of this kind. */
export function decisionKind(award: AwardKind): DocumentKind {
  return isRecognized(award) ? TITLE_DECISION : DECISION;
}

/** Writes all decisions or none; those of one recipient each with a list of them (`MANIFEST`). Throws as `writeFiles` and `renderBatch` do. */
export async function writeDecisions(context: Context, batch: DecisionBatch) {
  const { decisions, folder, perRecipient, force } = batch;
  const names = await nameFiles(decisions, perRecipient);
  const said = { leftOut: new Set<string>(), missing: new Set<string>() };
  const written: WrittenDecision[] = [];
  const stage = openStage(context, folder, perRecipient ? [...names, MANIFEST] : names, force);
  let recorded: number | null = null;
  try {
    for await (const { decision, bytes } of renderDecisions(context, batch, said)) {
      const file = names[written.length] ?? "";
      written.push({ decision, file, sha256: createHash("sha256").update(bytes).digest("hex") });
      stage.write(file, bytes);
    }
    if (perRecipient) stage.write(MANIFEST, formatManifest(written));
    recorded = await placeRecorded(stage, batch.record);
  } catch (error) {
    stage.drop();
    throw error;
  }
  return {
    documents: written.map(({ decision: { kind, input }, file, sha256 }) => ({
      path: join(folder, file),
      kind: decisionKind(kind).id,
      award: kind.id,
      unit: null,
      recipients: input.recipients.length,
      ...(perRecipient ? { recipient: input.recipients[0]?.name ?? "", sha256 } : {}),
    })),
    manifest: perRecipient ? join(folder, MANIFEST) : null,
    recorded,
    leftOut: [...said.leftOut],
    missing: [...said.missing],
  };
}

/** Records before the files are seen, so that no number stands on paper that the list does not know; returns the entry. */
async function placeRecorded(stage: Stage, record: DecisionRecord | null): Promise<number | null> {
  const id = record === null ? null : await record.make();
  try {
    await stage.place();
  } catch (error) {
    if (id !== null) await record?.takeBack(id);
    throw error;
  }
  return id;
}

async function nameFiles(decisions: readonly Decision[], perRecipient: boolean): Promise<string[]> {
  const { decisionFileStem } = await import("../documents/decision-value.js");
  const { safeFileName } = await import("../documents/safe-file-name.js");
  const taken = new Set<string>();
  const digits = String(decisions.length).length;
  return decisions.map(({ input }, index) => {
    const order = perRecipient ? `${String(index + 1).padStart(digits, "0")} ` : "";
    return safeFileName(`${order}${decisionFileStem(input)}`, "docx", taken);
  });
}

/** The documents in order, with what to tell of them collected in `said`. */
async function* renderDecisions(
  context: Context,
  { decisions, templates, date }: DecisionBatch,
  said: { leftOut: Set<string>; missing: Set<string> },
) {
  const { decisionValues } = await import("../documents/decision-value.js");
  const { renderBatch } = await import("../documents/batch.js");
  const progress = createProgress(context.io, "Đang soạn", decisions.length);
  try {
    // One after another in the order of their numbers, and of one template as many at once as there are.
    for (const { document, run } of splitRuns(decisions)) {
      const template = templates.get(document);
      if (template === undefined) throw new Error(`no template of ${document.id}`);
      const values = run.map(({ input }) => decisionValues(input));
      const options = { placeholders: document.placeholders, ...(date === null ? {} : { date }) };
      let index = 0;
      for (const { bytes, missing } of renderBatch(template.bytes, values, options)) {
        const decision = run[index];
        const filled = values[index++];
        if (decision === undefined || filled === undefined) throw new Error("more documents than decisions");
        const essential = decision.input.asList ? [] : ["nguoi_nhan"];
        for (const line of describeLeftOut(template, document, { values: filled, essential })) said.leftOut.add(line);
        for (const line of describeMissing(missing)) said.missing.add(line);
        yield { decision, bytes };
        progress.tick();
      }
    }
  } finally {
    progress.end();
  }
}

/** Neighbours of one kind of document together. */
function splitRuns(decisions: readonly Decision[]): { document: DocumentKind; run: Decision[] }[] {
  const runs: { document: DocumentKind; run: Decision[] }[] = [];
  for (const decision of decisions) {
    const document = decisionKind(decision.kind);
    const last = runs.at(-1);
    if (last?.document === document) last.run.push(decision);
    else runs.push({ document, run: [decision] });
  }
  return runs;
}
