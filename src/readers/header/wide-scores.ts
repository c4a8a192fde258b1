import { nameKey, unitKey } from "../../domain/name.js";
import { claimColumns } from "../table/columns.js";
import type { FormatSpec } from "../table/format.js";
import { isOrdinalHeader, LONGEST_HEADER, readHeader } from "../table/header-key.js";
import { isOrdinal, isTotalLabel } from "../table/row-kind.js";
import { isTypedUnit, matchUnit } from "../table/sheet-unit.js";
import { hasFigures } from "./flat-wide.js";
import { findHeaderBlock, type HeaderBlock } from "./header-block.js";
import { readTitle } from "./title.js";
import type { ColumnGroup, WideHeader } from "./wide-header.js";

const SEARCH_ROWS = 30;
const SAMPLE_ROWS = 50;

export const ROUND_FIELDS: ReadonlySet<string> = new Set(["selfScore", "crossScore", "verifiedScore"]);
const ITEM_FIELDS: ReadonlySet<string> = new Set(["criterion", "criterionCode"]);

/** Where the scores of a wide sheet are. */
export interface WideScores {
  wide: WideHeader;
  block: HeaderBlock;
}

/**
 * A header of scores with a unit to a group of columns over criteria, or a criterion to a group over units: rounds (Tự chấm,
 * Thẩm định) under or over each name, or one column each whose round the title says. null for any other header.
 */
export function findWideScores(
  rows: readonly string[][],
  scores: FormatSpec,
  clean: (raw: string) => string,
  known: readonly string[],
): WideScores | null {
  const group = (block: HeaderBlock, stacks: readonly (readonly string[])[]) =>
    groupRounds(stacks, scores, known) ?? groupLowest(rows, block, scores, clean, known);
  const over = findHeaderBlock(rows, scores, clean);
  const wide = over === null ? null : group(over, over.texts);
  if (over !== null && wide !== null) return { wide, block: over };
  for (let index = 0; index < Math.min(rows.length, SEARCH_ROWS); index++) {
    const header = (rows[index] ?? []).map(clean);
    if (namingFields(header, scores).size === 0) continue;
    const block = { first: index, last: index, texts: header.map((text) => [text]) };
    const one = group(
      block,
      header.map((text) => splitRound(text, scores)),
    );
    if (one !== null) return { wide: one, block };
  }
  return null;
}

/** One column for each name, perhaps under a group, all of the round the title says: the lowest text over a column is the name. */
function groupLowest(
  rows: readonly string[][],
  { first, last, texts }: HeaderBlock,
  scores: FormatSpec,
  clean: (raw: string) => string,
  known: readonly string[],
): WideHeader | null {
  const round = roundOfTitle(readTitle(rows.slice(0, first)), scores);
  const below = rows.slice(last + 1, last + 1 + SAMPLE_ROWS);
  const lowest = texts.map((stack) => stack.at(-1) ?? "");
  return round === null ? null : groupNames(lowest, round, scores, known, (column) => hasFigures(below, column, clean));
}

/** Of what the texts are headers, as far as it names rows: units or criteria. */
function namingFields(texts: readonly string[], scores: FormatSpec): Set<string> {
  const fields = texts.flatMap((text) => claimColumns([text], scores).flatMap((claim) => claim.fields));
  return new Set(fields.filter((field) => field === "unit" || ITEM_FIELDS.has(field)));
}

/** Which of the two names the rows; null for neither and for both (then it is a usual sheet). */
function layoutOf(texts: readonly string[], scores: FormatSpec): WideHeader["layout"] | null {
  const fields = namingFields(texts, scores);
  const byUnit = fields.has("unit");
  const byItem = fields.size > (byUnit ? 1 : 0);
  if (byItem === byUnit) return null;
  return byItem ? "units-in-columns" : "units-in-rows";
}

/** Columns whose texts are a name and a round. Two names at least, or the one column of a unit might be of anything. */
function groupRounds(
  stacks: readonly (readonly string[])[],
  scores: FormatSpec,
  known: readonly string[],
): WideHeader | null {
  const shared = new Map<number, string>();
  const groups = new Map<string, ColumnGroup>();
  const unread: string[] = [];
  stacks.forEach((stack, index) => {
    const [only] = stack;
    if (only === undefined || only === "") return;
    const role = stack.find((text) => roundOf(text, scores) !== null);
    const name = stack.findLast((text) => text !== role && !isGeneric(text));
    if (role !== undefined && name !== undefined && stack.length > 1) {
      const group = groups.get(unitKey(name)) ?? { name, measure: null, roles: new Map() };
      group.roles.set(index, { header: role, text: `${name} – ${role}` });
      groups.set(unitKey(name), group);
    } else if (isShared(only, scores)) shared.set(index, only);
    else unread.push(stack.join(" – "));
  });
  const layout = layoutOf([...shared.values()], scores);
  const all = [...groups.values()].filter(({ name }) => !isOfAll(name));
  const isUnits = layout !== "units-in-columns" || all.length > 1 || all.some(({ name }) => isUnit(name, known));
  if (layout === null || all.length === 0 || !isUnits) return null;
  return finish(layout, shared, all, unread);
}

