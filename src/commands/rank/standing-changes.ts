import { formatFixed, toJsonNumber, ZERO } from "../../domain/number.js";
import { hasMoved, type StandingChange } from "../../domain/standing.js";
import { type Column, formatTable } from "../../terminal/table.js";
import type { Context } from "../context/context.js";

/** For JSON: rank and score before and after; null where the unit is not in the ranking. */
export function toChangeJson({ unit, old, new: now }: StandingChange, decimals: number) {
  return {
    unit,
    oldRank: old?.rank ?? null,
    newRank: now?.rank ?? null,
    oldScore: toJsonNumber(old?.score ?? null, decimals),
    newScore: toJsonNumber(now?.score ?? null, decimals),
  };
}

/** A table of before → after, the units that moved marked with how. */
export function formatChanges(
  changes: readonly StandingChange[],
  decimals: number,
  [before, after]: readonly [string, string],
  { io, style }: Context,
): string {
  const columns: readonly Column[] = [
    { header: "Đơn vị" },
    { header: `Hạng ${before}`, align: "right" },
    { header: `Hạng ${after}`, align: "right" },
    { header: `Điểm ${before}`, align: "right" },
    { header: `Điểm ${after}`, align: "right" },
    { header: "Chênh", align: "right" },
    { header: "Thay đổi" },
  ];
  const rows = changes.map((change) => {
    const { unit, old, new: now } = change;
    const points = (standing: typeof old) => (standing === null ? "" : formatFixed(standing.score, decimals));
    const gap = old === null || now === null ? null : now.score.sub(old.score);
    const shown =
      gap === null || gap.equals(ZERO) ? "" : `${gap.compare(ZERO) > 0 ? "+" : ""}${formatFixed(gap, decimals)}`;
    return [unit, `${old?.rank ?? ""}`, `${now?.rank ?? ""}`, points(old), points(now), shown, describeMove(change)];
  });
  return formatTable(columns, rows, io.columns, style);
}

/** "lên 2 bậc", "xuống 1 bậc", "đổi điểm"; empty where nothing moved. */
function describeMove(change: StandingChange): string {
  const { old, new: now } = change;
  if (old === null) return "mới có";
  if (now === null) return "không còn";
  if (now.rank === null || old.rank === null)
    return now.rank === old.rank ? "" : now.rank === null ? "không xếp hạng" : "được xếp hạng";
  if (old.rank > now.rank) return `lên ${old.rank - now.rank} bậc`;
  if (old.rank < now.rank) return `xuống ${now.rank - old.rank} bậc`;
  return hasMoved(change) ? "đổi điểm, giữ hạng" : "";
}
