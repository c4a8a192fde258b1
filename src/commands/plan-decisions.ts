import type { DecisionInput } from "../documents/kinds/quyet-dinh-khen-thuong.js";
import { deciderOf, mayDecide } from "../domain/authority.js";
import type { Award } from "../domain/award.js";
import { createAwardFinder, findAward } from "../domain/award-match.js";
import { type AwardKind, awardKind, awardPhrase } from "../domain/awards.js";
import { documentSymbol } from "../domain/document-symbol.js";
import { bonusFund, headerLines } from "../domain/issuer.js";
import { inferLevel } from "../domain/issuer-level.js";
import type { Law } from "../domain/law/law.js";
import { type BasisLine, legalBasis } from "../domain/law/legal-basis.js";
import { legalPeriodOn } from "../domain/law/periods.js";
import { describeMark } from "../domain/law/source.js";
import { foldKey, nearestName } from "../domain/name.js";
import { formatWhole } from "../domain/number.js";
import { defaultProposer, enforcers } from "../domain/proposer.js";
import { headInProse, signatureLines } from "../domain/signature.js";
import { UserError } from "../errors.js";
import type { Office } from "./office.js";
import type { OfficeLaw } from "./office-law.js";

/** What the person asked of `decide`. */
export interface DecisionWishes {
  award: string | null;
  perRecipient: boolean;
  /** First number of the series; null leaves numbers blank. */
  numberFrom: number | null;
  /** YYYY-MM-DD; null leaves the date blank. */
  date: string | null;
  /** The day whose law applies: `date`, or today for a draft. */
  lawDate: string;
  reason: string | null;
  submission: string | null;
}

/** One decision to be written: what it says and what the answer says of it. */
export interface Decision {
  kind: AwardKind;
  /** Rows of the list that it gives. */
  awardIds: readonly number[];
  input: DecisionInput;
}

/**
 * Which decisions are to be written, in the order of the award catalogue. Awards beyond the issuer's power are left
 * out with the reason, unless one is asked for by name. Those that have a decision number already are left out too.
 */
export function planDecisions(
  awards: readonly Award[],
  year: number,
  office: Office,
  wishes: DecisionWishes,
  { law, file }: Pick<OfficeLaw, "law" | "file">,
) {
  if (awards.length === 0) {
    throw new UserError(
      `Năm ${year} chưa có danh sách khen thưởng.`,
      "Nạp bảng danh sách: thidua import KHEN-THUONG.csv.",
    );
  }
  const warnings: string[] = [];
  const undecided = awards.filter(({ decisionNumber }) => decisionNumber === null);
  if (undecided.length < awards.length) {
    warnings.push(`Bỏ qua ${formatWhole(awards.length - undecided.length)} trường hợp đã có số quyết định.`);
  }
  const others = new Set(undecided.filter((award) => isGivenByAnother(award, office)));
  const open = undecided.filter((award) => !others.has(award));
  if (others.size > 0) {
    const names = [...new Set([...others].map(({ award }) => award))];
    warnings.push(`Bỏ qua ${formatWhole(others.size)} trường hợp do cấp khác khen: ${names.join("; ")}.`);
  }
  const strangers = open.filter(({ awardId }) => awardKind(awardId, law.kinds) === null);
  if (strangers.length > 0) {
    const names = [...new Set(strangers.map(({ award }) => award))].join("; ");
    warnings.push(
      `Bỏ qua ${formatWhole(strangers.length)} trường hợp có danh hiệu, hình thức không có trong chương trình và tệp pháp lý: ${names}.`,
    );
  }
  const wanted = wishes.award === null ? null : findAwardKind(wishes.award, law.kinds);
  const refused: string[] = [];
  const groups = law.kinds
    .filter((kind) => wanted === null || kind.id === wanted.id)
    .flatMap((kind) => {
      const members = open.filter(({ awardId }) => awardId === kind.id);
      if (members.length === 0) return [];
      const { refusal, ofOffice } = judgeAuthority(kind, office, wishes.lawDate, law);
      if (ofOffice !== null) warnings.push(`${BY_OFFICE}: thẩm quyền khen ${kind.name} theo ${ofOffice}.`);
      if (refusal !== null && wanted === null)
        refused.push(`Không soạn ${formatWhole(members.length)} trường hợp: ${refusal}`);
      else if (refusal !== null) warnings.push(refusal);
      if (refusal !== null && wanted === null) return [];
      warnings.push(...warnOfYears(kind, members, year, wishes));
      return [{ kind, members }];
    });
  warnings.push(...refused);
  if (groups.length === 0) {
    const what = wanted === null ? "trường hợp nào soạn được quyết định" : `trường hợp nào được đề nghị ${wanted.name}`;
    const hint = [...refused, ...warnings][0] ?? "Xem danh sách đã nạp bằng: thidua status";
    throw new UserError(`Năm ${year} không có ${what}.`, hint);
  }
  if (file !== null) warnings.push(`Có tệp pháp lý của cơ quan: ${file}.`);
  const basis = gatherBasis(office, wishes, law);
  warnings.push(...basis.warnings);
  const parts = groups.flatMap(({ kind, members }) =>
    wishes.perRecipient ? members.map((member) => ({ kind, members: [member] })) : [{ kind, members }],
  );
  const frame = composeFrame(office, wishes);
  const decisions = parts.map(({ kind, members }, index): Decision => {
    const number = wishes.numberFrom === null ? null : String(wishes.numberFrom + index);
    const given = { year, wishes, legalBasis: basis.lines };
    const input = composeDecision(kind, members, given);
    const awardIds = members.map(({ id }) => id);
    return { kind, awardIds, input: { ...frame, ...input, head: { ...frame.head, number } } };
  });
  return { decisions, warnings, legalBasis: basis.law };
}

