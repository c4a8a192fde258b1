import { shortDate } from "../../domain/date.js";
import type { Movement } from "../../domain/movement.js";
import { formatWhole } from "../../domain/number.js";
import type { Block } from "../decree30/decree30.js";
import { type Column, type TableLine, tableCaption, tableNote } from "../decree30/table.js";
import { countMovements } from "./movement-count.js";
import { fittedTable } from "./table.js";

/** The movements of the year, and how many there are by who launched them and for how long (structure of form 0601, Thông tư 02/2023/TT-BNV). */
export function movementTables(movements: readonly Movement[]): Block[] {
  return movements.length === 0 ? [] : [...movementList(movements), ...movementCounts(movements)];
}

/** Columns somebody filled. */
function movementList(movements: readonly Movement[]): Block[] {
  const told = FIELDS.filter(({ write }) => movements.some((movement) => write(movement) !== ""));
  const lines = movements.map((movement, index): TableLine => {
    return { cells: [String(index + 1), movement.name, ...told.map(({ write }) => write(movement))] };
  });
  const columns = [ORDINAL, { title: "Phong trào thi đua" }, ...told];
  return fittedTable(columns, lines, { above: [tableCaption("Các phong trào thi đua")] });
}

const ORDINAL: Column = { title: "TT", align: "center", width: 560 };

const FIELDS: readonly (Column & { write(movement: Movement): string })[] = [
  {
    title: "Cơ quan, văn bản phát động",
    write: ({ launchedBy, document }) => [launchedBy, document].filter(Boolean).join("; "),
  },
  { title: "Thời gian", align: "center", write: writeSpan },
  {
    title: "Số đơn vị hưởng ứng",
    align: "right",
    write: ({ unitCount }) => (unitCount === null ? "" : formatWhole(unitCount)),
  },
  { title: "Kết quả", write: ({ result }) => result ?? "" },
];

function writeSpan({ from, to, period }: Movement): string {
  if (period !== null) return period;
  if (from === null) return to === null ? "" : `đến ${shortDate(to)}`;
  return to === null ? `từ ${shortDate(from)}` : `${shortDate(from)} – ${shortDate(to)}`;
}

function movementCounts(movements: readonly Movement[]): Block[] {
  const { titles, rows } = countMovements(movements);
  const lines = rows.map(({ title, counts, isTotal }, index): TableLine => {
    const cells = counts.map((count) => (count === 0 ? "-" : formatWhole(count)));
    return { cells: [isTotal ? "" : String(index + 1), title, ...cells], bold: isTotal };
  });
  const columns = [ORDINAL, { title: "Cấp phát động" }, ...titles.map((title): Column => ({ title, align: "right" }))];
  return fittedTable(columns, lines, {
    above: [tableCaption("Số phong trào thi đua")],
    below: [tableNote("Ghi chú: cấp phát động được xếp theo tên cơ quan phát động.")],
  });
}
