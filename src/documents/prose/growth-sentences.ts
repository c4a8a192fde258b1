import { isPercentMeasure } from "../../domain/attainment.js";
import { type Exact, exact, formatNumber, roundHalfUp, ZERO } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import { formatCount, joinAnd } from "../count.js";
import type { IndicatorStanding } from "./indicator-standing.js";
import { MOST_NAMED } from "./leaders.js";
import { shareOfUnits } from "./name-units.js";
import { type Fact, makeSentence, type Sentence } from "./sentence.js";
import { type ClusterWords, unitInProse } from "./words.js";

/** Follows a change: "tăng 8,14% so với cùng kỳ năm trước". */
export const SAME_TIME = "so với cùng kỳ năm trước";

type Grown = Pick<ProgressRow, "result" | "growthPercent">;

/** "tăng 8,14%", "giảm 0,16 điểm %" of a rate, "gấp 3,4 lần" from three times on, "tương đương" when the change rounds away. */
export function growthClause({ result, growthPercent }: Grown, measure: string | null): string {
  if (growthPercent === null) return "";
  const rate = isPercentMeasure(measure);
  const size = growthPercent.abs();
  if (roundHalfUp(size, rate ? 2 : 1).equals(ZERO)) return "tương đương";
  if (!rate && typeof result?.actual === "string" && typeof result.previous === "string") {
    const [actual, previous] = [exact(result.actual), exact(result.previous)];
    const times = previous.compare(ZERO) > 0 ? actual.div(previous) : ZERO;
    if (times.compare(3) >= 0) return `gấp ${formatNumber(times, 1)} lần`;
  }
  return `${growthPercent.compare(ZERO) > 0 ? "tăng" : "giảm"} ${formatNumber(size)}${rate ? " điểm %" : "%"}`;
}

/** How the units moved against the year before; null when no previous figures were given, or a single unit's own sentence tells it. */
export function describeGrowth(standing: IndicatorStanding, cluster: ClusterWords): Sentence | null {
  const { assigned, measure } = standing;
  const known = assigned.filter((row) => row.growthPercent !== null);
  const told = assigned.length === 1 && known[0]?.status !== "unknown";
  if (known.length === 0 || told) return null;
  const facts = known.map(growthFact);
  if (known.length <= MOST_NAMED) {
    const each = known.map((row) => `${unitInProse(row.unit)} ${growthClause(row, measure)}`);
    return makeSentence(`${each.join(", ")} ${SAME_TIME}`, facts);
  }
  const moves = { up: [] as ProgressRow[], same: [] as ProgressRow[], down: [] as ProgressRow[] };
  for (const row of known) {
    const clause = growthClause(row, measure);
    moves[clause === "tương đương" ? "same" : (row.growthPercent ?? ZERO).compare(ZERO) > 0 ? "up" : "down"].push(row);
  }
  const scope = known.length < assigned.length ? `trong ${formatCount(known.length)} đơn vị có số liệu cùng kỳ, ` : "";
  const order =
    standing.indicator.direction === "lower" ? (["down", "up", "same"] as const) : (["up", "down", "same"] as const);
  const present = order.filter((move) => moves[move].length > 0);
  const parts = present.map((move, index) => {
    const rows = moves[move];
    const all = scope === "" ? cluster.members : "các đơn vị";
    const subject =
      present.length === 1
        ? `${all} đều`
        : scope === ""
          ? shareOfUnits(rows, known)
          : `${formatCount(rows.length)} đơn vị`;
    return `${subject} ${VERB[move]}${index === 0 ? ` ${SAME_TIME}` : ""}${tellMost(rows, move, measure)}`;
  });
  return makeSentence(scope + parts.join("; "), facts);
}

const VERB = { up: "tăng", down: "giảm", same: "tương đương" } as const;

function tellMost(rows: readonly ProgressRow[], move: keyof typeof VERB, measure: string | null): string {
  if (move === "same") return "";
  const size = (row: ProgressRow): Exact => (row.growthPercent ?? ZERO).abs();
  const [first, ...rest] = rows;
  if (first === undefined) return "";
  const most = rest.reduce((best, row) => (size(row).compare(size(best)) > 0 ? row : best), first);
  if (rest.length === 0) return ` là ${unitInProse(first.unit)} (${growthClause(first, measure)})`;
  const equal = rows.filter((row) => size(row).equals(size(most)));
  return `, nhiều nhất là ${joinAnd(equal.map((row) => unitInProse(row.unit)))} (${growthClause(most, measure)})`;
}

function growthFact({ unit, indicator, result, growthPercent }: ProgressRow): Fact {
  const source = result?.source ?? null;
  return { who: unit.name, about: indicator.name, what: "growthPercent", figure: growthPercent, source };
}
