import type { RankedCluster } from "../../documents/report/ranks.js";
import type { ToldSentence } from "../../documents/report/report.js";
import { namePlan } from "../../domain/plan-level.js";
import type { UnitOfYear } from "../../domain/unit.js";
import { describeLeftOut, describeMissing, type LoadedTemplate } from "../template/load-template.js";
import { checkContent } from "./check.js";
import { type Lack, listUnsigned } from "./final.js";
import { issueReport } from "./issuer.js";
import type { ReportLook } from "./options.js";
import type { ProposedRanking, ReportSubject, ReportYear } from "./year.js";

/** A report as it would stand in its file. */
export interface WrittenReport {
  bytes: Uint8Array;
  sentences: ToldSentence[];
  /** All that a final report would have to have. */
  lacks: Lack[];
  warnings: string[];
}

/** Composes one report and fills the template with it. */
export async function writeReport(
  subject: ReportSubject,
  { period, office, law, plan }: ReportYear,
  look: ReportLook,
  template: LoadedTemplate,
): Promise<WrittenReport> {
  const { REPORT, reportValues } = await import("../../documents/kinds/bao-cao-tong-ket.js");
  const { composeReport } = await import("../../documents/report/report.js");
  const { renderTemplate } = await import("../../documents/template/template.js");
  const { clusterWords, splitArea, unitInProse } = await import("../../documents/prose/words.js");
  const { scope, units } = subject;
  const cluster = scope.kind === "cluster" ? scope.name : null;
  const { full, short } = clusterWords(cluster);
  const issuer = issueReport(office, {
    ...look,
    cluster: cluster === null || full === null || short === null ? null : { name: cluster, full, short },
    unit: scope.kind === "unit" ? scope.unit : null,
    clusterOfUnit: scope.kind === "unit" ? clusterWords(scope.cluster).full : null,
    units,
    describeUnit: (unit) => ({ prose: unitInProse(unit), isArea: splitArea(unitInProse(unit)).type !== null }),
  });
  const { blocks, missing, notes, sentences } = composeReport({
    ...subject,
    period,
    law,
    form: look.form,
    rankings: subject.rankings.map((ranking) => nameRanking(ranking, unitInProse)),
    plan: plan === null ? null : namePlan(plan),
  });
  const values = reportValues({ ...issuer, period, scope, isDraft: look.isDraft });
  const rendered = await renderTemplate(template.bytes, values, {
    blocks,
    placeholders: REPORT.placeholders,
    ...(look.date === null ? {} : { date: look.date }),
  });
  const gaps = missing.map(({ what, remedy }) => ({ what, remedy }));
  return {
    bytes: rendered.bytes,
    sentences,
    lacks: [...rendered.missing.map(toLack), ...gaps, ...listUnsigned(issuer.head, issuer.foot)],
    warnings: [
      ...describeLeftOut(template, REPORT, { values, blocks }),
      ...describeMissing(rendered.missing),
      ...gaps.map(({ what, remedy }) => `Chưa có: ${what}. ${remedy}`),
      ...issuer.warnings,
      ...checkContent(subject, period, look.form),
      ...notes,
    ],
  };
}

function toLack({ meaning, setting }: { meaning: string; setting: string | null }): Lack {
  const remedy = setting === null ? "Điền vào chỗ tô vàng trong văn bản." : `Đặt bằng: thidua config ${setting} "…"`;
  return { what: meaning, remedy };
}

function nameRanking(
  { stated, cluster, members, before, proposals }: ProposedRanking,
  nameUnit: (unit: UnitOfYear) => string,
): RankedCluster {
  const names = new Map(members.map((unit) => [unit.name, nameUnit(unit)]));
  return { cluster, before, proposals, ranking: { ...stated, nameOf: (unit) => names.get(unit) ?? unit } };
}
