/** Narrower than this nothing can be read, so it is a mistake. */
const NARROWEST_SCREEN = 20;

/**
 * Cells of a line: COLUMNS when somebody set it, else those of the terminal; null (as wide as it needs) in a pipe.
 * `terminal` is undefined when stdout is not one, 0 when it does not know.
 */
export function chooseScreenWidth(columnsVariable: string | undefined, terminal: number | undefined): number | null {
  const set = /^\d+$/.test(columnsVariable ?? "") ? Number(columnsVariable) : 0;
  const width = set > 0 ? set : (terminal ?? 0);
  return width > 0 ? Math.max(width, NARROWEST_SCREEN) : null;
}
