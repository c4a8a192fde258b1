import type { OutgoingSheet } from "../../terminal/outgoing-sheet.js";

/** What is exported: as a sheet, and its rows as JSON has them. */
export interface Listing {
  sheet: OutgoingSheet;
  rows: object[];
  notes: string[];
}
