/** Where a stored value came from: the import and the row of its sheet, as Excel shows it. */
export interface Source {
  importId: number;
  row: number;
}