/** One column of figures for each name, all of the same round. */
function groupNames(
  header: readonly string[],
  round: string,
  scores: FormatSpec,
  known: readonly string[],
  hasScores: (column: number) => boolean,
): WideHeader | null {
  const shared = new Map<number, string>();
  const groups: ColumnGroup[] = [];
  const unread: string[] = [];
  header.forEach((text, index) => {
    if (text === "") return;
    if (isShared(text, scores)) shared.set(index, text);
    else if (isOfAll(text) || !hasScores(index) || readHeader(text).key === "") unread.push(text);
    else groups.push({ name: text, measure: null, roles: new Map([[index, { header: round, text }]]) });
  });
  const layout = layoutOf([...shared.values()], scores);
  const isKnown = layout === "units-in-columns" ? groups.some(({ name }) => isUnit(name, known)) : groups.length > 1;
  if (layout === null || !isKnown || header.some((text) => roundOf(text, scores) !== null)) return null;
  return finish(layout, shared, groups, unread);
}

function finish(
  layout: WideHeader["layout"],
  shared: Map<number, string>,
  groups: readonly ColumnGroup[],
  unread: string[],
): WideHeader {
  const named = groups.map((group) => ({
    ...group,
    name: layout === "units-in-rows" ? group.name.replace(POINTS_BEHIND, "") : group.name,
  }));
  return { layout, shared, groups: named, year: null, unread };
}

/** "Trồng rừng (30 điểm)": its points are no part of the name. */
const POINTS_BEHIND = /\s*[([](?:tối đa )?\d+(?:[.,]\d+)?\s*(?:điểm|đ)?[)\]]$/iu;

function isShared(text: string, scores: FormatSpec): boolean {
  if (isOrdinalHeader(text)) return true;
  return claimColumns([text], scores).some(({ fields }) =>
    fields.some((field) => field === "unit" || field === "max" || ITEM_FIELDS.has(field)),
  );
}

function isUnit(name: string, known: readonly string[]): boolean {
  return matchUnit(name, known) !== null || isTypedUnit(name);
}

/** Columns about all others together, or about no score. */
function isOfAll(text: string): boolean {
  return (
    isTotalLabel(text) || /^(tổng|cộng|bình quân|trung bình|xếp|hạng|thứ hạng|ghi chú|kết quả)/.test(nameKey(text))
  );
}

/** "Điểm chấm" over all groups, "Năm 2020", a number of the column. */
function isGeneric(text: string): boolean {
  return (
    isOrdinal(text) ||
    /^((số )?điểm( chấm| đạt| các .*)?|chấm điểm|(kết quả|tổng hợp)( chấm)?( điểm)?|(các )?(tiêu chí|đơn vị|xã|huyện)|(năm )?\d{4})$/.test(
      nameKey(text),
    )
  );
}

function roundOf(text: string, scores: FormatSpec): string | null {
  const fields = claimColumns([text], scores).flatMap((claim) => claim.fields);
  return fields.find((field) => ROUND_FIELDS.has(field)) ?? null;
}

/** "Tự chấm Xã Đông", "Xã Đông (thẩm định)" → the round and the name; the text alone where it has not both. */
function splitRound(text: string, scores: FormatSpec): string[] {
  if (text === "") return [];
  if (text.length > LONGEST_HEADER) return [text];
  const words = text.split(" ");
  for (let count = words.length - 1; count > 0; count--) {
    const sides = [
      [words.slice(0, count), words.slice(count)],
      [words.slice(-count), words.slice(0, -count)],
    ];
    for (const [role = [], rest = []] of sides) {
      const round = tidy(role);
      if (roundOf(round, scores) !== null && /\p{L}/u.test(tidy(rest))) return [round, tidy(rest)];
    }
  }
  return [text];
}

function tidy(words: readonly string[]): string {
  return words.join(" ").replace(/^[-–—:,(\s]+|[-–—:,)\s]+$/g, "");
}

const SCORES_IN_TITLE =
  /(?<!\p{L})(tự chấm|chấm chéo|thẩm định|hội đồng chấm|cụm chấm|khối chấm|chấm điểm|điểm chấm|điểm thi đua)(?!\p{L})/u;

/** The header of the round a title speaks of ("BẢNG TỰ CHẤM ĐIỂM"), null when it speaks of none, or of results. */
function roundOfTitle(title: readonly string[], scores: FormatSpec): string | null {
  const text = nameKey(title.join(" "));
  if (!SCORES_IN_TITLE.test(text) || /kết quả thực hiện|số liệu/.test(text)) return null;
  const rounds: [RegExp, string][] = [
    [/tự chấm|tự đánh giá/, "selfScore"],
    [/chấm chéo|cụm chấm|khối chấm/, "crossScore"],
    [/thẩm định|hội đồng chấm|chính thức/, "verifiedScore"],
  ];
  const said = rounds.filter(([words]) => words.test(text)).map(([, field]) => field);
  const [field] = said.length === 1 ? said : ["unsaid"];
  return scores.columns.find((column) => column.field === field)?.header ?? UNSAID;
}

/** Header of scores of which nothing says by whom they were given. */
export const UNSAID = "Điểm";
