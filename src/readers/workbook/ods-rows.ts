import type { MergedRange } from "../table/format.js";
import { odsCellText } from "./ods-cell.js";
import { SheetExtent } from "./workbook.js";
import { readAttributes } from "./xml-scan.js";

/** Gathers the rows of one table of an .ods file as its elements go by. */
export class OdsRows {
  readonly rows: string[][] = [];
  readonly merges: MergedRange[] = [];
  /** 0-based. */
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];
  private readonly extent: SheetExtent;
  /** Rows and columns that have gone by, blank ones included. */
  private rowCount = 0;
  private columnCount = 0;
  private row: { repeat: number; isHidden: boolean; cells: string[]; width: number } | null = null;
  private cell: { attributes: Map<string, string>; repeat: number; text: string; paragraphs: number } | null = null;

  constructor(readonly sheet: string) {
    this.extent = new SheetExtent(sheet);
  }

  open(name: string, raw: string): void {
    if (name === "table-cell" || name === "covered-table-cell") {
      const attributes = readAttributes(raw);
      this.cell = { attributes, repeat: repeats(attributes, "number-columns-repeated"), text: "", paragraphs: 0 };
    } else if (this.cell !== null) this.openText(this.cell, name, raw);
    else if (name === "table-row") {
      const attributes = readAttributes(raw);
      const isHidden = isCollapsed(attributes);
      this.row = { repeat: repeats(attributes, "number-rows-repeated"), isHidden, cells: [], width: 0 };
    } else if (name === "table-column") {
      const attributes = readAttributes(raw);
      const first = this.columnCount;
      this.columnCount += repeats(attributes, "number-columns-repeated");
      if (!isCollapsed(attributes)) return;
      for (let column = first; column < Math.min(this.columnCount, MAX_HIDDEN); column++)
        this.hiddenColumns.push(column);
    }
  }

  private openText(cell: NonNullable<OdsRows["cell"]>, name: string, raw: string): void {
    if (name === "p" && cell.paragraphs++ > 0) cell.text += "\n";
    else if (name === "line-break") cell.text += "\n";
    else if (name === "tab") cell.text += "\t";
    else if (name === "s") cell.text += " ".repeat(Math.min(repeats(readAttributes(raw), "c"), 1000));
  }

  text(text: string): void {
    if (this.cell !== null && this.cell.paragraphs > 0) this.cell.text += text;
  }

  close(name: string): void {
    if (name === "table-cell" || name === "covered-table-cell") this.closeCell(name === "table-cell");
    else if (name === "table-row") this.closeRow();
  }

  private closeCell(isOwn: boolean): void {
    const { cell, row } = this;
    this.cell = null;
    if (cell === null || row === null) return;
    const text = isOwn ? odsCellText(cell.attributes, cell.text) : "";
    const first = row.width;
    row.width += cell.repeat;
    const merge = isOwn ? spanOf(cell.attributes) : null;
    if (merge !== null) {
      const [rows, columns] = merge;
      const endRow = this.rowCount + rows - 1;
      this.merges.push({ startRow: this.rowCount, startColumn: first, endRow, endColumn: first + columns - 1 });
    }
    if (text === "") return;
    this.extent.add(this.rowCount, row.width - 1, cell.repeat * row.repeat);
    while (row.cells.length < first) row.cells.push("");
    for (let column = first; column < row.width; column++) row.cells.push(text);
  }

  private closeRow(): void {
    const { row } = this;
    this.row = null;
    if (row === null) return;
    if (row.cells.length > 0) {
      while (this.rows.length < this.rowCount) this.rows.push([]);
      this.extent.add(this.rowCount + row.repeat - 1, row.cells.length - 1, 0);
      for (let index = 0; index < row.repeat; index++) {
        if (row.isHidden) this.hiddenRows.push(this.rowCount + index);
        this.rows.push(index === 0 ? row.cells : [...row.cells]);
      }
    }
    this.rowCount += row.repeat;
  }
}

/** Hidden columns beyond the width we read need not be known. */
const MAX_HIDDEN = 1000;

function repeats(attributes: ReadonlyMap<string, string>, name: string): number {
  const count = Number(attributes.get(name) ?? "1");
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function isCollapsed(attributes: ReadonlyMap<string, string>): boolean {
  const visibility = attributes.get("visibility");
  return visibility === "collapse" || visibility === "filter";
}

function spanOf(attributes: ReadonlyMap<string, string>): [rows: number, columns: number] | null {
  const rows = repeats(attributes, "number-rows-spanned");
  const columns = repeats(attributes, "number-columns-spanned");
  return rows > 1 || columns > 1 ? [rows, columns] : null;
}
