import { type Issuer, issuerName } from "./issuer.js";
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

/** Who carries a decision out ("… chịu trách nhiệm thi hành Quyết định này"), before the heads of units and the awarded. */
export function enforcers(issuer: Issuer, date: string): string[] {
  const area = issuerName(issuer).replace(/^Ủy ban nhân dân /u, "");
  const type =
    /^(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?= )/iu.exec(area)?.[0].toLocaleLowerCase("vi") ??
    "";
  const proposer = defaultProposer(issuer.level, date)?.text ?? null;
  const office = {
    tinh: `Chánh Văn phòng Ủy ban nhân dân ${type}`,
    huyen: `Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân ${type}`,
    xa: date < TWO_TIERS ? null : `Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân ${type}`,
    so: null,
    khac: null,
  }[issuer.level];
  return [office, proposer].filter((one) => one !== null).map((one) => one.trim().replace(/^công/u, "Công"));
}
