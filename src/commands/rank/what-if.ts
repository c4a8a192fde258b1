import { listPlanNotes } from "../../domain/plan-level.js";
import { compareStandings, hasMoved, type StandingChange } from "../../domain/standing.js";
import { withDatabase } from "../../store/open.js";
import { wrapSentence } from "../../terminal/wrap.js";
import { type Context, chooseYear, type Outcome } from "../context/context.js";
import { type ClusterRanking, describeRubric, type RankingWishes, rankClusters, toRankingJson } from "./clusters.js";
import { formatChanges, toChangeJson } from "./standing-changes.js";
import { readSupposed } from "./supposed.js";

/** A cluster as it would be ranked, each unit beside its place now. */
interface Move {
  ranking: ClusterRanking;
  changes: StandingChange[];
}

/** How scores and ranks would move if the figures were as typed ("Unit/Indicator=value"). Nothing is stored. */
export async function rankWhatIf(context: Context, wanted: RankingWishes, typed: readonly string[]): Promise<Outcome> {
  const { year, supposed, moves } = await withDatabase(context.database, "read", (db) => {
    const year = chooseYear(context, db);
    const before = rankClusters(db, year, wanted);
    const supposed = typed.map((text) => readSupposed(db, year, text, before));
    const assumptions = supposed.map(({ assumption }) => assumption);
    const moves = rankClusters(db, year, wanted, assumptions).map((ranking): Move => {
      const now = before.find(({ cluster }) => cluster === ranking.cluster)?.units ?? [];
      return { ranking, changes: compareStandings(now, ranking.units) };
    });
    return { year, supposed, moves };
  });
  const touched = moves.filter(
    ({ ranking, changes }) =>
      changes.some(hasMoved) || supposed.some(({ unit: { cluster } }) => cluster === ranking.cluster),
  );
  const questions = supposed.map(({ text }) => wrapSentence("Nếu ", `${text}.`, context.io.columns));
  return {
    data: { year, whatIf: supposed.map(({ json }) => json), clusters: moves.map(toJson) },
    text: [`${questions.join("\n")}\n`, ...touched.map((move) => formatMove(move, year, context))].join("\n"),
    notes: [
      ...listPlanNotes(moves[0]?.ranking.plan ?? null),
      ...supposed.flatMap(({ notes }) => notes),
      "Chỉ là tính thử: chưa ghi gì vào cơ sở dữ liệu.",
    ],
  };
}

/** The supposed ranking as `rank --json` tells one, each unit with its rank and score before and after. */
function toJson({ ranking, changes }: Move): object {
  const { units, ...cluster } = toRankingJson(ranking);
  const moved = new Map(changes.map((change) => [change.unit, toChangeJson(change, ranking.stored.decimals)]));
  return { ...cluster, units: units.map((unit) => ({ ...unit, ...moved.get(unit.unit) })) };
}

function formatMove({ ranking, changes }: Move, year: number, context: Context): string {
  const { columns } = context.io;
  const title = wrapSentence("", `${ranking.cluster ?? "Các đơn vị chưa xếp cụm"} — năm ${year}`, columns);
  const table = formatChanges(changes, ranking.stored.decimals, ["trước", "sau"], context);
  return `${context.style.bold(title)}\n${wrapSentence("", `${describeRubric(ranking)}.`, columns)}\n\n${table}`;
}
