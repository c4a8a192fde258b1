import { cleanText, foldKey, nameKey, unitKey } from "../../domain/name.js";
import { isMeasure } from "../cell/measure.js";
import type { SheetUnit } from "./reading.js";
import { isDepartment, isOffice, isSentence, lowestBody } from "./sheet-body.js";

/** What the caller knows of the units a sheet may be about. */
export interface UnitHints {
  /** `--unit`: the unit a sheet without a unit column is of; null when not given. */
  unit: string | null;
  /** Names of the units known already; a title or file name is searched for them. */
  knownUnits: readonly string[];
}

export const NO_HINTS: UnitHints = { unit: null, knownUnits: [] };

/** Words of a cluster: what it is called by may hold the name of one of its units. */
const OF_CLUSTER = /(?<!\p{L})(cụm|khối)(?!\p{L})/iu;

/**
 * The unit of a sheet that may well be of a whole cluster: `--unit`, "Đơn vị: …" in a title line, else a known unit that a line
 * about no cluster names; null when none tells.
 */
export function findSureUnit(
  place: { file: string; sheet: string | null; title: readonly (readonly string[])[] },
  hints: UnitHints,
): SheetUnit | null {
  const title = place.title.map((line) => line.filter((text) => LABEL.test(text) || !OF_CLUSTER.test(text)));
  const found = findSheetUnit({ ...place, title }, hints);
  if (found === null || found.from === "option" || matchUnit(found.name, hints.knownUnits) !== null) return found;
  return title.some((line) => findLabelled(line) === found.name) ? found : null;
}

/**
 * The unit of a sheet without a unit column: `--unit`, a title line (given by its cells), the sheet's name, the file's
 * name; null when none tells.
 */
export function findSheetUnit(
  place: { file: string; sheet: string | null; title: readonly (readonly string[])[] },
  hints: UnitHints,
): SheetUnit | null {
  if (hints.unit !== null) return { name: hints.unit, from: "option" };
  const fileName = (place.file.split(/[\\/]/).at(-1) ?? "").replace(/\.[^.]*$/, "");
  const title = unitInTitle(place.title, hints.knownUnits);
  if (title !== null) return { name: title, from: "title" };
  const sheet = place.sheet === null ? null : unitInName(place.sheet, hints.knownUnits);
  if (sheet !== null) return { name: sheet, from: "sheet" };
  const file = unitInName(fileName, hints.knownUnits);
  return file === null ? null : { name: file, from: "file" };
}

const LABEL =
  /^(?:tên\s+)?(?:đơn vị|đơn vị báo cáo|đơn vị thi đua|địa phương|cơ quan|cơ quan báo cáo|đơn vị tự chấm|đơn vị được chấm)\s*:\s*(.*)$/iu;
/** "Xã Đông Mẫu – Năm 2020": the time behind a name is no part of it. */
const TIME_BEHIND = /[\s,;–-]+(?:năm|quý|tháng|kỳ|ngày)\s*:?\s*[\dIVX].*$/iu;

/** What stands behind a label, in its cell or in the next: "Đơn vị: Xã A", "Đơn vị: | Xã A | Năm | 2020". */
function findLabelled(cells: readonly string[]): string | undefined {
  for (const [index, cell] of cells.entries()) {
    const own = LABEL.exec(cell)?.[1];
    if (own !== undefined) return (own || (cells[index + 1] ?? "")).replace(TIME_BEHIND, "").trim();
  }
  return undefined;
}

function unitInTitle(title: readonly (readonly string[])[], known: readonly string[]): string | null {
  for (const line of title) {
    const labelled = findLabelled(line);
    if (labelled !== undefined && labelled !== "" && !isMeasure(labelled) && !/[.…_]{3}/.test(labelled)) {
      return findKnown(labelled, known) ?? labelled;
    }
  }
  // Cell by cell: what stands beside a name (the national motto) is no part of it.
  const texts = title.flat().filter((text) => !/^(đvt|đơn vị tính|đơn vị)\s*:/i.test(text));
  const body = lowestBody(texts);
  if (body !== null) return matchUnit(body, known) ?? findKnown(texts.filter(isSentence).join(" ; "), known) ?? body;
  const others = texts.filter((text) => !isOffice(text) || matchUnit(text, known) !== null);
  const found = findKnown(others.join(" ; "), known);
  // Under "UBND TỈNH …" a department may send the province's figures or its own.
  return found ?? (texts.some(isDepartment) ? null : lowestNamed(others.flatMap(unitsNamed)));
}

