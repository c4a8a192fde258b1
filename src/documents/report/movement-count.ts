import type { Movement } from "../../domain/movement.js";
import { nameKey } from "../../domain/name.js";

/** Movements by who launched them, each line over the same columns. */
export interface MovementCounts {
  titles: string[];
  rows: { title: string; counts: number[]; isTotal: boolean }[];
}

type Test = (movement: Movement) => boolean;

/** Counts by level (rows), and by kind and length (columns that hold something). */
export function countMovements(movements: readonly Movement[]): MovementCounts {
  const columns = COLUMNS.filter(({ test }) => movements.some(test));
  const counts = (of: readonly Movement[]) => columns.map(({ test }) => of.filter(test).length);
  const rows = LEVELS.map(({ title, level }) => ({
    title,
    members: movements.filter((each) => levelOf(each) === level),
  }))
    .filter(({ members }) => members.length > 0)
    .map(({ title, members }) => ({ title, counts: counts(members), isTotal: false }));
  return {
    titles: columns.map(({ title }) => title),
    rows: [...rows, { title: "Tổng cộng", counts: counts(movements), isTotal: true }],
  };
}

const LEVELS = [
  { level: "central", title: "Trung ương" },
  { level: "province", title: "Bộ, ban, ngành, tỉnh" },
  { level: "local", title: "Cơ quan, đơn vị, địa phương" },
  { level: "unsaid", title: "Chưa ghi cơ quan phát động" },
] as const;

const CENTRAL = /thủ tướng|chính phủ|trung ương|chủ tịch nước|quốc hội/u;
const PROVINCE =
  /(^|\s)(tỉnh|bộ|thành phố (hà nội|hồ chí minh|hải phòng|đà nẵng|cần thơ|huế))(\s|$)|tổng liên đoàn|tòa án nhân dân tối cao|viện kiểm sát nhân dân tối cao/u;

function levelOf({ launchedBy }: Movement): (typeof LEVELS)[number]["level"] {
  if (launchedBy === null) return "unsaid";
  const key = nameKey(launchedBy);
  // "Sở Nội vụ tỉnh An Bình" is no office of the province's own level.
  if (CENTRAL.test(key)) return "central";
  return PROVINCE.test(key) && !/^(sở|chi cục|phòng|trường|trung tâm|huyện|xã|phường) /u.test(key)
    ? "province"
    : "local";
}

const COLUMNS: readonly { title: string; test: Test }[] = [
  { title: "Tổng số", test: () => true },
  { title: "Thường xuyên", test: ({ kind }) => kind === "regular" },
  { title: "Theo đợt", test: ({ kind }) => kind === "period" },
  { title: "Chuyên đề", test: ({ kind }) => kind === "thematic" },
  { title: "Đặc biệt", test: ({ kind }) => kind === "special" },
  { title: "Loại khác, chưa ghi", test: ({ kind }) => kind === null },
  { title: "Dưới 1 năm", test: (each) => bandOf(each) === "under-1" },
  { title: "1 năm", test: (each) => bandOf(each) === "1" },
  { title: "Trên 1 đến dưới 3 năm", test: (each) => bandOf(each) === "under-3" },
  { title: "Từ 3 đến dưới 5 năm", test: (each) => bandOf(each) === "under-5" },
  { title: "Từ 5 năm", test: (each) => bandOf(each) === "5" },
  { title: "Chưa rõ thời gian", test: (each) => bandOf(each) === null },
];

/** How long a movement lasts, its last day included; null when its beginning or end is not known. */
function bandOf({ from, to }: Movement): "under-1" | "1" | "under-3" | "under-5" | "5" | null {
  if (from === null || to === null) return null;
  const end = nextDay(to);
  if (end < addYears(from, 1)) return "under-1";
  if (end === addYears(from, 1)) return "1";
  if (end < addYears(from, 3)) return "under-3";
  return end < addYears(from, 5) ? "under-5" : "5";
}

/** The same day years later; dates are texts, which compare as days do. */
function addYears(date: string, years: number): string {
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
}

function nextDay(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
}
