import { nameKey, unitKey } from "../../domain/name.js";

/** A data row as the ditto rule sees it. */
export interface DittoRow {
  /** Text of the cell that may be left blank under a filled one (the unit). */
  unit: string;
  /** What changes from row to row inside a block (the indicator); "" for a heading that only names the unit. */
  item: string;
}

const DITTO_MARKS = new Set(["-nt-", "nt", "n.t", "nt.", "-//-", "//", '-"-', "〃", '"', "''", "như trên"]);

const LONGEST_MARK = Math.max(...[...DITTO_MARKS].map(({ length }) => length));

/** `"`, -nt-, như trên: "the same as above", said outright. */
export function isDittoMark(text: string): boolean {
  return text.length <= LONGEST_MARK && DITTO_MARKS.has(text.toLowerCase());
}

/**
 * What the unit of each row is once blanks are filled from above; null where it stays unknown.
 * Blanks are filled only when the whole sheet is written so: each unit is named once, at the top of its block, items do
 * not repeat inside a block, and blank cells (or marks) are at least as many as filled ones. In a list that names the unit
 * on each row a blank is a mistake and stays blank.
 */
export function fillDown(rows: readonly DittoRow[]): (string | null)[] {
  const fillBlanks = rows.some((row) => row.unit === "") && isDittoStyle(rows);
  let current: string | null = null;
  return rows.map(({ unit }) => {
    if (isDittoMark(unit)) return current;
    if (unit !== "") {
      current = unit;
      return unit;
    }
    return fillBlanks ? current : null;
  });
}

function isDittoStyle(rows: readonly DittoRow[]): boolean {
  const named = new Set<string>();
  let items = new Set<string>();
  let filled = 0;
  let blank = 0;
  for (const { unit, item } of rows) {
    if (unit !== "" && !isDittoMark(unit)) {
      const key = unitKey(unit);
      if (named.has(key)) return false;
      named.add(key);
      items = new Set();
      filled++;
    } else {
      if (filled === 0) return false;
      blank++;
    }
    const itemKey = nameKey(item);
    if (itemKey !== "" && items.has(itemKey)) return false;
    items.add(itemKey);
  }
  return blank >= filled;
}
