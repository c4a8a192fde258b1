import { cleanText, nameKey } from "./name.js";

/** Cấp của cơ quan ban hành: tỉnh, huyện, xã, sở và tương đương, khác. */
export type IssuerLevel = "tinh" | "huyen" | "xa" | "so" | "khac";

/** THE LIST of levels, highest first, with the words for people. */
export const ISSUER_LEVELS: readonly { id: IssuerLevel; name: string }[] = [
  { id: "tinh", name: "Ủy ban nhân dân cấp tỉnh" },
  { id: "so", name: "sở, ban, ngành và tương đương" },
  { id: "huyen", name: "Ủy ban nhân dân cấp huyện" },
  { id: "xa", name: "Ủy ban nhân dân cấp xã" },
  { id: "khac", name: "cơ quan, tổ chức, đơn vị khác" },
];

/** Thành phố trực thuộc Trung ương; Huế only from 2025-01-01, before that a city of the province. */
const CENTRAL_CITIES: readonly { name: string; from: string }[] = [
  { name: "hà nội", from: "" },
  { name: "hồ chí minh", from: "" },
  { name: "hải phòng", from: "" },
  { name: "đà nẵng", from: "" },
  { name: "cần thơ", from: "" },
  { name: "huế", from: "2025-01-01" },
];

const AREA = [
  [/^tỉnh /, "tinh"],
  [/^(huyện|quận|thị xã) /, "huyen"],
  [/^(xã|phường|thị trấn|đặc khu) /, "xa"],
] as const;

/** Agencies of the province that rank with a sở (Luật TĐKT 2022 Đ80: "cơ quan chuyên môn … và tương đương"). */
const DEPARTMENT =
  /^(sở |thanh tra tỉnh|ban dân tộc|văn phòng ủy ban nhân dân (tỉnh|thành phố)|ban quản lý (các )?khu )/;

const OTHER =
  /^(cụm|khối|ban|phòng|trường|học viện|trung tâm|bệnh viện|trạm|công ty|tổng công ty|tập đoàn|hợp tác xã|ngân hàng|hội|liên đoàn|liên minh|đoàn|ủy ban mặt trận|mặt trận|đảng ủy|huyện ủy|tỉnh ủy|thành ủy|công an|bộ chỉ huy|ban chỉ huy|chi cục|cục|hạt|kho bạc|bảo hiểm|tòa án|viện|văn phòng|doanh nghiệp|câu lạc bộ|bộ) /;

/**
 * The level an issuer's name tells, or null when it does not ("Nhà máy A"). `date` (the decision's) matters only for Huế,
 * a city of its province until 2024-12-31; without it the name is taken as of today's map.
 */
export function inferLevel(issuerName: string, date?: string): IssuerLevel | null {
  const key = spellOut(nameKey(issuerName));
  if (DEPARTMENT.test(key)) {
    const city = /^văn phòng ủy ban nhân dân thành phố (.+)$/.exec(key);
    return city?.[1] === undefined || isCentralCity(city[1], date) ? "so" : "khac";
  }
  const area = key.replace(/^ủy ban nhân dân /, "");
  for (const [pattern, level] of AREA) if (pattern.test(area)) return level;
  const city = /^(?:thành phố|thủ đô) (.+)$/.exec(area)?.[1];
  if (city !== undefined) return isCentralCity(city, date) ? "tinh" : "huyen";
  return OTHER.test(key) ? "khac" : null;
}

/** Cụm and khối thi đua are associations of units: they review and propose, and decide no award. */
export function isCluster(issuerName: string): boolean {
  return /^(cụm|khối)( thi đua)? /.test(nameKey(issuerName));
}

function isCentralCity(name: string, date: string | undefined): boolean {
  const key = cleanText(name.replace(/^trực thuộc trung ương /, ""));
  return CENTRAL_CITIES.some((city) => city.name === key && (date === undefined || date >= city.from));
}

const SHORT: readonly [RegExp, string][] = [
  [/^ubnd(?=[ .])\.? */, "ủy ban nhân dân "],
  [/(?<=^| )(?:tp|t\.p)(?:\.\s*| +)/, "thành phố "],
  [/(?<=^| )(?:tx|t\.x)(?:\.\s*| +)/, "thị xã "],
  [/(?<=^| )(?:tt|t\.t)(?:\.\s*| +)/, "thị trấn "],
  [/(?<=nhân dân )h(?:\.\s*| +)/, "huyện "],
  [/(?<=nhân dân )q(?:\.\s*| +)/, "quận "],
  [/(?<=nhân dân )x(?:\.\s*| +)/, "xã "],
  [/(?<=nhân dân )p(?:\.\s*| +)/, "phường "],
  [/(?<=nhân dân )t(?:\.\s*| +)/, "tỉnh "],
  [/(?<= )ubnd(?= )/, "ủy ban nhân dân"],
  [/(?<=thành phố )(hcm|h\.c\.m)$/, "hồ chí minh"],
];

function spellOut(key: string): string {
  return SHORT.reduce((text, [pattern, full]) => text.replace(pattern, full), key);
}
