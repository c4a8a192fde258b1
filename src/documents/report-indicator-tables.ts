import { groupBy } from "../domain/group-by.js";
import type { ProgressRow } from "../domain/progress.js";
import { capitalize } from "../domain/upper-case.js";
import { formatCount } from "./count.js";
import type { Block } from "./decree30.js";
import { type Column, type TableLine, tableCaption, tableNote, tableUnit } from "./decree30-table.js";
import { insideSentence, unitInProse } from "./prose/words.js";
import { amountColumn, evaluationCell, explainMarks, growthCell, percentColumn } from "./report-cell.js";
import { cleanTable, evenColumns } from "./report-text.js";

/** Indicators side by side on an upright page; more make further tables. */
const MOST_COLUMNS = 6;

/** The percentages of plan, units by indicators: what a meeting reads first. The figures behind them stand in the appendix. */
export function attainmentTable(rows: readonly ProgressRow[]): Block[] {
  const byIndicator = [...groupBy(rows, (row) => row.indicator.id).values()];
  const chunks = splitEvenly(byIndicator, MOST_COLUMNS);
  return chunks.flatMap((chunk, index) => {
    const part = chunks.length === 1 ? "" : ` (${index + 1}/${chunks.length})`;
    return [
      tableCaption(`Tỷ lệ thực hiện kế hoạch của các đơn vị${part}`),
      tableUnit("(Đơn vị tính: % kế hoạch)"),
      ...attainmentPart(chunk),
    ];
  });
}

function attainmentPart(columnsOfRows: readonly (readonly ProgressRow[])[]): Block[] {
  const units = [...groupBy(columnsOfRows.flat(), (row) => row.unit.id).values()].flatMap(
    (group) => group[0]?.unit ?? [],
  );
  const writers = columnsOfRows.map((rows) => percentColumn(rows));
  const lines = units.map((unit, index): TableLine => {
    const cells = columnsOfRows.map((rows, column) => {
      const row = rows.find((each) => each.unit.id === unit.id);
      return row === undefined ? "" : (writers[column]?.(row) ?? "");
    });
    return { cells: [String(index + 1), capitalize(unitInProse(unit)), ...cells] };
  });
  const columns: Column[] = [
    { title: "TT", align: "center", width: 560 },
    { title: "Đơn vị" },
    ...evenColumns(
      columnsOfRows.map((rows) => rows[0]?.indicator.name ?? ""),
      lines,
    ),
  ];
  const lower = columnsOfRows.flatMap((rows) =>
    rows[0]?.indicator.direction === "lower" ? [rows[0].indicator.name] : [],
  );
  const notes = [
    explainMarks(lines.flatMap((line) => line.cells)),
    lower.length === 0
      ? null
      : `Chỉ tiêu càng thấp càng tốt (${lower.map(insideSentence).join("; ")}): tỷ lệ bằng mức phấn đấu chia cho thực hiện.`,
  ].filter((note) => note !== null);
  return [cleanTable(columns, lines), ...(notes.length === 0 ? [] : [tableNote(`Ghi chú: ${notes.join(" ")}`)])];
}

/** Every figure: for each indicator a group of lines, one a unit. Previous year only where some sheet gave it. */
export function indicatorAppendix(rows: readonly ProgressRow[]): Block[] {
  const hasPrevious = rows.some((row) => row.result?.previous != null);
  const number = (title: string): Column => ({ title, align: "right" });
  const columns: Column[] = [
    { title: "TT", align: "center", width: 560 },
    { title: "Đơn vị" },
    number("Kế hoạch"),
    number("Thực hiện"),
    number("% kế hoạch"),
    ...(hasPrevious ? [number("Năm trước"), number("So năm trước (%)")] : []),
    { title: "Đánh giá", align: "center", width: 1150 },
  ];
  const lines = [...groupBy(rows, (row) => row.indicator.id).values()].flatMap((group, index) =>
    indicatorLines(group, index + 1, hasPrevious),
  );
  const note = explainMarks(lines.flatMap(({ cells }) => cells));
  return [cleanTable(columns, lines), ...(note === null ? [] : [tableNote(`Ghi chú: ${note}`)])];
}

function indicatorLines(group: readonly ProgressRow[], number: number, hasPrevious: boolean): TableLine[] {
  const first = group[0];
  if (first === undefined) return [];
  const measure = group.find((row) => row.result?.measure != null)?.result?.measure ?? first.indicator.measure;
  const writePercent = percentColumn(group);
  const writeAmount = amountColumn(group);
  const heading = `${number}. ${first.indicator.name}${measure === null ? "" : ` (${measure})`}`;
  const lines = group.map((row, index): TableLine => {
    const previous = hasPrevious ? [writeAmount(row.result?.previous), growthCell(row)] : [];
    const { planned, actual } = row.result ?? {};
    return {
      cells: [
        String(index + 1),
        capitalize(unitInProse(row.unit)),
        writeAmount(planned),
        writeAmount(actual),
        writePercent(row),
        ...previous,
        evaluationCell(row),
      ],
    };
  });
  return [{ cells: [heading], spanning: true, bold: true }, ...lines];
}

/** Parts of nearly the same length, none longer than `most`. */
export function splitEvenly<T>(items: readonly T[], most: number): T[][] {
  const count = Math.ceil(items.length / most);
  const size = Math.ceil(items.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

/** "07 đơn vị" */
export function countUnits(units: readonly unknown[]): string {
  return `${formatCount(units.length)} đơn vị`;
}
