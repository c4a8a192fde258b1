import { nameKey, unitKey } from "../../domain/name.js";
import { judgeProseRow } from "./classify-prose.js";
import { claimColumns } from "./columns.js";
import type { CellKind, Table } from "./format.js";
import type { SkipReason } from "./reading.js";
import {
  isBulleted,
  isColumnNumbers,
  isGroupOfUnits,
  isHeadingLabel,
  isHeadingOrdinal,
  isNoteLabel,
  isOrdinal,
  isPartOf,
  isPlaceAndDate,
  isPosition,
  isSignature,
  isTotalLabel,
  isTotalOfUnits,
} from "./row-kind.js";
import { columnOf, reportProblem, skipRow } from "./table.js";
import { unitOfHeading } from "./unit-heading.js";

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

const PLAIN_NUMBER = /^[-+(−]?\s?\d[\d.,]*\)?%?$/;

/** Labels are short; a cell may hold pages. */
const LABEL_LENGTH = 300;

/** Says of each row below the header, asked in their order, what it is. */
export class Classifier {
  private readonly required: number[];
  private readonly unit: number | undefined;
  private readonly figures: number[];
  /** What the rows of the header say in each column, as it is compared. */
  private readonly headerCells: ReadonlyMap<number, ReadonlySet<string>>;
  /** Cells filled in the emptiest row of the header. */
  private readonly leastFilled: number;
  private readonly ordinals: number[];
  private belowHeader = true;
  private inFooter = false;
  private inNotes = false;
  private inOtherTable = false;

  constructor(private readonly table: Table) {
    const { format, columns } = table;
    const keys = table.headerRows.map((row) => row.map((cell) => this.keyOf(cell)));
    this.headerCells = gatherByColumn(keys);
    this.leastFilled = Math.min(...keys.map((row) => row.filter((key) => key !== "").length));
    this.figures = [...columns.values()].filter((column) => FIGURES.has(column.kind)).map((column) => column.index);
    this.required = format.columns
      .filter((spec) => spec.required)
      .flatMap((spec) => columnOf(table, spec.field)?.index ?? []);
    this.unit = columnOf(table, "unit")?.index;
    const headingColumn = format.headingField === undefined ? undefined : columnOf(table, format.headingField);
    this.ordinals = headingColumn === undefined ? [...table.ordinals] : [...table.ordinals, headingColumn.index];
  }

  /** Whether the last row asked about was one of data, neither header, note nor footer. */
  get isAmongData(): boolean {
    return !this.belowHeader && !this.inFooter && !this.inNotes && !this.inOtherTable;
  }

  classify(cells: readonly string[], index: number): "data" | SkipReason {
    const kind = this.judge(cells, index);
    // A remark goes on over several lines, each with one text.
    if (kind !== "blank") this.inNotes = kind === "note";
    return kind;
  }

  private judge(cells: readonly string[], index: number): "data" | SkipReason {
    const complete = this.required.length > 0 && this.required.every((column) => this.at(cells, column) !== "");
    // The usual row: nothing else needs to be looked at.
    if (
      complete &&
      !this.inFooter &&
      !this.inOtherTable &&
      !this.table.indicatorHeadings.has(index) &&
      this.hasFigures(cells)
    ) {
      if (!this.belowHeader && !this.isTotal(cells) && !this.mayBeHeader(cells)) return "data";
    }
    return this.classifyOdd(cells, index, complete);
  }

