import {
  type AwardCount,
  type CountedAward,
  countAwards,
  countDirectWorkers,
  sumAwards,
} from "../../domain/award-count.js";
import { awardPhrase } from "../../domain/awards.js";
import type { Law } from "../../domain/law/law.js";
import { exact, HUNDRED } from "../../domain/number.js";
import type { Period } from "../../domain/period.js";
import { decapitalize } from "../../domain/upper-case.js";
import { formatCount, joinAnd } from "./count.js";
import type { Basis, Fact } from "./fact.js";
import { shareFact, yearFact } from "./facts.js";
import { writePercents } from "./figures.js";
import { joinNames } from "./join-names.js";
import { MOST_NAMED } from "./leaders.js";
import { makeSentence, type Sentence } from "./sentence.js";
import { type ClusterWords, unitInProse } from "./words.js";

/** Award statistics as sentences, highest level first (practice §3.3): who was given what, the total, the direct workers. */
export function describeAwards(
  awards: readonly CountedAward[],
  period: Period,
  cluster: ClusterWords,
  law: Law,
): Sentence[] {
  const { year, name } = period;
  const lines = countAwards(awards, law);
  if (lines.length === 0) return [];
  const list = lines.map((line) => tellLine(line, `${year}-12-31`)).join("; ");
  const facts = [
    yearFact(year),
    ...lines.flatMap(({ kind, awards }) => countSubjectFacts(awardPhrase(kind, `${year}-12-31`), awards)),
  ];
  const lead = cluster.inside === "" ? "" : `, ${cluster.inside}`;
  return [
    makeSentence(`${name}${lead} có ${list}`, facts),
    ...describeCollectives(lines, year),
    ...describeTotals(awards, lines),
  ];
}

function tellLine(line: AwardCount, date: string): string {
  const verb = line.kind.level === "state" ? "tặng thưởng" : "tặng";
  const giver = line.giver === null ? "" : `${line.giver} `;
  return `${joinAnd(countSubjects(line))} được ${giver}${verb} ${awardPhrase(line.kind, date)}`;
}

/** Few collectives of an award are named, with the year of what they did where that is not the year reported. */
function describeCollectives(lines: readonly AwardCount[], year: number): Sentence[] {
  return lines.flatMap(({ kind, awards }) => {
    const those = awards.filter(({ subject }) => subject === "collective");
    if (those.length === 0 || those.length > MOST_NAMED) return [];
    const phrase = awardPhrase(kind, `${year}-12-31`);
    const names = those.map((award) => collectiveInProse(award.name) + tellEarlierYear(award, year));
    const lead = those.length === 1 ? "tập thể" : "các tập thể";
    return [
      makeSentence(
        `${lead} được tặng ${phrase} là ${joinNames(names)}`,
        those.flatMap((award) => collectiveFacts(award, phrase, year)),
      ),
    ];
  });
}

/** "huyện Sơn Dương", "nhân dân và cán bộ xã An"; names of bodies ("Trung tâm Y tế huyện") keep their capital. */
function collectiveInProse(name: string): string {
  return /^(nhân dân|cán bộ|tập thể|quân và dân)(?=\s)/iu.test(name)
    ? decapitalize(name)
    : unitInProse({ name, kind: null });
}

function tellEarlierYear({ achievementYear }: CountedAward, year: number): string {
  return achievementYear === null || achievementYear === year ? "" : ` (thành tích năm ${achievementYear})`;
}

function collectiveFacts({ importId, row, name, achievementYear }: CountedAward, about: string, year: number): Fact[] {
  const fact = { who: null, about, measure: null };
  const source = { importId, row };
  const named: Fact = { ...fact, what: "words", figure: name, basis: [{ source, values: { name } }] };
  if (achievementYear === null || achievementYear === year) return [named];
  const basis = [{ source, values: { achievementYear: String(achievementYear) } }];
  return [named, { ...fact, what: "year", figure: exact(achievementYear), basis }];
}

const SUBJECTS = [
  ["collective", "tập thể"],
  ["individual", "cá nhân"],
  ["household", "hộ gia đình"],
] as const;

function countSubjectFacts(about: string, awards: readonly CountedAward[]): Fact[] {
  return SUBJECTS.flatMap(([subject, word]) => {
    const those = awards.filter((award) => award.subject === subject);
    return those.length === 0 ? [] : [countAwardsFact(`${about} (${word})`, those)];
  });
}

function countAwardsFact(about: string, awards: readonly CountedAward[]): Fact {
  const basis = awards.map(({ importId, row, award }) => ({ source: { importId, row }, values: { award } }));
  return { who: null, about, what: "count", figure: exact(awards.length), measure: null, basis };
}

function workerBasis({ importId, row, directWorker }: CountedAward): Basis[] {
  if (directWorker === null) return [];
  return [{ source: { importId, row }, values: { directWorker: directWorker ? "Có" : "Không" } }];
}

function countSubjects(counts: { collective: number; individual: number; household: number }): string[] {
  return SUBJECTS.flatMap(([subject, word]) =>
    counts[subject] === 0 ? [] : [`${formatCount(counts[subject])} ${word}`],
  );
}

function describeTotals(awards: readonly CountedAward[], lines: readonly AwardCount[]): Sentence[] {
  const sums = sumAwards(lines);
  const parts = countSubjects(sums);
  const split = parts.length > 1 ? ` (${parts.join(", ")})` : "";
  const facts = [
    countAwardsFact("lượt khen thưởng", awards),
    ...(parts.length > 1 ? countSubjectFacts("lượt khen thưởng", awards) : []),
  ];
  const workers = countDirectWorkers(awards);
  const total = lines.length > 1 || split !== "" ? `tổng số ${formatCount(sums.total)} lượt khen thưởng${split}` : null;
  if (workers === null) return total === null ? [] : [makeSentence(total, facts)];
  const share = exact(workers.direct).div(workers.outOf).mul(HUNDRED);
  const percent = writePercents([share])(share);
  const people = awards.filter(({ subject }) => subject === "individual");
  const basis = people.flatMap(workerBasis);
  const counted = (about: string, count: number): Fact => {
    return { who: null, about, what: "count", figure: exact(count), measure: null, basis };
  };
  facts.push(
    counted("cá nhân có ghi thông tin", workers.outOf),
    counted("lao động trực tiếp", workers.direct),
    shareFact("lao động trực tiếp", workers.direct, workers.outOf, basis),
  );
  const direct = `có ${formatCount(workers.direct)} lượt người lao động trực tiếp`;
  const all = workers.outOf === sums.individual;
  const scope = all
    ? `trong ${formatCount(sums.individual)} lượt cá nhân`
    : `trong ${formatCount(workers.outOf)} lượt cá nhân có ghi thông tin`;
  return [makeSentence(`${total === null ? "" : `${total}; `}${scope}, ${direct} (${percent})`, facts)];
}
