import type { DraftAward, DraftFacts, DraftKind, DraftWishes } from "../../documents/draft/draft.js";
import { clusterWords } from "../../documents/prose/words.js";
import { deciderOf, mayDecide } from "../../domain/authority.js";
import type { Award } from "../../domain/award.js";
import { type AwardKind, awardKind } from "../../domain/awards.js";
import { type Issuer, issuerName } from "../../domain/issuer.js";
import { inferLevel } from "../../domain/issuer-level.js";
import type { Law } from "../../domain/law/law.js";
import { requirementsOn } from "../../domain/law/requirements.js";
import { enforcers } from "../../domain/proposer.js";
import { headInProse, signatureLines } from "../../domain/signature.js";
import type { UnitOfYear } from "../../domain/unit.js";
import { listAwards } from "../../store/award.js";
import { listImports } from "../../store/import.js";
import type { Db } from "../../store/open.js";
import { readSettings } from "../../store/setting.js";
import { listClusters, listUnits } from "../../store/unit.js";
import { type Office, readOffice } from "../context/office.js";
import { citeLaw, composeFrame, gatherBasis } from "../decide/decision-frame.js";
import { isGivenByAnother } from "../decide/plan-decisions.js";
import { issueReport } from "../report/issuer.js";
import { describeOutside } from "../report/year.js";
import { findNamed } from "../year/names.js";
import { judgeAmendment, readAmendment } from "./amendment.js";
import { readDraftRankings } from "./ranking.js";
import { describeUnit, readTarget, toMembers } from "./target.js";

/** What of a year a draft is about. */
export interface DraftScope {
  year: number;
  cluster: string | null;
  /** The day whose law applies: that of the document, or today. */
  lawDate: string;
  wishes: DraftWishes;
  law: Law;
}

/** What each document of this kind may say: one for the year or the cluster chosen, or one for every cluster. */
export function readDrafts(db: Db, kind: DraftKind, scope: DraftScope): { facts: DraftFacts[]; warnings: string[] } {
  const { units: all, warnings } = readUnits(db, kind, scope.year);
  const drafts = chooseClusters(db, kind, all, scope).map((name) => readDraft(db, kind, scope, { all, name }));
  const ofClusters = scope.cluster === null && drafts.some(({ facts }) => facts.cluster !== null);
  const outside = ofClusters ? describeOutside(all, "văn bản") : [];
  return {
    facts: drafts.map(({ facts }) => facts),
    warnings: [...warnings, ...outside, ...drafts.flatMap((draft) => draft.warnings)],
  };
}

/** The units of the year the kind is for; of the working year where no sheet of units of that year was read. */
function readUnits(db: Db, kind: DraftKind, year: number): { units: UnitOfYear[]; warnings: string[] } {
  const target = year + (kind.yearsAhead ?? 0);
  const own = listUnits(db, target);
  const sheets = new Set(listImports(db).flatMap(({ id, format }) => (format === "don-vi" ? [id] : [])));
  // A sheet of results alone tells neither clusters nor roles, nor all units.
  if (target === year || own.some(({ source }) => sheets.has(source.importId))) return { units: own, warnings: [] };
  const remedy = `Nạp bảng đơn vị: thidua import TỆP --year ${target}`;
  const warning = `Đơn vị, vai trò lấy theo năm ${year} vì năm ${target} chưa có bảng đơn vị. ${remedy}`;
  return { units: listUnits(db, year), warnings: [warning] };
}

/** Kinds that mend what was decided, whatever cluster it was of. */
const MENDING: readonly string[] = ["quyet-dinh-sua-doi", "cong-van"];

/** The clusters of the documents; null: the whole year, as the office's council reviews it whatever clusters it has. */
function chooseClusters(
  db: Db,
  kind: DraftKind,
  units: readonly UnitOfYear[],
  { cluster: typed, wishes }: DraftScope,
): (string | null)[] {
  const named = [...new Set(units.flatMap(({ cluster }) => cluster ?? []))];
  if (typed !== null) {
    const known = listClusters(db).filter(({ name }) => named.includes(name));
    return [findNamed("cụm/khối", known, typed).name];
  }
  const isWhole = wishes.isCouncil || MENDING.includes(kind.id) || kind.issuedBy === "asked";
  if (isWhole || named.length === 0) return [null];
  return named.length === 1 || kind.eachCluster === true ? named : [null];
}

