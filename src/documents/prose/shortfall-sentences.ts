import { groupBy } from "../../domain/group-by.js";
import { nameKey } from "../../domain/name.js";
import type { ProgressRow } from "../../domain/progress.js";
import { amountFact, attainmentFacts, countFact, reasonFact } from "./facts.js";
import { compareBestFirst, type IndicatorStanding, nameEveryone } from "./indicator-standing.js";
import { type Wording, wordingOf, writeFigures } from "./indicator-wording.js";
import { nameEach, nameEqual, nameTied, shareOfUnits } from "./name-units.js";
import { makeSentence, type Sentence } from "./sentence.js";
import { subjectOf, tellOne } from "./single-sentence.js";
import { type ClusterWords, insideSentence } from "./words.js";
import { findWorst, tellWorst } from "./worst.js";

/** More units short than this are counted, and the lowest named. */
const MOST_LISTED = 5;

/** Of more indicators than this, the gravest are told, the others named. */
const MOST_TOLD = 8;

/** The paragraphs about what fell short: each indicator, of many the gravest, and the names of all others. */
export function describeShortfalls(standings: readonly IndicatorStanding[], cluster: ClusterWords): Sentence[][] {
  const short = standings.filter(({ missed }) => missed.length > 0);
  const told = short.length > MOST_TOLD ? chooseGravest(short) : short;
  const others = short.filter((standing) => !told.includes(standing));
  const rest = others.map(({ indicator }) => insideSentence(indicator.name)).join("; ");
  const isOne = standings.every(({ assigned }) => assigned.length < 2);
  const lead = isOne ? "ngoài ra, chưa đạt" : "ngoài ra, còn có đơn vị chưa đạt";
  const named = makeSentence(
    `${lead} kế hoạch, mức phấn đấu hoặc yêu cầu ở ${others.length} chỉ tiêu: ${rest}`,
    others.flatMap(({ missed }) => missed.flatMap(attainmentFacts)),
    [
      countFact(
        "chỉ tiêu còn đơn vị chưa đạt",
        others.flatMap(({ missed }) => missed),
        others.length,
      ),
    ],
  );
  return [...told.map((standing) => describeShortfall(standing, cluster)), ...(others.length === 0 ? [] : [[named]])];
}

/** Those nobody reached first, then those fewest reached, then those with a cause given; in the order of the sheet. */
function chooseGravest(short: readonly IndicatorStanding[]): IndicatorStanding[] {
  const share = ({ missed, assigned }: IndicatorStanding) => missed.length / assigned.length;
  const causes = ({ missed }: IndicatorStanding) => missed.filter(({ result }) => result?.reason != null).length;
  const gravest = short.toSorted((a, b) => share(b) - share(a) || causes(b) - causes(a)).slice(0, MOST_TOLD);
  return short.filter((standing) => gravest.includes(standing));
}

/** Who fell short of an indicator, the lowest first, and the causes the data gives. Empty when nobody did. */
export function describeShortfall(standing: IndicatorStanding, cluster: ClusterWords): Sentence[] {
  const { missed, indicator } = standing;
  if (missed.length === 0) return [];
  const wording = wordingOf(standing);
  const worstFirst = missed.toSorted((a, b) => compareBestFirst(b, a));
  const clause = tellShort(standing, worstFirst, wording, cluster);
  return [
    makeSentence(`${indicator.name}: ${clause}`, missed.flatMap(attainmentFacts), [
      ...[missed, standing.assigned, findWorst(missed).rows].map((rows) => countFact(indicator.name, rows)),
      ...missed.flatMap((row) => [amountFact(row, "actual"), amountFact(row, "planned")]),
    ]),
    ...describeCauses(
      worstFirst.filter((row) => row.result?.reason != null),
      missed.length,
    ),
  ];
}

function tellShort(
  standing: IndicatorStanding,
  worstFirst: readonly ProgressRow[],
  wording: Wording,
  cluster: ClusterWords,
): string {
  const { assigned, complete, measure, missed } = standing;
  const [first] = worstFirst;
  if (assigned.length === 1 && first !== undefined && subjectOf(first, cluster) === "")
    return tellOne("", first, measure);
  const everyone = complete && missed.length === assigned.length && assigned.length > 1;
  if (!everyone && missed.length <= MOST_LISTED) {
    return `${nameEach(worstFirst, writeFigures(worstFirst, wording, measure))} ${wording.missed}`;
  }
  const subject = everyone ? `${nameEveryone(standing, cluster)} đều` : shareOfUnits(missed, assigned);
  const lead = `${subject} ${wording.missed}`;
  const { rows, isRanked } = findWorst(missed);
  const figureOf = writeFigures(rows, wording, measure);
  if (wording.worst === "" || rows.length < missed.length) return lead + tellWorst(missed, wording, figureOf);
  const figure = wording.told === "percent" && isRanked && rows[0] !== undefined ? figureOf(rows[0]) : null;
  return figure === null ? `${lead}: ${nameTied(rows, figureOf)}` : `${lead} (cùng ${figure})`;
}

/** Causes as the sheets give them: never made up, the same one said once, whose it is unless it is everybody's. */
function describeCauses(rows: readonly ProgressRow[], missedCount: number): Sentence[] {
  if (rows.length === 0) return [];
  const groups = [...groupBy(rows, (row) => nameKey(cleanReason(row))).values()];
  const told = groups.map((group) => {
    const reason = group[0] === undefined ? "" : cleanReason(group[0]);
    return group.length === missedCount ? reason : `${reason} (${nameEqual(group, () => null)})`;
  });
  return [makeSentence(`Nguyên nhân: ${told.join("; ")}`, rows.map(reasonFact))];
}

function cleanReason(row: ProgressRow): string {
  return (row.result?.reason ?? "")
    .trim()
    .replace(/^(nguyên nhân|lý do)\s*:\s*/iu, "")
    .replace(/^Do /u, "do ")
    .replace(/[\s.;,]+$/, "");
}
