import type { MovementRecord } from "../../domain/movement.js";
import { nameKey } from "../../domain/name.js";
import { readDate } from "../cell/date.js";
import type { Row } from "../table/row.js";

/** Từ ngày, Đến ngày and Thời gian of a movement. */
export type MovementPeriod = Pick<MovementRecord, "from" | "to" | "period">;

/**
 * When a movement is held: whole dates where the row gives them, in two cells or in one ("từ 01/3/2020 đến 30/6/2020").
 * "2016-2020" and "tháng 3/2020" name no day, so they stay words.
 */
export function readPeriod(row: Row): MovementPeriod {
  const typed = row.text("period");
  const said = splitPeriod(typed ?? "");
  const launch = row.raw("to") === "" ? splitPeriod(row.raw("from")) : null;
  if (launch !== null && launch.from !== null && launch.to !== null)
    return { from: launch.from, to: launch.to, period: typed };
  const from = readEnd(row, "from");
  const to = readEnd(row, "to");
  const words = joinEnds(from, to);
  return {
    from: from.date ?? (words === null ? said.from : null),
    to: to.date ?? (words === null ? said.to : null),
    period: said.isWhole ? words : (typed ?? words),
  };
}

/** A cell for one day: its date, or the words of a time that has none. */
interface End {
  date: string | null;
  words: string | null;
}

function readEnd(row: Row, field: "from" | "to"): End {
  const text = row.raw(field);
  if (!isWithoutDay(text)) return { date: row.date(field, false), words: null };
  const trouble = {
    code: "date-without-day",
    message: "Mới có năm hoặc tháng, không có ngày: đã giữ đúng như đã ghi ở Thời gian, không đặt thêm ngày.",
    hint: "Nếu biết ngày thì ghi đủ ngày/tháng/năm rồi nạp lại.",
  };
  row.report(field, trouble, "warning");
  return { date: null, words: text.charAt(0).toLocaleLowerCase("vi") + text.slice(1) };
}

const WITHOUT_DAY =
  /^(từ |đến |hết )?((đầu|giữa|cuối|cả|hết) )?(năm )?((19|20)\d{2}|(tháng )?\d{1,2}\s*[/-]\s*(19|20)\d{2}|tháng \d{1,2} năm (19|20)\d{2}|quý ([ivx]+|\d)\s*([/-]|năm)?\s*(19|20)\d{2})$/;

/** "2016", "Tháng 3/2020", "quý I năm 2020", "cuối năm 2020". */
function isWithoutDay(text: string): boolean {
  return WITHOUT_DAY.test(nameKey(text));
}

/** Both ends in words, when one of them has no date: "từ 15/3/2016 đến 2020". */
function joinEnds(from: End, to: End): string | null {
  if (from.words === null && to.words === null) return null;
  const start = wordsOf(from);
  const end = wordsOf(to);
  const first = start === null ? null : start.startsWith("từ ") ? start : `từ ${start}`;
  const last = end === null ? null : end.startsWith("đến ") ? end : `đến ${end}`;
  return [first, last].filter((text) => text !== null).join(" ");
}

function wordsOf({ date, words }: End): string | null {
  return words ?? (date === null ? null : date.split("-").reverse().join("/"));
}

const BETWEEN = /^(?:từ\s+)?(?:ngày\s+)?(.+?)\s*(?:đến(?:\s+hết)?|tới|[-–—])\s*(?:ngày\s+)?(.+)$/iu;
const ALONE = /^(từ|đến)(?:\s+hết)?\s+(?:ngày\s+)?(.+)$/iu;

/** The dates a text for a whole period gives; `isWhole` when it says nothing besides. */
function splitPeriod(text: string): { from: string | null; to: string | null; isWhole: boolean } {
  const alone = ALONE.exec(text);
  const day = dateOf(alone?.[2] ?? "");
  if (day !== null) {
    const isStart = /^từ/i.test(alone?.[1] ?? "");
    return { from: isStart ? day : null, to: isStart ? null : day, isWhole: true };
  }
  const [, start = "", end = ""] = BETWEEN.exec(text) ?? [];
  const [from, to] = [dateOf(start), dateOf(end)];
  return { from, to, isWhole: text === "" || (from !== null && to !== null) };
}

function dateOf(text: string): string | null {
  const reading = readDate(text.trim());
  return "date" in reading ? reading.date : null;
}
