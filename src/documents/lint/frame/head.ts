import type { Frame } from "./frame.js";
import { findAttached, findCertificate, findFreeKind } from "./free-kind.js";
import { findNamedType, type NamedType } from "./named-type.js";
import { isAny, isCapitals, isTypedRule, type Piece } from "./piece.js";

type Head = Pick<
  Frame,
  | "kind"
  | "nation"
  | "motto"
  | "parent"
  | "issuer"
  | "number"
  | "date"
  | "subject"
  | "urgency"
  | "title"
  | "abstract"
  | "addressee"
  | "receivers"
> & {
  /** Where the text below the head begins among the pieces. */
  end: number;
};

/** The head stands on the first page: what comes later is no part of it. */
const HEAD_PIECES = 80;
const URGENCY = /^(hỏa tốc|thượng khẩn|khẩn)( hẹn giờ)?$/;
const OTHER_MARKS = /^(dự thảo|mật|tối mật|tuyệt mật|xem xong trả lại|lưu hành nội bộ|bản sao|sao y)( .*)?$/;

/** Finds the components above the text, whether they stand in a table, between tabs or in text boxes. */
export function readHead(pieces: readonly Piece[]): Head {
  const top = pieces.slice(0, HEAD_PIECES);
  const nation = top.find(({ key }) => /^cộng hòa (xã hội|xhcn)/.test(key)) ?? null;
  const motto = top.find(({ key }) => /độc lập.{0,5}tự do.{0,5}hạnh phúc/.test(key)) ?? null;
  const addresseeAt = top.findIndex(({ key }) => /^kính gửi/.test(key));
  const titleAt = findTitle(top, nation, motto, addresseeAt);
  const before = top.slice(0, titleAt >= 0 ? titleAt : addresseeAt >= 0 ? addresseeAt : 24);
  const number = before.find(({ key }) => /^số\s*[:.]/.test(key) || /^số .*\//.test(key)) ?? null;
  const date = before.find(({ key }) => isDateLine(key)) ?? null;
  const urgency = before.find(({ key }) => URGENCY.test(key)) ?? null;
  const subject = readSubject(before);
  const titled = titleAt < 0 ? findCertificate(top) : findTitledKind(top[titleAt]?.key ?? "");
  const type = findAttached(top, titled, nation !== null);
  const isLetter = type === null && (subject.length > 0 || addresseeAt >= 0);
  const abstract = titleAt < 0 ? [] : readAbstract(top, titleAt, type);
  const used = new Set<Piece | null>([nation, motto, number, date, urgency, ...subject]);
  const agency = before.filter((piece) => !used.has(piece) && isAgencyLine(piece, nation, number));
  const receivers = addresseeAt < 0 ? [] : readReceivers(top, addresseeAt);
  const belowTitle = titleAt < 0 ? 0 : titleAt + 1 + abstract.length;
  // A Kính gửi far below the title belongs to a quoted text.
  const hasAddressee = addresseeAt >= 0 && (titleAt < 0 || addresseeAt - belowTitle <= 3);
  const end = hasAddressee
    ? addresseeAt + 1 + receivers.length
    : belowTitle > 0
      ? belowTitle
      : countHead(before, used, agency);
  return {
    kind: type ?? (isLetter ? "cong-van" : null),
    nation,
    motto,
    ...splitAgency(agency),
    number,
    date,
    subject: isLetter ? subject : [],
    urgency,
    title: top[titleAt] ?? null,
    abstract,
    addressee: hasAddressee ? (top[addresseeAt] ?? null) : null,
    receivers: hasAddressee ? receivers : [],
    end,
  };
}

function findTitledKind(key: string): NamedType | null {
  return findNamedType(key) ?? findFreeKind(key);
}

/** "Hà Nội, ngày 05 tháng 01 năm 2020", and the same with blanks. */
function isDateLine(key: string): boolean {
  return /ngày.{0,12}tháng.{0,12}năm/.test(key) && key.length < 90 && !key.startsWith("(");
}

function findTitle(top: readonly Piece[], nation: Piece | null, motto: Piece | null, addresseeAt: number): number {
  const start = Math.max(nation === null ? -1 : top.indexOf(nation), motto === null ? -1 : top.indexOf(motto)) + 1;
  const isTitle = ({ key, text, paragraph }: Piece) => {
    const type = findTitledKind(key);
    if (type === null || key.length > 160) return false;
    const first = text.slice(0, type.name.length);
    return isCapitals(first) || (key === type.key && paragraph.format.align === "center");
  };
  const at = top.findIndex((piece, index) => index >= start && isTitle(piece));
  // Below Kính gửi such a line is a heading of the text.
  return addresseeAt >= 0 && addresseeAt < at ? -1 : at;
}

function readSubject(before: readonly Piece[]): Piece[] {
  const at = before.findIndex(({ key }) => /^(v\/v|về việc|vv)\b/.test(key));
  const first = before[at];
  if (first === undefined) return [];
  const lines = [first];
  for (const piece of before.slice(at + 1)) {
    const sameColumn =
      piece.paragraph === first.paragraph ||
      (first.paragraph.cell !== null && piece.paragraph.cell === first.paragraph.cell);
    if (!sameColumn || isDateLine(piece.key) || URGENCY.test(piece.key) || isTypedRule(piece.text)) break;
    lines.push(piece);
  }
  return lines;
}

/** Lines right below the title that are centred or bold, until the text begins. */
function readAbstract(top: readonly Piece[], titleAt: number, type: NamedType | null): Piece[] {
  const lines: Piece[] = [];
  for (const piece of top.slice(titleAt + 1, titleAt + 7)) {
    const { key, text, paragraph } = piece;
    if (isTypedRule(text) || paragraph.cell?.table.isRuled === true) break;
    // In a decision that is the authority; elsewhere an abstract in capitals is a fault to tell.
    const mayBeCapitals =
      type?.abbreviation !== "QĐ" && type?.abbreviation !== "NQ" && lines.every((line) => isCapitals(line.text));
    if (isCapitals(text) && !mayBeCapitals) break;
    if (
      /^(căn cứ|kính gửi|điều \d|phần |chương |mục |theo đề nghị|\()/.test(key) ||
      /^([a-zđ]|[ivx]+|\d+)[.)]/.test(key)
    )
      break;
    const isHeading =
      paragraph.format.align === "center" ||
      (lines.length === 0 && (isAny(piece, "bold") || /^(về|v\/v)/.test(key)) && key.length < 200);
    if (!isHeading || piece.text.length > 400) break;
    lines.push(piece);
  }
  return lines;
}

function readReceivers(top: readonly Piece[], addresseeAt: number): Piece[] {
  const receivers: Piece[] = [];
  for (const piece of top.slice(addresseeAt + 1)) {
    if (!/^[-–•+]/.test(piece.text)) break;
    receivers.push(piece);
  }
  return receivers;
}

/** Lines of the left column: beside the Quốc hiệu, above the number; without columns, lines in capitals. */
function isAgencyLine(piece: Piece, nation: Piece | null, number: Piece | null): boolean {
  const { key, text, paragraph } = piece;
  if (isTypedRule(text) || OTHER_MARKS.test(key) || !/\p{L}{2}/u.test(text)) return false;
  const cell = paragraph.cell;
  const column = nation?.paragraph.cell;
  if (cell !== null && column != null && cell.table === column.table) {
    const isLeft = cell.column < column.column;
    const belowNumber = number !== null && number.paragraph.cell === cell && number.paragraph.number < paragraph.number;
    return isLeft && !belowNumber && cell.row <= (number?.paragraph.cell?.row ?? cell.row) && text.length < 200;
  }
  return isCapitals(text) && text.length < 200;
}

/** What a body's own name begins with: a second such line is another body than the first. */
const BODY =
  /^(ủy ban|ubnd|hội đồng|hđnd|sở|phòng|ban|trung tâm|trường|chi cục|cục|vụ|viện|văn phòng|bệnh viện|thanh tra|công an|chi nhánh|công ty|tổng|bộ|quỹ|hội|cụm|khối|đoàn|đảng ủy|liên đoàn|kho bạc|bảo hiểm|tòa án|trạm|hạt|đội|tổ)( |$)/;

/** Which lines name the body above and which the issuer itself. */
function splitAgency(lines: readonly Piece[]): Pick<Frame, "parent" | "issuer"> {
  const firstBold = lines.findIndex((line) => isAny(line, "bold"));
  const nextBody = lines.findIndex(
    ({ key }, index) => index > 0 && BODY.test(key) && !continues(lines[index - 1]?.key ?? ""),
  );
  const at = firstBold > 0 ? firstBold : nextBody > 0 ? nextBody : 0;
  return { parent: lines.slice(0, at), issuer: lines.slice(at) };
}

/** "HỘI ĐỒNG" / "THI ĐUA - KHEN THƯỞNG": a line that ends in the middle of a name. */
function continues(key: string): boolean {
  return /( và|,| -|của)$/.test(key);
}

function countHead(before: readonly Piece[], used: ReadonlySet<Piece | null>, agency: readonly Piece[]): number {
  return before.findLastIndex((piece) => used.has(piece) || agency.includes(piece)) + 1;
}
