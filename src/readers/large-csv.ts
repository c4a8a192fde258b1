import { DirectionGuesses } from "../domain/direction-guess.js";
import type { ResultRecord } from "../domain/indicator.js";
import { nameKey, rememberKeys } from "../domain/name.js";
import { PairRows } from "../domain/pair-rows.js";
import { levelOfField } from "../domain/plan-level.js";
import { Classifier } from "./classify-rows.js";
import { createClusterNotice } from "./cluster-heading.js";
import { knowsHeader } from "./columns.js";
import { findRowInCell, MAX_COLUMNS, widthOf } from "./csv.js";
import { readSepLine } from "./delimiter.js";
import { isDittoMark } from "./ditto.js";
import type { FormatSpec, WorkYear } from "./format.js";
import { readResults } from "./ket-qua.js";
import { numberNames, reportDouble } from "./ket-qua-double.js";
import { locateHeader } from "./locate-header.js";
import { dropMarkColumn } from "./mark-column.js";
import { findMisreading, gatherSuspects, judgeSuspects } from "./misread-text.js";
import { NeedsWholeFile } from "./needs-whole-file.js";
import { StyleEvidence } from "./number.js";
import { NUMERIC } from "./number-style.js";
import { openTable } from "./open-table.js";
import { chooseDelimiter, NO_DELIMITER } from "./read-csv.js";
import { createRecordMaker } from "./read-records.js";
import { blankReading, type Records, type SheetReading } from "./reading.js";
import { scanPiece } from "./scan-cells.js";
import { MAX_CELLS, MAX_LINES } from "./shape.js";
import { describeStop, ReadingStopped } from "./sheet-limit.js";
import { keepRows } from "./sheet-rows.js";
import { NO_HINTS } from "./sheet-unit.js";
import { sniffFile } from "./sniff.js";
import { hasOnlyStated } from "./stated.js";
import { createSoundCells, skipRow, type Table } from "./table.js";
import { createCleaner } from "./text.js";
import { findUnicode, hasNul, readTextPieces } from "./text-pieces.js";
import { createUsualReader } from "./usual-row.js";

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
const HEAD_ROWS = 2000;

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
  if (reading.layout !== "long" || !table.columns.has("unit") || hasOnlyStated(table) || delimiter === null)
    return null;
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
  for (const piece of readTextPieces(() => input.readPieces())) {
    text += piece;
    if (text.length > HEAD_ROWS * 100) break;
  }
  return text;
}

