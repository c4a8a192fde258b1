import { datePhrase } from "../../domain/date.js";
import { groupBy } from "../../domain/group-by.js";
import { exact, formatNumber } from "../../domain/number.js";
import { capitalize } from "../../domain/upper-case.js";
import { RECIPIENT_GROUPS } from "../decision/placeholder.js";
import { endLines, formatCount, joinAnd } from "../prose/count.js";
import { footValues, headValues } from "../template/frame-value.js";
import type { Placeholder } from "../template/kind.js";
import type { TemplateItem, TemplateValues } from "../template/value.js";
import type { DraftAward, DraftFacts, DraftMember, DraftRanking } from "./draft.js";

/** Head and foot. */
export function frameValues({ head, foot }: Pick<DraftFacts, "head" | "foot">): TemplateValues {
  return { ...headValues(head), ...footValues(foot) };
}

/** One paragraph for each line; null, so that the place is marked, where there is none. */
export function lineItems(lines: readonly string[]): TemplateItem[] | null {
  return lines.length === 0 ? null : lines.map((dong) => ({ dong }));
}

/** What stands around the agenda of minutes; hours and day as typed, the day out of the date. */
export function meetingValues({ wishes, head, foot }: DraftFacts): TemplateValues {
  const { start, end, date, chair, secretary, meetingPlace } = wishes;
  return {
    ...frameValues({ head, foot: { ...foot, distribution: [...foot.distribution.slice(0, -1), "Lưu: VT, Hồ sơ"] } }),
    bat_dau: momentOf(start, date),
    ket_thuc: momentOf(end, date),
    dia_diem: meetingPlace,
    chu_toa: chair,
    thu_ky: secretary,
    ten_chu_toa: nameOf(chair),
    ten_thu_ky: nameOf(secretary),
  };
}

/** "8 giờ 00, ngày 27 tháng 01 năm 2021"; an hour typed with its day stays as typed. null: hour or day is not known. */
export function momentOf(hour: string | null, date: string | null): string | null {
  if (hour === null || /ngày|\d\/\d/u.test(hour)) return hour;
  return date === null ? null : `${hour}, ${datePhrase(date)}`;
}

/** "Ông Nguyễn Văn An, Chủ tịch Hội đồng" → "Nguyễn Văn An", as it stands under a signature; blank when not known. */
function nameOf(person: string | null): string {
  return (person?.split(/,| - /)[0] ?? "").replace(/^(ông|bà|đồng chí|đ\/c)\s+/iu, "").trim();
}

/** The three lists with their counts and Roman numerals. */
export function nomineeValues(
  awards: readonly DraftAward[],
  more: (award: DraftAward) => TemplateItem = () => ({}),
): TemplateValues {
  const present = RECIPIENT_GROUPS.filter(({ subject }) => awards.some((award) => award.subject === subject));
  const values: TemplateValues = {};
  for (const group of RECIPIENT_GROUPS) {
    const members = awards.filter(({ subject }) => subject === group.subject);
    const place = present.indexOf(group);
    values[group.list] = members.map((award) => ({ ...nomineeItem(award), ...more(award) }));
    values[`so_${group.list}`] = formatCount(members.length);
    values[`muc_${group.list}`] = present.length < 2 || place < 0 ? "" : `${["I", "II", "III"][place]}. `;
  }
  return values;
}

/** One nominee as a row. */
function nomineeItem(award: DraftAward): TemplateItem {
  return {
    ho_ten: award.name,
    ten_day_du: [award.salutation, award.name].filter(Boolean).join(" "),
    chuc_vu: award.position ?? "",
    don_vi: award.workplace ?? "",
    hinh_thuc: award.kind.name,
    thanh_tich: award.achievement ?? "",
    phieu: award.votesFor === null ? "" : [award.votesFor, award.votesTotal].filter((each) => each !== null).join("/"),
    ty_le_phieu: voteShareText(award) ?? "",
    ghi_chu: award.occasion ?? "",
  };
}

/** Per cent of all members that agreed: "93,3%"; null when the votes are not known. */
function voteShareText({ votesFor, votesTotal }: Pick<DraftAward, "votesFor" | "votesTotal">): string | null {
  if (votesFor === null || votesTotal === null || votesTotal === 0) return null;
  return `${formatNumber(exact(votesFor).mul(100).div(votesTotal), 1)}%`;
}

