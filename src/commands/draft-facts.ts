import type { DraftAward, DraftFacts, DraftKind, DraftWishes } from "../documents/draft.js";
import { deciderOf, mayDecide } from "../domain/authority.js";
import type { Award } from "../domain/award.js";
import { awardKind } from "../domain/awards.js";
import { type Issuer, issuerName } from "../domain/issuer.js";
import { inferLevel } from "../domain/issuer-level.js";
import type { Law } from "../domain/law/law.js";
import { legalBasis } from "../domain/law/legal-basis.js";
import { requirementsOn } from "../domain/law/requirements.js";
import { formatFixed } from "../domain/number.js";
import { headInProse, signatureLines } from "../domain/signature.js";
import type { UnitOfYear } from "../domain/unit.js";
import { UserError } from "../errors.js";
import { listAwards } from "../store/award.js";
import type { Db } from "../store/open.js";
import { listRubrics } from "../store/rubric.js";
import { readSettings } from "../store/setting.js";
import { listClusters, listUnits } from "../store/unit.js";
import { findNamed } from "./names.js";
import { type Office, readOffice } from "./office.js";
import { isGivenByAnother } from "./plan-decisions.js";
import { rankClusters } from "./rank.js";
import { issueReport } from "./report-issuer.js";

/** What of a year a draft is about. */
export interface DraftScope {
  year: number;
  cluster: string | null;
  /** The day whose law applies: that of the document, or today. */
  lawDate: string;
  wishes: DraftWishes;
  law: Law;
}

type Words = typeof import("../documents/prose/words.js");

/** Gathers all a draft of this kind may say, and what to tell of it. */
export function readDraftFacts(db: Db, kind: DraftKind, scope: DraftScope, words: Words) {
  const { year, lawDate, wishes, law } = scope;
  const office = readOffice(readSettings(db));
  const { issuer } = office;
  const all = listUnits(db, year);
  // The office's council reviews the whole year, whatever clusters it has.
  const name = wishes.isCouncil && scope.cluster === null ? null : chooseCluster(db, all, scope.cluster);
  const units = name === null ? all : all.filter(({ cluster }) => cluster === name);
  const cluster = name === null || wishes.isCouncil ? null : toCluster(words.clusterWords(name));
  const warnings: string[] = [];
  const frame = makeFrame(office, kind, { scope, units, name, cluster, words, warnings });
  const described = describeAwards(listAwards(db, year), units, { lawDate, law, office, isWhole: name === null });
  warnings.push(...described.warnings);
  const nominees = described.awards.filter(({ decisionNumber }) => decisionNumber === null);
  const allowed = ({ kind: { id } }: DraftAward) =>
    issuer === null ? null : mayDecide(id, deciderOf(issuer), lawDate, law).allowed;
  const forAbove = nominees.filter((award) => allowed(award) !== true);
  if (kind.id === "to-trinh" && issuer !== null) {
    warnings.push(...warnOfUnknownDecider(forAbove.filter((award) => allowed(award) === null)));
  }
  const facts: DraftFacts = {
    year,
    ...frame,
    issuer: issuer === null ? null : issuerName(issuer),
    above: issuer?.parentBody == null ? null : headOf(issuer.parentBody),
    legalBasis: citeLaw(office, lawDate, law),
    cluster,
    ranking: readRanking(db, year, name, new Map(units.map((unit) => [unit.name, words.unitInProse(unit)]))),
    nominees,
    forAbove,
    recipients: described.awards.filter(({ decisionNumber }) => decisionNumber !== null),
    lastYear: describeAwards(listAwards(db, year - 1), units, { lawDate, law, office, isWhole: name === null }).awards,
    office: { issuer, signatory: office.signatory, rounding: office.rounding, law, lawDate },
    wishes,
  };
  return { facts, warnings };
}

/** Who decides these is not known: they go into a submission all the same. */
function warnOfUnknownDecider(unknown: readonly DraftAward[]): string[] {
  if (unknown.length === 0) return [];
  const names = [...new Set(unknown.map(({ kind }) => kind.name))].join("; ");
  return [
    `Chưa rõ cấp nào quyết định: ${names} (${unknown.length} trường hợp); vẫn ghi vào tờ trình, cần xem lại thẩm quyền.`,
  ];
}

/** The cluster named, or the only one there is; null: the whole year. */
function chooseCluster(db: Db, units: readonly UnitOfYear[], typed: string | null): string | null {
  const named = [...new Set(units.flatMap(({ cluster }) => cluster ?? []))];
  if (typed !== null) {
    const known = listClusters(db).filter(({ name }) => named.includes(name));
    return findNamed("cụm/khối", known, typed).name;
  }
  return named.length === 1 ? (named[0] ?? null) : null;
}

function toCluster({ full, short }: ReturnType<Words["clusterWords"]>): DraftFacts["cluster"] {
  return full === null || short === null ? null : { full, short };
}

