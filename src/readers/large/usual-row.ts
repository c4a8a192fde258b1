import type { ResultRecord, Stated } from "../../domain/indicator.js";
import { type NumberStyle, readNumber, readUsualNumber } from "../cell/number.js";
import { findTextTrouble, ownText, startsWithLetter } from "../cell/text.js";
import { mayBeMisread } from "../encoding/misread-text.js";
import { isDittoMark } from "../table/ditto.js";
import type { Table } from "../table/format.js";
import { LABEL_LENGTH } from "../table/row.js";
import { isGroupOfUnits, isTotalOfUnits } from "../table/row-kind.js";
import { EVALUATION_LENGTH } from "../table/stated.js";
import { decodeCell } from "./text-pieces.js";

/**
 * Reads the rows of a long results sheet in which nothing is unusual, several times as fast as `readResult`, which reads
 * them alike: names and measure met before, plain numbers in the sheet's own style, the sheet's year, and nothing else in
 * the row. Its cells come as bytes (`readByteText`). null for any other row.
 */
export function createUsualReader(table: Table): (cells: readonly string[], index: number) => ResultRecord | null {
  const { columns } = table;
  const names = new KnownCells(table.sound.names);
  const labels = new KnownCells(table.sound.labels);
  const at = (field: string): number => columns.get(field)?.index ?? -1;
  const [unitAt, indicatorAt, measureAt, yearAt] = [at("unit"), at("indicator"), at("measure"), at("year")];
  const [plannedAt, actualAt, previousAt] = [at("planned"), at("actual"), at("previous")];
  const noteAt = at("note");
  const named = [unitAt, indicatorAt, measureAt, yearAt, plannedAt, actualAt, previousAt, noteAt];
  const read = new Set([...named, ...table.ordinals]);
  const width = table.rows[table.headerIndex]?.length ?? 0;
  const others = Array.from({ length: width }, (_, index) => index).filter((index) => !read.has(index));
  const { style } = table;
  const level = columns.get("planned")?.level;
  const figure = (cells: readonly string[], column: number): string | null | undefined =>
    column < 0 ? null : readPlain(cells[column], style);
  return (cells, index) => {
    const known = names.get(cells[unitAt] ?? "");
    const indicator = names.get(cells[indicatorAt] ?? "");
    const measure = labels.get(cells[measureAt] ?? "");
    if (indicator === undefined || measure === undefined || cells.length !== width) return null;
    if (yearAt >= 0 && cells[yearAt] !== String(table.year)) return null;
    for (const column of others) if (cells[column] !== "") return null;
    const planned = figure(cells, plannedAt);
    const actual = figure(cells, actualAt);
    const previous = figure(cells, previousAt);
    if (planned === undefined || actual === undefined || previous === undefined) return null;
    const note = noteAt < 0 ? null : readNote(cells[noteAt], table);
    if (note === undefined) return null;
    // A row without any figure may be a heading.
    if (planned === null && actual === null && previous === null) return null;
    const unit = known ?? names.keep(cells[unitAt] ?? "", readNewUnit(cells[unitAt] ?? "", table));
    if (unit === undefined) return null;
    const record: ResultRecord = {
      row: index + 1,
      unit,
      indicator,
      measure,
      assigned: true,
      planned,
      actual,
      previous,
      stated: NOTHING_STATED,
      reason: null,
      note,
    };
    if (level !== undefined) record.planLevel = level;
    return record;
  };
}

const NOTHING_STATED: Stated = Object.freeze({ attainmentPercent: null, evaluation: null });

/** What was read of cells, by their bytes. */
class KnownCells {
  private readonly byBytes = new Map<string, string>();

  constructor(private readonly sound: ReadonlyMap<string, string>) {}

  /** undefined for a cell not met before, and for one that may be misread. */
  get(bytes: string): string | undefined {
    const known = this.byBytes.get(bytes);
    if (known !== undefined) return known;
    const cell = decodeCell(bytes);
    const text = this.sound.get(cell);
    return text === undefined || mayBeMisread(cell) ? undefined : this.keep(bytes, text);
  }

  keep(bytes: string, text: string | undefined): string | undefined {
    // A piece cut from the file's text would keep all of that alive.
    if (text !== undefined) this.byBytes.set(Buffer.from(bytes, "latin1").toString("latin1"), text);
    return text;
  }
}

/**
 * The name of a unit that no row before has named, where a row of plain figures can only be its data and nothing is to be
 * told of the name; undefined for whatever has to be looked at closely.
 */
function readNewUnit(bytes: string, { clean }: Table): string | undefined {
  const name = decodeCell(bytes);
  const isWhole = name.length <= LABEL_LENGTH && startsWithLetter(name) && clean(name) === name;
  const isOther = isTotalOfUnits(name) || isGroupOfUnits(name) || isDittoMark(name);
  return !isWhole || isOther || findTextTrouble(name) !== null || mayBeMisread(name) ? undefined : ownText(name);
}

/** A remark in plain words, null for a blank cell, undefined for whatever has to be looked at closely. */
function readNote(bytes: string | undefined, { clean }: Table): string | null | undefined {
  if (bytes === undefined) return undefined;
  if (bytes === "") return null;
  const cell = decodeCell(bytes);
  const text = clean(cell);
  const isLong = text.length >= EVALUATION_LENGTH && startsWithLetter(text);
  const isPlain = isLong && findTextTrouble(text) === null && !mayBeMisread(cell);
  return isPlain ? text : undefined;
}

/** A plain decimal, null for a blank cell, undefined for whatever has to be looked at closely. */
function readPlain(text: string | undefined, style: NumberStyle): string | null | undefined {
  if (text === undefined) return undefined;
  if (text === "") return null;
  const value = (style === "vietnamese" ? readUsualNumber(text) : null) ?? readOther(text, style);
  // 1 and 0 may be ticks.
  return value === "0" || value === "1" || value === null ? undefined : value;
}

/** null for whatever is no plain decimal. */
function readOther(text: string, style: NumberStyle): string | null {
  const last = text.charCodeAt(text.length - 1);
  const isDigit = last >= 0x30 && last <= 0x39;
  const reading = isDigit ? readNumber(text, style) : null;
  return reading === null || "wrongStyle" in reading || reading.other !== null ? null : reading.value;
}