/** Against the share of all members the law asks for; "" where it asks for none or the votes are not known. */
export function judgeVotes({ voteShare, votesFor, votesTotal }: DraftAward): string {
  if (voteShare === null || votesFor === null || votesTotal === null) return "";
  return votesFor * 100 >= voteShare * votesTotal ? "Đạt" : "Không đạt";
}

/** "02 tập thể và 03 cá nhân". */
export function countSubjects(awards: readonly DraftAward[]): string {
  const parts = RECIPIENT_GROUPS.flatMap(({ subject, word }) => {
    const count = awards.filter((award) => award.subject === subject).length;
    return count === 0 ? [] : [`${formatCount(count)} ${word}`];
  });
  return joinAnd(parts);
}

/** One line for each award, in the order of the catalogue: "Bằng khen: 02 tập thể và 03 cá nhân;". */
export function awardLines(awards: readonly DraftAward[]): TemplateItem[] {
  const groups = [...groupBy(awards, ({ awardId }) => awardId).values()];
  return endLines(groups.map((group) => `${group[0]?.kind.name ?? ""}: ${countSubjects(group)}`)).map((dong) => ({
    dong,
  }));
}

/** Who meets: "Cụm thi đua số 1"; the issuer's council, of a committee named by its area; where nothing tells, the issuer. */
export function bodyName({ cluster, issuer, wishes }: DraftFacts): string | null {
  if (wishes.isCouncil && issuer !== null) {
    return `Hội đồng Thi đua - Khen thưởng ${issuer.replace(/^Ủy ban nhân dân\s+/u, "")}`;
  }
  return cluster?.full ?? issuer;
}

/** The ranking where there is one; several have no table of their own here. */
export function soleRanking({ rankings }: Pick<DraftFacts, "rankings">): DraftRanking | null {
  return rankings.length === 1 ? (rankings[0] ?? null) : null;
}

export function rankRows(ranking: DraftRanking | null): TemplateItem[] {
  return (ranking?.units ?? []).map(({ unit, score, rank }) => ({ don_vi: capitalize(unit), diem: score, hang: rank }));
}

/** The conference at which a cluster sums up the year, as its minutes and invitations name it. */
export function conferenceName(year: number): string {
  return `Hội nghị tổng kết công tác thi đua, khen thưởng năm ${year} và ký kết giao ước thi đua năm ${year + 1}`;
}

/** Name of a file: of a cluster's document with the cluster, so that those of several stand apart. */
export function fileStem(title: string, { cluster }: Pick<DraftFacts, "cluster">): string {
  return cluster === null ? title : `${title} - ${cluster.full}`;
}

/** The units, one a line: "1. Ủy ban nhân dân huyện Lâm Bình (Cụm trưởng);". */
export function memberLines({ members, cluster }: Pick<DraftFacts, "members" | "cluster">): string[] {
  const oneHead = findHead(members) !== null;
  return endLines(
    members.map(({ body, role }, index) => {
      const part = role === "head" && oneHead ? "trưởng" : role === "deputy" ? "phó" : null;
      return `${index + 1}. ${body}${part === null || cluster === null ? "" : ` (${cluster.short} ${part})`}`;
    }),
  );
}

/** Cụm trưởng; null where no unit, or several, are said to be. */
export function findHead(members: readonly DraftMember[]): DraftMember | null {
  const heads = members.filter(({ role }) => role === "head");
  return heads.length === 1 ? (heads[0] ?? null) : null;
}

/** Why a kind about the units cannot be written; null: it can. */
export function requireMembers({ year, members }: DraftFacts): { message: string; hint: string } | null {
  if (members.length > 0) return null;
  return { message: `Năm ${year} chưa có đơn vị nào.`, hint: "Nạp bảng đơn vị: thidua import TỆP." };
}

/** Why a kind about nominees cannot be written; null: it can. */
export function requireNominees({ year, nominees }: DraftFacts): { message: string; hint: string } | null {
  if (nominees.length > 0) return null;
  return { message: `Năm ${year} chưa có đề nghị khen thưởng nào.`, hint: "Nạp danh sách: thidua import TỆP." };
}

/** The three lists with columns of the kind's own. */
export function withColumns(
  placeholders: readonly Placeholder[],
  own: readonly (readonly [string, string, string])[],
): Placeholder[] {
  const added = RECIPIENT_GROUPS.flatMap(({ list, word }) =>
    own.map(
      ([name, meaning, example]): Placeholder => ({
        name: `${list}.${name}`,
        meaning: `${meaning} (${word})`,
        example,
        form: "column",
      }),
    ),
  );
  return [...placeholders, ...added];
}
