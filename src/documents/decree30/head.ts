import { BorderStyle, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import { measureText, wrapText } from "../word/text-width.js";
import { type Block, line, SIZE, TEXT_WIDTH } from "./decree30.js";
import { FULL_RULE, SHORT_RULE } from "./page.js";

/** Quốc hiệu, tiêu ngữ (Phụ lục I, II.1; "HÒA" as the rule itself spells it). */
export const NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const MOTTO = "Độc lập - Tự do - Hạnh phúc";

/** Twips: the right column holds the Quốc hiệu at 13 pt on one line; the left one gets the rest. */
const RIGHT = 5560;
const LEFT = TEXT_WIDTH - RIGHT;

export interface Head {
  /** Cơ quan chủ quản, one entry a line; regular capitals. None: leave empty. */
  parent: readonly Paragraph[];
  issuer: string;
  /** `Số: 05/QĐ-UBND`. */
  number: string;
  /** `Bình Minh, ngày 05 tháng 01 năm 2020`; null in minutes (Mẫu 1.9). */
  placeAndDate: string | null;
  /** `DỰ THẢO`, bold, under the number; absent: the template knows no drafts. */
  draft?: string;
  /** `V/v …` of a công văn, under the number (Phụ lục I, II.5b). */
  subject?: string;
}

/** The head of a document: two borderless columns; issuer with its rule, Quốc hiệu and motto, number and date on one level. */
export function documentHead(head: Head): Table {
  return borderlessTable(
    [LEFT, RIGHT],
    [
      [
        [
          ...head.parent,
          line(head.issuer, { size: SIZE.agency, bold: true, align: "center", keepNext: true }),
          ruleUnder(head.issuer, { size: SIZE.agency, bold: true, width: LEFT, kind: "short" }),
        ],
        [
          line(NATION, { size: SIZE.nation, bold: true, align: "center", keepNext: true }),
          line(MOTTO, { size: SIZE.motto, bold: true, align: "center", keepNext: true }),
          ruleUnder(MOTTO, { size: SIZE.motto, bold: true, width: RIGHT, kind: "full" }),
        ],
      ],
      [
        [
          line(head.number, { size: SIZE.number, align: "center", before: 4 }),
          ...(head.draft === undefined
            ? []
            : [line(head.draft, { size: SIZE.number, bold: true, align: "center", before: 4 })]),
          ...(head.subject === undefined
            ? []
            : [line(head.subject, { size: SIZE.subject, align: "center", before: 6 })]),
        ],
        [line(head.placeAndDate ?? "", { size: SIZE.date, italics: true, align: "center", before: 4 })],
      ],
    ],
  );
}

/** A line of the parent body above the issuer. */
export function parentLine(content: string): Paragraph {
  return line(content, { size: SIZE.agency, align: "center", keepNext: true });
}

/** Tên loại and trích yếu with the rule beneath (Phụ lục I, II.5a). */
export function documentTitle(title: string, abstract: string): Block[] {
  return [
    line(title, { bold: true, align: "center", before: 18, keepNext: true }),
    line(abstract, { bold: true, align: "center", indent: TITLE_INDENT, keepNext: true }),
    ruleUnder(abstract, {
      size: SIZE.body,
      bold: true,
      width: TEXT_WIDTH - 2 * TITLE_INDENT,
      kind: "short",
      outer: TITLE_INDENT,
    }),
  ];
}

/** Twips kept free on both sides of a centred title, so that it breaks into lines of like length. */
export const TITLE_INDENT = 850;

export interface RuleStyle {
  size: number;
  bold: boolean;
  /** Twips the text above may fill. */
  width: number;
  kind: "short" | "full";
  /** Twips of indent the text above has on each side. */
  outer?: number;
}

/** Share of the line above: the Decree wants a third to a half. */
const SHORT = 0.42;

/** The indent, on each side, that makes a rule as long as it must be under `content` (its longest line when it wraps). */
export function ruleIndent(content: string, style: RuleStyle): number {
  const longest = Math.max(
    ...wrapText(content, style.width, style.size, style.bold).map((part) =>
      measureText(part.trim(), style.size, style.bold),
    ),
  );
  const length = Math.min(longest, style.width) * (style.kind === "short" ? SHORT : 1);
  return Math.max(0, Math.round((style.width - length) / 2)) + (style.outer ?? 0);
}

/** A thin rule under a text: the upper border of an empty paragraph as wide as the rule, so that Word and LibreOffice draw it alike. */
export function ruleUnder(content: string, style: RuleStyle): Paragraph {
  const indent = ruleIndent(content, style);
  return new Paragraph({
    style: style.kind === "short" ? SHORT_RULE : FULL_RULE,
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: "000000" } },
    spacing: { before: 60, after: 0, line: 60, lineRule: LineRuleType.EXACT },
    indent: { left: indent, right: indent },
    keepNext: true,
    run: { size: 4 },
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

/** Two columns without lines for heads and feet; no row ever breaks across pages. */
export function borderlessTable(
  widths: readonly [number, number],
  rows: readonly (readonly [Paragraph[], Paragraph[]])[],
): Table {
  return new Table({
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, column) =>
              new TableCell({ width: { size: widths[column] ?? 0, type: WidthType.DXA }, children }),
          ),
        }),
    ),
  });
}
