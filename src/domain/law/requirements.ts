import { isInForce, LAW_2003, type Source, sourceOn } from "./source.js";

/**
 * What an award asks that can be counted. `percent` is of `base`: at most for a quota, at least for votes and shares;
 * `times` in a row for `years`, at least so many for `holders`. The words are for people; nothing is decided by the program.
 */
export interface Requirement {
  /** Id in the catalogue. */
  award: string;
  kind: RequirementKind;
  /** Plain decimal; null for `years` and `holders`. */
  percent: string | null;
  /** null except for `years` and `holders`. */
  times: number | null;
  /** `years`: at most so many from one time to the next, where the award comes less than yearly; absent: one. */
  apart?: number;
  /** Of what, or which award in a row, in Vietnamese. */
  base: string;
  /** Awards whose holders are counted, by id; none where no list of awards tells. */
  counts: readonly string[];
  /** What else may stand in its place, in Vietnamese; null: nothing, so that who lacks it falls short. */
  orElse: string | null;
  from: string;
  /** Last day; null: still in force. */
  to: string | null;
  source: Source;
}

export type RequirementKind = "quota" | "votes" | "share" | "years" | "holders";

const OLD = { from: "2017-10-01", to: "2023-12-31" };
const LAW_2022 = { from: "2024-01-01", to: null };
const DECREE_98 = { from: "2024-01-01", to: "2025-06-30" };
const SINCE_152 = { from: "2025-07-01", to: null };

const MEMBERS = "tổng số thành viên hội đồng (vắng mặt thì lấy ý kiến bằng văn bản)";
const VOTES_98: Source = { text: "NĐ 98/2023/NĐ-CP Điều 30 khoản 7", mark: "V" };
const VOTES_152: Source = { text: "NĐ 152/2025/NĐ-CP (như NĐ 98/2023)", mark: "R" };

const NINETY = ["anh-hung-llvt", "anh-hung-lao-dong", "chien-si-thi-dua-toan-quoc", "chien-si-thi-dua-tinh"];
const EIGHTY = ["chien-si-thi-dua-co-so", "co-thi-dua-tinh", "co-thi-dua-chinh-phu"];

const FIGHTER = "chien-si-thi-dua-co-so";
/** Whoever is Chiến sĩ thi đua cơ sở is Lao động tiên tiến too (Luật 2022 Đ23). */
const ADVANCED = ["lao-dong-tien-tien", "chien-si-tien-tien", FIGHTER];
const PROVINCE_FIGHTERS = ["chien-si-thi-dua-tinh", "chien-si-thi-dua-bo"];
const FLAGS = ["co-thi-dua-tinh", "co-thi-dua-bo", "co-thi-dua-chinh-phu"];
const IN_ADVANCED = "cá nhân trong tập thể đạt danh hiệu Lao động tiên tiến";

