import { groupBy } from "../../domain/group-by.js";
import type { ProgressRow } from "../../domain/progress.js";
import { capitalize } from "../../domain/upper-case.js";
import { type Block, LANDSCAPE_TEXT_WIDTH, SIZE, TEXT_WIDTH } from "../decree30/decree30.js";
import { type TableLine, tableCaption, tableNote, tableUnit } from "../decree30/table.js";
import { insideSentence, unitInProse } from "../prose/words.js";
import { cleanTemplateText } from "../template/value.js";
import { explainMarks, percentColumn } from "./cell.js";
import { columnsThatFit, evenColumns, splitEvenly } from "./columns.js";
import { cleanTable } from "./text.js";

/** Units by indicators or indicators by units, whichever way is read best. */
export interface PercentMatrix {
  /** What stands in the first column: "Đơn vị" or "Chỉ tiêu". */
  of: string;
  titles: string[];
  lines: { name: string; cells: string[] }[];
  /** Columns side by side, no matter how many tables they make. */
  most: number;
  /** Twips of the page it is made for. */
  width: number;
  notes: string[];
}

/** Units below each other where the indicators fit beside each other upright, else the other way round, else lying with the longer list below. */
export function planPercentMatrix(rows: readonly ProgressRow[]): PercentMatrix {
  const byIndicator = [...groupBy(rows, ({ indicator }) => indicator.id).values()];
  const writers = new Map(byIndicator.map((group) => [group[0]?.indicator.id, percentColumn(group)]));
  const write = (row: ProgressRow | undefined) =>
    row === undefined ? "" : (writers.get(row.indicator.id)?.(row) ?? "");
  const units = [...new Map(rows.map(({ unit }) => [unit.id, unit])).values()];
  const unitNames = units.map((unit) => capitalize(unitInProse(unit)));
  const indicatorNames = byIndicator.map((group) => group[0]?.indicator.name ?? "");
  const cell = (group: readonly ProgressRow[], unitId: number) => write(group.find(({ unit }) => unit.id === unitId));
  const lower = byIndicator.flatMap((group) =>
    group[0]?.indicator.direction === "lower" ? [group[0].indicator.name] : [],
  );
  const unitsBelow = {
    of: "Đơn vị",
    titles: indicatorNames,
    lines: units.map(({ id }, index) => ({
      name: unitNames[index] ?? "",
      cells: byIndicator.map((group) => cell(group, id)),
    })),
  };
  const indicatorsBelow = {
    of: "Chỉ tiêu",
    titles: unitNames,
    lines: byIndicator.map((group, index) => ({
      name: indicatorNames[index] ?? "",
      cells: units.map(({ id }) => cell(group, id)),
    })),
  };
  const notes = [explainMarks(unitsBelow.lines.flatMap(({ cells }) => cells)), explainLower(lower)].filter(
    (note) => note !== null,
  );
  for (const way of [unitsBelow, indicatorsBelow]) {
    const most = columnsThatFit(way, TEXT_WIDTH);
    if (way.titles.length <= most) return { ...way, most, width: TEXT_WIDTH, notes };
  }
  const way = units.length > byIndicator.length ? unitsBelow : indicatorsBelow;
  return { ...way, most: columnsThatFit(way, LANDSCAPE_TEXT_WIDTH), width: LANDSCAPE_TEXT_WIDTH, notes };
}

/** The matrix as tables of like width, the first column repeated in each. */
export function percentTables({ of, titles, lines, most, width, notes }: PercentMatrix, plan: string | null): Block[] {
  const parts = splitEvenly(
    titles.map((title, column) => ({ title, column })),
    most,
  );
  const unit = `(Đơn vị tính: % kế hoạch${plan === null ? "" : ` ${cleanTemplateText(plan)}`})`;
  return [
    ...parts.flatMap((part, index) => {
      const number = parts.length === 1 ? "" : ` (${index + 1}/${parts.length})`;
      const shown = lines.map(({ name, cells }, place): TableLine => {
        return { cells: [String(place + 1), name, ...part.map(({ column }) => cells[column] ?? "")] };
      });
      const columns = [
        { title: "TT", align: "center" as const, width: 560 },
        { title: of },
        ...evenColumns(
          part.map(({ title }) => title),
          shown,
          width,
        ),
      ];
      return [
        tableCaption(`Tỷ lệ thực hiện kế hoạch của các đơn vị${number}`),
        tableUnit(unit),
        cleanTable(columns, shown, { width, size: SIZE.table }),
      ];
    }),
    ...(notes.length === 0 ? [] : [tableNote(cleanTemplateText(`Ghi chú: ${notes.join(" ")}`))]),
  ];
}

function explainLower(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  return `Chỉ tiêu càng thấp càng tốt (${names.map(insideSentence).join("; ")}): tỷ lệ bằng mức phấn đấu chia cho thực hiện.`;
}
