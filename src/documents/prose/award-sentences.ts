import { awardPhrase } from "../../domain/awards.js";
import { exact, HUNDRED } from "../../domain/number.js";
import { type AwardCount, type CountedAward, countAwards, countDirectWorkers, sumAwards } from "../award-count.js";
import { formatCount, joinAnd } from "../count.js";
import { writePercents } from "./figures.js";
import { type Fact, makeSentence, type Sentence } from "./sentence.js";
import type { ClusterWords } from "./words.js";

/** Award statistics as sentences, highest level first (practice §3.3): who was given what, the total, the direct workers. */
export function describeAwards(awards: readonly CountedAward[], year: number, cluster: ClusterWords): Sentence[] {
  const lines = countAwards(awards);
  if (lines.length === 0) return [];
  const list = lines.map((line) => tellLine(line, `${year}-12-31`)).join("; ");
  const facts = lines.map(
    (line): Fact => ({
      who: null,
      about: line.kind.id,
      what: "count",
      figure: exact(line.collective + line.individual + line.household),
      source: null,
    }),
  );
  const lead = cluster.inside === "" ? "" : `, ${cluster.inside}`;
  return [makeSentence(`năm ${year}${lead} có ${list}`, facts), ...describeTotals(awards, lines)];
}

function tellLine(line: AwardCount, date: string): string {
  const verb = line.kind.level === "state" ? "tặng thưởng" : "tặng";
  const giver = line.giver === null ? "" : `${line.giver} `;
  return `${joinAnd(countSubjects(line))} được ${giver}${verb} ${awardPhrase(line.kind, date)}`;
}

function countSubjects(counts: { collective: number; individual: number; household: number }): string[] {
  const parts: [number, string][] = [
    [counts.collective, "tập thể"],
    [counts.individual, "cá nhân"],
    [counts.household, "hộ gia đình"],
  ];
  return parts.flatMap(([count, word]) => (count === 0 ? [] : [`${formatCount(count)} ${word}`]));
}

function describeTotals(awards: readonly CountedAward[], lines: readonly AwardCount[]): Sentence[] {
  const sums = sumAwards(lines);
  const parts = countSubjects(sums);
  const split = parts.length > 1 ? ` (${parts.join(", ")})` : "";
  const facts: Fact[] = [
    { who: null, about: "lượt khen thưởng", what: "count", figure: exact(sums.total), source: null },
  ];
  const workers = countDirectWorkers(awards);
  const total = lines.length > 1 || split !== "" ? `tổng số ${formatCount(sums.total)} lượt khen thưởng${split}` : null;
  if (workers === null) return total === null ? [] : [makeSentence(total, facts)];
  const share = exact(workers.direct).div(workers.outOf).mul(HUNDRED);
  const percent = writePercents([share])(share);
  facts.push({ who: null, about: "lao động trực tiếp", what: "count", figure: exact(workers.direct), source: null });
  const direct = `có ${formatCount(workers.direct)} lượt người lao động trực tiếp`;
  const all = workers.outOf === sums.individual;
  const scope = all
    ? `trong ${formatCount(sums.individual)} lượt cá nhân`
    : `trong ${formatCount(workers.outOf)} lượt cá nhân có ghi thông tin`;
  return [makeSentence(`${total === null ? "" : `${total}; `}${scope}, ${direct} (${percent})`, facts)];
}
