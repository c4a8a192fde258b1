import type { OutgoingSheet } from "../../terminal/outgoing-sheet.js";
import type { RankingWishes } from "../rank.js";

/** By which rubric scores are listed; null = the one imported last. */
export type ListingWishes = Pick<RankingWishes, "rubric" | "findAward">;

/** What is exported: as a sheet, and its rows as JSON has them. */
export interface Listing {
  sheet: OutgoingSheet;
  rows: object[];
  notes: string[];
}
