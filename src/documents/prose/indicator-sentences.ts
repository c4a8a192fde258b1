import { formatNumber } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import { formatCount } from "./count.js";
import type { Fact } from "./fact.js";
import { amountFact, attainmentFacts, countFact, growthDetails, growthFact, thresholdFact } from "./facts.js";
import { type IndicatorStanding, nameEveryone } from "./indicator-standing.js";
import { type FigureOf, stateMet, type Wording, wordingOf, writeFigures } from "./indicator-wording.js";
import { clauseBreak, joinNames } from "./join-names.js";
import { chooseLeaders, isSamePercent, type Leaders, MOST_NAMED, topGroups } from "./leaders.js";
import { nameEach, nameEqual, nameTied, shareOfUnits } from "./name-units.js";
import { makeSentence, type Sentence } from "./sentence.js";
import { subjectOf, tellOne } from "./single-sentence.js";
import { type ClusterWords, unitInProse } from "./words.js";
import { findWorst, tellWorst } from "./worst.js";

/** How a cluster's units did on one indicator: all of them, the best, the ones that fell short; `lead` is said first. null when none can be judged. */
export function describeAttainment(standing: IndicatorStanding, cluster: ClusterWords, lead: string): Sentence | null {
  const judged = [...standing.exceeded, ...standing.met, ...standing.missed];
  const first = judged[0];
  if (first === undefined) return null;
  const alone = standing.assigned.length === 1;
  const clause = alone ? tellOne(subjectOf(first, cluster), first, standing.measure) : tellMany(standing, cluster);
  return makeSentence(lead + clause, judged.flatMap(attainmentFacts), [
    ...(alone ? [growthFact(first), ...growthDetails(first)] : countFacts(standing)),
    ...judged.flatMap((row) => [amountFact(row, "actual"), amountFact(row, "planned")]),
  ]);
}

/** What the words about many units may count, and the steps they may name. */
function countFacts({ indicator, assigned, exceeded, met, missed }: IndicatorStanding): Fact[] {
  const leaders = chooseLeaders(exceeded, assigned.length);
  const steps = leaders?.pattern === "steps" ? leaders.rows.map(({ row, step }) => thresholdFact([row], step)) : [];
  const step = leaders !== null && "step" in leaders ? [thresholdFact(leaders.rows, leaders.step)] : [];
  const counted = [
    [...exceeded, ...met],
    missed,
    exceeded,
    met,
    assigned,
    leaders !== null && "rows" in leaders ? leaders.rows.map((each) => ("row" in each ? each.row : each)) : [],
  ];
  const ties = leaders?.pattern === "figures" ? leaders.groups : leaders?.pattern === "many" ? [leaders.best] : [];
  return [
    ...steps,
    ...step,
    ...[...counted, ...ties, findWorst(missed).rows].map((rows) => countFact(indicator.name, rows)),
  ];
}

function tellMany(standing: IndicatorStanding, cluster: ClusterWords): string {
  const { assigned, exceeded, met, missed, complete, measure } = standing;
  const wording = wordingOf(standing);
  const reached = [...exceeded, ...met];
  if (reached.length === 0) return tellNobody(standing, wording, cluster);
  const state = met.length === 0 ? wording.exceeded : exceeded.length === 0 ? stateMet(met, wording) : wording.reached;
  const leaders = reached.length === 1 ? null : chooseBest(standing, wording);
  const named = [...namedBest(leaders), ...(reached.length === 1 ? reached : []), ...namedMissed(missed)];
  const figureOf = writeFigures(named, wording, measure);
  if (complete && missed.length === 0) {
    return `${nameEveryone(standing, cluster)} đều ${tellAll(state, leaders, assigned.length, wording, figureOf)}`;
  }
  const few = complete && wording.told !== "pass" && 2 * reached.length < assigned.length ? "chỉ có " : "";
  const share = `${few}${shareOfUnits(reached, assigned)} ${state}`;
  const only = reached.length === 1 ? ` là ${nameEqual(reached, met.length === 1 ? () => null : figureOf)}` : "";
  return share + only + tellBest(leaders, wording, figureOf, reached.length) + tellMissed(missed, wording, figureOf);
}

/** All reached it: one common figure is said once. */
function tellAll(state: string, leaders: Leaders | null, all: number, wording: Wording, figureOf: FigureOf): string {
  const common = leaders?.pattern === "figures" && leaders.groups[0]?.length === all ? leaders.groups[0] : null;
  const figure = common?.[0] === undefined ? null : figureOf(common[0]);
  if (figure === null) return state + tellBest(leaders, wording, figureOf, all);
  if (wording.told === "percent") return `đạt ${figure.replace(/ KH$/, " kế hoạch")}`;
  return common?.every((row) => figureOf(row) === figure) ? `${state} (cùng ${figure})` : state;
}

