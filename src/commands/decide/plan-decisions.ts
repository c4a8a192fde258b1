import type { DecisionInput } from "../../documents/decision/value.js";
import { deciderOf, mayDecide } from "../../domain/authority.js";
import type { Award } from "../../domain/award.js";
import { type AwardKind, awardKind, awardPhrase, isRecognized } from "../../domain/awards.js";
import { inferLevel } from "../../domain/issuer-level.js";
import type { Law } from "../../domain/law/law.js";
import { foldKey, nearestName } from "../../domain/name.js";
import { formatWhole } from "../../domain/number.js";
import { UserError } from "../../errors.js";
import type { Office } from "../context/office.js";
import type { OfficeLaw } from "../context/office-law.js";
import { BY_OFFICE, composeFrame, type DecisionWishes, gatherBasis } from "./decision-frame.js";

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
  const others = new Set(undecided.filter((award) => isGivenByAnother(award, office, law)));
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
  const wanted = wishes.award === null ? null : findAwardKind(wishes.award, law);
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

function findAwardKind(typed: string, { kinds, findAward }: Law): AwardKind {
  const kind = awardKind(foldKey(typed).replace(/\s+/g, "-"), kinds) ?? findAward(typed).kind;
  if (kind !== null) return kind;
  const near = nearestName(
    typed,
    kinds.map(({ name }) => name),
  );
  const hint = near === null ? 'Ghi tên như trong danh sách, ví dụ --award "Giấy khen".' : `Có phải là "${near}"?`;
  throw new UserError(`Không có danh hiệu hoặc hình thức khen thưởng "${typed}".`, hint);
}

/** The award as typed names its giver ("Giấy khen của Chủ tịch UBND xã"), and it is of another level than the issuer. */
export function isGivenByAnother({ award }: Award, { issuer }: Office, { findAward }: Law): boolean {
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

function composeDecision(
  kind: AwardKind,
  members: readonly Award[],
  { year, wishes, legalBasis }: { year: number; wishes: DecisionWishes; legalBasis: string[] },
): Omit<DecisionInput, keyof ReturnType<typeof composeFrame>> {
  const years = achievementYears(members, year);
  const achievementYear = years.length === 1 ? (years[0] ?? null) : null;
  const isTitle = isRecognized(kind);
  const usual = achievementYear === null ? REASON : `${REASON} năm ${achievementYear}`;
  return {
    legalBasis,
    award: { verb: isTitle ? "Công nhận" : "Tặng", name: awardPhrase(kind, wishes.lawDate), isTitle },
    reason: wishes.reason ?? (isTitle ? null : usual),
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