/** THE LIST; for one award and kind the first line that fits counts. */
export const REQUIREMENTS: readonly Requirement[] = [
  ...NINETY.flatMap((award) => votes(award, "90")),
  ...EIGHTY.flatMap((award) => votes(award, "80")),
  {
    ...quota(FIGHTER, "15", "số người đạt danh hiệu Lao động tiên tiến", ADVANCED),
    ...OLD,
    source: { text: "NĐ 91/2017/NĐ-CP Điều 9 khoản 3", mark: "V" },
  },
  {
    ...quota("co-thi-dua-chinh-phu", "20", "số tập thể đạt tiêu chuẩn Cờ thi đua của bộ, tỉnh", FLAGS),
    ...OLD,
    source: { text: "NĐ 91/2017/NĐ-CP Điều 11", mark: "V" },
  },
  {
    ...quota("co-thi-dua-chinh-phu", "20", "số tập thể đạt tiêu chuẩn Cờ thi đua của bộ, tỉnh", FLAGS),
    ...LAW_2022,
    source: { text: "NĐ 98/2023/NĐ-CP, NĐ 152/2025/NĐ-CP (như NĐ 91/2017)", mark: "R" },
  },
  {
    ...share("tap-the-lao-dong-tien-tien", "70"),
    ...LAW_2022,
    source: { text: "Luật TĐKT 2022 Điều 28", mark: "V2" },
  },
  {
    ...share("tap-the-lao-dong-xuat-sac", "70"),
    ...LAW_2022,
    source: { text: "Luật TĐKT 2022 Điều 27", mark: "V2" },
  },
  {
    ...share("tap-the-lao-dong-xuat-sac", "70"),
    ...OLD,
    source: { text: "Luật TĐKT 2003 (sửa đổi 2005, 2013)", mark: "V2" },
  },
  {
    ...holders("tap-the-lao-dong-xuat-sac", 1, "cá nhân trong tập thể đạt danh hiệu Chiến sĩ thi đua cơ sở", [FIGHTER]),
    ...LAW_2022,
    source: { text: "Luật TĐKT 2022 Điều 27", mark: "V2" },
  },
  ...inARow("chien-si-thi-dua-tinh", 3, "Chiến sĩ thi đua cơ sở", [FIGHTER], "Luật TĐKT 2022 Điều 22"),
  ...inARow(
    "chien-si-thi-dua-toan-quoc",
    2,
    "Chiến sĩ thi đua cấp tỉnh (bộ, ban, ngành)",
    PROVINCE_FIGHTERS,
    "Luật TĐKT 2022 Điều 21",
  ).map((one) => ({ ...one, apart: 3 })),
  {
    ...years("bang-khen", 2, "Chiến sĩ thi đua cơ sở", [FIGHTER]),
    orElse:
      "thành tích xuất sắc trong phong trào thi đua, đột xuất, đóng góp; hoặc hoàn thành xuất sắc nhiệm vụ 2 năm liên tục, có 2 sáng kiến",
    ...LAW_2022,
    source: { text: "Luật TĐKT 2022 Điều 74 (cá nhân)", mark: "V2" },
  },
];

type Rule = Omit<Requirement, "from" | "to" | "source">;

function votes(award: string, percent: string): Requirement[] {
  const rule: Rule = { award, kind: "votes", percent, times: null, base: MEMBERS, counts: [], orElse: null };
  return [
    { ...rule, ...DECREE_98, source: VOTES_98 },
    { ...rule, ...SINCE_152, source: VOTES_152 },
  ];
}

function quota(award: string, percent: string, base: string, counts: readonly string[]): Rule {
  return { award, kind: "quota", percent, times: null, base, counts, orElse: null };
}

function share(award: string, percent: string): Rule {
  return { award, kind: "share", percent, times: null, base: IN_ADVANCED, counts: ADVANCED, orElse: null };
}

function holders(award: string, times: number, base: string, counts: readonly string[]): Rule {
  return { award, kind: "holders", percent: null, times, base, counts, orElse: null };
}

function years(award: string, times: number, base: string, counts: readonly string[]): Rule {
  return { award, kind: "years", percent: null, times, base, counts, orElse: null };
}

function inARow(award: string, times: number, base: string, counts: readonly string[], article: string): Requirement[] {
  const rule = years(award, times, base, counts);
  return [
    { ...rule, ...LAW_2022, source: { text: article, mark: "V" } },
    { ...rule, ...OLD, source: LAW_2003 },
  ];
}

/** "không quá 15% số người đạt danh hiệu Lao động tiên tiến". */
export function describeRequirement({ kind, percent, times, base, orElse }: Requirement): string {
  const share = `${percent?.replace(".", ",")}% ${base}`;
  const instead = orElse === null ? "" : ` (hoặc theo tiêu chuẩn khác: ${orElse})`;
  if (kind === "years") return `${times} lần liên tục ${base}${instead}`;
  if (kind === "holders") return `từ ${times} ${base}`;
  if (kind === "quota") return `không quá ${share}`;
  return kind === "votes" ? `phiếu đồng ý từ ${share}` : `từ ${share}`;
}

/** What is asked on a day, for each award and kind the first that fits; its source as it stands on that day. */
export function requirementsOn(date: string, requirements: readonly Requirement[]): Requirement[] {
  const seen = new Set<string>();
  return requirements.flatMap((one) => {
    const key = `${one.award}|${one.kind}`;
    if (!isInForce(one, date) || seen.has(key)) return [];
    seen.add(key);
    return [{ ...one, source: sourceOn(one.source, date) }];
  });
}