/** The year the sheet states, in a column Năm if nowhere else. */
function readYear(table: Table, head: readonly string[][]): number | null {
  if (!table.columns.has("year")) return table.year;
  const walk = new Walk({ ...table, problems: [], skipped: [], sound: createSoundCells() }, new DirectionGuesses());
  for (const [index, cells] of head.entries()) {
    walk.take(cells, index);
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

  *[Symbol.iterator](): Generator<ResultRecord> {
    const { problems, skipped } = this.table;
    const { directions } = this.context;
    directions.clear();
    const walk = new Walk(
      { ...this.table, problems: [...problems], skipped: [...skipped], sound: createSoundCells() },
      directions,
    );
    const suspects: string[] = [];
    const left = yield* this.walkRows(walk, suspects);
    const isGarbled = judgeSuspects(suspects, this.context.knowsHeader) !== null;
    const isOtherYear = walk.table.year !== this.table.year;
    if (isGarbled || isOtherYear || !walk.isRegular) throw new NeedsWholeFile();
    this.length = walk.count;
    const told = left === null ? [] : [describeStop(this.reading, left)];
    Object.assign(this.reading, { problems: [...walk.table.problems, ...told], skipped: walk.table.skipped });
  }

  /** Goes through the rows to the end, or as far as they are worth it, which is then handed back. */
  private *walkRows(walk: Walk, suspects: string[]): Generator<ResultRecord, ReadingStopped | null> {
    let index = 0;
    let cells = 0;
    try {
      for (const { text, rows } of this.readRows()) {
        gatherSuspects(text, suspects);
        for (const row of rows) {
          cells += row.length;
          if (row.length > MAX_COLUMNS || index >= MAX_LINES || cells > MAX_CELLS) throw new NeedsWholeFile();
          const record = walk.take(row, index++);
          if (record !== null) yield record;
        }
      }
      return null;
    } catch (error) {
      if (error instanceof ReadingStopped) return error;
      throw error;
    }
  }

  /** Rows with the text they were cut from; a row never stands in two pieces. */
  private *readRows(): Generator<{ text: string; rows: string[][] }> {
    let carried = "";
    for (const piece of readTextPieces(() => this.input.readPieces())) {
      const text = carried + piece;
      const scanned = this.scan(text, false);
      yield { text: text.slice(0, scanned.rest), rows: scanned.rows };
      carried = text.slice(scanned.rest);
    }
    if (carried !== "") yield { text: carried, rows: this.scan(carried, true).rows };
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

function countLines(text: string, end: number): number {
  let count = 0;
  for (let place = text.indexOf("\n"); place >= 0 && place < end; place = text.indexOf("\n", place + 1)) count++;
  return count;
}

/** One way through the rows, watching for whatever has to be seen with the whole sheet in view. */
class Walk {
  count = 0;
  private readonly classifier: Classifier;
  private readonly noticeCluster: ReturnType<typeof createClusterNotice>;
  private readonly makeRecord: ReturnType<typeof createRecordMaker<ResultRecord>>;
  private readonly readUsual: ReturnType<typeof createUsualReader>;
  private readonly evidence = new StyleEvidence();
  private readonly pairs = new PairRows();
  private readonly numberOf = numberNames();
  private readonly indicatorKey = rememberKeys(nameKey);
  /** Whether a row was seen that is not of the short way; the first row below the header never is. */
  private hasData = false;
  private readonly hasOtherPlans: boolean;
  /** Columns that name what a row is about; a blank one may mean the name above. */
  private readonly names: readonly number[];
  /** Columns of words, in which a mark may stand for the words above. */
  private readonly words: readonly number[];
  /** Columns whose numbers may yet show another style; none where the style is plain, since a number against it is an error. */
  private readonly telling: readonly number[];

  constructor(
    readonly table: Table,
    private readonly directions: DirectionGuesses,
  ) {
    this.classifier = new Classifier(table);
    this.noticeCluster = createClusterNotice(table);
    this.makeRecord = createRecordMaker(table, readResults(table));
    this.readUsual = createUsualReader(table);
    const isSettled = table.style === "vietnamese" || table.style === "english";
    const numeric = [...table.columns.values()].filter(({ kind }) => NUMERIC.has(kind));
    this.words = [...table.columns.values()].filter(({ kind }) => !NUMERIC.has(kind)).map(({ index }) => index);
    this.names = ["unit", "indicator"].flatMap((field) => table.columns.get(field)?.index ?? []);
    this.hasOtherPlans = [...table.columns.keys()].some((field) => levelOfField(field) !== null);
    this.telling = isSettled ? [] : numeric.map(({ index }) => index);
  }

  /** The record of the row with that 0-based index; null for rows above the data and between them. */
  take(cells: readonly string[], index: number): ResultRecord | null {
    if (index <= this.table.headerIndex) return null;
    for (const column of this.telling) this.evidence.add(cells[column] ?? "");
    const usual = this.classifier.isAmongData && !this.hasOtherPlans ? this.readUsual(cells, index) : null;
    const record = usual ?? this.readClosely(cells, index);
    if (record === null) return null;
    const { row } = record;
    const earlier = this.pairs.add(this.numberOf.unit(record.unit), this.numberOf.indicator(record.indicator), row);
    if (earlier !== null) reportDouble(this.table, record, earlier, cells);
    this.directions.add(this.indicatorKey(record.indicator), record);
    this.count++;
    return record;
  }

  private readClosely(cells: readonly string[], index: number): ResultRecord | null {
    const kind = this.classifier.classify(cells, index);
    if (kind === "total") throw new NeedsWholeFile();
    if (kind === "group")
      this.noticeCluster(
        cells.map(this.table.clean).filter((text) => text !== ""),
        cells,
        index + 1,
      );
    if (kind !== "data") {
      skipRow(this.table, cells, index, kind);
      return null;
    }
    this.hasData = true;
    const isAsAbove = (column: number) => isDittoMark(this.table.clean(cells[column] ?? ""));
    const isBlank = (column: number) => this.table.clean(cells[column] ?? "") === "";
    if (this.words.some(isAsAbove) || this.names.some(isBlank)) throw new NeedsWholeFile();
    return this.makeRecord(cells, index, null);
  }

  /** Whether all that was taken for granted held to the end. */
  get isRegular(): boolean {
    const { problems, style } = this.table;
    const isOtherStyle = this.telling.length > 0 && this.evidence.style !== style;
    const isMixed = problems.some(({ code }) => code === "mixed-number-style");
    return this.hasData && !isOtherStyle && !isMixed && this.directions.stillStand;
  }
}
