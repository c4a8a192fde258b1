import { formatWhole } from "../../domain/number.js";
import type { FileTrouble } from "../encoding/refusal.js";
import { MAX_COLUMNS } from "./csv.js";
import { readEntities, readTags } from "./html-text.js";
import { MAX_WHOLE_LINES } from "./shape.js";

export type HtmlRows = { rows: string[][] } | { trouble: FileTrouble };

const BLOCKS = new Set(["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "br", "li", "center", "table"]);

/**
 * An HTML page with simple tables → rows, as Excel shows it: a `<tr>` is a row, and a line of text outside the tables a row of
 * one cell. A cell over several rows or columns gives its value to the first and leaves the others blank.
 */
export function readHtmlTable(html: string): HtmlRows {
  const page = new Page();
  for (const { before, name, closes, attributes } of readTags(html)) {
    const trouble = page.addText(before) ?? page.addTag(name, closes, attributes);
    if (trouble !== null) return { trouble };
  }
  page.endLine();
  if (!page.hasTable) return { trouble: describeTrouble("không có bảng (<table>) nào") };
  if (page.rows.length === 0) return { trouble: describeTrouble("có bảng không có dòng nào") };
  return { rows: page.rows };
}

/** A page of small tags may claim far more cells than it has letters. */
const MAX_CELLS = 2_000_000;
/** Characters of one cell, its entities as they are written. */
const MAX_TEXT = 1024 * 1024;

class Page {
  readonly rows: string[][] = [];
  private cells = 0;
  hasTable = false;
  private depth = 0;
  private row: string[] | null = null;
  private text = "";
  private span = { columns: 1, rows: 1 };
  private inCell = false;
  /** Column → rows below for which a cell above stands there too. */
  private readonly taken = new Map<number, number>();

  addText(raw: string): FileTrouble | null {
    if (this.text.length + raw.length > MAX_TEXT) return describeTrouble("có ô dài quá 1.048.576 ký tự");
    // Between the tags of a table stands nothing but layout.
    if (raw !== "" && (this.inCell || this.depth === 0)) this.text += readEntities(raw).replace(/[ \t\r\n]+/g, " ");
    return null;
  }

  addTag(name: string, closes: boolean, attributes: string): FileTrouble | null {
    if (this.inCell && (name === "br" || (closes && BLOCKS.has(name)))) this.text += "\n";
    else if (this.depth === 0 && BLOCKS.has(name)) this.endLine();
    if (name === "table") return this.addTable(closes);
    if (this.depth === 0) return null;
    if (name === "tr") {
      this.endRow();
      if (this.rows.length > MAX_WHOLE_LINES) return describeTrouble(`có hơn ${formatWhole(MAX_WHOLE_LINES)} dòng`);
      if (!closes) this.row = [];
    } else if (name === "td" || name === "th") {
      this.endCell();
      if (!closes) return this.startCell(attributes);
    }
    return null;
  }

  /** Text outside a table, up to here, as a row of its own. */
  endLine(): void {
    if (this.text.trim() !== "") this.rows.push([this.text.trim()]);
    this.text = "";
  }

  private addTable(closes: boolean): FileTrouble | null {
    this.hasTable = true;
    if (closes) this.endRow();
    if (!closes && this.inCell) return describeTrouble("có bảng nằm trong ô của bảng khác");
    this.depth = closes ? 0 : 1;
    this.taken.clear();
    return null;
  }

  private startCell(attributes: string): FileTrouble | null {
    this.row ??= [];
    this.skipTaken(this.row);
    this.span = { columns: spanOf(attributes, COLUMN_SPAN), rows: spanOf(attributes, ROW_SPAN) };
    if (this.row.length + this.span.columns > MAX_COLUMNS) {
      return describeTrouble(`có dòng nhiều hơn ${formatWhole(MAX_COLUMNS)} cột`);
    }
    this.cells += this.span.columns;
    if (this.cells > MAX_CELLS) return describeTrouble(`có hơn ${formatWhole(MAX_CELLS)} ô`);
    this.inCell = true;
    this.text = "";
    return null;
  }

  private endCell(): void {
    if (!this.inCell || this.row === null) return;
    for (let index = 0; index < this.span.columns; index++) {
      // The row in hand counts as one.
      if (this.span.rows > 1) this.taken.set(this.row.length, this.span.rows);
      this.row.push(index === 0 ? this.text.trim() : "");
    }
    this.inCell = false;
    this.text = "";
  }

  private endRow(): void {
    this.endCell();
    if (this.row === null) return;
    this.skipTaken(this.row);
    this.rows.push(this.row);
    this.row = null;
    for (const [column, rows] of this.taken) {
      if (rows <= 1) this.taken.delete(column);
      else this.taken.set(column, rows - 1);
    }
  }

  private skipTaken(row: string[]): void {
    while (this.taken.has(row.length)) row.push("");
  }
}

const COLUMN_SPAN = /\bcolspan\s*=\s*["']?(\d+)/i;
const ROW_SPAN = /\browspan\s*=\s*["']?(\d+)/i;

function spanOf(attributes: string, span: RegExp): number {
  // The usual cell has no attributes.
  return attributes === "" ? 1 : Math.max(1, Number(span.exec(attributes)?.[1] ?? 1));
}

function describeTrouble(what: string): FileTrouble {
  return {
    code: "html-file",
    row: null,
    message: `Tệp này là trang HTML hoặc XML ${what}, nên không đọc được như bảng tính.`,
    hint: "Mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As), kiểu “CSV UTF-8 (Comma delimited)”, rồi nhập tệp .csv vừa lưu.",
  };
}
