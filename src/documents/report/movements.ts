import { shortDate } from "../../domain/date.js";
import { groupBy } from "../../domain/group-by.js";
import type { Movement, MovementKind } from "../../domain/movement.js";
import { exact } from "../../domain/number.js";
import type { Period } from "../../domain/period.js";
import { capitalize, decapitalize } from "../../domain/upper-case.js";
import { formatCount, joinAnd } from "../prose/count.js";
import type { Fact } from "../prose/fact.js";
import { makeSentence, type Sentence } from "../prose/sentence.js";
import { headed, joinProse, NOTHING_TOLD, type Prose, paragraphsOf } from "./text.js";

/** Kinds in the order reports name them; null: the sheet does not say. */
const KINDS: readonly { kind: MovementKind | null; title: string }[] = [
  { kind: "regular", title: "Phong trào thi đua thường xuyên" },
  { kind: "period", title: "Phong trào thi đua theo đợt" },
  { kind: "thematic", title: "Phong trào thi đua theo chuyên đề" },
  { kind: "special", title: "Phong trào thi đua đặc biệt" },
  { kind: null, title: "Phong trào thi đua khác" },
];

/** The movements of a period by kind, each with who launched it, who joined it and what came of it (practice §3.4, pattern 17). */
export function movementProse(movements: readonly Movement[], period: Period): Prose {
  const groups = groupMovements(movements);
  if (movements.length === 0) return NOTHING_TOLD;
  const counts = groups.map(({ title, members }) => {
    return `${formatCount(members.length)} ${decapitalize(title).replace(/^phong trào thi đua/u, "phong trào")}`;
  });
  const [only] = groups;
  const all = `${formatCount(movements.length)} phong trào thi đua`;
  const what =
    groups.length > 1
      ? `${all}, gồm ${joinAnd(counts)}`
      : only?.kind == null
        ? all
        : `${formatCount(movements.length)} ${decapitalize(only.title)}`;
  const intro = makeSentence(`trong ${period.name} đã triển khai ${what}`, [
    countFact("phong trào thi đua", movements),
    ...groups.map(({ title, members }) => countFact(title, members)),
  ]);
  return joinProse(
    paragraphsOf([[intro]]),
    ...groups.map(({ title, members }, index) =>
      joinProse(
        groups.length === 1 ? NOTHING_TOLD : headed(`${index + 1}. ${title}`),
        paragraphsOf(
          members.map((movement) => [tellMovement(movement)]),
          "- ",
        ),
      ),
    ),
  );
}

function groupMovements(movements: readonly Movement[]) {
  // Kinds in words of an office's own are headings of their own, before those of no kind.
  const typed = groupBy(
    movements.filter(({ kind, kindText }) => kind === null && kindText !== null),
    ({ kindText }) => capitalize(kindText ?? ""),
  );
  const known = KINDS.map(({ kind, title }) => ({
    kind,
    title,
    members: movements.filter((each) => each.kind === kind && (kind !== null || each.kindText === null)),
  }));
  const own = [...typed].map(([title, members]) => ({ kind: "own" as const, title, members }));
  return [...known.slice(0, -1), ...own, ...known.slice(-1)].filter(({ members }) => members.length > 0);
}

function tellMovement(movement: Movement): Sentence {
  const { name, launchedBy, document, from, to, period, unitCount, result, source } = movement;
  const joined = unitCount === null ? "" : `, được ${formatCount(unitCount)} đơn vị hưởng ứng`;
  const came = result === null || result.trim() === "" ? "" : `; kết quả: ${onOneLine(result)}`;
  const values = Object.fromEntries(
    Object.entries({ name, launchedBy, document, from, to, period, unitCount, result }).flatMap(([field, value]) =>
      value === null ? [] : [[field, String(value)]],
    ),
  );
  const fact = { who: null, about: name, measure: null, basis: [{ source, values }] };
  return makeSentence(`${introduceMovement(movement)}${joined}${came}`, [
    { ...fact, what: "words", figure: result },
    ...(unitCount === null ? [] : [{ ...fact, what: "count" as const, figure: exact(unitCount) }]),
  ]);
}

/** "Phong trào “…” do Thủ tướng Chính phủ phát động (Kế hoạch số …), từ ngày 01/01/2021": what the sheet says of it before any result. */
export function introduceMovement({ name, launchedBy, document, from, to, period }: Movement): string {
  const by = launchedBy === null ? "" : ` do ${launchedBy.trim()} phát động`;
  const basis = document === null ? "" : ` (${document.trim()})`;
  const begin = from === null ? "" : `, từ ngày ${shortDate(from)}`;
  const end = to === null ? "" : `${from === null ? "," : ""} đến ngày ${shortDate(to)}`;
  const time = period === null ? begin + end : `, ${tellPeriod(period)}`;
  return `${nameMovement(name)}${by}${basis}${time}`;
}

function countFact(about: string, movements: readonly Movement[]): Fact {
  const basis = movements.map(({ name, source }) => ({ source, values: { name } }));
  return { who: null, about, what: "count", figure: exact(movements.length), measure: null, basis };
}

/** "2016-2020" → "thời gian 2016-2020"; "Từ tháng 3/2020" and "Quý I/2020" are said as typed. */
function tellPeriod(typed: string): string {
  const text = typed.trim();
  return /^\d/.test(text) ? `thời gian ${text}` : decapitalize(text);
}

/** Phong trào “Cả nước chung sức xây dựng nông thôn mới”; a name that says what it is stays as typed. */
function nameMovement(name: string): string {
  const says = /^(phong trào|đợt|cuộc vận động|chiến dịch|chương trình|tháng|hội thi|thi đua|đề án)(?=\s)/iu;
  return says.test(name) || /["“”]/.test(name) ? name : `Phong trào “${name}”`;
}

/** Lines of a cell as clauses: a line without an end mark gets ";". */
function onOneLine(text: string): string {
  const lines = text
    .split("\n")
    .map((line) => line.trim().replace(/^[-–+•*]\s+/u, ""))
    .filter((line) => line !== "");
  return lines
    .map((line, index) => (index < lines.length - 1 && !/[.;:,!?]$/.test(line) ? `${line};` : line))
    .join(" ");
}
