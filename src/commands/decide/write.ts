import { createHash } from "node:crypto";
import { join } from "node:path";
import { TITLE_DECISION } from "../../documents/kinds/quyet-dinh-danh-hieu.js";
import { DECISION } from "../../documents/kinds/quyet-dinh-khen-thuong.js";
import type { DocumentKind } from "../../documents/template/kind.js";
import { type AwardKind, isRecognized } from "../../domain/awards.js";
import { UserError } from "../../errors.js";
import { createProgress } from "../../terminal/progress-bar.js";
import { type Context, shownPath } from "../context/context.js";
import { type HeldPlace, openStage } from "../output/stage.js";
import { describeLeftOut, describeMissing, type LoadedTemplate } from "../template/load-template.js";
import { type Destination, listFiles, refuseTooMany } from "./destination.js";
import { MANIFEST, type WrittenDecision } from "./manifest.js";
import { packDecisions } from "./pack.js";
import type { Decision } from "./plan-decisions.js";
import type { DecisionRecord } from "./record.js";

export interface DecisionBatch {
  decisions: readonly Decision[];
  /** By the kind of document; those of the kinds there are decisions of. */
  templates: ReadonlyMap<DocumentKind, LoadedTemplate>;
  destination: Destination;
  place: HeldPlace;
  /** YYYY-MM-DD of the decisions; null: drafts. */
  date: string | null;
  perRecipient: boolean;
  force: boolean;
  /** null: the list is not to know. */
  record: DecisionRecord | null;
  /** The entry by which a run that was killed has recorded these numbers already; null: none has. */
  recorded: number | null;
}

/** Which document gives an award of this kind. */
export function decisionKind(award: AwardKind): DocumentKind {
  return isRecognized(award) ? TITLE_DECISION : DECISION;
}

/**
 * Writes all decisions or none, in the form of the destination, and records them; goes on where a run of the same decisions
 * was killed. Throws as `writeFiles` and `renderBatch` do, and UserError when the numbers that such a run has recorded are of others.
 */
export async function writeDecisions(context: Context, batch: DecisionBatch) {
  const { decisions, destination, perRecipient, force, place, record } = batch;
  refuseTooMany(destination, decisions.length);
  const names = await nameFiles(decisions, perRecipient);
  const digest = digestPlan(batch, names);
  if (batch.recorded !== null && place.left?.plan !== digest) throw sayUnfinished(context, place.path, batch.recorded);
  const said = { leftOut: new Set<string>(), missing: new Set<string>() };
  const files = listFiles(destination, names);
  const stage = openStage(context, place, { digest, folder: destination.folder, files, force });
  const resumed = names.filter((name) => stage.finished(name) !== null).length;
  let recorded = batch.recorded;
  try {
    const rendered: WrittenDecision[] = [];
    for await (const { decision, document } of renderDecisions(context, batch, said)) {
      const file = names[rendered.length] ?? "";
      const sha256 = stage.finished(file) ?? stage.write(file, document.bytes);
      rendered.push({ decision, file, sha256, order: null });
    }
    const written = await packDecisions(context, stage, destination, rendered);
    // Recorded before the files are seen, so that no number stands on paper that the list does not know.
    recorded ??= (await record?.make(stage.entry)) ?? null;
    await stage.place();
    return {
      documents: written.map((one, index) => toJson(one, names[index] ?? "", batch)),
      manifest:
        destination.form === "zip" ? MANIFEST : destination.manifest && join(destination.folder, destination.manifest),
      recorded,
      resumed,
      leftOut: [...said.leftOut],
      missing: [...said.missing],
    };
  } catch (error) {
    stage.drop();
    if (recorded !== null) await record?.takeBack(recorded);
    throw error;
  }
}

function toJson(
  { decision: { kind, input }, file, sha256, order }: WrittenDecision,
  name: string,
  { destination: { form, folder, path }, perRecipient }: DecisionBatch,
) {
  return {
    path: form === "folder" ? join(folder, file) : path,
    ...(form === "zip" ? { entry: name } : {}),
    ...(order === null ? {} : { position: order }),
    kind: decisionKind(kind).id,
    award: kind.id,
    unit: null,
    recipients: input.recipients.length,
    ...(perRecipient ? { recipient: input.recipients[0]?.name ?? "", sha256 } : {}),
  };
}

/** Whatever the files depend on, as SHA-256. */
function digestPlan({ decisions, templates, date, destination }: DecisionBatch, names: readonly string[]): string {
  const digest = createHash("sha256");
  for (const { bytes } of templates.values()) digest.update(bytes);
  digest.update(JSON.stringify([date, destination.form, listFiles(destination, names), names]));
  for (const { awardIds, input } of decisions) digest.update(JSON.stringify([awardIds, input]));
  return digest.digest("hex");
}

function sayUnfinished(context: Context, path: string, recorded: number): UserError {
  return new UserError(
    `Lần soạn trước vào ${shownPath(context, path)} bị ngắt khi đã ghi số vào danh sách (lần ${recorded}) mà chưa đưa hết văn bản ra, và lệnh này không phải lệnh ấy.`,
    `Chạy lại đúng lệnh trước để có đủ văn bản, hoặc bỏ các số ấy bằng: thidua undo ${recorded}.`,
  );
}

async function nameFiles(decisions: readonly Decision[], perRecipient: boolean): Promise<string[]> {
  const { decisionFileStem } = await import("../../documents/decision/value.js");
  const { safeFileName } = await import("../../documents/safe-file-name.js");
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
  const { decisionValues } = await import("../../documents/decision/value.js");
  const { renderBatch } = await import("../../documents/batch/batch.js");
  const progress = createProgress(context.io, "Đang soạn", decisions.length);
  try {
    // One after another in the order of their numbers, and of one template as many at once as there are.
    for (const { document: kind, run } of splitRuns(decisions)) {
      const template = templates.get(kind);
      if (template === undefined) throw new Error(`no template of ${kind.id}`);
      const values = run.map(({ input }) => decisionValues(input));
      const options = { placeholders: kind.placeholders, ...(date === null ? {} : { date }) };
      let index = 0;
      for (const document of renderBatch(template.bytes, values, options)) {
        const decision = run[index];
        const filled = values[index++];
        if (decision === undefined || filled === undefined) throw new Error("more documents than decisions");
        const essential = decision.input.asList ? [] : ["nguoi_nhan"];
        for (const line of describeLeftOut(template, kind, { values: filled, essential })) said.leftOut.add(line);
        for (const line of describeMissing(document.missing)) said.missing.add(line);
        yield { decision, document };
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