/** Head and foot: of the cluster where the kind is a cluster's and there is one, else of the office. */
function makeFrame(
  office: Office,
  kind: DraftKind,
  of: {
    scope: DraftScope;
    units: readonly UnitOfYear[];
    name: string | null;
    cluster: DraftFacts["cluster"];
    words: Words;
    warnings: string[];
  },
): Pick<DraftFacts, "head" | "foot"> {
  const { scope, units, name, cluster, words, warnings } = of;
  const { number, date, to } = scope.wishes;
  const isCluster = kind.issuedBy === "cluster" && name !== null && cluster !== null;
  const issued = issueReport(office, {
    cluster: isCluster ? { name, ...cluster } : null,
    unit: null,
    clusterOfUnit: null,
    units,
    describeUnit: (unit) => ({
      prose: words.unitInProse(unit),
      isArea: words.splitArea(words.unitInProse(unit)).type !== null,
    }),
    number,
    date,
    addressee: to,
    ...(kind.type === null ? {} : { type: kind.type }),
  });
  warnings.push(...issued.warnings.map((warning) => warning.replace("Báo cáo do", "Văn bản do")));
  const head = { ...issued.head, draftYear: Number(scope.lawDate.slice(0, 4)) };
  const distribution = isCluster ? issued.foot.distribution : ["Như trên", "Lưu: VT"];
  const { issuer, signatory } = office;
  const byHead = kind.isSignedByHead === true && issuer !== null;
  const signature = byHead ? signatureLines(issuer, signatory, "decision") : issued.foot.signature;
  return { head, foot: { ...issued.foot, signature, distribution } };
}

/** "Chủ tịch Ủy ban nhân dân tỉnh An Bình"; the body itself when its name does not tell its head. */
function headOf(body: string): string {
  const issuer: Issuer = { name: body, parentBody: null, level: inferLevel(body) ?? "khac" };
  return headInProse(issuer);
}

function citeLaw({ issuer, lawCitation, basis }: Office, date: string, law: Law): string[] {
  if (issuer === null) return ["Căn cứ [Chưa có: các văn bản làm căn cứ, theo cấp của cơ quan ban hành]"];
  return legalBasis({ date, level: issuer.level, lawCitation, local: basis, law }).lines.map(({ text }) => text);
}

function describeAwards(
  awards: readonly Award[],
  units: readonly UnitOfYear[],
  { lawDate, law, office, isWhole }: { lawDate: string; law: Law; office: Office; isWhole: boolean },
): { awards: DraftAward[]; warnings: string[] } {
  const ids = new Set(units.map(({ id }) => id));
  const own = awards.filter(({ unitId }) => isWhole || unitId === null || ids.has(unitId));
  const shares = new Map(
    requirementsOn(lawDate, law.requirements)
      .filter((one) => one.kind === "votes")
      .map((one) => [one.award, Number(one.percent)]),
  );
  const isOwn = (award: Award) => {
    if (office.issuer === null) return null;
    if (isGivenByAnother(award, office)) return false;
    return mayDecide(award.awardId, deciderOf(office.issuer), award.decisionDate ?? lawDate, law).allowed;
  };
  const strangers = own.filter(({ awardId }) => awardKind(awardId, law.kinds) === null);
  const known = own.flatMap((award): DraftAward[] => {
    const kind = awardKind(award.awardId, law.kinds);
    if (kind === null) return [];
    return [{ ...award, kind, voteShare: shares.get(kind.id) ?? null, isOwn: isOwn(award) }];
  });
  const names = [...new Set(strangers.map(({ award }) => award))].join("; ");
  const warnings =
    strangers.length === 0 ? [] : [`Bỏ qua ${strangers.length} trường hợp có danh hiệu, hình thức lạ: ${names}.`];
  const order = new Map(law.kinds.map(({ id }, index) => [id, index]));
  known.sort((a, b) => (order.get(a.kind.id) ?? 0) - (order.get(b.kind.id) ?? 0) || a.id - b.id);
  return { awards: known, warnings };
}

function readRanking(
  db: Db,
  year: number,
  cluster: string | null,
  names: ReadonlyMap<string, string>,
): DraftFacts["ranking"] {
  if (cluster === null || listRubrics(db, year).length === 0) return [];
  try {
    const [ranking] = rankClusters(db, year, { rubric: null, plan: null, cluster });
    return (ranking?.units ?? []).map(({ unit, score, rank }) => ({
      unit: names.get(unit) ?? unit,
      score: formatFixed(score, ranking?.stored.decimals ?? 2),
      rank: rank === null ? "không xếp hạng" : String(rank),
    }));
  } catch (error) {
    // Rubrics there are, and none for this cluster: there is nothing to list.
    if (error instanceof UserError) return [];
    throw error;
  }
}