  private classifyOdd(cells: readonly string[], index: number, complete: boolean): "data" | SkipReason {
    const texts = this.textsOf(cells);
    if (texts.length === 0) return "blank";
    if (this.inOtherTable) return "footer";
    if (this.belowHeader && isColumnNumbers(texts)) return "column-numbers";
    this.belowHeader = false;
    if (this.repeatsHeader(cells)) return this.startHeader();
    if (this.table.format.proseField !== undefined) return this.classifyProse(cells, index, complete);
    if (this.looksLikeHeader(cells)) return this.isHeader(cells) ? this.startHeader() : this.leaveTable(index);
    if (this.inFooter) return this.readFooter(cells, index, complete);
    const hasFigures = this.hasFigures(cells);
    if (this.table.indicatorHeadings.has(index)) return hasFigures ? "total" : "group";
    const words = texts.filter((text) => !isOrdinal(text));
    // A form's empty line, numbered beforehand.
    if (texts.length === 1 && this.table.ordinals.some((column) => isOrdinal(this.at(cells, column)))) return "blank";
    const label = words[0] ?? "";
    if (isTotalLabel(label) || this.isTotal(cells)) return "total";
    if (texts.length === 1 && this.table.mergedAcross.has(index) && !isNoteLabel(label)) {
      return isSignature(label) || isPlaceAndDate(label) ? this.startFooter() : "group";
    }
    if (!hasFigures && words.length <= 1 && this.isHeading(cells, texts, label)) return "group";
    if (words.length === 1 && this.table.format.isHeadingText?.(label) === true) return "group";
    if (!hasFigures && this.table.unitHeadings.has(unitKey(unitOfHeading(texts) ?? ""))) return "group";
    if ((!hasFigures && isSignature(texts[0] ?? "")) || texts.every(isPosition)) return this.startFooter();
    if (complete && this.isGroupName(cells, texts, index)) return "group";
    const isNumbered = this.table.format.numberedRowsAreData === true && /^\d/.test(texts[0] ?? "");
    if (complete && (words.length > 1 || isNumbered)) return "data";
    if (isNoteLabel(label) || (this.inNotes && texts.length === 1 && !hasFigures)) return "note";
    if (texts.some((text) => isSignature(text) || isPlaceAndDate(text))) return this.startFooter();
    if (complete) return "data";
    return !hasFigures && words.length <= 1 && !isNumbered ? "group" : "data";
  }

  private classifyProse(cells: readonly string[], index: number, complete: boolean): "data" | SkipReason {
    if (this.inFooter) return this.readFooter(cells, index, complete);
    if (this.looksLikeHeader(cells) && this.isHeader(cells)) return this.startHeader();
    const kind = judgeProseRow(this.table, cells, this.table.rows.slice(index + 1));
    return kind === "footer" ? this.startFooter() : kind;
  }

  private textsOf(cells: readonly string[]): string[] {
    return cells.map((cell) => this.table.clean(cell).slice(0, LABEL_LENGTH)).filter((text) => text !== "");
  }

  private keyOf(cell: string): string {
    return nameKey(this.table.clean(cell).slice(0, LABEL_LENGTH));
  }

  private at(cells: readonly string[], column: number): string {
    const raw = cells[column];
    return raw === undefined || raw === "" ? "" : this.table.clean(raw);
  }

  private hasFigures(cells: readonly string[]): boolean {
    return this.figures.some((column) => this.at(cells, column) !== "");
  }

  private isTotal(cells: readonly string[]): boolean {
    return this.required.some((column) => {
      const text = this.at(cells, column);
      if (column !== this.unit) return isTotalLabel(text);
      return isTotalOfUnits(text) || (isGroupOfUnits(text) && this.hasFigures(cells));
    });
  }

  /** Whether there are figures and each is a number: asked of every row, and settles nearly all. */
  private hasOnlyNumbers(cells: readonly string[]): boolean {
    const figures = this.figures.map((column) => this.at(cells, column)).filter((text) => text !== "");
    return figures.length > 0 && figures.every((text) => PLAIN_NUMBER.test(text));
  }

  private mayBeHeader(cells: readonly string[]): boolean {
    const [first] = this.required;
    return !this.hasOnlyNumbers(cells) && first !== undefined && this.table.isHeaderWord(this.at(cells, first));
  }

