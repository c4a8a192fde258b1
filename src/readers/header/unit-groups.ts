import { unitKey } from "../../domain/name.js";
import type { ColumnClaim } from "../table/format.js";
import { isOrdinalHeader } from "../table/header-key.js";
import type { TableProblem } from "../table/table.js";
import type { HeaderProblem } from "./column-trouble.js";
import type { HeaderBlock } from "./header-block.js";
import type { ColumnGroup, WideHeader } from "./wide-header.js";

const SHARED = new Set(["indicator", "unit", "measure", "year"]);

/** A column that none of the known headers claims: perhaps a unit's. */
export interface NamedColumn {
  index: number;
  /** The header as written. */
  text: string;
  /** Of the unit, as it is known where it is. */
  name: string;
  /** The words for plan, result … and their field; a column headed by a name alone holds results. */
  role: string | null;
  field: string;
  /** What is certain of the name: that it is a unit's, or that of all units together. */
  sure: "unit" | "total" | null;
}

/** A header whose columns are units, or why it cannot be read as one. */
export type UnitColumns = { wide: WideHeader; block: HeaderBlock } | { problem: TableProblem };

/** The columns of each unit together; a plan no unit has a column for is one for all of them, and that is said. */
export function groupUnits(
  rowIndex: number,
  header: readonly string[],
  claims: readonly ColumnClaim[],
  columns: readonly NamedColumn[],
): UnitColumns {
  const groups = new Map<string, ColumnGroup>();
  for (const { index, text, name, role } of columns) {
    const group = groups.get(unitKey(name)) ?? { name, measure: null, roles: new Map() };
    group.roles.set(index, { header: role ?? "Thực hiện", text });
    groups.set(unitKey(name), group);
  }
  const isShared = ({ fields }: ColumnClaim) => fields.some((field) => SHARED.has(field));
  const shared = new Map(claims.filter(isShared).map(({ index, header }) => [index, header]));
  header.forEach((text, index) => {
    if (isOrdinalHeader(text)) shared.set(index, text);
  });
  const plan = claims.find(({ fields }) => fields.includes("planned"));
  const common = plan !== undefined && columns.every(({ field }) => field !== "planned") ? plan : null;
  if (common !== null) {
    const whole =
      columns.find(({ sure }) => sure === "total")?.text ??
      claims.find(({ fields }) => fields.includes("actual"))?.header;
    if (whole !== undefined) return { problem: describeUnclearPlan(rowIndex, common, whole) };
    for (const group of groups.values()) group.roles.set(common.index, { header: common.header, text: common.header });
  }
  const read = new Set([
    ...shared.keys(),
    ...columns.map(({ index }) => index),
    ...(common === null ? [] : [common.index]),
  ]);
  return {
    wide: {
      layout: "units-in-columns",
      shared,
      groups: [...groups.values()],
      year: null,
      unread: header.filter((text, index) => text !== "" && !read.has(index)),
      notes: common === null ? [] : [describeCommonPlan(common)],
    },
    block: { first: rowIndex, last: rowIndex, texts: header.map((text) => [text]) },
  };
}

function describeCommonPlan({ index, header }: ColumnClaim): HeaderProblem {
  return {
    column: header,
    index,
    value: null,
    code: "common-plan",
    severity: "warning",
    message: `Cột “${header}” được lấy làm kế hoạch của từng đơn vị: cùng một con số cho mọi đơn vị.`,
    hint: "Nếu đó là kế hoạch của tất cả các đơn vị cộng lại, hãy xóa cột, hoặc ghi kế hoạch của từng đơn vị ở cột “KH tên đơn vị”.",
  };
}

function describeUnclearPlan(rowIndex: number, { index, header }: ColumnClaim, whole: string): TableProblem {
  return {
    row: rowIndex + 1,
    column: header,
    index,
    value: null,
    code: "unclear-plan",
    severity: "error",
    message: `Bên cạnh các cột đơn vị còn có cột “${whole}”, nên không rõ cột “${header}” là kế hoạch của từng đơn vị hay của tất cả.`,
    hint: `Ghi kế hoạch của từng đơn vị ở cột “KH tên đơn vị”; nếu một kế hoạch là chung cho mọi đơn vị thì xóa cột “${whole}”; nếu là kế hoạch của tất cả thì xóa cột “${header}”.`,
  };
}