/** Gathers all one draft may say, and what to tell of it. */
function readDraft(
  db: Db,
  kind: DraftKind,
  scope: DraftScope,
  { all, name }: { all: readonly UnitOfYear[]; name: string | null },
): { facts: DraftFacts; warnings: string[] } {
  const { year, lawDate, wishes, law } = scope;
  const office = readOffice(readSettings(db));
  const { issuer } = office;
  const ofCluster = (units: readonly UnitOfYear[]) =>
    name === null ? units : units.filter(({ cluster }) => cluster === name);
  const units = ofCluster(all);
  const cluster = name === null || wishes.isCouncil ? null : toCluster(name);
  const warnings: string[] = [];
  const frame = makeFrame(office, kind, { scope, units, name, cluster, warnings });
  const holds = (list: string) => kind.placeholders.some((placeholder) => placeholder.name.startsWith(`${list}.`));
  const decided = { date: wishes.date, lawDate, submission: null };
  const decides = kind.type === "QĐ" ? composeFrame(office, decided) : null;
  const cited = decides === null ? citeLaw(office, lawDate, law) : gatherBasis(office, decided, law);
  if (holds("can_cu")) warnings.push(...cited.warnings);
  const ranked = holds("xep_hang") ? readDraftRankings(db, year, units, name, law) : { rankings: [], warnings: [] };
  warnings.push(...ranked.warnings);
  const given = { lawDate, law, isWhole: name === null, office, members: wishes.members };
  const described = describeAwards(listAwards(db, year), units, given);
  warnings.push(...described.warnings);
  const nominees = described.awards.filter(({ decisionNumber }) => decisionNumber === null);
  const allowed = ({ kind: { id } }: DraftAward) =>
    issuer === null ? null : mayDecide(id, deciderOf(issuer), lawDate, law).allowed;
  const forAbove = nominees.filter((award) => allowed(award) !== true);
  if (kind.id === "to-trinh" && issuer !== null) {
    warnings.push(...warnOfUnknownDecider(forAbove.filter((award) => allowed(award) === null)));
  }
  const recipients = described.awards.filter(({ decisionNumber }) => decisionNumber !== null);
  const authority = issuer === null ? null : headInProse(issuer, office.signatory);
  const mended = readAmendment(recipients, wishes, authority);
  if (MENDING.includes(kind.id)) warnings.push(...mended.warnings, ...judgeAmendment(kind, mended.amendment));
  const facts: DraftFacts = {
    year,
    ...frame,
    ...(decides === null ? {} : { head: { ...decides.head, number: wishes.number }, foot: decides.foot }),
    issuer: issuer === null ? null : issuerName(issuer),
    above: issuer?.parentBody == null ? null : headOf(issuer.parentBody),
    legalBasis: cited.lines,
    authority,
    enforcers: issuer === null ? [] : enforcers(issuer, lawDate),
    amendment: mended.amendment,
    cluster,
    rankings: ranked.rankings,
    nominees,
    forAbove,
    recipients,
    lastYear: describeAwards(listAwards(db, year - 1), units, given).awards,
    office: { issuer, signatory: office.signatory, rounding: office.rounding, law, lawDate },
    members: toMembers(units),
    membersNextYear: toMembers(ofCluster(listUnits(db, year + 1))),
    target: readTarget(db, year + (kind.yearsAhead ?? 0), units, law),
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

function toCluster(name: string): DraftFacts["cluster"] {
  const { full, short } = clusterWords(name);
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
    warnings: string[];
  },
): Pick<DraftFacts, "head" | "foot"> {
  const { scope, units, name, cluster, warnings } = of;
  const { number, date, to } = scope.wishes;
  const isCluster = kind.issuedBy !== "office" && name !== null && cluster !== null;
  const issued = issueReport(office, {
    cluster: isCluster ? { name, ...cluster } : null,
    unit: null,
    clusterOfUnit: null,
    units,
    describeUnit,
    number,
    date,
    addressee: to,
    ...(kind.type === null ? {} : { type: kind.type }),
    ...(kind.isAddressed === false ? { isAddressed: kind.isAddressed } : {}),
  });
  warnings.push(...issued.warnings.map((warning) => warning.replace("Báo cáo do", "Văn bản do")));
  const head = { ...issued.head, draftYear: Number(scope.lawDate.slice(0, 4)) };
  const distribution = isCluster || kind.isAddressed === false ? issued.foot.distribution : ["Như trên", "Lưu: VT"];
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

function describeAwards(
  awards: readonly Award[],
  units: readonly UnitOfYear[],
  { lawDate, law, isWhole, office, members }: DescribedBy,
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
    if (isGivenByAnother(award, office, law)) return false;
    return mayDecide(award.awardId, deciderOf(office.issuer), award.decisionDate ?? lawDate, law).allowed;
  };
  const strangers = own.filter(({ awardId }) => awardKind(awardId, law.kinds) === null);
  const known = own.flatMap((award): DraftAward[] => {
    const kind = awardKind(award.awardId, law.kinds);
    if (kind === null) return [];
    const votesTotal = award.votesTotal ?? (award.votesFor === null ? null : members);
    const decider = deciderBeyond(kind, office.issuer, lawDate, law);
    return [{ ...award, votesTotal, kind, voteShare: shares.get(kind.id) ?? null, decider, isOwn: isOwn(award) }];
  });
  const names = [...new Set(strangers.map(({ award }) => award))].join("; ");
  const warnings =
    strangers.length === 0 ? [] : [`Bỏ qua ${strangers.length} trường hợp có danh hiệu, hình thức lạ: ${names}.`];
  const order = new Map(law.kinds.map(({ id }, index) => [id, index]));
  known.sort((a, b) => (order.get(a.kind.id) ?? 0) - (order.get(b.kind.id) ?? 0) || a.id - b.id);
  return { awards: known, warnings };
}

interface DescribedBy {
  lawDate: string;
  law: Law;
  isWhole: boolean;
  office: Office;
  /** Of the council that voted, for rows that do not say of how many. */
  members: number | null;
}

/** Who decides it where neither the office nor the body above does; null: one of them, or it is not known. */
function deciderBeyond(kind: AwardKind, issuer: Issuer | null, date: string, law: Law): string | null {
  const near = [issuer?.level, issuer?.parentBody == null ? null : inferLevel(issuer.parentBody)];
  const isNear = near.some((level) => level != null && mayDecide(kind.id, level, date, law).allowed !== false);
  return isNear ? null : kind.giver;
}