  /** The cell that names the row is a word of headers, and so are most of the others: "Tên đơn vị | Cụm". */
  private looksLikeHeader(cells: readonly string[]): boolean {
    if (!this.mayBeHeader(cells)) return false;
    const texts = this.textsOf(cells);
    const words = texts.filter((text) => this.table.isHeaderWord(text)).length;
    return words >= 2 && words * 2 > texts.length;
  }

  /** The header again, perhaps in other words: each column is the same. */
  private isHeader(cells: readonly string[]): boolean {
    const fields = new Map(claimColumns(cells, this.table.format).map((claim) => [claim.index, claim.fields]));
    return [...this.table.columns].every(
      ([field, { index, header }]) => this.at(cells, index) === header || fields.get(index)?.includes(field) === true,
    );
  }

  /** A row of the header, or two in one, word for word, whatever its case and line breaks; some cells may be left blank. */
  private repeatsHeader(cells: readonly string[]): boolean {
    if (this.hasOnlyNumbers(cells)) return false;
    let same = 0;
    for (const [column, cell] of cells.entries()) {
      if (cell === "") continue;
      const key = this.keyOf(cell);
      if (key === "") continue;
      if (this.headerCells.get(column)?.has(key) !== true) return false;
      same++;
    }
    return same * 2 > this.leastFilled;
  }

  /**
   * A name and nothing else, with parts below it ("1 | Nông nghiệp" above 1.1), or without a number and a measure in a
   * table that has columns for both.
   */
  private isGroupName(cells: readonly string[], texts: readonly string[], index: number): boolean {
    const { format, columns, ordinals } = this.table;
    if (ordinals.length === 0) return false;
    const ordinal = ordinals.map((column) => this.at(cells, column)).find((text) => text !== "");
    if (format.numberedRowsAreData === true) return ordinal === undefined && texts.length === 1 && this.isNumbered();
    if (ordinal === undefined) return texts.length === 1 && columns.has("measure") && !isBulleted(texts[0] ?? "");
    const next = this.table.rows.slice(index + 1, index + 3).map((row) => this.textsOf(row)[0] ?? "");
    return texts.length === 2 && isPartOf(next.find((text) => text !== "") ?? "", ordinal);
  }

  /** Whether the rows bear their numbers: many a list has an STT that nobody filled in. */
  private isNumbered(): boolean {
    const rows = this.table.rows.slice(this.table.headerIndex + 1);
    return rows.some((cells) => this.ordinals.some((column) => /^\d/.test(this.at(cells, column))));
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

  /** Another table begins, whose columns are not these: reading on would put its words under the wrong headers. */
  private leaveTable(index: number): SkipReason {
    reportProblem(this.table, {
      row: index + 1,
      column: null,
      value: null,
      code: "another-table",
      severity: "error",
      message: "Từ dòng này là một bảng khác, có các cột khác; mỗi tệp CSV, mỗi trang tính chỉ đọc được một bảng.",
      hint: "Chuyển bảng này sang một tệp hoặc một trang tính riêng rồi nạp lại.",
    });
    this.inOtherTable = true;
    return "header";
  }

  private startFooter(): SkipReason {
    this.inFooter = true;
    return "footer";
  }

  /** Below the signatures nothing is read; what looks like data there is an error, not a loss. */
  private readFooter(cells: readonly string[], index: number, complete: boolean): SkipReason {
    const numbered =
      this.table.format.proseField !== undefined ||
      [...this.figures, ...this.table.ordinals].some((column) => /\d/.test(this.at(cells, column)));
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

function gatherByColumn(rows: readonly (readonly string[])[]): Map<number, Set<string>> {
  const columns = new Map<number, Set<string>>();
  for (const row of rows) {
    for (const [column, key] of row.entries()) {
      const keys = columns.get(column);
      if (keys === undefined) columns.set(column, new Set([key]));
      else keys.add(key);
    }
  }
  return columns;
}
