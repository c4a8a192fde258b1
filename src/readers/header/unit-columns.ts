import { nearestName } from "../../domain/name.js";
import { areMeasures } from "../cell/measure.js";
import { claimColumns, recognisesHeader } from "../table/columns.js";
import type { ColumnClaim, FormatSpec } from "../table/format.js";
import { isOrdinalHeader, isTimeOnly } from "../table/header-key.js";
import { isTotalLabel } from "../table/row-kind.js";
import { isTypedUnit, matchUnit } from "../table/sheet-unit.js";
import type { TableProblem } from "../table/table.js";
import { hasFigures } from "./flat-wide.js";
import { splitRole } from "./role-in-header.js";
import { groupUnits, type NamedColumn, type UnitColumns } from "./unit-groups.js";

const SEARCH_ROWS = 30;
const SAMPLE_ROWS = 50;

/**
 * A header of one row with units in its columns: `Chỉ tiêu; KH Lâm Bình; TH Lâm Bình`, `Chỉ tiêu; Lâm Bình; Na Hang`,
 * `Chỉ tiêu; Kế hoạch; Lâm Bình; Na Hang` with one plan for all. What is known as a unit, or bears its type, is one; what
 * only may be one is a problem. null when nothing is or may be.
 */
export function findUnitColumns(
  rows: readonly string[][],
  formats: readonly FormatSpec[],
  results: FormatSpec,
  clean: (raw: string) => string,
  known: readonly string[],
): UnitColumns | null {
  for (let index = 0; index < Math.min(rows.length, SEARCH_ROWS); index++) {
    const header = (rows[index] ?? []).map(clean);
    const claims = claimColumns(header, results);
    const below = rows.slice(index + 1, index + 1 + SAMPLE_ROWS);
    if (!isOfIndicators(claims, below, clean)) continue;
    const named = nameColumns(header, claims, results, known);
    if (isOfAnotherFormat(header, named, formats)) return null;
    const isFilled = (column: NamedColumn) => hasFigures(below, column.index, clean);
    if (!named.some(({ sure }) => sure === "unit")) {
      const doubtful = named.filter((column) => column.sure === null && isFilled(column));
      const isRead = claims.some(({ fields }) => fields.includes("actual"));
      return !isRead && mayBeUnits(doubtful, header, formats) ? { problem: describeUnclear(index, doubtful) } : null;
    }
    const taken = named.filter((column) => column.sure !== null || isLikeUnit(column, named, known));
    const doubtful = named.filter((column) => !taken.includes(column) && isFilled(column) && mayBeName(column.name));
    if (doubtful.length > 0) return { problem: describeUnclear(index, doubtful) };
    return groupUnits(index, header, claims, taken);
  }
  return null;
}

/** Whether its rows are indicators: no column says whose they are, "Đơn vị" being the measure. */
function isOfIndicators(
  claims: readonly ColumnClaim[],
  below: readonly string[][],
  clean: (raw: string) => string,
): boolean {
  const hasMeasure = claims.some(({ fields }) => fields[0] === "measure");
  const namesUnits = ({ fields, index }: ColumnClaim) =>
    fields.includes("unit") &&
    (fields.length === 1 ||
      hasMeasure ||
      !areMeasures(below.map((cells) => clean(cells[index] ?? "")).filter(Boolean)));
  return claims.some(({ fields }) => fields.includes("indicator")) && !claims.some(namesUnits);
}

function nameColumns(
  header: readonly string[],
  claims: readonly ColumnClaim[],
  results: FormatSpec,
  known: readonly string[],
): NamedColumn[] {
  const claimed = new Set(claims.map(({ index }) => index));
  return header.flatMap((text, index): NamedColumn[] => {
    if (text === "" || claimed.has(index) || isOrdinalHeader(text) || isTimeOnly(text)) return [];
    const { name, role, field } = splitRole(text, results) ?? { name: text, role: null, field: "actual" };
    const unit = matchUnit(name, known);
    const sure = unit !== null || isTypedUnit(name) ? "unit" : isTotalLabel(name) ? "total" : null;
    return [{ index, text, name: unit ?? name, role, field, sure }];
  });
}

/** Columns another format knows (Điểm tối đa, Chiều) make it a sheet of that format. */
function isOfAnotherFormat(
  header: readonly string[],
  named: readonly NamedColumn[],
  formats: readonly FormatSpec[],
): boolean {
  const open = named.filter(({ sure }) => sure === null).map(({ index }) => index);
  return formats.some((format) => claimColumns(header, format).some(({ index }) => open.includes(index)));
}

/** A slip in a name, or a new unit beside known ones with the same words for plan and result; both are asked about later. */
function isLikeUnit({ name, role }: NamedColumn, named: readonly NamedColumn[], known: readonly string[]): boolean {
  if (nearestName(name, known) !== null) return true;
  const mayBeNew = role !== null && known.length > 0 && mayBeName(name);
  return mayBeNew && named.some((other) => other.sure === "unit" && other.role === role);
}

/** Figures under names like "Lâm Bình" or "KH Lâm Bình", or under anything beside what would be read as a mere list of indicators. */
function mayBeUnits(
  doubtful: readonly NamedColumn[],
  header: readonly string[],
  formats: readonly FormatSpec[],
): boolean {
  if (doubtful.length < 2) return false;
  const isList = formats.some(
    (format) => format.id === "chi-tieu" && recognisesHeader(format, claimColumns(header, format), header),
  );
  return isList || doubtful.every(({ name }) => name !== name.toLocaleUpperCase("vi") && mayBeName(name));
}

/** "Lâm Bình" and "LÂM BÌNH"; not "Bình quân" or "So sánh (%)". */
function mayBeName(name: string): boolean {
  return name.split(" ").every((word) => /^\p{Lu}/u.test(word));
}

function describeUnclear(rowIndex: number, columns: readonly NamedColumn[]): TableProblem {
  const [first] = columns;
  const names = columns.map(({ text }) => `“${text}”`).join(", ");
  const [what, they] = columns.length === 1 ? ["Cột", ""] : ["Các cột", "các "];
  return {
    row: rowIndex + 1,
    column: first?.text ?? null,
    index: first?.index,
    value: null,
    code: "unclear-unit-columns",
    severity: "error",
    message: `${what} ${names} có số liệu nhưng không rõ có phải là của đơn vị nào không.`,
    hint: `Nếu là ${they}đơn vị: nạp bảng don-vi có tên ấy trước (hoặc cùng lần), hoặc ghi rõ loại trước tên (Huyện Lâm Bình, KH Xã Đông). Nếu không: xóa cột, hoặc đặt tên cột là Kế hoạch, Thực hiện, Ghi chú.`,
  };
}
