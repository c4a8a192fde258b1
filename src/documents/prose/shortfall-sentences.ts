import { nameKey } from "../../domain/name.js";
import type { ProgressRow } from "../../domain/progress.js";
import { groupBy } from "./group-by.js";
import { attainmentFact, type IndicatorStanding } from "./indicator-standing.js";
import { type Wording, wordingOf, writeFigures } from "./indicator-wording.js";
import { isSamePercent } from "./leaders.js";
import { nameEach, nameEqual, nameTied, shareOfUnits } from "./name-units.js";
import { type Fact, makeSentence, type Sentence } from "./sentence.js";
import type { ClusterWords } from "./words.js";

/** More units short than this are counted, and the lowest named. */
const MOST_LISTED = 5;

/** Who fell short of an indicator, the lowest first, and the causes the data gives. Empty when nobody did. */
export function describeShortfall(standing: IndicatorStanding, cluster: ClusterWords): Sentence[] {
  const { missed, indicator } = standing;
  if (missed.length === 0) return [];
  const wording = wordingOf(standing);
  const worstFirst = missed.toReversed();
  const clause = tellShort(standing, worstFirst, wording, cluster);
  return [
    makeSentence(`${indicator.name}: ${clause}`, missed.map(attainmentFact)),
    ...describeCauses(
      worstFirst.filter((row) => row.result?.reason != null),
      missed.length,
    ),
  ];
}

function tellShort(
  { assigned, complete, measure }: IndicatorStanding,
  worstFirst: readonly ProgressRow[],
  wording: Wording,
  cluster: ClusterWords,
): string {
  const everyone = complete && worstFirst.length === assigned.length && assigned.length > 1;
  if (!everyone && worstFirst.length <= MOST_LISTED) {
    return `${nameEach(worstFirst, writeFigures(worstFirst, wording, measure))} ${wording.missed}`;
  }
  const lead = everyone
    ? `${cluster.members} đều ${wording.missed}`
    : `${shareOfUnits(worstFirst, assigned)} ${wording.missed}`;
  const lowest = worstFirst.find((row) => row.attainmentPercent !== null);
  if (wording.worst === "" || lowest === undefined) return lead;
  const tied = worstFirst.filter((row) => isSamePercent(row, lowest)).toReversed();
  const figureOf = writeFigures(tied, wording, measure);
  if (tied.length < worstFirst.length) return `${lead}, ${wording.worst} ${nameTied(tied, figureOf)}`;
  return wording.told === "percent" ? `${lead} (cùng ${figureOf(lowest)})` : `${lead}: ${nameTied(tied, figureOf)}`;
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

function reasonFact({ unit, indicator, result }: ProgressRow): Fact {
  const source = result?.source ?? null;
  return { who: unit.name, about: indicator.name, what: "reason", figure: result?.reason ?? null, source };
}
