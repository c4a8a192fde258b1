import { isTypedAmount } from "../../domain/measurement.js";
import type { ProgressRow } from "../../domain/progress.js";
import { writeAmounts, writePercents } from "./figures.js";
import { isGrowthComparable, SAME, tellGrowthSince } from "./growth-wording.js";
import { amountTeller, type ChooseWording, stateMet, wordingOf } from "./indicator-wording.js";

type Told = Pick<ProgressRow, "indicator" | "attainmentPercent" | "status" | "result" | "growthPercent">;

/**
 * "huyện A thực hiện 580 ha, đạt 116% kế hoạch, tăng 8,14% so với cùng kỳ năm trước"; of a level "huyện A giảm còn 19,6% (giảm 0,4 điểm
 * % so với cùng kỳ năm trước), thấp hơn mức phấn đấu 20,0%".
 */
export function tellOne(subject: string, row: Told, measure: string | null, choose: ChooseWording = wordingOf): string {
  const moved = tellMovedLevel(subject, row, measure, choose);
  if (moved !== null) return moved;
  const growth = row.growthPercent === null ? "" : `, ${tellGrowthSince(row, measure)}`;
  return tellAgainstPlan(subject, row, measure, choose) + growth;
}

function tellAgainstPlan(subject: string, row: Told, measure: string | null, choose: ChooseWording): string {
  const wording = choose({ indicator: row.indicator, measure });
  const state = { ...wording, met: stateMet([row], wording), unknown: "" }[row.status];
  const [planned, actual] = [row.result?.planned, row.result?.actual];
  if (wording.told !== "pass" && isTypedAmount(planned) && typeof actual === "string") {
    const tell = amountTeller([planned, actual], measure);
    const verb = wording.told === "level" ? "" : "thực hiện ";
    return `${subject} ${verb}${tell(actual)}${state === "" ? "" : `, ${state}`} (${tell(planned)})`;
  }
  if (wording.told === "pass" || typeof planned !== "string" || typeof actual !== "string")
    return `${subject} ${state}`;
  const write = writeAmounts([planned, actual], measure);
  if (wording.told === "level") return `${subject} ${write(actual)}, ${state} ${write(planned)}`;
  const amount = `${subject} thực hiện ${writeAmounts([actual], measure)(actual)}`;
  if (row.attainmentPercent === null) {
    return `${amount}${state === "" ? "" : `, ${state}`} (${wording.target} ${write(planned)})`;
  }
  return `${amount}, đạt ${writePercents([row.attainmentPercent])(row.attainmentPercent)} ${wording.target}`;
}

/** Of a level that moved: from where it came belongs to where it is; null for anything else. */
function tellMovedLevel(subject: string, row: Told, measure: string | null, choose: ChooseWording): string | null {
  const wording = choose({ indicator: row.indicator, measure });
  const [planned, actual] = [row.result?.planned, row.result?.actual];
  if (wording.told !== "level" || typeof planned !== "string" || typeof actual !== "string") return null;
  if (row.growthPercent === null || row.status === "unknown" || !isGrowthComparable(row, measure)) return null;
  const change = tellGrowthSince(row, measure);
  if (change.startsWith(SAME)) return null;
  const write = writeAmounts([planned, actual], measure);
  const verb = change.startsWith("tăng") ? "tăng lên" : "giảm còn";
  return `${subject} ${verb} ${write(actual)} (${change}), ${wording[row.status]} ${write(planned)}`;
}
