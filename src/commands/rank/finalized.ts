import { shortDate } from "../../domain/date.js";
import { exact, formatFixed } from "../../domain/number.js";
import { compareStandings, hasMoved, type Standing, type StandingChange } from "../../domain/standing.js";
import { type FrozenRanking, listFrozenRankings } from "../../store/frozen-ranking.js";
import type { Db } from "../../store/open.js";
import { wrapSentence } from "../../terminal/wrap.js";
import type { Context } from "../context/context.js";
import { type ClusterRanking, toRankingJson } from "./clusters.js";
import { formatChanges, toChangeJson } from "./standing-changes.js";

export type Frozen = FrozenRanking<ReturnType<typeof toRankingJson>>;

/** A ranking beside the one that was finalised for its cluster. */
export interface Comparison {
  ranking: ClusterRanking;
  /** null = not finalised. */
  frozen: Frozen | null;
  /** Units whose rank or score is another; null when another rubric was used, so that points say nothing. */
  changes: StandingChange[] | null;
}

/** The finalised rankings of the year, by cluster. */
export function readFrozen(db: Db, year: number): Map<string | null, Frozen> {
  return new Map(listFrozenRankings<Frozen["content"]>(db, year).map((frozen) => [frozen.cluster, frozen]));
}

/** Units as they stood when the ranking was finalised. */
export function frozenStandings({ content }: Frozen): Standing[] {
  return content.units.map(({ unit, rank, score }) => ({ unit, rank, score: exact(String(score)) }));
}

export function compareWithFrozen(ranking: ClusterRanking, frozen: Frozen | null): Comparison {
  if (frozen?.content.rubric.name !== ranking.stored.name) return { ranking, frozen, changes: null };
  return { ranking, frozen, changes: compareStandings(frozenStandings(frozen), ranking.units).filter(hasMoved) };
}

/** Whether it was finalised by this very rubric and no score, of a unit or of a criterion, is another. */
export function isUnchanged({ ranking, frozen, changes }: Comparison): boolean {
  if (frozen === null || changes === null || changes.length > 0) return false;
  const isSameVersion = frozen.content.rubric.version === String(ranking.stored.version);
  return isSameVersion && ranking.units.every(({ unit }) => listItems(ranking, frozen, unit).length === 0);
}

/** A cluster as `rank --json` tells it: with when and by which rubric it was finalised, and what differs since. */
export function toComparedJson({ ranking, frozen, changes }: Comparison) {
  const since = (finalized: Frozen) =>
    changes?.map((change) => ({
      ...toChangeJson(change, finalized.decimals),
      items: listItems(ranking, finalized, change.unit),
    })) ?? null;
  return {
    ...toRankingJson(ranking),
    finalized:
      frozen === null ? null : { on: frozen.finalizedOn, rubric: frozen.content.rubric, changes: since(frozen) },
  };
}

/** What differs from the finalised ranking, for people; empty when nothing was finalised. */
export function formatComparison({ ranking, frozen, changes }: Comparison, context: Context): string {
  if (frozen === null) return "";
  const { rubric } = frozen.content;
  const { version, decimals } = ranking.stored;
  const tell = (lead: string, text: string) => wrapSentence(lead, text, context.io.columns);
  const head = `Đã chốt ngày ${shortDate(frozen.finalizedOn)} theo thang điểm "${rubric.name}", phiên bản ${rubric.version}`;
  if (changes === null) return `\n${tell("", `${head}; đang xem theo thang điểm khác nên không đối chiếu.`)}\n`;
  const newer = rubric.version === String(version) ? "" : `, thang điểm nay là phiên bản ${version}`;
  if (changes.length === 0) return `\n${tell("", `${head}${newer}; đến nay không có gì khác.`)}\n`;
  const points = (score: number | null) =>
    score === null ? "chưa có điểm" : formatFixed(exact(String(score)), decimals);
  const items = changes.flatMap(({ unit }) =>
    listItems(ranking, frozen, unit).map(({ criterion, name, oldScore, newScore }) =>
      tell("  ", `${unit}, ${criterion} ${name}: ${points(oldScore)} → ${points(newScore)}`),
    ),
  );
  const table = formatChanges(changes, decimals, ["đã chốt", "hiện nay"], context);
  const why = items.length === 0 ? "" : `\nTiêu chí đổi điểm:\n${items.join("\n")}\n`;
  return `\n${tell("", `${head}${newer}; đến nay khác ở ${changes.length} đơn vị:`)}\n\n${table}${why}`;
}

/** Criteria whose score is another than in the finalised ranking. */
function listItems(ranking: ClusterRanking, frozen: Frozen, unit: string) {
  const itemsOf = (units: Frozen["content"]["units"]) => units.find((one) => one.unit === unit)?.items ?? [];
  const [old, now] = [itemsOf(frozen.content.units), itemsOf(toRankingJson(ranking).units)];
  const codes = [...new Set([...now, ...old].map(({ criterion }) => criterion))];
  return codes.flatMap((criterion) => {
    const [before, after] = [old, now].map((items) => items.find((item) => item.criterion === criterion));
    const [oldScore, newScore] = [before?.score ?? null, after?.score ?? null];
    return oldScore === newScore ? [] : [{ criterion, name: (after ?? before)?.name ?? "", oldScore, newScore }];
  });
}