function unitInName(name: string, known: readonly string[]): string | null {
  const words = name.replace(/[_\-.]+/g, " ");
  const body = lowestBody([words]);
  if (body !== null) return matchUnit(body, known) ?? body;
  return findKnown(words, known) ?? lowestNamed(unitsNamed(words)) ?? (ABBREVIATED.test(name) ? name.trim() : null);
}

/** "TT Mẫu", "H. Sơn": a sheet or a file called by nothing but an abbreviated name. */
const ABBREVIATED =
  /^\s*(?:(?:(?:TT|TX|TP)(?:\.\s*|\s+)|[HXPQ]\.\s*)\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*)*|[PQ]\.\s*\d+)\s*$/u;

/** The one known unit a text names, with or without its type, diacritics missing all over in a file's name; null when several. */
function findKnown(text: string, known: readonly string[]): string | null {
  const sides: ((name: string) => [string, string])[] = [
    (name) => [unitWords(text), unitKey(name)],
    (name) => [nameKey(text), bareKey(name)],
    (name) => [foldKey(text), foldKey(unitKey(name))],
    (name) => [foldKey(text), foldKey(bareKey(name))],
  ];
  for (const side of sides.slice(0, foldKey(text) === nameKey(text) ? 4 : 2)) {
    const found = known.filter((name) => hasWords(...side(name)));
    // "Xã Đông" also stands in "Xã Đông Hòa": the longer name is meant.
    const longest = found.filter(
      (name) => !found.some((other) => other !== name && unitKey(other).includes(unitKey(name))),
    );
    if (longest.length === 1) return longest[0] ?? null;
    if (longest.length > 1) return null;
  }
  return null;
}

/** The text with the abbreviations of units spelt out ("TP. Mẫu" → "thành phố mẫu"). */
function unitWords(text: string): string {
  return nameKey(text)
    .split(/(?=\b(?:tp|tx|tt|h|q|p|x)\.)|\s(?=(?:tp|tx|tt)\s)|\s*;\s*/)
    .map((part) => unitKey(part))
    .join(" ");
}

const TYPE = /^(thành phố|thị xã|thị trấn|huyện|quận|phường|xã|tỉnh|ủy ban nhân dân)\s+/;

/** The name without its type: "huyện lâm bình" → "lâm bình"; the whole when a lone word would be left. */
function bareKey(name: string): string {
  const bare = unitKey(name).replace(TYPE, "").replace(TYPE, "");
  return bare.includes(" ") ? bare : unitKey(name);
}

/** "UBND huyện Lâm Mẫu" → "huyện"; "" when the name says none. */
function typeOf(name: string): string {
  return TYPE.exec(unitKey(name).replace(/^ủy ban nhân dân\s+/, ""))?.[1] ?? "";
}

/** "Thị trấn Lâm Mẫu" is not "Huyện Lâm Mẫu", "Lâm Mẫu" may be. */
function isOneKind(one: string, other: string): boolean {
  return one === other || one === "" || other === "";
}

/** The known unit a column or cell names: exactly, else the only one called so but for its type; null when none is. */
export function matchUnit(text: string, known: readonly string[]): string | null {
  const exact = known.find((name) => unitKey(name) === unitKey(text));
  if (exact !== undefined) return exact;
  const isAlike = (name: string) => bareKey(name) === bareKey(text) && isOneKind(typeOf(name), typeOf(text));
  const bare = new Map(known.filter(isAlike).map((name) => [unitKey(name), name]));
  return bare.size === 1 ? ([...bare.values()][0] ?? null) : null;
}

