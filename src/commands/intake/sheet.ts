import type { AwardFinder } from "../../domain/award-match.js";
import type { CellColumns } from "../../domain/indicator.js";
import { nearestName } from "../../domain/name.js";
import type { Problem } from "../../domain/problem.js";
import { UserError } from "../../errors.js";
import type { SheetReading } from "../../readers/table/reading.js";
import type { Db } from "../../store/open.js";
import { findClusterId, listClusters } from "../../store/unit.js";

/** What a person said a name nobody knows stands for: a known name, or something new. */
export type NameAnswer = { is: string } | "new";

/** Answers by `unitKey` and `nameKey` of the name in the sheet; from --map or asked on a terminal. */
export interface NameAnswers {
  units: ReadonlyMap<string, NameAnswer>;
  indicators: ReadonlyMap<string, NameAnswer>;
}

/** A sheet on its way into the database, with what the person chose for the whole call. */
export interface IncomingSheet {
  reading: SheetReading;
  /** Year its records go to. */
  year: number;
  /** --cluster: where units go that no sheet has put in a cluster, and what a rubric is for; null when not given. */
  cluster: string | null;
  /** The call began without any unit (indicator) and no sheet of it lists them: results of all its sheets name the first. */
  first: { units: boolean; indicators: boolean };
  /** --create: unknown units and indicators are made. */
  create: boolean;
  /** --strict: nothing is ever made from a name alone, not even in an empty database. */
  strict: boolean;
  /** --force: values set by hand give way to the sheet's. */
  force: boolean;
  /** What names that nobody knows stand for. */
  answers: NameAnswers;
  /** Awards the program knows, and those of the office's file of law. */
  findAward: AwardFinder;
}

/** --cluster must name a cluster there is, once there are any; a new one needs --create. Throws UserError. */
export function checkCluster(db: Db, { cluster, create }: Pick<IncomingSheet, "cluster" | "create">): void {
  const known = listClusters(db).map(({ name }) => name);
  if (cluster === null || create || known.length === 0 || findClusterId(db, cluster) !== null) return;
  const near = nearestName(cluster, known);
  const suggestion = near === null ? "" : `Có phải là "${near}"? `;
  throw new UserError(
    `Không có cụm/khối "${cluster}".`,
    `${suggestion}Các cụm/khối hiện có: ${known.join("; ")}. Thêm --create nếu đúng là cụm/khối mới.`,
  );
}

/**
 * A problem at one field of one record, its column named as the sheet writes it. `own` = columns only that record has;
 * what names it has no column then and stands above the first of them.
 */
export function problemAt(
  { reading }: IncomingSheet,
  row: number | null,
  field: string | null,
  value: string | null,
  problem: { code: string; message: string; hint: string; severity?: Problem["severity"] },
  own: CellColumns = {},
): Problem {
  const column = field === null ? undefined : (own[field] ?? reading.columns[field]);
  const place = column === undefined ? Object.values(own)[0] : column;
  const placeRow = column === undefined ? reading.headerRow : row;
  const known = field !== null && place !== undefined && placeRow !== null;
  const cell = known ? { cell: `${place.letter}${placeRow}` } : {};
  const { file, sheet } = reading;
  return { file, sheet, row, column: column?.header ?? null, ...cell, value, severity: "error", ...problem };
}
