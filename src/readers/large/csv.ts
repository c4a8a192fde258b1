import { DirectionGuesses } from "../../domain/direction-guess.js";
import type { ResultRecord } from "../../domain/indicator.js";
import { createCleaner } from "../cell/text.js";
import { describeTrouble, findRowInCell, MAX_COLUMNS, type TroubleKind, widthOf } from "../csv/csv.js";
import { readSepLine } from "../csv/delimiter.js";
import { findQuoteTrouble } from "../csv/quote-trouble.js";
import { MAX_RECORD_CHARACTERS, scanPiece } from "../csv/scan-cells.js";
import { MAX_CELLS, MAX_LINES } from "../csv/shape.js";
import { findMisreading, judgeSuspects } from "../encoding/misread-text.js";
import { sniffFile } from "../encoding/sniff.js";
import { locateHeader } from "../header/locate-header.js";
import { dropMarkColumn } from "../sheet/mark-column.js";
import { openTable } from "../sheet/open-table.js";
import { chooseDelimiter, NO_DELIMITER } from "../sheet/read-csv.js";
import { knowsHeader } from "../table/columns.js";
import type { FormatSpec, Table, WorkYear } from "../table/format.js";
import { blankReading, type Records, type SheetReading } from "../table/reading.js";
import { describeStop, ReadingStopped } from "../table/sheet-limit.js";
import { keepRows } from "../table/sheet-rows.js";
import { NO_HINTS } from "../table/sheet-unit.js";
import { hasOnlyStated } from "../table/stated.js";
import { createSoundCells } from "../table/table.js";
import { NeedsWholeFile } from "./needs-whole-file.js";
import { decodeCell, encodeCell, findUnicode, hasNul, readByteText } from "./text-pieces.js";
import { Walk } from "./walk.js";

/** A file too large to be held in memory without need. */
export interface LargeFile {
  /** As the person gave it. */
  file: string;
  /** The bytes from the beginning, in pieces, at each call. */
  readPieces(): Iterable<Uint8Array>;
  /** The year figures are wanted for. */
  workYear?: WorkYear | null;
}

/** Rows by which columns and the style of numbers are settled. */
const HEAD_ROWS = 500;

/**
 * A large sheet of results of the usual kind: Unicode, a row per unit × indicator, each with both names. Its records
 * are read from the file at each walk over them, so that memory does not grow with it; one without a header is refused by
 * its first rows. null when these show another kind; where a later row does, the walk throws NeedsWholeFile. Whatever is read, `readSheets` reads alike.
 */
export function readLargeCsv(
  input: LargeFile,
  formats: readonly FormatSpec[],
  only: FormatSpec | null,
): SheetReading | null {
  try {
    return openLargeCsv(input, formats, only);
  } catch (error) {
    if (error instanceof NeedsWholeFile) return null;
    throw error;
  }
}

function openLargeCsv(input: LargeFile, formats: readonly FormatSpec[], only: FormatSpec | null): SheetReading | null {
  const encoding = findUnicode(input.readPieces());
  if (encoding === "utf-8" && hasNul(input.readPieces())) return null;
  const reading = blankReading(input.file, encoding);
  const start = takeText(input);
  if (sniffFile(Buffer.from(start)) !== "text") return null;
  const named = readSepLine(start);
  const delimiter = named ?? chooseDelimiter(start, formats, only);
  reading.delimiter = delimiter;
  const head = scanPiece(start, delimiter ?? NO_DELIMITER, { isLast: false, limit: HEAD_ROWS })?.rows ?? [];
  if (head.length === 0 || dropMarkColumn(head) !== head) return null;
  keepRows(reading, head.slice(0, KEPT_ROWS));
  const clean = createCleaner();
  const first = named === null ? 0 : 1;
  const visible = head.map((row, index) => (index < first ? [] : row));
  const located = locateHeader(visible, formats, only, clean, []);
  if (!("search" in located) || located.block !== null) return null;
  const table = openTable(reading, visible, located, clean, {
    formats,
    only,
    first,
    merges: [],
    hints: NO_HINTS,
    workYear: input.workYear ?? null,
  });
  if (table === null) return isHeaderless(reading) && !isMisread(start, formats) ? reading : null;
  const isNamed = ["unit", "indicator"].every((field) => table.columns.has(field));
  if (reading.layout !== "long" || !isNamed || hasOnlyStated(table) || delimiter === null) return null;
  const rest = { delimiter, width: widthOf(head), knowsHeader: (cell: string) => knowsHeader(cell, formats) };
  reading.year = readYear(table, head);
  table.year = reading.year;
  const directions = new DirectionGuesses();
  const records = new LargeRecords(input, reading, table, { ...rest, directions });
  reading.content = { format: "ket-qua", records, directions };
  return reading;
}

const KEPT_ROWS = 30;

/** A header is looked for in the first rows only: what follows cannot make one. */
function isHeaderless({ problems }: SheetReading): boolean {
  return problems.length === 1 && problems[0]?.code === "unknown-header";
}

function isMisread(text: string, formats: readonly FormatSpec[]): boolean {
  return findMisreading(text, (cell) => knowsHeader(cell, formats)) !== null;
}

/** The first rows' text, some hundred kilobytes. */
function takeText(input: LargeFile): string {
  let text = "";
  for (const piece of readByteText(() => input.readPieces())) {
    text += piece;
    if (text.length > HEAD_ROWS * 150) break;
  }
  return decodeCell(text);
}

