import { exact } from "../../domain/number.js";
import type { Period } from "../../domain/period.js";
import type { ProgressRow } from "../../domain/progress.js";
import { formatCount } from "./count.js";
import type { Fact } from "./fact.js";
import { attainmentFacts, basisOf } from "./facts.js";
import { writePercents } from "./figures.js";
import { describeGaps } from "./gap-sentences.js";
import { describeGrowth } from "./growth-sentences.js";
import { compareBestFirst, type IndicatorStanding, nameEveryone } from "./indicator-standing.js";
import { type Wording, wordingSoFar, writeFigures } from "./indicator-wording.js";
import { MOST_NAMED } from "./leaders.js";
import { nameEach, nameTied, shareOfUnits } from "./name-units.js";
import { makeSentence, type Sentence } from "./sentence.js";
import { subjectOf, tellOne } from "./single-sentence.js";
import { describeTotal } from "./total-sentence.js";
import { type ClusterWords, unitInProse } from "./words.js";

/** All that is said of one indicator before the year is over: how far the units have come, and nothing that judges them. */
export function describeSoFar(standing: IndicatorStanding, cluster: ClusterWords): Sentence[] {
  // The first sentence names the indicator, the others go on from it.
  const lead = `${standing.indicator.name}: `;
  const total = describeTotal(standing, cluster, wordingSoFar);
  const attainment = describeCourse(standing, cluster, total === null ? lead : "");
  const sentences = [
    total,
    attainment,
    describeGrowth(standing, cluster, total === null && attainment === null ? lead : ""),
    ...describeGaps(standing, cluster),
  ];
  return sentences.filter((sentence) => sentence !== null);
}

/** Of the indicators that only grow, how many all units have brought to the year's plan already. Empty when none. */
export function describeOverviewSoFar(
  standings: readonly IndicatorStanding[],
  cluster: ClusterWords,
  period: Period,
): Sentence[] {
  const reported = standings.filter((each) => judgedOf(each).length > 0);
  const done = reported.filter(
    (each) => each.complete && each.missed.length === 0 && wordingSoFar(each).told === "percent",
  );
  if (reported.length < 2 || done.length === 0) return [];
  const share = `${done.length}/${reported.length} chỉ tiêu có số liệu`;
  const text = `qua ${period.name}, ${cluster.members} đã hoàn thành kế hoạch năm ở ${share}`;
  const about = { who: null, measure: null, what: "count" as const };
  const count = (name: string, counted: readonly IndicatorStanding[]): Fact => {
    return { ...about, about: name, figure: exact(counted.length), basis: basisOf(counted.flatMap(judgedOf)) };
  };
  return [makeSentence(text, [count("chỉ tiêu hoàn thành", done), count("chỉ tiêu có số liệu", reported)])];
}

function judgedOf({ exceeded, met, missed }: IndicatorStanding): ProgressRow[] {
  return [...exceeded, ...met, ...missed];
}

function describeCourse(standing: IndicatorStanding, cluster: ClusterWords, lead: string): Sentence | null {
  const judged = judgedOf(standing).sort(compareBestFirst);
  const [first] = judged;
  if (first === undefined) return null;
  const wording = wordingSoFar(standing);
  const clause =
    standing.assigned.length === 1
      ? tellOne(subjectOf(first, cluster), first, standing.measure, wordingSoFar)
      : tellMany(standing, judged, wording, cluster);
  return makeSentence(lead + clause, judged.flatMap(attainmentFacts));
}

function tellMany(
  standing: IndicatorStanding,
  judged: readonly ProgressRow[],
  wording: Wording,
  cluster: ClusterWords,
): string {
  const everyone = nameEveryone(standing, cluster);
  if (wording.told === "pass") return tellPassed(standing, wording, everyone);
  const figureOf = writeFigures(judged, wording, standing.measure);
  const range = wording.told === "percent" ? tellRange(standing, judged, everyone) : null;
  if (range !== null) return range;
  const ends = judged.length <= MOST_LISTED ? null : findEnds(judged);
  if (ends === null) return nameEach(judged, figureOf);
  const share = standing.complete ? "" : `${shareOfUnits(judged, standing.assigned)} có số liệu, `;
  return `${share}cao nhất là ${nameTied(ends.highest, figureOf)}, thấp nhất là ${nameTied(ends.lowest, figureOf)}`;
}

/** Levels of more units than this are told by the highest and the lowest. */
const MOST_LISTED = 5;

/** null: some result is not one number. */
function findEnds(rows: readonly ProgressRow[]): { highest: ProgressRow[]; lowest: ProgressRow[] } | null {
  const levels = rows.flatMap((row) => {
    const actual = row.result?.actual;
    return typeof actual === "string" ? [{ row, level: exact(actual) }] : [];
  });
  if (levels.length < rows.length) return null;
  const sorted = levels.sort((a, b) => b.level.compare(a.level));
  const sharing = (end: (typeof levels)[number] | undefined) =>
    sorted.filter(({ level }) => end?.level.equals(level) === true).map(({ row }) => row);
  return { highest: sharing(sorted[0]), lowest: sharing(sorted.at(-1)) };
}

/** "các đơn vị trong Cụm đạt từ 45,2% đến 116% kế hoạch năm, cao nhất là huyện A, thấp nhất là huyện B; huyện A đã vượt kế hoạch năm". */
function tellRange(standing: IndicatorStanding, judged: readonly ProgressRow[], everyone: string): string | null {
  const percents = judged.flatMap(({ attainmentPercent }) => attainmentPercent ?? []);
  const [most, least] = [percents[0], percents.at(-1)];
  if (percents.length < judged.length || most === undefined || least === undefined) return null;
  const write = writePercents(percents);
  const subject = standing.complete ? everyone : `${shareOfUnits(judged, standing.assigned)} có số liệu`;
  if (judged.length === 1)
    return `${subject} là ${unitInProse((judged[0] as ProgressRow).unit)}, đạt ${write(most)} kế hoạch năm`;
  if (most.equals(least)) return `${subject} đều đạt ${write(most)} kế hoạch năm`;
  const at = (percent: typeof most) => judged.filter((row) => row.attainmentPercent?.equals(percent) === true);
  const [best, worst] = [at(most), at(least)].map((rows) => nameTied(rows, () => null));
  const { exceeded } = standing;
  const above =
    exceeded.length === 0
      ? ""
      : exceeded.length === judged.length
        ? "; tất cả đã vượt kế hoạch năm"
        : exceeded.length <= MOST_NAMED
          ? `; ${nameTied(exceeded, () => null)} đã vượt kế hoạch năm`
          : `; ${formatCount(exceeded.length)} đơn vị đã vượt kế hoạch năm`;
  return `${subject} đạt từ ${write(least)} đến ${write(most)} kế hoạch năm, cao nhất là ${best}, thấp nhất là ${worst}${above}`;
}

function tellPassed(standing: IndicatorStanding, wording: Wording, everyone: string): string {
  const passed = [...standing.exceeded, ...standing.met];
  if (standing.complete && standing.missed.length === 0) return `${everyone} đều ${wording.reached}`;
  if (passed.length === 0) return `${standing.complete ? everyone : "các đơn vị có số liệu"} ${wording.missed}`;
  const rest = standing.missed.length === 0 ? "" : `; ${nameTied(standing.missed, () => null)} ${wording.missed}`;
  return `${nameTied(passed, () => null)} ${wording.reached}${rest}`;
}
