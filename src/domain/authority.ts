import { type AwardKind, awardKind, awardName } from "./awards.js";
import { shortDate } from "./date.js";
import { type IssuerLevel, isCluster } from "./issuer-level.js";
import { FIRST_DAY } from "./law/periods.js";
import { type Mark, type Source, weakerMark } from "./law/source.js";

/** Who would sign: the head of an issuer of that level, or a cụm/khối thi đua, which decides nothing. */
export type Decider = IssuerLevel | "cum";

export interface Authority {
  /** null when the law the program holds does not tell; the office has to check. */
  allowed: boolean | null;
  /** The rule as officers cite it. */
  basis: string;
  mark: Mark;
  /** Why not (or why it cannot be told) and what to do, in Vietnamese; null when allowed. */
  reason: string | null;
}

interface Grant {
  decider: IssuerLevel;
  awards: readonly string[];
  /** First and last day; `to` null: still in force. */
  from: string;
  to: string | null;
  source: Source;
}

/** Luật TCCQĐP 72/2025: no district level from this day. */
const NO_DISTRICT = "2025-07-01";
/** Luật 06/2026/QH16 in force; its articles on authority were not read. */
const AMENDED = "2026-10-01";

const PROVINCE = [
  "co-thi-dua-tinh",
  "chien-si-thi-dua-tinh",
  "tap-the-lao-dong-xuat-sac",
  "don-vi-quyet-thang",
  "bang-khen",
];
const UNIT = ["tap-the-lao-dong-tien-tien", "chien-si-thi-dua-co-so", "lao-dong-tien-tien", "giay-khen"];
/** What enterprises, co-operatives, public units and armed-forces units may give within their own powers (Đ75, Đ80). */
const OWN_AWARDS = [...UNIT, "chien-si-tien-tien", "don-vi-tien-tien"];
const DISTRICT = [...UNIT, "thon-to-dan-pho-van-hoa"];
const COMMUNE = ["lao-dong-tien-tien", "giay-khen", "gia-dinh-van-hoa"];

const PRACTICE: Source = { text: "Luật TĐKT 2003; các quyết định, báo cáo 2018–2023 đã đọc", mark: "V2" };
const LAW_2003: Source = { text: "Luật TĐKT 2003 (sửa đổi 2005, 2013)", mark: "R" };
const ARTICLE_79: Source = { text: "Luật TĐKT 2022 Điều 79", mark: "R" };
const ARTICLE_80: Source = { text: "Luật TĐKT 2022 Điều 80", mark: "V" };
const DECREE_129: Source = { text: "Nghị định số 129/2025/NĐ-CP Điều 59", mark: "V" };
const CLUSTER_SOURCE: Source = { text: "Luật TĐKT 2022 Điều 77–80 (không có cụm, khối)", mark: "R" };
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

const DECIDERS: Record<Decider, string> = {
  tinh: "Chủ tịch Ủy ban nhân dân cấp tỉnh",
  so: "thủ trưởng sở và cơ quan tương đương",
  huyen: "Chủ tịch Ủy ban nhân dân cấp huyện",
  xa: "Chủ tịch Ủy ban nhân dân cấp xã",
  khac: "thủ trưởng cơ quan, tổ chức, đơn vị này",
  cum: "cụm, khối thi đua",
};

/** The decider an issuer's settings stand for: a cụm/khối by its name, otherwise its level. */
export function deciderOf(issuer: { name: string; level: IssuerLevel }): Decider {
  return isCluster(issuer.name) ? "cum" : issuer.level;
}

/** Whether `decider` may sign a decision giving this award on `date`. Throws on an id that is not in the catalogue. */
export function mayDecide(awardId: string, decider: Decider, date: string): Authority {
  const kind = awardKind(awardId);
  if (kind === null) throw new Error(`Unknown award id: ${awardId}`);
  const grant = GRANTS.find((one) => one.decider === decider && one.awards.includes(awardId) && covers(one, date));
  if (grant !== undefined) return ruled(true, grant.source, date, null);
  if (date < FIRST_DAY) return unknown(NO_LAW);
  const name = `“${awardName(kind, date)}”`;
  if (decider === "cum") return ruled(false, CLUSTER_SOURCE, date, CLUSTER);
  if (decider === "huyen" && date >= NO_DISTRICT) return ruled(false, DECREE_129, date, DISTRICT_ENDED);
  if (kind.from !== null && date < kind.from) {
    return ruled(
      false,
      kind.source,
      date,
      `${name} chỉ có từ ngày ${shortDate(kind.from)}. Hãy kiểm tra lại ngày quyết định.`,
    );
  }
  if (decider === "khac" && OWN_AWARDS.includes(awardId)) return unknown(`${name}: ${OTHER_BODY}`);
  const who = rightfulDeciders(kind, date);
  const remedy =
    kind.level === "local"
      ? "Hãy chuyển danh sách cho nơi có thẩm quyền, hoặc sửa cột Danh hiệu/Hình thức nếu ghi nhầm."
      : "Hãy lập tờ trình đề nghị khen thưởng, hoặc sửa cột Danh hiệu/Hình thức nếu ghi nhầm.";
  const reason = `${name} do ${who.text} quyết định, không thuộc thẩm quyền của ${DECIDERS[decider]}. ${remedy}`;
  return ruled(false, who.source, date, reason);
}

const NO_LAW = `Chương trình không có quy định về thẩm quyền khen thưởng trước ngày ${shortDate(FIRST_DAY)}. Hãy tự đối chiếu văn bản, hoặc kiểm tra lại ngày quyết định.`;
const CLUSTER =
  "Cụm, khối thi đua bình xét, suy tôn và đề nghị khen thưởng, không có thẩm quyền quyết định khen thưởng. Hãy khai cơ quan ký quyết định ở mục issuer.name.";
const DISTRICT_ENDED = `Từ ngày ${shortDate(NO_DISTRICT)} không còn cấp huyện nên Chủ tịch Ủy ban nhân dân cấp huyện không ký quyết định khen thưởng. Hãy kiểm tra lại ngày quyết định và mục issuer.level.`;
const OTHER_BODY =
  "doanh nghiệp, hợp tác xã, đơn vị sự nghiệp có thể được quyết định, nhưng chương trình không biết cơ quan này thuộc loại nào. Hãy tự đối chiếu quy định trước khi ký.";

function rightfulDeciders(kind: AwardKind, date: string): { text: string; source: Source } {
  const source = date < "2024-01-01" ? LAW_2003 : kind.source;
  const grants = GRANTS.filter((grant) => grant.awards.includes(kind.id) && covers(grant, date));
  const names = [...new Set(grants.map((grant) => DECIDERS[grant.decider]))];
  if (names.length > 0) return { text: names.join(" hoặc "), source: grants[0]?.source ?? source };
  return { text: kind.giver ?? "cấp có thẩm quyền khác", source };
}

function covers(grant: Grant, date: string): boolean {
  return grant.from <= date && (grant.to === null || date <= grant.to);
}

function ruled(allowed: boolean, source: Source, date: string, reason: string | null): Authority {
  if (date < AMENDED) return { allowed, basis: source.text, mark: source.mark, reason };
  return {
    allowed,
    basis: `${source.text}; chưa đối chiếu Luật 06/2026/QH16`,
    mark: weakerMark(source.mark, "R"),
    reason,
  };
}

function unknown(reason: string): Authority {
  return { allowed: null, basis: "chưa xác định", mark: "R", reason };
}