/** The year the sheet states, in a column Năm if nowhere else. */
function readYear(table: Table, head: readonly string[][]): number | null {
  if (!table.columns.has("year")) return table.year;
  const walk = new Walk({ ...table, problems: [], skipped: [], sound: createSoundCells() }, new DirectionGuesses());
  for (const cells of head) {
    walk.take(cells.map(encodeCell));
    if (walk.table.year !== null) break;
  }
  return walk.table.year;
}

interface WalkContext {
  delimiter: string;
  width: number;
  knowsHeader(cell: string): boolean;
  /** As the records of the walk so far suggest. */
  directions: DirectionGuesses;
}

/** The records of the sheet; each walk over them reads the file from its beginning. */
class LargeRecords implements Records<ResultRecord> {
  /** Of the last walk that came to the end; 0 before. */
  length = 0;

  constructor(
    private readonly input: LargeFile,
    private readonly reading: SheetReading,
    private readonly table: Table,
    private readonly context: WalkContext,
  ) {}

  forEach(visit: (record: ResultRecord) => void): void {
    for (const batch of this.readBatches()) for (const record of batch) visit(record);
  }

  *[Symbol.iterator](): Generator<ResultRecord> {
    for (const batch of this.readBatches()) yield* batch;
  }

  /** The records of each piece of the file. */
  private *readBatches(): Generator<ResultRecord[]> {
    const { problems, skipped } = this.table;
    const { directions } = this.context;
    directions.clear();
    const walk = new Walk(
      { ...this.table, problems: [...problems], skipped: [...skipped], sound: createSoundCells() },
      directions,
    );
    let cells = 0;
    let left: ReadingStopped | null = null;
    for (const { rows, trouble } of this.readRows()) {
      for (const { length } of rows) {
        cells += length;
        if (length > MAX_COLUMNS) throw new NeedsWholeFile();
      }
      if (walk.rows + rows.length > MAX_LINES || cells > MAX_CELLS) throw new NeedsWholeFile();
      const batch: ResultRecord[] = [];
      left = takeRows(walk, rows, batch);
      yield batch;
      if (left !== null) break;
      if (trouble !== null) {
        const { file, sheet } = this.reading;
        const told = describeTrouble(trouble, walk.rows + 1);
        walk.table.problems.push({ file, sheet, column: null, value: null, severity: "error", ...told });
      }
    }
    const isGarbled = judgeSuspects(walk.suspects, this.context.knowsHeader) !== null;
    const isOtherYear = walk.table.year !== this.table.year;
    if (isGarbled || isOtherYear || !walk.isRegular) throw new NeedsWholeFile();
    this.length = walk.count;
    if (left !== null) walk.table.problems.push(describeStop(this.reading, left));
    Object.assign(this.reading, { problems: walk.table.problems, skipped: walk.table.skipped });
  }

  /** The rows of each piece; a row never stands in two. Where a quote is in the wrong place they end. */
  private *readRows(): Generator<PieceRows> {
    let carried = "";
    for (const piece of readByteText(() => this.input.readPieces())) {
      const text = carried + piece;
      const scanned = this.scan(text, false);
      yield scanned;
      if (scanned.trouble !== null) return;
      carried = text.slice(scanned.rest);
    }
    if (carried !== "") yield this.scan(carried, true);
  }

  private scan(text: string, isLast: boolean): PieceRows & { rest: number } {
    const { delimiter, width } = this.context;
    const scanned = scanPiece(text, delimiter, { isLast });
    if (scanned === null) return this.scanToTrouble(text, isLast);
    const { rows } = scanned;
    // Only a quoted cell holds line breaks; most pieces have none.
    if (countLines(text, scanned.rest) !== rows.length && findRowInCell(rows, delimiter, width) >= 0)
      throw new NeedsWholeFile();
    return { ...scanned, trouble: null };
  }

  private scanToTrouble(text: string, isLast: boolean): PieceRows & { rest: number } {
    const trouble = findQuoteTrouble(text, this.context.delimiter, MAX_RECORD_CHARACTERS);
    // What is too long in bytes need not be in letters, and what is open at the end of a piece may close in the next.
    if (trouble === null || trouble.kind === "long-record" || (trouble.isOpen && !isLast)) throw new NeedsWholeFile();
    return { ...this.scan(text.slice(0, trouble.recordStart), true), trouble: trouble.kind };
  }
}

/** Rows with their cells as bytes (`readByteText`), and what is wrong with the one behind them. */
interface PieceRows {
  rows: string[][];
  trouble: TroubleKind | null;
}

/** Reads the rows into `batch`; why they are not worth reading to the end, null when they are. */
function takeRows(walk: Walk, rows: readonly string[][], batch: ResultRecord[]): ReadingStopped | null {
  try {
    for (const row of rows) {
      const record = walk.take(row);
      if (record !== null) batch.push(record);
    }
    return null;
  } catch (error) {
    if (error instanceof ReadingStopped) return error;
    throw error;
  }
}

function countLines(text: string, end: number): number {
  let count = 0;
  for (let place = text.indexOf("\n"); place >= 0 && place < end; place = text.indexOf("\n", place + 1)) count++;
  return count;
}