const TYPED_UNIT =
  /^((huyện|quận|thị xã|thị trấn|thành phố|phường|xã(?! hội)|sở|trường|tp|tx|tt)\s+|(tp|tx|tt|[hqpx])\.\s*)(?=\p{L})/iu;

/** Whether a text says itself that it is a unit: "Huyện Lâm Bình", "TP. Mẫu"; "Huyện giao", "Xã hội" and "TPCP" do not. */
export function isTypedUnit(text: string): boolean {
  const name = text.replace(TYPED_UNIT, "");
  return name !== text && name.charAt(0) !== name.charAt(0).toLocaleLowerCase("vi");
}

function hasWords(text: string, words: string): boolean {
  return ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ")} `.includes(` ${words.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `);
}

/** Words behind "xã", "huyện" … that begin no name: "CÁC XÃ NĂM 2020", "KẾ HOẠCH TỈNH GIAO", "XÃ ĐẠT CHUẨN NÔNG THÔN MỚI". */
const NO_NAME = [
  "(?:và|thuộc|viên|trong|của|có|được|chưa|này|theo|trên|ở|năm\\s+(?:học|nay)|đạt\\s+(?:chuẩn|tiêu|danh)|nông\\s+thôn)(?!\\p{L})",
  "(?:năm|giao|điểm|khác|nghèo)\\s*(?:năm(?!\\p{L})|\\d|[,;:()–-]|$)",
].join("|");

// Lowest first: of "UBND HUYỆN … / UBND XÃ …" the commune is the one that reports.
const NAMED = new RegExp(
  `(?<!\\p{L})((xã|phường|thị trấn|huyện|quận|thị xã|thành phố|t[px]\\.?|tỉnh)\\s+(?!${NO_NAME})\\p{Lu}[^,;:()–]*?)(?=\\s+(?:và|năm|quý|tháng|giai đoạn|trong|sáu tháng|6 tháng|\\d)|\\s*(?:[,;:()–]|\\s-\\s|$))`,
  "giu",
);
const RANKS = [/^(xã|phường|thị trấn)/i, /^(huyện|quận|thị xã|thành phố|t[px](?!\p{L}))/iu, /^tỉnh/i];

/** The word "xã hội" of "kinh tế - xã hội", "Cộng hòa xã hội chủ nghĩa …", which is no commune. */
const SOCIETY =
  /(?<=(?:kinh tế|kt|văn h[óo][aá]|cộng h[òo][aà]|chính trị|an sinh|an toàn|trật tự|tệ nạn|bảo hiểm|chính sách|công tác|nhà ở|phúc lợi|tiến bộ|thương binh|và)[\s,–-]*)xã hội|xã hội(?=\s+(?:chủ nghĩa|h[óo][aá]|học))/giu;

function unitsNamed(line: string): string[] {
  const text = cleanText(line).replace(SOCIETY, ";");
  return [...text.matchAll(NAMED)].map((match) => match[1] ?? "").filter(startsWithCapital);
}

/** Whether a text is the name of a unit and nothing more: "Xã Đông Mẫu", "TT Mẫu"; not "Xã đạt chuẩn". */
export function namesUnit(text: string): boolean {
  return ABBREVIATED.test(text) || NUMBERED.test(nameKey(text)) || unitsNamed(text)[0] === text;
}

const NUMBERED = /^(phường|quận) \d{1,2}$/;

/** The flag i of NAMED lets a small letter pass for a capital. */
function startsWithCapital(name: string): boolean {
  const first = name.split(/\s+/).at(/^(thị|thành)/i.test(name) ? 2 : 1) ?? "";
  return first !== first.toLocaleLowerCase("vi");
}

function lowestNamed(names: readonly string[]): string | null {
  for (const rank of RANKS) {
    const different = new Map(names.filter((name) => rank.test(name)).map((name) => [unitKey(name), name]));
    if (different.size > 0) return different.size === 1 ? ([...different.values()][0] ?? null) : null;
  }
  return null;
}
