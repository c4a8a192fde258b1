import { computeAttainment, computeGrowth, isPercentMeasure } from "../../domain/attainment.js";
import type { Measurement, Result } from "../../domain/indicator.js";
import { exact, toPlain, ZERO } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import { basisOf } from "./facts.js";
import { writeAmounts, writePercents } from "./figures.js";
import { tellGrowthSince } from "./growth-wording.js";
import type { IndicatorStanding } from "./indicator-standing.js";
import { type ChooseWording, wordingOf } from "./indicator-wording.js";
import { makeSentence, type Sentence } from "./sentence.js";
import type { ClusterWords } from "./words.js";

/** The cluster's total, only where the indicator may be added up and every unit given it has all figures. */
export function describeTotal(
  standing: IndicatorStanding,
  cluster: ClusterWords,
  choose: ChooseWording = wordingOf,
): Sentence | null {
  const { indicator, measure, assigned } = standing;
  const results = assigned.flatMap((row) => row.result ?? []);
  if (indicator.additive !== true || indicator.direction === "pass" || isPercentMeasure(measure)) return null;
  if (assigned.length < 2 || results.length < assigned.length) return null;
  const planned = addUp(results.map((each) => each.planned));
  const actual = addUp(results.map((each) => each.actual));
  if (planned === null || actual === null) return null;
  const previous = addUp(results.map((each) => each.previous));
  const total: Pick<Result, "assigned" | "planned" | "actual" | "previous"> = {
    assigned: true,
    planned,
    actual,
    previous,
  };
  const attainment = computeAttainment(total, indicator.direction);
  if (attainment.status === "unknown") return null;
  const growthPercent = computeGrowth(actual, previous, measure);
  const row = { indicator, ...attainment, growthPercent, result: { ...results[0], ...total } as Result };
  const about = { who: null, about: indicator.name, measure, basis: basisOf(assigned) };
  const before = basisOf(assigned, ["actual", "previous"]);
  return makeSentence(
    tellTotal(
      `${indicator.name} ${cluster.short === null ? "của các đơn vị" : `toàn ${cluster.short}`}`,
      row,
      measure,
      choose,
    ),
    [
      { ...about, what: "actual", figure: actual },
      { ...about, what: "attainmentPercent", figure: attainment.attainmentPercent, measure: "%" },
    ],
    [
      { ...about, what: "planned", figure: planned },
      { ...about, what: "previous", figure: previous, basis: before },
      { ...about, what: "growthPercent", figure: growthPercent, measure: "%", basis: before },
      ...(previous === null || exact(previous).equals(ZERO)
        ? []
        : [
            {
              ...about,
              what: "growthTimes" as const,
              figure: exact(actual).div(exact(previous)),
              measure: "lần",
              basis: before,
            },
          ]),
    ],
  );
}

/** "Thu ngân sách toàn Cụm là 65 tỷ đồng, bằng 90,0% kế hoạch, giảm 12,63% so với cùng kỳ năm trước" — practice §3.4, pattern 7. */
function tellTotal(
  subject: string,
  row: Pick<ProgressRow, "indicator" | "attainmentPercent" | "status" | "growthPercent"> & { result: Result },
  measure: string | null,
  choose: ChooseWording,
): string {
  const { planned, actual } = row.result;
  if (typeof planned !== "string" || typeof actual !== "string" || row.status === "unknown") return subject;
  const wording = choose({ indicator: row.indicator, measure });
  const growth = row.growthPercent === null ? "" : `, ${tellGrowthSince(row, measure)}`;
  const write = writeAmounts([planned, actual], measure);
  if (wording.told === "level")
    return `${subject} là ${write(actual)}, ${wording[row.status]} ${write(planned)}${growth}`;
  const amount = `${subject} là ${writeAmounts([actual], measure)(actual)}`;
  if (row.attainmentPercent === null) {
    const state = wording[row.status];
    return `${amount}${state === "" ? "" : `, ${state}`} (${wording.target} ${write(planned)})${growth}`;
  }
  return `${amount}, bằng ${writePercents([row.attainmentPercent])(row.attainmentPercent)} ${wording.target}${growth}`;
}

function addUp(amounts: readonly Measurement[]): string | null {
  const numbers = amounts.filter((amount) => typeof amount === "string");
  if (numbers.length < amounts.length) return null;
  return toPlain(
    numbers.reduce((sum, each) => sum.add(exact(each)), ZERO),
    12,
  );
}
