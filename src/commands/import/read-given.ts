import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import type { AwardFinder } from "../../domain/award-match.js";
import { UserError } from "../../errors.js";
import { MAX_LINES } from "../../readers/csv/shape.js";
import { shapeOf } from "../../readers/header/header-map.js";
import {
  type FormatId,
  formatsOf,
  LARGE_BYTES,
  MAX_FILE_BYTES,
  readLargeSheet,
  readSheets,
  type SheetReading,
} from "../../readers/index.js";
import type { WorkYear } from "../../readers/table/format.js";
import { headerKey } from "../../readers/table/header-key.js";
import { rowsOf } from "../../readers/table/sheet-rows.js";
import { type HeaderShape, listHeaderShapes } from "../../store/header-shape.js";
import { withDatabase } from "../../store/open.js";
import { readSettings } from "../../store/setting.js";
import { createProgress } from "../../terminal/progress-bar.js";
import type { Context } from "../context/context.js";
import { readKnownUnits, rereadWithListedUnits } from "../intake/known-units.js";
import { askColumns } from "./ask-columns.js";
import type { GivenFile } from "./given-files.js";
import type { NameMap } from "./map-file.js";
import type { ReadSheet } from "./sheets.js";

export interface ReadWishes {
  as: FormatId | null;
  sheet: string | null;
  repair: boolean;
  /** --unit: whose results a sheet without a unit column holds. */
  unit: string | null;
  map: NameMap;
  /** Knows the awards headings may name. */
  findAward: AwardFinder;
  /** Whether all records are wanted at once, to be shown. */
  whole: boolean;
}

/** --year, else the office's setting; null when neither is there. */
async function readWorkYear({ year, database }: Context): Promise<WorkYear | null> {
  if (year !== null) return { year, given: true };
  if (!existsSync(database)) return null;
  const setting = await withDatabase(database, "read", (db) => readSettings(db).get("year"));
  return setting === undefined ? null : { year: Number(setting), given: false };
}

/**
 * Reads the files. Headers nobody knows are read as --map says, else as they were for an earlier file of the same
 * shape, else as the person answers on a terminal.
 */
export async function readGiven(
  context: Context,
  files: readonly GivenFile[],
  { as, sheet, repair, unit, map, findAward, whole }: ReadWishes,
): Promise<ReadSheet[]> {
  const remembered = existsSync(context.database)
    ? await withDatabase(context.database, "read", (db) => new Map(listHeaderShapes(db).map((one) => [one.shape, one])))
    : new Map<string, HeaderShape>();
  const workYear = await readWorkYear(context);
  const knownUnits = await readKnownUnits(context.database);
  const sheets: ReadSheet[] = [];
  const chosen = {
    repair,
    formats: formatsOf(findAward),
    ...(as === null ? {} : { as }),
    ...(sheet === null ? {} : { sheet }),
  };
  for (const given of files) {
    const { file, size } = given;
    const readWhole = async (headers: NameMap["headers"], names: readonly string[] = knownUnits) =>
      readSheets({
        file,
        size,
        bytes: await given.readBytes(),
        headers,
        hints: { unit, knownUnits: names },
        workYear,
        // What is to be shown cannot be read in pieces.
        ...(whole && { maxLines: MAX_LINES }),
        ...chosen,
      });
    const mayBeLarge = !whole && !repair && sheet === null && size >= LARGE_BYTES && size <= MAX_FILE_BYTES;
    const read: typeof readWhole = async (headers, names) => {
      const readPieces = () => showProgress(context, given);
      const large = mayBeLarge ? readLargeSheet({ file, readPieces, headers, workYear, ...chosen }) : null;
      return large === null ? readWhole(headers, names) : [large];
    };
    let readings = await read(map.headers);
    const headers = new Map(map.headers);
    for (const reading of readings) {
      const shape = findShape(reading, remembered);
      const fields = shape === null ? await askColumns(context, reading, as) : new Map(Object.entries(shape.fields));
      for (const [key, field] of fields) if (!headers.has(key)) headers.set(key, field);
    }
    if (headers.size > map.headers.size) readings = await read(headers);
    const sha256 = hashPieces(size > MAX_FILE_BYTES ? [] : given.readPieces());
    for (const [index, reading] of readings.entries()) {
      const reread = async (names?: readonly string[]) => (await readWhole(headers, names))[index] ?? reading;
      sheets.push({ reading, reread, sha256, shape: describeShape(reading, headers) });
    }
  }
  await rereadWithListedUnits(sheets, knownUnits);
  const anySheet = sheets.some(({ reading }) => reading.sheet !== null || reading.headerRow === null);
  if (sheet !== null && !anySheet) {
    const hint = "Bỏ --sheet, hoặc nạp tệp Excel (.xlsx), LibreOffice (.ods).";
    throw new UserError("Tệp CSV không có trang tính.", hint);
  }
  return sheets;
}

const MEGABYTE = 1024 * 1024;

function* showProgress({ io }: Context, given: GivenFile): Generator<Uint8Array> {
  const progress = createProgress(io, `Đang nạp ${given.file}`, given.size / MEGABYTE, " MB");
  try {
    for (const piece of given.readPieces()) {
      yield piece;
      progress.tick(piece.length / MEGABYTE);
    }
  } finally {
    progress.end();
  }
}

function hashPieces(pieces: Iterable<Uint8Array>): string {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}

const SHAPE_SEARCH_ROWS = 30;

function findShape(reading: SheetReading, remembered: ReadonlyMap<string, HeaderShape>): HeaderShape | null {
  if (remembered.size === 0) return null;
  for (const cells of rowsOf(reading).slice(0, SHAPE_SEARCH_ROWS)) {
    const known = remembered.get(shapeOf(cells));
    if (known !== undefined) return known;
  }
  return null;
}

/** What to remember of a sheet that was read with mapped headers; null when none of them stands in it. */
function describeShape(reading: SheetReading, headers: NameMap["headers"]): HeaderShape | null {
  const { headerRow, content } = reading;
  if (headers.size === 0 || headerRow === null || content === null) return null;
  const cells = rowsOf(reading)[headerRow - 1] ?? [];
  const known = new Set(cells.map(headerKey));
  const fields = Object.fromEntries([...headers].filter(([key]) => known.has(key)));
  return Object.keys(fields).length === 0 ? null : { shape: shapeOf(cells), format: content.format, fields };
}
