import { type Exact, ZERO } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import { formatCount } from "./count.js";
import { countFact, growthDetails, growthFact } from "./facts.js";
import { type Grown, isGrowthComparable, SAME, SAME_TIME, writeGrowth } from "./growth-wording.js";
import { type IndicatorStanding, nameEveryone } from "./indicator-standing.js";
import { clauseBreak, joinNames } from "./join-names.js";
import { MOST_NAMED } from "./leaders.js";
import { shareOfUnits } from "./name-units.js";
import { makeSentence, type Sentence } from "./sentence.js";
import { type ClusterWords, unitInProse } from "./words.js";

type Tell = (row: Grown) => string;

/**
 * How the units moved against the year before; null when no previous figures were given, or a single unit's own sentence tells it.
 * `lead` is said first: the indicator's name, where no other sentence gives it.
 */
export function describeGrowth(standing: IndicatorStanding, cluster: ClusterWords, lead = ""): Sentence | null {
  const { assigned, measure } = standing;
  const known = assigned.filter((row) => row.growthPercent !== null);
  const told = assigned.length === 1 && known[0]?.status !== "unknown";
  if (known.length === 0 || told) return null;
  const text = known.length <= MOST_NAMED ? tellEach(known, measure) : tellMoves(standing, known, cluster);
  const moves = [known, assigned, ...Object.values(sortMoves(known, measure))];
  return makeSentence(`${lead}${SAME_TIME}, ${text}`, known.map(growthFact), [
    ...moves.map((rows) => countFact(standing.indicator.name, rows)),
    ...known.flatMap(growthDetails),
  ]);
}

function tellEach(known: readonly ProgressRow[], measure: string | null): string {
  const tell = writeGrowth(known, measure);
  const names = known.map((row) => unitInProse(row.unit));
  const each = known.map((row, index) => `${names[index]} ${tell(row)}`);
  return each.join(clauseBreak(names));
}

const VERB = { up: "tăng", down: "giảm", same: SAME } as const;

function tellMoves(standing: IndicatorStanding, known: readonly ProgressRow[], cluster: ClusterWords): string {
  const { assigned, measure, indicator } = standing;
  const moves = sortMoves(known, measure);
  const scope = known.length < assigned.length ? `trong ${formatCount(known.length)} đơn vị có số liệu so sánh, ` : "";
  const order = indicator.direction === "lower" ? (["down", "up", "same"] as const) : (["up", "down", "same"] as const);
  const present = order.filter((move) => moves[move].length > 0);
  const named = { up: mostMoved(moves.up, measure), down: mostMoved(moves.down, measure), same: [] };
  const tell = writeGrowth([...named.up, ...named.down], measure);
  const parts = present.map((move) => {
    const rows = moves[move];
    const all = scope === "" ? nameEveryone(standing, cluster) : "các đơn vị";
    const subject =
      present.length === 1
        ? `${all} đều`
        : scope === ""
          ? shareOfUnits(rows, known)
          : `${formatCount(rows.length)} đơn vị`;
    return `${subject} ${VERB[move]}${tellMost(rows, named[move], measure, tell)}`;
  });
  return scope + parts.join("; ");
}

function sortMoves(known: readonly ProgressRow[], measure: string | null) {
  const moves = { up: [] as ProgressRow[], same: [] as ProgressRow[], down: [] as ProgressRow[] };
  for (const row of known) {
    const same = writeGrowth([row], measure)(row) === SAME;
    moves[same ? "same" : (row.growthPercent ?? ZERO).compare(ZERO) > 0 ? "up" : "down"].push(row);
  }
  return moves;
}

/** The units that moved most, all that moved as much; those without a comparable size (a loss) when there are any. */
function mostMoved(rows: readonly ProgressRow[], measure: string | null): ProgressRow[] {
  const incomparable = rows.filter((row) => !isGrowthComparable(row, measure));
  if (incomparable.length > 0) return incomparable;
  const size = (row: ProgressRow): Exact => (row.growthPercent ?? ZERO).abs();
  return rows.filter((row) => rows.every((other) => size(row).compare(size(other)) >= 0));
}

function tellMost(
  rows: readonly ProgressRow[],
  most: readonly ProgressRow[],
  measure: string | null,
  tell: Tell,
): string {
  const [first] = most;
  if (first === undefined) return "";
  const names = most.map((row) => unitInProse(row.unit));
  if (!isGrowthComparable(first, measure)) {
    const each = most.map((row, index) => `${names[index]} (${tell(row)})`);
    return `${rows.length === 1 ? " là" : ", trong đó có"} ${each.join(", ")}`;
  }
  const figure = `${most.length > 1 ? "cùng " : ""}${tell(first)}`;
  return `${rows.length === 1 ? " là" : ", nhiều nhất là"} ${joinNames(names)} (${figure})`;
}
