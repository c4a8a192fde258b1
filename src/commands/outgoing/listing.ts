import type { Law } from "../../domain/law/law.js";
import type { OutgoingSheet } from "../../terminal/outgoing-sheet.js";

/** What a listing goes by. */
export interface ListingWishes {
  /** By which scores are listed; null = the one imported last. */
  rubric: string | null;
  /** With what the office's own law file says. */
  law: Law;
}

/** What is exported: as a sheet, and its rows as JSON has them. */
export interface Listing {
  sheet: OutgoingSheet;
  rows: object[];
  notes: string[];
}
