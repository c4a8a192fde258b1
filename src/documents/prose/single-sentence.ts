import { computeAttainment, computeGrowth, isPercentMeasure } from "../../domain/attainment.js";
import type { Measurement, Result } from "../../domain/indicator.js";
import { exact, toPlain, ZERO } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import { basisOf } from "./facts.js";
import { writeAmounts, writePercents } from "./figures.js";
import { SAME_TIME, writeGrowth } from "./growth-wording.js";
import type { IndicatorStanding } from "./indicator-standing.js";
import { type ChooseWording, wordingOf } from "./indicator-wording.js";
import { makeSentence, type Sentence } from "./sentence.js";
import type { ClusterWords } from "./words.js";

type Told = Pick<ProgressRow, "indicator" | "attainmentPercent" | "status" | "result" | "growthPercent">;

/** "huyện A thực hiện 580 ha, đạt 116% kế hoạch, tăng 8,14% so với cùng kỳ năm trước"; "huyện A 19,6%, thấp hơn mức phấn đấu 20,0%". */
export function tellOne(subject: string, row: Told, measure: string | null, choose: ChooseWording = wordingOf): string {
  const growth = row.growthPercent === null ? "" : `, ${writeGrowth([row], measure)(row)} ${SAME_TIME}`;
  return tellAgainstPlan(subject, row, measure, choose) + growth;
}

function tellAgainstPlan(subject: string, row: Told, measure: string | null, choose: ChooseWording): string {
  const wording = choose({ indicator: row.indicator, measure });
  const state = { exceeded: wording.exceeded, met: wording.met, missed: wording.missed, unknown: "" }[row.status];
  const [planned, actual] = [row.result?.planned, row.result?.actual];
  if (wording.told === "pass" || typeof planned !== "string" || typeof actual !== "string")
    return `${subject} ${state}`;
  const write = writeAmounts([planned, actual], measure);
  if (wording.told === "level") return `${subject} ${write(actual)}, ${state} ${write(planned)}`;
  const amount = `${subject} thực hiện ${writeAmounts([actual], measure)(actual)}`;
  if (row.attainmentPercent === null) {
    return `${amount}${state === "" ? "" : `, ${state}`} (${wording.target} ${write(planned)})`;
  }
  return `${amount}, đạt ${writePercents([row.attainmentPercent])(row.attainmentPercent)} ${wording.target}`;
}

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
  const row: Told = { indicator, ...attainment, growthPercent, result: { ...results[0], ...total } as Result };
  const about = { who: null, about: indicator.name, measure, basis: basisOf(assigned) };
  const before = basisOf(assigned, ["actual", "previous"]);
  return makeSentence(
    tellOne(`toàn ${cluster.short ?? "bộ các đơn vị"}`, row, measure, choose),
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

function addUp(amounts: readonly Measurement[]): string | null {
  const numbers = amounts.filter((amount) => typeof amount === "string");
  if (numbers.length < amounts.length) return null;
  return toPlain(
    numbers.reduce((sum, each) => sum.add(exact(each)), ZERO),
    12,
  );
}
