import { AlignmentType, LineRuleType, Paragraph, type ParagraphChild, type Table, TextRun } from "docx";

/** What a document's body is made of. */
export type Block = Paragraph | Table;

/** Nghị định 30/2020, Phụ lục I: Times New Roman; sizes in points, chosen inside the ranges of Phần I Mục V. */
export const FONT = "Times New Roman";
export const SIZE = {
  agency: 13,
  nation: 13,
  motto: 14,
  number: 13,
  subject: 12,
  date: 14,
  body: 14,
  table: 12,
  distributionTitle: 12,
  distribution: 11,
} as const;

/** Twips (1/20 pt). A4, margins 20/20/30/20 mm (Phụ lục I, Mục I). */
export const PAGE = {
  width: 11906,
  height: 16838,
  top: 1134,
  bottom: 1134,
  left: 1701,
  right: 1134,
  header: 567,
} as const;

/** Width of the text in twips: 160 mm on an upright page, 247 mm on a lying one. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const LANDSCAPE_TEXT_WIDTH = PAGE.height - PAGE.top - PAGE.bottom;

/** First line of a body paragraph: 1,27 cm. */
export const FIRST_LINE = 720;

/** One line height for single, 1,1 for the body (Decree: single to 1,5). `w:line` in 240ths of a line. */
const SINGLE = 240;
const BODY_LINE = 264;

export interface TextStyle {
  /** Points. */
  size?: number;
  bold?: boolean;
  italics?: boolean;
}

/** A run of text; font and language come from the document's defaults. */
export function text(content: string, style: TextStyle = {}): TextRun {
  const { size = SIZE.body, bold = false, italics = false } = style;
  return new TextRun({
    text: content,
    size: size * 2,
    sizeComplexScript: size * 2,
    ...(bold ? { bold, boldComplexScript: true } : {}),
    ...(italics ? { italics, italicsComplexScript: true } : {}),
  });
}

export interface LineStyle extends TextStyle {
  align?: "left" | "center" | "right" | "both";
  /** Points. */
  before?: number;
  after?: number;
  /** Twips from both sides. */
  indent?: number;
  /** Stays on the page of what follows. */
  keepNext?: boolean;
  pageBreakBefore?: boolean;
}

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.JUSTIFIED,
} as const;

/** A paragraph of heads, feet, titles and cells: single-spaced, no first-line indent. */
export function line(content: string | ParagraphChild[], style: LineStyle = {}): Paragraph {
  const { align = "left", before = 0, after = 0, indent, keepNext = false, pageBreakBefore = false } = style;
  return new Paragraph({
    alignment: ALIGN[align],
    spacing: { before: before * 20, after: after * 20, line: SINGLE, lineRule: LineRuleType.AUTO },
    ...(indent === undefined ? {} : { indent: { left: indent, right: indent } }),
    keepNext,
    pageBreakBefore,
    run: { size: (style.size ?? SIZE.body) * 2 },
    children: typeof content === "string" ? [text(content, style)] : content,
  });
}

export interface BodyStyle extends TextStyle {
  keepNext?: boolean;
  /** 0 is body text; 1–4 appear in Word's navigation pane. */
  outline?: 0 | 1 | 2 | 3 | 4;
  align?: "both" | "left";
}

/** A body paragraph: 14 pt, justified, first line 1,27 cm, 6 pt before (Phụ lục I, II.6). */
export function body(content: string | ParagraphChild[], style: BodyStyle = {}): Paragraph {
  const { keepNext = false, outline = 0, align = "both" } = style;
  return new Paragraph({
    alignment: ALIGN[align],
    spacing: { before: 120, after: 0, line: BODY_LINE, lineRule: LineRuleType.AUTO },
    indent: { firstLine: FIRST_LINE },
    widowControl: true,
    keepNext,
    ...(outline === 0 ? {} : { outlineLevel: outline - 1, keepLines: true }),
    run: { size: SIZE.body * 2 },
    children: typeof content === "string" ? [text(content, style)] : content,
  });
}
