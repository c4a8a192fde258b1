import type { CellKind } from "./format.js";
import type { SkipReason } from "./reading.js";
import {
  isColumnNumbers,
  isHeadingLabel,
  isHeadingOrdinal,
  isNoteLabel,
  isOrdinal,
  isPlaceAndDate,
  isSignature,
  isTotalLabel,
} from "./row-kind.js";
import { columnOf, reportProblem, skipRow, type Table } from "./table.js";

/** A row below the header that matters to the records: data, a heading, or a total to be checked. */
export interface SheetRow {
  /** 0-based; row as Excel counts is one more. */
  index: number;
  cells: readonly string[];
  kind: "data" | "group" | "total";
}

const FIGURES: ReadonlySet<CellKind> = new Set(["measurement", "number", "stated-number", "whole", "votes"]);

/** Sorts the rows below the header. Every row that is not data is put in `table.skipped` with its reason. */
export function classifyRows(table: Table): SheetRow[] {
  const rows: SheetRow[] = [];
  const classifier = new Classifier(table);
  for (let index = table.headerIndex + 1; index < table.rows.length; index++) {
    const cells = table.rows[index] ?? [];
    const kind = classifier.classify(cells, index);
    if (kind === "data" || kind === "group" || kind === "total") rows.push({ index, cells, kind });
    if (kind !== "data") skipRow(table, cells, index, kind);
  }
  return rows;
}

/** Labels are short; a cell may hold pages. */
const LABEL_LENGTH = 300;

/** Says of each row below the header, asked in their order, what it is. */
export class Classifier {
  private readonly required: number[];
  private readonly figures: number[];
  private readonly header: { index: number; header: string }[];
  private readonly ordinals: number[];
  private belowHeader = true;
  private inFooter = false;

  constructor(private readonly table: Table) {
    const { format, columns } = table;
    this.header = [...columns.values()];
    this.figures = [...columns.values()].filter((column) => FIGURES.has(column.kind)).map((column) => column.index);
    this.required = format.columns
      .filter((spec) => spec.required)
      .flatMap((spec) => columnOf(table, spec.field)?.index ?? []);
    const headingColumn = format.headingField === undefined ? undefined : columnOf(table, format.headingField);
    this.ordinals = headingColumn === undefined ? [...table.ordinals] : [...table.ordinals, headingColumn.index];
  }

  /** Whether the last row asked about was one of data, neither header nor footer. */
  get isAmongData(): boolean {
    return !this.belowHeader && !this.inFooter;
  }

  classify(cells: readonly string[], index: number): "data" | SkipReason {
    const complete = this.required.length > 0 && this.required.every((column) => this.at(cells, column) !== "");
    // The usual row: nothing else needs to be looked at.
    if (complete && !this.inFooter && this.figures.some((column) => this.at(cells, column) !== "")) {
      if (!this.belowHeader && !this.isTotal(cells)) return this.isHeader(cells) ? this.startHeader() : "data";
    }
    return this.classifyOdd(cells, index, complete);
  }

  private classifyOdd(cells: readonly string[], index: number, complete: boolean): "data" | SkipReason {
    const texts = cells.map((cell) => this.table.clean(cell).slice(0, LABEL_LENGTH)).filter((text) => text !== "");
    if (texts.length === 0) return "blank";
    if (this.belowHeader && isColumnNumbers(texts)) return "column-numbers";
    this.belowHeader = false;
    if (this.isHeader(cells)) return this.startHeader();
    if (this.inFooter) return this.readFooter(cells, index, complete);
    const words = texts.filter((text) => !isOrdinal(text));
    // A form's empty line, numbered beforehand.
    if (texts.length === 1 && this.table.ordinals.some((column) => isOrdinal(this.at(cells, column)))) return "blank";
    const label = words[0] ?? "";
    if (isTotalLabel(label) || this.isTotal(cells)) return "total";
    if (texts.length === 1 && this.table.mergedAcross.has(index) && !isNoteLabel(label)) {
      return isSignature(label) || isPlaceAndDate(label) ? this.startFooter() : "group";
    }
    const hasFigures = this.figures.some((column) => this.at(cells, column) !== "");
    if (!hasFigures && words.length <= 1 && this.isHeading(cells, texts, label)) return "group";
    if (!hasFigures && isSignature(texts[0] ?? "")) return this.startFooter();
    if (complete && words.length > 1) return "data";
    if (isNoteLabel(label)) return "note";
    if (texts.some((text) => isSignature(text) || isPlaceAndDate(text))) return this.startFooter();
    if (complete) return "data";
    const isNumbered = this.table.format.numberedRowsAreData === true && /^\d/.test(texts[0] ?? "");
    return !hasFigures && words.length <= 1 && !isNumbered ? "group" : "data";
  }

  private at(cells: readonly string[], column: number): string {
    const raw = cells[column];
    return raw === undefined || raw === "" ? "" : this.table.clean(raw);
  }

  private isTotal(cells: readonly string[]): boolean {
    return this.required.some((column) => isTotalLabel(this.at(cells, column)));
  }

  private isHeader(cells: readonly string[]): boolean {
    return this.header.every((column) => this.at(cells, column.index) === column.header);
  }

  private isHeading(cells: readonly string[], texts: readonly string[], label: string): boolean {
    const ordinal = this.ordinals.map((column) => this.at(cells, column)).find((text) => text !== "");
    if (ordinal !== undefined && isHeadingOrdinal(ordinal)) return true;
    return texts.length === 1 && isHeadingLabel(label);
  }

  private startHeader(): SkipReason {
    this.belowHeader = true;
    return "header";
  }

  private startFooter(): SkipReason {
    this.inFooter = true;
    return "footer";
  }

  /** Below the signatures nothing is read; what looks like data there is an error, not a loss. */
  private readFooter(cells: readonly string[], index: number, complete: boolean): SkipReason {
    const numbered = [...this.figures, ...this.table.ordinals].some((column) => /\d/.test(this.at(cells, column)));
    if (complete && numbered) {
      reportProblem(this.table, {
        row: index + 1,
        column: null,
        value: null,
        code: "row-after-footer",
        severity: "error",
        message: "Dòng này giống một dòng số liệu nhưng đứng sau phần ký tên nên không được đọc.",
        hint: "Chuyển dòng lên trên phần ký tên, hoặc xóa dòng nếu không dùng.",
      });
    }
    return "footer";
  }
}
