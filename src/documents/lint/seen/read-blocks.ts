import {
  isBorder,
  type ParagraphFormat,
  type RunFormat,
  readParagraphFormat,
  readRunFormat,
  type ThemeFonts,
} from "./format.js";
import type { Numbering } from "./numbering.js";
import type { SeenCell, SeenParagraph, SeenTable } from "./seen.js";
import { readShapes } from "./shapes.js";
import { combineRun, type Style, type Styles } from "./styles.js";
import { child, childValue, toggle, twips, type XmlNode } from "./xml-node.js";

/** What formatting rests on, shared by all parts of a document. */
export interface Resources {
  styles: Styles;
  theme: ThemeFonts;
  numbering: Numbering;
}

/** Elements that hold others and show nothing of their own; deletions and what was moved away are not among them. */
const TRANSPARENT = new Set([
  "w:sdt",
  "w:sdtContent",
  "w:customXml",
  "w:smartTag",
  "w:ins",
  "w:moveTo",
  "w:hyperlink",
  "w:fldSimple",
  "w:bdo",
  "w:dir",
  "mc:Choice",
]);

/** The size Word takes when nothing says one. */
const DEFAULT_SIZE = 10;

/** The paragraphs of a part in the order they are read, those of tables and text boxes among them. */
export class BlockReader {
  readonly paragraphs: SeenParagraph[] = [];
  readonly tables: SeenTable[] = [];
  section = 0;
  private startsPage = false;
  private boxDepth = 0;
  /** Complex fields may span paragraphs: instruction so far, and whether its result is being read. */
  private readonly fields: { instruction: string; isResult: boolean }[] = [];

  constructor(private readonly resources: Resources) {}

  readBlocks(node: XmlNode, cell: SeenCell | null, table: Style | null): void {
    for (const one of node.children) {
      if (one.name === "w:p") this.readParagraph(one, cell, table);
      else if (one.name === "w:tbl") this.readTable(one, cell);
      else if (one.name === "mc:AlternateContent") this.readBlocks(firstChoice(one), cell, table);
      else if (TRANSPARENT.has(one.name)) this.readBlocks(one, cell, table);
    }
  }

  private readTable(node: XmlNode, outer: SeenCell | null): void {
    const tblPr = child(node, "w:tblPr");
    const style = this.resources.styles.find("table", childValue(tblPr, "w:tblStyle") ?? null);
    const grid = (child(node, "w:tblGrid")?.children ?? []).map(({ attributes }) => twips(attributes.w) ?? 0);
    const rows = listThrough(node, "w:tr");
    const table: SeenTable = {
      number: this.tables.length + 1,
      isRuled: isRuled(node, tblPr, style),
      grid,
      rows: rows.length,
      headerRows: rows.filter((row) => toggle(child(row, "w:trPr"), "w:tblHeader") === true).length,
      outer,
    };
    this.tables.push(table);
    rows.forEach((row, rowIndex) => {
      const trPr = child(row, "w:trPr");
      if (child(trPr, "w:del") !== undefined) return;
      let column = Number(childValue(trPr, "w:gridBefore") ?? 0);
      for (const tc of listThrough(row, "w:tc")) {
        const tcPr = child(tc, "w:tcPr");
        const span = Number(childValue(tcPr, "w:gridSpan") ?? 1);
        const own = child(tcPr, "w:tcW")?.attributes;
        const gridWidth = grid.slice(column, column + span).reduce((sum, each) => sum + each, 0);
        const stated = own?.type === "dxa" ? twips(own.w) : undefined;
        const outside = stated !== undefined && stated > 0 ? stated : gridWidth > 0 ? gridWidth : null;
        const cell: SeenCell = {
          table,
          row: rowIndex,
          column,
          width: outside === null ? null : outside - paddingOf(tcPr, [tblPr, ...[...style.table].reverse()]),
          mayBreak: toggle(trPr, "w:cantSplit") !== true,
        };
        this.readBlocks(tc, cell, style);
        column += span;
      }
    });
  }

