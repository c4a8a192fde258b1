import type { RankedUnit } from "./cluster-ranking.js";
import { describeEffect } from "./gate.js";
import { toJsonNumber } from "./number.js";
import type { UnitGate } from "./scoring.js";
import type { TieOrder } from "./tie-rule.js";

/** What is to be said beside a unit's place: equal scores and what decided between them, conditions that hold. */
export function describePlace(unit: RankedUnit, { byPeople }: TieOrder): string {
  return [...describeTie(unit, byPeople), ...unit.gates.map(describeGate)].join("; ");
}

function describeTie({ sameScore, tiedWith, tieBrokenBy }: RankedUnit, byPeople: string | null): string[] {
  if (sameScore.length === 0) return [];
  const decided = tieBrokenBy === null ? "" : `, xếp theo: ${tieBrokenBy}`;
  if (tiedWith.length === 0) return [`bằng điểm ${sameScore.join(", ")}${decided}`];
  const left = byPeople === null ? "" : `, chờ ${byPeople}`;
  if (tieBrokenBy === null) return [`bằng điểm ${tiedWith.join(", ")}${left}`];
  return [`bằng điểm ${sameScore.join(", ")}${decided}; vẫn cùng hạng với ${tiedWith.join(", ")}${left}`];
}

/** "không xếp loại: Vi phạm kỷ luật: 2 > 0 (tiêu chí G1)" */
export function describeGate({ effect, reason, criterion }: UnitGate): string {
  return `${describeEffect(effect)} vì ${reason} (tiêu chí ${criterion.code})`;
}

/** For JSON: the criterion, the effect as officers write it, points only of a deduction, and what makes it hold. */
export function toJsonGate({ effect, reason, criterion }: UnitGate): object {
  const points = effect.kind === "deduction" ? toJsonNumber(effect.points) : null;
  return { criterion: criterion.code, name: criterion.name, effect: describeEffect(effect), points, reason };
}