function tellNobody(standing: IndicatorStanding, wording: Wording, cluster: ClusterWords): string {
  const { missed, complete, assigned, measure } = standing;
  const everyone = wording.nobody ?? `${nameEveryone(standing, cluster)} đều ${wording.missed}`;
  const lead = complete ? everyone : `${shareOfUnits(missed, assigned)} ${wording.missed}`;
  if (wording.told === "pass") return lead;
  const figureOf = writeFigures(missed, wording, measure);
  if (missed.length === 1) return `${lead} là ${nameEqual(missed, figureOf)}`;
  const [highest, lowest] = [missed[0], missed.at(-1)];
  if (wording.told === "level" || highest === undefined || lowest?.attainmentPercent == null) {
    return missed.length > MOST_NAMED
      ? lead + tellWorst(missed, wording, figureOf)
      : `${lead}: ${nameEach(missed, figureOf)}`;
  }
  if (isSamePercent(highest, lowest)) return `${lead} (cùng ${figureOf(lowest)})`;
  return `${lead} (${figureOf(lowest)?.replace(/ KH$/, "")}–${figureOf(highest)})`;
}

function chooseBest({ exceeded, assigned }: IndicatorStanding, wording: Wording): Leaders | null {
  if (wording.told === "percent") return chooseLeaders(exceeded, assigned.length);
  if (wording.told === "pass" || exceeded.length === 0) return null;
  return { pattern: "figures", groups: topGroups(exceeded, isSamePercent) };
}

function namedBest(leaders: Leaders | null): ProgressRow[] {
  if (leaders?.pattern === "figures") return leaders.groups.flat();
  return leaders?.pattern === "many" ? leaders.best : [];
}

function tellBest(leaders: Leaders | null, wording: Wording, figureOf: FigureOf, reachedCount: number): string {
  const link = leaders !== null && "rows" in leaders && leaders.rows.length === reachedCount ? "gồm" : "trong đó";
  switch (leaders?.pattern) {
    case "figures": {
      const [first, ...next] = leaders.groups.map((group) => nameTied(group, figureOf));
      return `, trong đó ${wording.best} ${first}${next.length === 0 ? "" : `, tiếp theo là ${next.join(", ")}`}`;
    }
    case "step":
      return `, ${link} ${joinNames(leaders.rows.map((row) => unitInProse(row.unit)))} ${tellStep(leaders)}`;
    case "steps":
      return `, ${link} ${leaders.rows
        .map(({ row, step }) => `${unitInProse(row.unit)} đạt trên ${formatNumber(step)}%`)
        .join(clauseBreak(leaders.rows.map(({ row }) => unitInProse(row.unit))))} kế hoạch`;
    case "many":
      return `, ${link === "gồm" ? "đều" : `trong đó ${formatCount(leaders.rows.length)} đơn vị`} ${tellStep(leaders)}, cao nhất là ${nameEqual(leaders.best, figureOf)}`;
    default:
      return "";
  }
}

function tellStep({ step, above }: { step: Parameters<typeof formatNumber>[0]; above: boolean }): string {
  return above ? `đạt trên ${formatNumber(step)}% kế hoạch` : `đạt từ ${formatNumber(step)}% kế hoạch trở lên`;
}

/** All of a few, of many only the worst. */
function namedMissed(missed: readonly ProgressRow[]): readonly ProgressRow[] {
  return missed.length <= MOST_NAMED ? missed : findWorst(missed).rows;
}

function tellMissed(missed: readonly ProgressRow[], wording: Wording, figureOf: FigureOf): string {
  const [only] = missed;
  if (only === undefined) return "";
  if (missed.length === 1) {
    const figure = figureOf(only);
    const name = unitInProse(only.unit);
    if (figure === null) return `; riêng ${name} ${wording.missed}`;
    if (only.attainmentPercent !== null && wording.told === "percent")
      return `; riêng ${name} đạt ${figure.replace(/ KH$/, " kế hoạch")}`;
    return `; riêng ${name} ${wording.missed} (${figure})`;
  }
  if (missed.length <= MOST_NAMED) return `; còn ${nameEach(missed, figureOf)} ${wording.missed}`;
  return `; còn ${formatCount(missed.length)} đơn vị ${wording.missed}${tellWorst(missed, wording, figureOf)}`;
}