  private readParagraph(node: XmlNode, cell: SeenCell | null, table: Style | null): void {
    const { styles, theme, numbering } = this.resources;
    const pPr = child(node, "w:pPr");
    const style = styles.find("paragraph", childValue(pPr, "w:pStyle") ?? null);
    const own = readParagraphFormat(pPr);
    const numId = own.numId ?? style.paragraph.numId;
    const level = own.level ?? style.paragraph.level ?? 0;
    const list = numbering.level(numId, level);
    const format: ParagraphFormat = {
      ...styles.defaults.paragraph,
      ...table?.paragraph,
      ...(own.numId === undefined ? list?.paragraph : {}),
      ...style.paragraph,
      ...(own.numId === undefined ? {} : list?.paragraph),
      ...own,
    };
    const markPr = child(pPr, "w:rPr");
    const mark = combineRun(styles.defaults.run, table?.run ?? {}, style.run, {}, readRunFormat(markPr, theme));
    const paragraph: SeenParagraph = {
      number: this.paragraphs.length + 1,
      runs: [],
      text: "",
      label: list === null || numId === undefined ? "" : numbering.next(numId, level),
      format,
      markSize: mark.size ?? DEFAULT_SIZE,
      cell,
      section: this.section,
      startsPage: this.startsPage || format.pageBreakBefore === true,
      lines: [],
      hasPictures: false,
      showsPageNumber: false,
      isBoxed: this.boxDepth > 0,
    };
    this.startsPage = false;
    this.paragraphs.push(paragraph);
    if (paragraph.label !== "") {
      const labelFormat = combineRun(
        styles.defaults.run,
        table?.run ?? {},
        style.run,
        {},
        {
          ...readRunFormat(markPr, theme),
          ...list?.run,
        },
      );
      const isSymbol = /symbol|wingdings/i.test(labelFormat.ascii ?? "");
      const shown = isSymbol ? { ...labelFormat, ascii: mark.ascii, hAnsi: mark.hAnsi } : labelFormat;
      paragraph.runs.push({ text: `${paragraph.label} `, format: settle(shown) });
    }
    this.readInline(node, paragraph, (run) => {
      const rPr = child(run, "w:rPr");
      const character = childValue(rPr, "w:rStyle");
      const named = character === undefined ? {} : styles.find("character", character).run;
      return settle(combineRun(styles.defaults.run, table?.run ?? {}, style.run, named, readRunFormat(rPr, theme)));
    });
    paragraph.text = paragraph.runs.map(({ text }) => text).join("");
    // A paragraph whose mark was deleted under tracked changes is gone when nothing of it is left.
    if (child(markPr, "w:del") !== undefined && paragraph.text.trim() === "") this.paragraphs.pop();
    if (child(pPr, "w:sectPr") !== undefined) {
      this.section++;
      this.startsPage = childValue(child(pPr, "w:sectPr"), "w:type") !== "continuous";
    }
  }

  private readInline(node: XmlNode, paragraph: SeenParagraph, formatOf: (run: XmlNode) => RunFormat): void {
    for (const one of node.children) {
      if (one.name === "w:r") this.readRun(one, paragraph, formatOf(one));
      else if (one.name === "mc:AlternateContent") this.readInline(firstChoice(one), paragraph, formatOf);
      else if (TRANSPARENT.has(one.name)) {
        if (one.name === "w:fldSimple") noteField(paragraph, one.attributes.instr ?? "");
        this.readInline(one, paragraph, formatOf);
      }
    }
  }

