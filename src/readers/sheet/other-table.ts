import { PROGRAM_LAW } from "../../domain/law/law.js";
import { nameKey } from "../../domain/name.js";
import { type Exact, exact, formatNumber, HUNDRED, ZERO } from "../../domain/number.js";
import type { Problem } from "../../domain/problem.js";
import { compareStatedPercent } from "../../domain/stated.js";
import { readYesNo } from "../cell/marks.js";
import { readNumber } from "../cell/number.js";
import type { ColumnClaim } from "../table/format.js";
import { columnLetter, isOrdinalHeader } from "../table/header-key.js";
import { isTotalLabel } from "../table/row-kind.js";
import { statesOnly } from "../table/stated.js";

/** A problem of a table that is none of our formats; the caller adds file and sheet. */
export type OtherProblem = Omit<Problem, "file" | "sheet">;

const SEARCH_ROWS = 30;

/**
 * Tables officers have at hand that cannot be imported: statistics of awards, figures of several years, lists with a
 * column to tick for each award. What they are is said, with the mistakes in their sums, shares and signs; null for any
 * other table.
 */
export function describeOtherTable(
  rows: readonly string[][],
  clean: (raw: string) => string,
  found: { rowIndex: number; format: { id: string }; claims: readonly ColumnClaim[] } | null,
): OtherProblem[] | null {
  // Statistics of awards have the headers of a list of awards, figures of years may end in a percentage; no other format
  // is mistaken for one of these tables.
  const isStated = found !== null && found.format.id === "ket-qua" && statesOnly(found.claims);
  if (found !== null && found.format.id !== "khen-thuong" && !isStated) return null;
  for (const [index, raw] of rows.slice(0, SEARCH_ROWS).entries()) {
    const header = raw.map(clean);
    const table = { index, header, body: rows.slice(index + 1).map((row) => row.map(clean)) };
    if (found !== null && found.rowIndex !== index) continue;
    if (isAwardColumns(table, found?.claims ?? [])) return [AWARD_COLUMNS(index + 1)];
    if (isAwardStatistics(header)) return [AWARDS(index + 1), ...checkOrdinals(table), ...checkAwardFigures(table)];
    if ((found === null || isStated) && yearColumns(header).length >= 2)
      return [YEARS(index + 1), ...checkChanges(table)];
  }
  return null;
}

interface OtherTable {
  index: number;
  header: readonly string[];
  body: readonly string[][];
}

function refuse(row: number, code: string, message: string, hint: string): OtherProblem {
  return { row, column: null, value: null, code, severity: "error", message, hint };
}

const AWARDS = (row: number) =>
  refuse(
    row,
    "award-statistics",
    "Đây là biểu thống kê số lượng khen thưởng, không có tên người hoặc tập thể được khen nên không có gì để nạp.",
    "Nạp danh sách khen thưởng (mỗi dòng một người hoặc tập thể); chương trình tự tính các con số thống kê.",
  );

const AWARD_COLUMNS = (row: number) =>
  refuse(
    row,
    "awards-as-columns",
    "Danh sách này đánh dấu mỗi danh hiệu, hình thức ở một cột riêng nên chưa đọc được.",
    "Thay các cột ấy bằng một cột “Danh hiệu/Hình thức”, ghi tên danh hiệu ở từng dòng; ai được hai danh hiệu thì ghi hai dòng.",
  );

const YEARS = (row: number) =>
  refuse(
    row,
    "years-as-columns",
    "Đây là bảng so sánh số liệu các năm (mỗi cột một năm), không có kế hoạch và thực hiện nên không nạp được.",
    "Lập bảng kết quả của một năm, có cột Chỉ tiêu, Kế hoạch, Thực hiện; số năm trước ghi ở cột Năm trước.",
  );

/** Beside a column of names two awards or more, under each of them ticks and nothing else. */
function isAwardColumns({ header, body }: OtherTable, claims: readonly ColumnClaim[]): boolean {
  const isOfNames = header.some((text) => NAMES.test(nameKey(text)));
  if (!isOfNames || claims.some(({ fields }) => fields.includes("award"))) return false;
  const awards = header.flatMap((text, index) =>
    text !== "" && PROGRAM_LAW.findAward(text).kind !== null ? [index] : [],
  );
  const ticks = body.flatMap((cells) => awards.map((column) => cells[column] ?? "")).filter((text) => text !== "");
  return awards.length >= 2 && ticks.length > 0 && ticks.every((text) => readYesNo(text) === true);
}

const NAMES = /^((cấp bậc, )?họ (và )?tên|họ, tên|(tên )?(tập thể|cá nhân|đơn vị))/u;

