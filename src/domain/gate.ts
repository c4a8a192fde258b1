import { type Exact, formatNumber } from "./number.js";

/** Điều kiện: a unit it holds for is not ranked at all, is not considered for the flag, or loses points. */
export type GateEffect = { kind: "unranked" } | { kind: "no-flag" } | { kind: "deduction"; points: Exact };

/** A condition of the rubric that holds for a unit. */
export interface Gate {
  effect: GateEffect;
  /** What makes it hold, as a Vietnamese clause: "Vi phạm kỷ luật: 2 > 0". */
  reason: string;
}

/** As officers write it: "không xếp loại", "không xét Cờ", "trừ 8 điểm". */
export function describeEffect(effect: GateEffect): string {
  if (effect.kind === "deduction") return `trừ ${formatNumber(effect.points)} điểm`;
  return effect.kind === "unranked" ? "không xếp loại" : "không xét Cờ";
}
