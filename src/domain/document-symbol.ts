import { type Issuer, isCommittee, issuerName } from "./issuer.js";
import { cleanText } from "./name.js";
import { upperVietnamese } from "./upper-case.js";

/** Viết tắt tên loại (NĐ 30/2020 Phụ lục III). */
export type DocumentType = "QĐ" | "BC" | "TTr" | "BB" | "KH" | "TB" | "HD" | "GM" | "CV";

/** Symbol after the number: "QĐ-UBND", "BC-UBND", "QĐ-SYT"; a công văn ("CV") names no type: "UBND". `abbreviation` overrides what the name gives. */
export function documentSymbol(issuer: Issuer, type: DocumentType, abbreviation: string | null = null): string {
  const body = abbreviation ?? issuerAbbreviation(issuer);
  return type === "CV" ? body : `${type}-${body}`;
}

/** Viết tắt tên cơ quan: "UBND", "SYT", "SGDĐT", "HĐTĐKT"; the place is no part of it. */
export function issuerAbbreviation(issuer: Issuer): string {
  const name = issuerName(issuer);
  if (isCommittee(name)) return "UBND";
  const body = name
    .replace(/\s+(tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã(?!\s+hội)|phường|đặc khu)(\s.*)?$/iu, "")
    .replace(/ủy ban nhân dân/giu, "UBND")
    .replace(/hội đồng nhân dân/giu, "HĐND");
  const known = KNOWN.find(([pattern]) => pattern.test(body))?.[1];
  return known ?? initials(body);
}

/** Bodies whose usual abbreviation is not made of initials. */
const KNOWN: readonly [RegExp, string][] = [[/^văn phòng ubnd$/iu, "VPUBND"]];

/** First letters; "và" and dashes say nothing, "Đ" keeps its bar but vowels drop their marks (Ủy → U); UBND, THCS, 1 stay. */
function initials(body: string): string {
  const whole = body === upperVietnamese(body) ? /^(\d+|UBND|HĐND|THCS|THPT)$/u : /^(\d+|[A-ZĐ]{2,})$/u;
  return cleanText(body)
    .replace(/[,.–-]+/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "" && !/^(và|của|&)$/iu.test(word))
    .map((word) => (whole.test(word) ? word : upperVietnamese(word.slice(0, 1))))
    .map((letter) => letter.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC"))
    .join("");
}
