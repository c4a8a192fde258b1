import { readFile } from "node:fs/promises";
import { cleanText, foldKey, nameKey, unitKey } from "../../domain/name.js";
import { UserError } from "../../errors.js";
import { splitCells } from "../../readers/csv/csv.js";
import type { HeaderMap } from "../../readers/header/header-map.js";
import { headerKey } from "../../readers/table/header-key.js";
import { absolutePath, type Context } from "../context/context.js";
import type { NameAnswer, NameAnswers } from "../intake/sheet.js";

/** What --map says: which headers, units and indicators of a sheet stand for which of ours. */
export interface NameMap extends NameAnswers {
  headers: HeaderMap;
}

export const EMPTY_MAP: NameMap = { headers: new Map(), units: new Map(), indicators: new Map() };

type Part = "columns" | "units" | "indicators";

interface Line {
  part: Part;
  name: string;
  /** "" = a column not to be read, a unit or an indicator that is new. */
  meant: string;
}

/**
 * Reads --map: JSON `{"columns": {"KQ 12T": "Thực hiện"}, "units": {…}, "indicators": {…}}`, or CSV with the columns
 * Loại (cột, đơn vị, chỉ tiêu), Tên trong bảng, Nghĩa là. Throws UserError for anything else.
 */
export async function readMapFile(context: Context, path: string): Promise<NameMap> {
  const text = await readFile(absolutePath(context, path), "utf8").catch((cause: unknown) => {
    throw new UserError(`Không đọc được tệp ${path}.`, "Kiểm tra lại tên tệp sau --map.", { cause });
  });
  const body = text.replace(/^\uFEFF/, "");
  const lines = body.trimStart().startsWith("{") ? readJson(body, path) : readCsvLines(body, path);
  const meaning = (part: Part, keyOf: (name: string) => string) =>
    new Map(lines.filter((line) => line.part === part).map((line) => [keyOf(line.name), line.meant]));
  const answers = (part: Part, keyOf: (name: string) => string) =>
    new Map(
      [...meaning(part, keyOf)].map(([key, meant]): [string, NameAnswer] => [
        key,
        meant === "" ? "new" : { is: meant },
      ]),
    );
  const headers = [...meaning("columns", headerKey)].map(([key, meant]) => [key, meant === "" ? null : meant] as const);
  return { headers: new Map(headers), units: answers("units", unitKey), indicators: answers("indicators", nameKey) };
}

function readJson(text: string, path: string): Line[] {
  let parts: unknown;
  try {
    parts = JSON.parse(text);
  } catch (cause) {
    throw badMap(path, cause);
  }
  if (parts === null || typeof parts !== "object") throw badMap(path);
  return Object.entries(parts).flatMap(([part, names]) => {
    if (!isPart(part) || names === null || typeof names !== "object") throw badMap(path);
    return Object.entries(names as object).map(([name, meant]): Line => {
      if (meant !== null && typeof meant !== "string") throw badMap(path);
      return { part, name, meant: cleanText(meant ?? "") };
    });
  });
}

function isPart(part: string): part is Part {
  return part === "columns" || part === "units" || part === "indicators";
}

const PARTS: Readonly<Record<string, Part>> = { cot: "columns", "don vi": "units", "chi tieu": "indicators" };

function readCsvLines(text: string, path: string): Line[] {
  const first = text.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = [";", "\t", ","].find((one) => first.includes(one)) ?? ";";
  const [header = [], ...rows] = splitCells(text, delimiter).rows;
  if (foldKey(header[0] ?? "") !== "loai") throw badMap(path);
  return rows
    .filter((cells) => cells.some((cell) => cleanText(cell) !== ""))
    .map(([kind = "", name = "", meant = ""]): Line => {
      const part = PARTS[foldKey(kind)];
      if (part === undefined || cleanText(name) === "") throw badMap(path);
      return { part, name, meant: cleanText(meant) };
    });
}

function badMap(path: string, cause?: unknown): UserError {
  return new UserError(
    `Tệp ${path} không phải là bảng ánh xạ đọc được.`,
    'Ghi CSV có các cột Loại (cột, đơn vị, chỉ tiêu), Tên trong bảng, Nghĩa là; hoặc JSON {"columns": {…}, "units": {…}, "indicators": {…}}.',
    { cause },
  );
}
