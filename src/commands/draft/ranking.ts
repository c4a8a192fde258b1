import type { DraftRanking } from "../../documents/draft/draft.js";
import { clusterWords, unitInProse } from "../../documents/prose/words.js";
import { describeLeader } from "../../documents/report/nominations.js";
import type { Law } from "../../domain/law/law.js";
import { formatFixed } from "../../domain/number.js";
import { makePeriod } from "../../domain/period.js";
import type { UnitOfYear } from "../../domain/unit.js";
import type { Db } from "../../store/open.js";
import { readFrozen } from "../rank/finalized.js";
import { chooseRanking } from "../report/ranking.js";
import { readRankings } from "../report/year.js";

/** How the units stand, cluster by cluster: as finalised, else by today's data; with what the reader of the draft should know of it. */
export function readDraftRankings(
  db: Db,
  year: number,
  units: readonly UnitOfYear[],
  cluster: string | null,
  law: Law,
): { rankings: DraftRanking[]; warnings: string[] } {
  const computed = readRankings(db, year, { rubric: null, plan: null, cluster }, law);
  const frozen = readFrozen(db, year);
  const nameOf = new Map(units.map((unit) => [unit.name, unitInProse(unit)]));
  const chosen = [...new Set(units.map((unit) => unit.cluster))].flatMap((name) => {
    const ranking = computed.find((each) => each.cluster === name) ?? null;
    const members = units.filter((unit) => unit.cluster === name);
    return chooseRanking(db, year, { ranking, frozen: frozen.get(name) ?? null, members }, false) ?? [];
  });
  const rankings = chosen.map(({ cluster: name, stated }): DraftRanking => {
    const named = { ...stated, nameOf: (unit: string) => nameOf.get(unit) ?? unit };
    return {
      cluster: clusterWords(name).full,
      units: stated.units.map(({ unit, score, rank }) => ({
        unit: named.nameOf(unit),
        score: formatFixed(score, stated.decimals),
        rank: rank === null ? "không xếp hạng" : String(rank),
      })),
      leader: describeLeader(name, named, makePeriod(year))?.text ?? null,
    };
  });
  const warnings = chosen.flatMap((each) => each.warnings.map((one) => one.replace(/^Báo cáo nêu/, "Văn bản nêu")));
  return { rankings, warnings };
}