  private readRun(run: XmlNode, paragraph: SeenParagraph, format: RunFormat): void {
    for (const one of run.children) {
      const field = this.fields.at(-1);
      switch (one.name) {
        case "w:fldChar":
          if (one.attributes.fldCharType === "begin") this.fields.push({ instruction: "", isResult: false });
          if (one.attributes.fldCharType === "separate" && field !== undefined) field.isResult = true;
          if (one.attributes.fldCharType === "end") this.fields.pop();
          break;
        case "w:instrText":
          if (field !== undefined) {
            field.instruction += one.text;
            noteField(paragraph, field.instruction);
          }
          break;
        case "w:drawing":
        case "w:pict":
        case "w:object":
        case "mc:AlternateContent":
          this.readDrawing(one, paragraph);
          break;
        case "w:br":
          if (one.attributes.type === "page") {
            if (paragraph.runs.every(({ text }) => text.trim() === "")) paragraph.startsPage = true;
            else this.startsPage = true;
          } else if (one.attributes.type === undefined || one.attributes.type === "textWrapping")
            add(paragraph, "\n", format);
          break;
        default:
          if (this.fields.every(({ isResult }) => isResult)) add(paragraph, textOf(one), format);
      }
    }
  }

  private readDrawing(node: XmlNode, paragraph: SeenParagraph): void {
    const shapes = readShapes(node);
    paragraph.lines.push(...shapes.lines);
    if (shapes.hasPictures) paragraph.hasPictures = true;
    this.boxDepth++;
    for (const box of shapes.boxes) this.readBlocks(box, null, null);
    this.boxDepth--;
  }
}

function settle(format: RunFormat): RunFormat {
  return { ...format, size: format.size ?? DEFAULT_SIZE };
}

function add(paragraph: SeenParagraph, text: string, format: RunFormat): void {
  if (text === "" || format.hidden === true) return;
  const shown = format.caps === true ? text.toLocaleUpperCase("vi") : text;
  paragraph.runs.push({ text: shown, format });
}

function noteField(paragraph: SeenParagraph, instruction: string): void {
  if (/^\s*PAGE\b/i.test(instruction)) paragraph.showsPageNumber = true;
}

function textOf(node: XmlNode): string {
  switch (node.name) {
    case "w:t":
      return node.text;
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    default:
      return "";
  }
}

function firstChoice(node: XmlNode): XmlNode {
  return child(node, "mc:Choice") ?? child(node, "mc:Fallback") ?? node;
}

/** Rows of a table, cells of a row: content controls may stand between. */
function listThrough(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((one) =>
    one.name === name ? [one] : TRANSPARENT.has(one.name) ? listThrough(one, name) : [],
  );
}

const SIDES = ["w:top", "w:left", "w:start", "w:bottom", "w:right", "w:end", "w:insideH", "w:insideV"];

function isRuled(node: XmlNode, tblPr: XmlNode | undefined, style: Style): boolean {
  const tables = [...style.table, ...(tblPr === undefined ? [] : [tblPr])];
  // The last that says something of a side counts.
  const drawn = SIDES.map((side) =>
    tables.map((one) => isBorder(child(child(one, "w:tblBorders"), side))).findLast((said) => said !== undefined),
  );
  const cells = listThrough(node, "w:tr").flatMap((row) => listThrough(row, "w:tc"));
  const borders = cells.map((cell) => child(child(cell, "w:tcPr"), "w:tcBorders"));
  if (drawn.filter((one) => one === true).length >= 3) {
    // Word also takes the lines away cell by cell.
    return !borders.every(
      (one) => one !== undefined && one.children.length > 0 && one.children.every((side) => isBorder(side) !== true),
    );
  }
  return (
    borders.filter((one) => (one?.children.filter((side) => isBorder(side) === true).length ?? 0) >= 3).length >
    cells.length / 2
  );
}

/** Word's padding of a cell, 0,19 cm, on either side unless told otherwise. */
const PADDING = 108;

function paddingOf(tcPr: XmlNode | undefined, tables: readonly (XmlNode | undefined)[]): number {
  const margins = [child(tcPr, "w:tcMar"), ...tables.map((one) => child(one, "w:tblCellMar"))];
  const side = (...names: string[]) =>
    margins
      .flatMap((one) => names.map((name) => twips(child(one, name)?.attributes.w)))
      .find((each) => each !== undefined) ?? PADDING;
  return side("w:left", "w:start") + side("w:right", "w:end");
}
