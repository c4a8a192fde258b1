import type { IssuerLevel } from "./issuer-level.js";
import type { Mark } from "./law/source.js";

/** Two-tier local government: no district, the commune's affairs office replaces the home-affairs room. */
const TWO_TIERS = "2025-07-01";

interface Proposer {
  level: IssuerLevel;
  from: string;
  to: string | null;
  /** Follows "Theo đề nghị của". */
  text: string;
  mark: Mark;
}

const PROPOSERS: readonly Proposer[] = [
  { level: "tinh", from: "", to: null, text: "Giám đốc Sở Nội vụ", mark: "V" },
  { level: "huyen", from: "", to: "2025-06-30", text: "Trưởng phòng Nội vụ", mark: "V" },
  { level: "xa", from: "", to: "2025-06-30", text: "công chức Văn phòng - Thống kê", mark: "R" },
  { level: "xa", from: TWO_TIERS, to: null, text: "Trưởng phòng Văn hóa - Xã hội", mark: "R" },
  { level: "so", from: "", to: null, text: "Chánh Văn phòng Sở", mark: "R" },
];

/** Who usually proposes ("Theo đề nghị của …") at that level and date; null when there is no usual one. `council.proposer` overrides it. */
export function defaultProposer(level: IssuerLevel, date: string): { text: string; mark: Mark } | null {
  const found = PROPOSERS.find((one) => one.level === level && one.from <= date && (one.to === null || date <= one.to));
  return found === undefined ? null : { text: found.text, mark: found.mark };
}