const BY_OFFICE = "Theo tệp pháp lý của cơ quan";

function findAwardKind(typed: string, kinds: readonly AwardKind[]): AwardKind {
  const kind = awardKind(foldKey(typed).replace(/\s+/g, "-"), kinds) ?? createAwardFinder(kinds)(typed).kind;
  if (kind !== null) return kind;
  const near = nearestName(
    typed,
    kinds.map(({ name }) => name),
  );
  const hint = near === null ? 'Ghi tên như trong danh sách, ví dụ --award "Giấy khen".' : `Có phải là "${near}"?`;
  throw new UserError(`Không có danh hiệu hoặc hình thức khen thưởng "${typed}".`, hint);
}

/** The award as typed names its giver ("Giấy khen của Chủ tịch UBND xã"), and it is of another level than the issuer. */
export function isGivenByAnother({ award }: Award, { issuer }: Office): boolean {
  const giver = findAward(award).givenBy?.replace(/^(chủ tịch|giám đốc|ct|gđ)\s+/iu, "") ?? null;
  // A bare "thành phố" may be a province's or a district's.
  if (issuer === null || giver === null || /(thành phố|tp\.?)$/iu.test(giver)) return false;
  const level = inferLevel(giver) ?? inferLevel(`${giver} X`);
  return level !== null && level !== issuer.level;
}

/** Why the issuer may not sign it, as a sentence with its basis (null when it may), and what of the office's own told it. */
export function judgeAuthority(
  kind: AwardKind,
  { issuer }: Office,
  date: string,
  law: Law,
): { refusal: string | null; ofOffice: string | null } {
  if (issuer === null) return { refusal: null, ofOffice: null };
  const { allowed, reason, basis, mark } = mayDecide(kind.id, deciderOf(issuer), date, law);
  return { refusal: allowed === true ? null : `${reason} (${basis})`, ofOffice: mark === "CQ" ? basis : null };
}

/** The lines of the căn cứ as printed, those of the law with their sources, and what to tell of them. */
function gatherBasis(
  office: Office,
  wishes: DecisionWishes,
  law: Law,
): { lines: string[]; law: BasisLine[]; warnings: string[] } {
  const { issuer, proposer, lawCitation } = office;
  const date = wishes.lawDate;
  const warnings = wishes.date === null ? [DRAFT_LAW] : [];
  if (issuer === null) return { lines: [NO_BASIS], law: [], warnings };
  const basis = legalBasis({ date, level: issuer.level, lawCitation, local: office.basis, law });
  const usual = defaultProposer(issuer.level, date);
  const typed = proposer?.replace(/^theo đề nghị của\s+/iu, "").replace(/[\s.;,]+$/, "");
  const who = typed ?? usual?.text ?? "[Chưa có: người đề nghị khen thưởng]";
  const number = wishes.submission?.replace(/^(tại\s+)?tờ trình\s+/iu, "");
  const submission = number === undefined ? "" : ` tại Tờ trình ${number}`;
  const period = legalPeriodOn(date);
  if (period !== null) warnings.push(`Căn cứ theo ${period.law}; nghị định: ${period.decree}.`);
  warnings.push(...basis.notes, ...basis.lines.flatMap((line) => warnOfLine(line) ?? []));
  if (proposer === null && usual?.mark === "R") {
    warnings.push(`Cần đối chiếu: "Theo đề nghị của ${who}" là mặc định. Đặt bằng: thidua config council.proposer "…"`);
  }
  const lines = [...basis.lines.map(({ text }) => text), `Theo đề nghị của ${who}${submission}`];
  return { lines, law: basis.lines, warnings };
}

