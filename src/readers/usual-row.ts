import type { ResultRecord } from "../domain/indicator.js";
import { type NumberStyle, readNumber, readUsualNumber } from "./number.js";
import { EVALUATION_LENGTH } from "./stated.js";
import type { Table } from "./table.js";
import { findTextTrouble, startsWithLetter } from "./text.js";

/**
 * Reads the rows of a long results sheet in which nothing is unusual, several times as fast as `readResult`, which reads
 * them alike: names and measure met before, plain numbers in the sheet's own style, the sheet's year, and nothing else in
 * the row. null for any other row.
 */
export function createUsualReader(table: Table): (cells: readonly string[], index: number) => ResultRecord | null {
  const { columns, sound } = table;
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
  const plan = level === undefined ? {} : { planLevel: level };
  const figure = (cells: readonly string[], column: number): string | null | undefined =>
    column < 0 ? null : readPlain(cells[column], style);
  return (cells, index) => {
    const unit = sound.names.get(cells[unitAt] ?? "");
    const indicator = sound.names.get(cells[indicatorAt] ?? "");
    const measure = sound.labels.get(cells[measureAt] ?? "");
    if (unit === undefined || indicator === undefined || measure === undefined || cells.length !== width) return null;
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
    return {
      row: index + 1,
      unit,
      indicator,
      measure,
      assigned: true,
      planned,
      ...plan,
      actual,
      previous,
      stated: { attainmentPercent: null, evaluation: null },
      reason: null,
      note,
    };
  };
}

/** A remark in plain words, null for a blank cell, undefined for whatever has to be looked at closely. */
function readNote(raw: string | undefined, { clean }: Table): string | null | undefined {
  if (raw === undefined) return undefined;
  if (raw === "") return null;
  const text = clean(raw);
  const isPlain = text.length >= EVALUATION_LENGTH && startsWithLetter(text) && findTextTrouble(text) === null;
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
