import { DirectionGuesses } from "../domain/direction-guess.js";
import type { ResultRecord } from "../domain/indicator.js";
import { knowsHeader } from "./columns.js";
import { findRowInCell, MAX_COLUMNS, widthOf } from "./csv.js";
import { readSepLine } from "./delimiter.js";
import type { FormatSpec, WorkYear } from "./format.js";
import { Walk } from "./large-walk.js";
import { locateHeader } from "./locate-header.js";
import { dropMarkColumn } from "./mark-column.js";
import { findMisreading, judgeSuspects } from "./misread-text.js";
import { NeedsWholeFile } from "./needs-whole-file.js";
import { openTable } from "./open-table.js";
import { chooseDelimiter, NO_DELIMITER } from "./read-csv.js";
import { blankReading, type Records, type SheetReading } from "./reading.js";
import { scanPiece } from "./scan-cells.js";
import { MAX_CELLS, MAX_LINES } from "./shape.js";
import { keepRows } from "./sheet-rows.js";
import { NO_HINTS } from "./sheet-unit.js";
import { sniffFile } from "./sniff.js";
import { hasOnlyStated } from "./stated.js";
import { createSoundCells, type Table } from "./table.js";
import { createCleaner } from "./text.js";
import { decodeCell, encodeCell, findUnicode, hasNul, readByteText } from "./text-pieces.js";
import { describeTooMany, TooManyErrors } from "./too-many-errors.js";

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
    let isLeft = false;
    for (const rows of this.readRows()) {
      for (const { length } of rows) {
        cells += length;
        if (length > MAX_COLUMNS) throw new NeedsWholeFile();
      }
      if (walk.rows + rows.length > MAX_LINES || cells > MAX_CELLS) throw new NeedsWholeFile();
      const batch: ResultRecord[] = [];
      isLeft = !takeRows(walk, rows, batch);
      yield batch;
      if (isLeft) break;
    }
    const isGarbled = judgeSuspects(walk.suspects, this.context.knowsHeader) !== null;
    const isOtherYear = walk.table.year !== this.table.year;
    if (isGarbled || isOtherYear || !walk.isRegular) throw new NeedsWholeFile();
    this.length = walk.count;
    const told = isLeft ? [describeTooMany({ ...this.reading, problems: walk.table.problems })] : [];
    Object.assign(this.reading, { problems: [...walk.table.problems, ...told], skipped: walk.table.skipped });
  }

  /** The rows of each piece, their cells as bytes (`readByteText`); a row never stands in two pieces. */
  private *readRows(): Generator<string[][]> {
    let carried = "";
    for (const piece of readByteText(() => this.input.readPieces())) {
      const text = carried + piece;
      const scanned = this.scan(text, false);
      yield scanned.rows;
      carried = text.slice(scanned.rest);
    }
    if (carried !== "") yield this.scan(carried, true).rows;
  }

  private scan(text: string, isLast: boolean) {
    const { delimiter, width } = this.context;
    const scanned = scanPiece(text, delimiter, { isLast });
    if (scanned === null) throw new NeedsWholeFile();
    const { rows } = scanned;
    // Only a quoted cell holds line breaks; most pieces have none.
    if (countLines(text, scanned.rest) !== rows.length && findRowInCell(rows, delimiter, width) >= 0)
      throw new NeedsWholeFile();
    return scanned;
  }
}

/** Reads the rows into `batch`, as far as they are worth it: false when there were too many errors. */
function takeRows(walk: Walk, rows: readonly string[][], batch: ResultRecord[]): boolean {
  try {
    for (const row of rows) {
      const record = walk.take(row);
      if (record !== null) batch.push(record);
    }
    return true;
  } catch (error) {
    if (error instanceof TooManyErrors) return false;
    throw error;
  }
}

function countLines(text: string, end: number): number {
  let count = 0;
  for (let place = text.indexOf("\n"); place >= 0 && place < end; place = text.indexOf("\n", place + 1)) count++;
  return count;
}
