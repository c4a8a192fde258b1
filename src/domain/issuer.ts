import type { IssuerLevel } from "./issuer-level.js";
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
  const lines = (body: string) => splitCommittee(body).map(upperVietnamese);
  return { parent: parent === "" ? [] : lines(parent), issuer: lines(own) };
}

/** Head of such a body: "Chủ tịch", "Giám đốc" …; null when the name does not tell. */
export function headPosition(issuer: Issuer): string | null {
  const key = nameKey(issuerName(issuer));
  return HEADS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

const HEADS: readonly [RegExp, string][] = [
  [/^ủy ban nhân dân /, "Chủ tịch"],
  [/^công an (tỉnh|thành phố)( |$)/, "Giám đốc"],
  [/^công an( |$)/, "Trưởng Công an"],
  [/^(sở|trung tâm|bệnh viện|công ty|ban quản lý|kho bạc|bảo hiểm|điện lực|học viện)( |$)/, "Giám đốc"],
  [/^(đoàn|huyện đoàn|tỉnh đoàn|thành đoàn|đảng ủy|huyện ủy|tỉnh ủy|thành ủy)( |$)/, "Bí thư"],
  [/^phòng( |$)/, "Trưởng phòng"],
  [/^ban(?! chấp hành| thường vụ)( |$)/, "Trưởng ban"],
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

/** What "TM." is followed by when the body decides together: "Ủy ban nhân dân", "Hội đồng", "Cụm thi đua"; null for one-head bodies. */
export function collectiveName(name: string): string | null {
  if (isCommittee(name)) return COMMITTEE;
  const words =
    /^(hội đồng|ban chỉ đạo|ban chấp hành|ban thường vụ|ủy ban mặt trận|(?:cụm|khối) thi đua|cụm|khối)(?= |$)/;
  const length = words.exec(nameKey(name))?.[0].length;
  return length === undefined ? null : name.slice(0, length);
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
  if (area === undefined) {
    return name.replace(/(?<= )UBND(?= |$)/gu, COMMITTEE).replace(/(?<= )HĐND(?= |$)/gu, "Hội đồng nhân dân");
  }
  const full = ABBREVIATED_AREAS.reduce((text, [pattern, type]) => text.replace(pattern, type), area);
  const type = AREA_TYPES.find((one) => nameKey(full).startsWith(`${one} `));
  if (type === undefined) return `${COMMITTEE} ${full}`;
  const place = full.slice(type.length + 1).replace(/^(HCM|H\.C\.M)$/iu, "Hồ Chí Minh");
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
