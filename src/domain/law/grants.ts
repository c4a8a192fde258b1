import type { IssuerLevel } from "../issuer-level.js";
import { FIRST_DAY } from "./periods.js";
import { LAW_2003, type Source } from "./source.js";

/** Awards the head of an issuer of that level decides, and the days on which they do. */
export interface Grant {
  decider: IssuerLevel;
  awards: readonly string[];
  /** First and last day; `to` null: still in force. */
  from: string;
  to: string | null;
  source: Source;
}

/** Luật TCCQĐP 72/2025: no district level from this day. */
export const NO_DISTRICT = "2025-07-01";

const PROVINCE = [
  "co-thi-dua-tinh",
  "chien-si-thi-dua-tinh",
  "tap-the-lao-dong-xuat-sac",
  "don-vi-quyet-thang",
  "bang-khen",
];
const UNIT = ["tap-the-lao-dong-tien-tien", "chien-si-thi-dua-co-so", "lao-dong-tien-tien", "giay-khen"];
/** What enterprises, co-operatives, public units and armed-forces units may give within their own powers (Đ75, Đ80). */
export const OWN_AWARDS: readonly string[] = [...UNIT, "chien-si-tien-tien", "don-vi-tien-tien"];
const DISTRICT = [...UNIT, "thon-to-dan-pho-van-hoa"];
const COMMUNE = ["lao-dong-tien-tien", "giay-khen", "gia-dinh-van-hoa"];

const PRACTICE: Source = { text: "Luật TĐKT 2003; các quyết định, báo cáo 2018–2023 đã đọc", mark: "V2" };
const ARTICLE_79: Source = { text: "Luật TĐKT 2022 Điều 79", mark: "R" };
const ARTICLE_80: Source = { text: "Luật TĐKT 2022 Điều 80", mark: "V" };
export const DECREE_129: Source = { text: "Nghị định số 129/2025/NĐ-CP Điều 59", mark: "V" };
const ARMED_FORCES: Source = { text: "Luật TĐKT 2022 Điều 24, 28 (lực lượng vũ trang)", mark: "R" };

const OLD = { from: FIRST_DAY, to: "2023-12-31" };
const THREE_TIERS = { from: "2024-01-01", to: "2025-06-30" };
const SINCE_2024 = { from: "2024-01-01", to: null };
const TWO_TIERS = { from: NO_DISTRICT, to: null };

/** THE LIST of who decides what, when; the first line that fits counts. */
export const GRANTS: readonly Grant[] = [
  { decider: "tinh", awards: PROVINCE, ...OLD, source: PRACTICE },
  { decider: "tinh", awards: [...PROVINCE, "xa-tieu-bieu", "ky-niem-chuong"], ...SINCE_2024, source: ARTICLE_79 },
  { decider: "so", awards: UNIT, ...OLD, source: LAW_2003 },
  { decider: "so", awards: UNIT, ...SINCE_2024, source: ARTICLE_80 },
  { decider: "huyen", awards: ["giay-khen"], ...OLD, source: PRACTICE },
  { decider: "huyen", awards: DISTRICT, ...OLD, source: LAW_2003 },
  { decider: "huyen", awards: DISTRICT, ...THREE_TIERS, source: ARTICLE_80 },
  {
    decider: "huyen",
    awards: ["don-vi-tien-tien", "chien-si-tien-tien"],
    from: FIRST_DAY,
    to: "2025-06-30",
    source: ARMED_FORCES,
  },
  { decider: "xa", awards: COMMUNE, ...OLD, source: LAW_2003 },
  { decider: "xa", awards: COMMUNE, ...THREE_TIERS, source: ARTICLE_80 },
  { decider: "xa", awards: [...DISTRICT, "gia-dinh-van-hoa"], ...TWO_TIERS, source: DECREE_129 },
  { decider: "xa", awards: ["chien-si-tien-tien"], from: FIRST_DAY, to: null, source: ARMED_FORCES },
  { decider: "xa", awards: ["don-vi-tien-tien"], ...TWO_TIERS, source: ARMED_FORCES },
];
