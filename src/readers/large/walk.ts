import type { DirectionGuesses } from "../../domain/direction-guess.js";
import type { ResultRecord } from "../../domain/indicator.js";
import { nameKey, rememberKeys } from "../../domain/name.js";
import { PairRows } from "../../domain/pair-rows.js";
import { levelOfField } from "../../domain/plan-level.js";
import { StyleEvidence } from "../cell/number.js";
import { gatherSuspects } from "../encoding/misread-text.js";
import { createClusterNotice } from "../formats/cluster-heading.js";
import { readResults } from "../formats/ket-qua.js";
import { numberNames, reportDouble } from "../formats/ket-qua-double.js";
import { Classifier } from "../table/classify-rows.js";
import { isDittoMark } from "../table/ditto.js";
import type { Table } from "../table/format.js";
import { NUMERIC } from "../table/number-style.js";
import { createRecordMaker } from "../table/read-records.js";
import { isPartName } from "../table/row-kind.js";
import { cellText, skipRow } from "../table/table.js";
import { NeedsWholeFile } from "./needs-whole-file.js";
import { decodeCell } from "./text-pieces.js";
import { createUsualReader } from "./usual-row.js";

/** One way through the rows, watching for whatever has to be seen with the whole sheet in view. */
export class Walk {
  /** Records so far. */
  count = 0;
  /** Rows so far. */
  rows = 0;
  /** Cells that may be misread text. */
  readonly suspects: string[] = [];
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

  /** The record of the next row, its cells as bytes; null for rows above the data and between them. */
  take(bytes: readonly string[]): ResultRecord | null {
    const index = this.rows++;
    if (index <= this.table.headerIndex) {
      for (const cell of bytes) gatherSuspects(decodeCell(cell), this.suspects);
      return null;
    }
    for (const column of this.telling) this.evidence.add(decodeCell(bytes[column] ?? ""));
    const usual = this.classifier.isAmongData && !this.hasOtherPlans ? this.readUsual(bytes, index) : null;
    const record = usual ?? this.readClosely(bytes.map(decodeCell), index);
    if (record === null) return null;
    const { row } = record;
    const earlier = this.pairs.add(this.numberOf.unit(record.unit), this.numberOf.indicator(record.indicator), row);
    if (earlier !== null) reportDouble(this.table, record, earlier, bytes.map(decodeCell));
    this.directions.add(this.indicatorKey(record.indicator), record);
    this.count++;
    return record;
  }

  private readClosely(cells: readonly string[], index: number): ResultRecord | null {
    for (const cell of cells) gatherSuspects(cell, this.suspects);
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
    // A part that stands under two indicators takes their names.
    const isPart = isPartName(cellText(this.table, cells, "indicator"));
    if (isPart || this.words.some(isAsAbove) || this.names.some(isBlank)) throw new NeedsWholeFile();
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
