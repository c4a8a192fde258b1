import { groupBy } from "../../domain/group-by.js";
import { attainmentFacts, countFact } from "./facts.js";
import type { IndicatorStanding } from "./indicator-standing.js";
import { wordingOf, writeFigures } from "./indicator-wording.js";
import { isSamePercent } from "./leaders.js";
import { nameEqual } from "./name-units.js";
import { makeSentence, type Sentence } from "./sentence.js";
import { type ClusterWords, insideSentence } from "./words.js";

/**
 * The indicators all units reached, in one sentence for each way of reaching: "Các đơn vị trong Cụm đều đạt và vượt kế hoạch ở 3 chỉ
 * tiêu: trồng rừng (cao nhất là huyện A, 116% KH); …". One alone, or with units not given the task, is left to its own sentence.
 */
export function describeReachedByAll(
  standings: readonly IndicatorStanding[],
  cluster: ClusterWords,
): { told: IndicatorStanding[]; sentences: Sentence[] } {
  const reached = standings.filter(
    ({ complete, missed, notAssigned, assigned }) =>
      complete && missed.length === 0 && notAssigned.length === 0 && assigned.length > 1,
  );
  const groups = [...groupBy(reached, (standing) => wordingOf(standing).reached).values()].filter(
    (group) => group.length > 1,
  );
  return { told: groups.flat(), sentences: groups.map((group) => tellGroup(group, cluster)) };
}

function tellGroup(group: readonly IndicatorStanding[], cluster: ClusterWords): Sentence {
  const wording = group[0] === undefined ? null : wordingOf(group[0]);
  const isSame = (list: "met" | "exceeded") => group.every((standing) => standing[list].length === 0);
  const state = isSame("met") ? wording?.exceeded : isSame("exceeded") ? wording?.met : wording?.reached;
  const list = group.map((standing) => insideSentence(standing.indicator.name) + tellBest(standing));
  const rows = group.flatMap(({ assigned }) => assigned);
  return makeSentence(`${cluster.members} đều ${state} ở ${group.length} chỉ tiêu: ${list.join("; ")}`, [
    countFact(`chỉ tiêu ${state}`, rows, group.length),
    ...rows.flatMap(attainmentFacts),
  ]);
}

/** " (cao nhất là huyện A, 116% KH)"; empty where all are equal, or too many share the first place. */
function tellBest(standing: IndicatorStanding): string {
  const { exceeded, assigned } = standing;
  const best = exceeded.filter((row) => exceeded[0] !== undefined && isSamePercent(row, exceeded[0]));
  const wording = wordingOf(standing);
  if (wording.told !== "percent" || best.length === 0 || best.length === assigned.length || best.length > 2) return "";
  const figure = best[0] === undefined ? null : writeFigures(best, wording, standing.measure)(best[0]);
  return figure === null
    ? ""
    : ` (cao nhất là ${nameEqual(best, () => null)}, ${best.length > 1 ? "cùng " : ""}${figure})`;
}