function isAwardStatistics(header: readonly string[]): boolean {
  const keys = header.map(nameKey);
  const counts = keys.filter((key) => /(^|\s)(tổng|tổng số|tỷ lệ)(\s|$)/.test(key)).length;
  return counts >= 3 && keys.some((key) => /^(hình thức|danh hiệu)/.test(key));
}

/** Columns headed by a year and nothing else. */
function yearColumns(header: readonly string[]): number[] {
  return header.flatMap((text, index) => (/^(năm\s*)?(19|20)\d{2}$/i.test(text) ? [index] : []));
}

function figure(text: string | undefined): Exact | null {
  const reading = text === undefined || text === "" ? null : readNumber(text, "vietnamese");
  return reading === null || "wrongStyle" in reading ? null : exact(reading.value);
}

interface Place {
  row: number;
  /** 0-based. */
  index: number;
  column: string;
  value: string;
}

function warn({ index, ...place }: Place, code: string, message: string): OtherProblem {
  const cell = `${columnLetter(index)}${place.row}`;
  return { ...place, cell, code, severity: "warning", message, hint: "Kiểm tra lại số liệu của bảng gốc." };
}

/** 11, 22, 33 where 1, 2, 3 was meant. */
function checkOrdinals({ index, header, body }: OtherTable): OtherProblem[] {
  const column = header.findIndex(isOrdinalHeader);
  const numbers = body.map((row) => row[column] ?? "").filter((text) => text !== "");
  if (numbers.length < 2 || !numbers.every((text, place) => text === `${place + 1}${place + 1}`)) return [];
  const message = `Số thứ tự bị gõ đôi (${numbers.join(", ")}).`;
  const place = { row: index + 2, index: column, column: header[column] ?? "", value: numbers[0] ?? "" };
  return [warn(place, "doubled-ordinal", message)];
}

function checkAwardFigures(table: OtherTable): OtherProblem[] {
  const { index, header, body } = table;
  const all = header.findIndex((text) => /^tổng( số)?$/.test(nameKey(text)));
  const problems: OtherProblem[] = [];
  body.forEach((cells, place) => {
    const isTotal = cells.some((cell) => isTotalLabel(cell));
    header.forEach((text, column) => {
      const stated = figure(cells[column]);
      if (stated === null || isOrdinalHeader(text)) return;
      const at = { row: index + 2 + place, index: column, column: text, value: cells[column] ?? "" };
      if (/tỷ lệ/.test(nameKey(text))) {
        const share = shareOfAll(figure(cells[column - 1]), figure(cells[all]));
        if (share !== null) problems.push(...checkShare(at, stated, share));
      } else if (isTotal) problems.push(...checkSum(at, stated, body.slice(0, place)));
    });
  });
  return problems;
}

function shareOfAll(part: Exact | null, all: Exact | null): Exact | null {
  return part === null || all === null || all.equals(ZERO) ? null : part.div(all).mul(HUNDRED);
}

function checkShare(at: Place, stated: Exact, share: Exact): OtherProblem[] {
  const difference = compareStatedPercent(stated.toString(), share, "higher");
  if (difference === null || difference === "rounding") return [];
  const why = difference === "fraction" ? ": ô ghi tỷ số thay cho phần trăm" : "";
  return [warn(at, "stated-differs", `Tỷ lệ tính ra ${formatNumber(share, 1)}%${why}.`)];
}

function checkSum(at: Place, stated: Exact, above: readonly string[][]): OtherProblem[] {
  const sum = above.reduce((total, cells) => total.add(figure(cells[at.index]) ?? ZERO), ZERO);
  if (sum.equals(stated)) return [];
  const message = `Dòng tổng ghi ${formatNumber(stated)} nhưng cộng các dòng được ${formatNumber(sum)}.`;
  return [warn(at, "total-differs", message)];
}

/** "Thay đổi" beside two years is the later less the earlier. */
function checkChanges({ index, header, body }: OtherTable): OtherProblem[] {
  const years = yearColumns(header);
  const change = header.findIndex((text) => /^(thay đổi|chênh lệch|tăng.{0,3}giảm|so sánh)/.test(nameKey(text)));
  const [first = -1, last = -1] = [years[0], years.at(-1)];
  return body.flatMap((cells, place): OtherProblem[] => {
    const [from, to, stated] = [figure(cells[first]), figure(cells[last]), figure(cells[change])];
    if (from === null || to === null || stated === null || to.sub(from).equals(stated)) return [];
    const isSign = to.sub(from).abs().equals(stated.abs());
    const message = `${header[last]} trừ ${header[first]} được ${formatNumber(to.sub(from), 6)}${isSign ? ", ô này thiếu hoặc sai dấu" : ""}.`;
    const code = isSign ? "wrong-sign" : "stated-differs";
    const at = { row: index + 2 + place, index: change, column: header[change] ?? "", value: cells[change] ?? "" };
    return [warn(at, code, message)];
  });
}
