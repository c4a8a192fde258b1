import type { Row } from "./row.js";

const PAIR = /^(\d{1,4})\s*(?:phiếu\s*)?\/\s*(\d{1,4})(\s*phiếu)?$/i;
const COUNT = /^(\d{1,4})\s*phiếu$/i;

/** "9/11" in one cell, or votes and total in two columns; null where nothing is given. */
export function readVotes(row: Row): { for: number | null; total: number | null } {
  const pair = PAIR.exec(row.raw("votesFor"));
  const count = COUNT.exec(row.raw("votesFor"))?.[1];
  const votes =
    pair === null
      ? { for: count === undefined ? row.whole("votesFor") : Number(count), total: row.whole("votesTotal") }
      : { for: Number(pair[1]), total: Number(pair[2]) };
  const total = pair === null ? null : row.whole("votesTotal");
  if (total !== null && total !== votes.total) {
    row.report("votesTotal", {
      code: "votes-differ",
      message: `Tổng số phiếu ở đây khác với ở cột số phiếu (${votes.total}).`,
      hint: "Ghi cùng một tổng số, hoặc để trống một ô.",
    });
  }
  if (votes.for !== null && votes.total !== null && votes.for > votes.total) {
    row.report("votesFor", {
      code: "votes-over-total",
      message: "Số phiếu đồng ý nhiều hơn tổng số.",
      hint: "Ghi số phiếu đồng ý trước, tổng số sau, ví dụ 9/11.",
    });
  }
  return votes;
}
