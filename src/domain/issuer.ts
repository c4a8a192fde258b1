import { type IssuerLevel, isCluster } from "./issuer-level.js";
import { cleanText, nameKey } from "./name.js";
import { capitalize, upperVietnamese } from "./upper-case.js";

/** Cơ quan ban hành, as the settings give it. */
export interface Issuer {
  /** "Ủy ban nhân dân huyện Bình Minh", "UBND huyện Bình Minh", "Sở Y tế tỉnh X". */
  name: string;
  /** Cơ quan chủ quản; null when none is printed (a UBND has none by Decree 30). */
  parentBody: string | null;
  level: IssuerLevel;
}

/** The name spelt out and as prose writes it: "UBND HUYỆN BÌNH MINH" → "Ủy ban nhân dân huyện Bình Minh". */
export function issuerName(issuer: Issuer): string {
  return committeeName(issuer.name);
}

/** Left column of the head (NĐ 30/2020 PL I II.2), capitals, one entry per printed line; `parent` regular, `issuer` bold. */
export function headerLines(issuer: Issuer): { parent: string[]; issuer: string[] } {
  const name = issuerName(issuer);
  const parent = issuer.parentBody === null ? "" : committeeName(issuer.parentBody);
  const own = isCommittee(name) || parent === "" ? name : dropPlaceOf(parent, name);
  return { parent: parent === "" ? [] : [upperVietnamese(parent)], issuer: splitCommittee(own).map(upperVietnamese) };
}

/** Head of the issuer: "Chủ tịch", "Giám đốc" …; null when the name does not tell. */
export function headPosition(issuer: Issuer): string | null {
  const key = nameKey(issuerName(issuer));
  return HEADS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

const HEADS: readonly [RegExp, string][] = [
  [/^ủy ban nhân dân /, "Chủ tịch"],
  [
    /^(sở|trung tâm|bệnh viện|công ty|ban quản lý|kho bạc|bảo hiểm|điện lực|học viện|công an tỉnh|công an thành phố)( |$)/,
    "Giám đốc",
  ],
  [/^(phòng|ban|công an)( |$)/, "Trưởng"],
  [/^văn phòng( |$)/, "Chánh Văn phòng"],
  [/^thanh tra( |$)/, "Chánh Thanh tra"],
  [/^chi cục( |$)/, "Chi cục trưởng"],
  [/^cục( |$)/, "Cục trưởng"],
  [/^hạt( |$)/, "Hạt trưởng"],
  [/^(trường|đại học)( |$)/, "Hiệu trưởng"],
  [/^cụm( |$)/, "Cụm trưởng"],
  [/^khối( |$)/, "Khối trưởng"],
  [/^(hội|hội đồng|liên minh|liên đoàn|ủy ban mặt trận|mặt trận)( |$)/, "Chủ tịch"],
];

/**
 * Thẩm quyền ban hành of a decision in the head's own power: "Chủ tịch Ủy ban nhân dân huyện Bình Minh", "Trưởng phòng Nội vụ".
 * `position` is used when the issuer's name does not tell its head; without both, the issuer itself.
 */
export function headInProse(issuer: Issuer, position: string | null = null): string {
  const name = issuerName(issuer);
  const head = headPosition(issuer) ?? position;
  if (head === null || head.trim() === "") return name;
  const [first = "", ...rest] = name.split(" ");
  if (head === "Trưởng")
    return `Trưởng ${/^công$/iu.test(first) ? first : first.toLocaleLowerCase("vi")} ${rest.join(" ")}`;
  // "Hiệu trưởng Trường THCS A", "Chi cục trưởng Chi cục Thuế", but "Chánh Văn phòng Huyện ủy": the word is not said twice.
  if (/^Chánh /u.test(head)) return `${head}${name.slice(head.length - "Chánh ".length)}`;
  return `${head} ${name}`;
}

/** The same line in capitals, as it stands above the căn cứ. */
export function authorityLine(issuer: Issuer, position: string | null = null): string {
  return upperVietnamese(headInProse(issuer, position));
}

/** Who pays the bonus (Luật TĐKT 2022 Đ11: whoever decides, from the fund it manages): "Quỹ thi đua, khen thưởng huyện Bình Minh". */
export function bonusFund(issuer: Issuer): string {
  const name = issuerName(issuer);
  if (isCommittee(name)) return `Quỹ thi đua, khen thưởng ${name.slice(COMMITTEE.length).trim()}`;
  return `Quỹ thi đua, khen thưởng của ${name}`;
}

const COMMITTEE = "Ủy ban nhân dân";

/** Whether the body is a Ủy ban nhân dân, whose reports are signed for the collective (TM.). */
export function isCommittee(name: string): boolean {
  return nameKey(name).startsWith("ủy ban nhân dân ");
}

/** Whether reports of the body are signed "TM.": UBND, councils, clusters, boards. */
export function isCollective(name: string): boolean {
  return (
    isCommittee(name) ||
    isCluster(name) ||
    /^(hội đồng|ban chỉ đạo|ban chấp hành|ban thường vụ|ủy ban mặt trận)( |$)/.test(nameKey(name))
  );
}

const AREA_TYPES = ["thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "xã", "phường"];
const ABBREVIATED_AREAS: readonly [RegExp, string][] = [
  [/^(TP|T\.P)(\.\s*|\s+)/iu, "thành phố "],
  [/^(TX|T\.X)(\.\s*|\s+)/iu, "thị xã "],
  [/^(TT|T\.T)(\.\s*|\s+)/iu, "thị trấn "],
  [/^H(\.\s*|\s+)/iu, "huyện "],
  [/^Q(\.\s*|\s+)/iu, "quận "],
  [/^P(\.\s*|\s+)/iu, "phường "],
  [/^X(\.\s*|\s+)/iu, "xã "],
];

/** Spells out "UBND" and the type of the area; other bodies' names stay as they are. */
function committeeName(typed: string): string {
  const name = cleanText(typed);
  const area = /^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)[\s.]+(.+)$/iu.exec(name)?.[1];
  if (area === undefined) return name;
  const full = ABBREVIATED_AREAS.reduce((text, [pattern, type]) => text.replace(pattern, type), area);
  const type = AREA_TYPES.find((one) => nameKey(full).startsWith(`${one} `));
  if (type === undefined) return `${COMMITTEE} ${full}`;
  const place = full.slice(type.length + 1);
  return `${COMMITTEE} ${typeBefore(type, place)} ${place === upperVietnamese(place) ? titleCase(place) : place}`;
}

/** Type lower, but capital before a number or in "Thành phố Hồ Chí Minh" (NĐ 30/2020 PL II). */
function typeBefore(type: string, place: string): string {
  return /^\d/.test(place) || nameKey(place) === "hồ chí minh" ? capitalize(type) : type;
}

function titleCase(place: string): string {
  return place.toLocaleLowerCase("vi").replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => upperVietnamese(letter));
}

/** "Ủy ban nhân dân" on a line of its own, so that the name wraps where people expect it. */
function splitCommittee(name: string): string[] {
  return isCommittee(name) ? [COMMITTEE, name.slice(COMMITTEE.length + 1)] : [name];
}

/** "Sở Y tế tỉnh X" under "Ủy ban nhân dân tỉnh X" is printed "Sở Y tế". */
function dropPlaceOf(parent: string, name: string): string {
  const place = isCommittee(parent) ? parent.slice(COMMITTEE.length).trim() : "";
  return place !== "" && nameKey(name).endsWith(` ${nameKey(place)}`) ? name.slice(0, -place.length).trim() : name;
}
