import type { RankedUnit } from "../../domain/cluster-ranking.js";
import { exact } from "../../domain/number.js";
import { formatCount } from "../prose/count.js";
import type { Fact } from "../prose/fact.js";
import { clauseBreak, joinNames } from "../prose/join-names.js";
import type { ReportRanking } from "../prose/ranking-sentences.js";
import { makeSentence, type Sentence } from "../prose/sentence.js";
import { rankWord } from "../prose/words.js";

/** Where a unit stood the year before, by its name in this year's ranking. */
export type RanksBefore = ReadonlyMap<string, number>;

interface Move {
  unit: RankedUnit;
  before: number;
  now: number;
}

/** Who rose, fell and kept its place since the year before, the farthest first. null: no unit was ranked in both years. */
export function describeRankChanges(ranking: ReportRanking, before: RanksBefore, year: number): Sentence | null {
  const moves = ranking.units.flatMap((unit): Move[] => {
    const old = before.get(unit.unit);
    return unit.rank === null || old === undefined ? [] : [{ unit, before: old, now: unit.rank }];
  });
  if (moves.length === 0) return null;
  const nameOf = ({ unit }: Move) => ranking.nameOf(unit.unit);
  const size = ({ before, now }: Move) => Math.abs(before - now);
  const told = (list: Move[], verb: string) => {
    const names = list.map(nameOf);
    return list
      .sort((a, b) => size(b) - size(a))
      .map((move) => {
        const places = `${formatCount(size(move))} bậc (từ thứ ${rankWord(move.before)} ${verb === "tăng" ? "lên" : "xuống"} thứ ${rankWord(move.now)})`;
        return `${nameOf(move)} ${verb} ${places}`;
      })
      .join(clauseBreak(names));
  };
  const kept = moves.filter(({ before, now }) => before === now);
  const parts = [
    told(
      moves.filter(({ before, now }) => now < before),
      "tăng",
    ),
    told(
      moves.filter(({ before, now }) => now > before),
      "giảm",
    ),
    kept.length === 0 ? "" : `${joinNames(kept.map(nameOf))} ${kept.length > 1 ? "cùng " : ""}giữ nguyên thứ hạng`,
  ].filter((part) => part !== "");
  return makeSentence(
    `so với năm ${year - 1}, ${parts.join("; ")}`,
    moves.map(({ unit, before }): Fact => {
      return {
        who: unit.unit,
        about: `hạng năm ${year - 1}`,
        what: "rank",
        figure: exact(before),
        measure: null,
        basis: [],
      };
    }),
  );
}