function warnOfLine({ text, source, mark, missing }: BasisLine): string | null {
  if (missing !== null) {
    return `Phần căn cứ chưa có: ${missing}. Đặt bằng: thidua config ${keyOf(missing)} "…", hoặc ghi vào tệp pháp lý (docs/law.md).`;
  }
  if (mark === "CQ") return `${BY_OFFICE}, ${source}: ${text}.`;
  return mark === "R" ? `Cần đối chiếu trước khi ký (${describeMark(mark)}): ${text}.` : null;
}

const DRAFT_LAW =
  "Chưa có ngày quyết định: để trống, phần căn cứ theo pháp luật của hôm nay. Ghi ngày bằng --date để lấy đúng căn cứ.";
const NO_BASIS = "Căn cứ [Chưa có: các văn bản làm căn cứ, theo cấp của cơ quan ban hành]";

function keyOf(missing: string): string {
  if (missing.startsWith("nghị định")) return "basis.decree";
  return /chức năng/.test(missing) ? "basis.functions" : "basis.regulation";
}

/** What all decisions of one call share. */
function composeFrame({ issuer, signatory, place }: Office, wishes: DecisionWishes) {
  const header = issuer === null ? null : headerLines(issuer);
  const date = wishes.lawDate;
  return {
    head: {
      parent: header === null ? null : header.parent.join("\n"),
      issuer: header === null ? null : header.issuer.join("\n"),
      symbol: issuer === null ? null : documentSymbol(issuer, "QĐ"),
      place,
      date: wishes.date,
      draftYear: wishes.date === null ? Number(date.slice(0, 4)) : null,
    },
    foot: {
      distribution: ["Như Điều 3", "Lưu: VT"],
      signature: issuer === null ? null : signatureLines(issuer, signatory, "decision"),
      signatory: signatory.name,
    },
    authority: issuer === null ? null : headInProse(issuer, signatory),
    bonusFund: issuer === null ? null : bonusFund(issuer),
    enforcers: issuer === null ? [] : enforcers(issuer, date),
  };
}

function composeDecision(
  kind: AwardKind,
  members: readonly Award[],
  { year, wishes, legalBasis }: { year: number; wishes: DecisionWishes; legalBasis: string[] },
): Omit<DecisionInput, keyof ReturnType<typeof composeFrame>> {
  const years = achievementYears(members, year);
  const achievementYear = years.length === 1 ? (years[0] ?? null) : null;
  return {
    legalBasis,
    award: { verb: "Tặng", name: awardPhrase(kind, wishes.lawDate) },
    reason: wishes.reason ?? (achievementYear === null ? REASON : `${REASON} năm ${achievementYear}`),
    recipients: members.map(({ salutation, name, subject, position, workplace, achievement }) => ({
      salutation,
      name,
      subject,
      position,
      workplace,
      achievement,
    })),
    year: achievementYear,
    asList: !wishes.perRecipient,
  };
}

const REASON = "đã có thành tích xuất sắc trong phong trào thi đua yêu nước";

/** The years of the achievements, earliest first; a row that does not say means the year of the list. */
function achievementYears(members: readonly Award[], year: number): number[] {
  return [...new Set(members.map(({ achievementYear }) => achievementYear ?? year))].sort();
}

/** What is odd about the years of a group, as sentences. */
function warnOfYears(kind: AwardKind, members: readonly Award[], year: number, wishes: DecisionWishes): string[] {
  const years = achievementYears(members, year);
  const warnings: string[] = [];
  if (years.length > 1 && !wishes.perRecipient) {
    warnings.push(
      `${kind.name}: danh sách có nhiều năm thành tích (${years.join(", ")}) nên quyết định không ghi năm; muốn ghi thì dùng --reason.`,
    );
  }
  const latest = Math.max(...years);
  if (wishes.date !== null && Number(wishes.date.slice(0, 4)) < latest) {
    warnings.push(`${kind.name}: ngày quyết định ${wishes.date} trước năm thành tích ${latest}. Kiểm tra lại.`);
  }
  return warnings;
}
