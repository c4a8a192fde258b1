import type { Subject } from "../award.js";
import { createAwardFinder } from "../award-match.js";
import { type AwardKind, awardKind, awardName } from "../awards.js";
import { foldKey } from "../name.js";
import { ALL_LEVELS, type Law } from "./law.js";
import type { LawRecord } from "./law-record.js";
import type { Requirement } from "./requirements.js";
import type { Source } from "./source.js";

/** Something wrong with a row of the office's file that its cell alone does not show. */
export interface LawTrouble {
  row: number;
  field: keyof LawRecord;
  value: string | null;
  code: string;
  message: string;
  hint: string;
}

/** The law with what the office declares in `file`: its rows come first and so count before the program's. */
export function extendLaw(
  base: Law,
  records: readonly LawRecord[],
  file: string,
): { law: Law; troubles: LawTrouble[] } {
  const troubles = findTwins(records);
  const kinds = records.reduce((known, record) => addKind(known, record, sourceOf(record, file)), base.kinds);
  const findAward = createAwardFinder(kinds);
  const law = { ...base, kinds, findAward };
  for (const record of records.toReversed()) {
    const source = sourceOf(record, file);
    const { from, to, content } = record;
    if (record.kind === "basis") addBasis(law, record, source);
    else if (record.kind === "salary") {
      law.salaries = [{ amount: Number(content), from, to, source }, ...law.salaries];
    } else {
      const award = record.award ?? "";
      const { kind, nearest } = findAward(award);
      if (kind === null) troubles.push(unknownAward(record, nearest));
      else addRule(law, record, kind, source);
    }
  }
  return { law, troubles: troubles.sort((a, b) => a.row - b.row) };
}

/** "… (phap-ly.xlsx, dòng 5)". */
function sourceOf({ source, row }: LawRecord, file: string): Source {
  const place = `${file}, dòng ${row}`;
  return { text: source === null ? place : `${source} (${place})`, mark: "CQ" };
}

function addBasis(law: Law, { content, levels, from, to, replaces }: LawRecord, source: Source): void {
  const text = (content ?? "").replace(/^căn cứ\s+/iu, "").replace(/[\s;.]+$/u, "");
  const dated = { from, to, levels: levels ?? ALL_LEVELS };
  const line = { text, numbered: null, ...dated, source: source.text, mark: source.mark, replaces };
  law.officeLines = [line, ...law.officeLines];
}

/** Multiplier, quota, authority; a title or form with levels says who decides it. */
function addRule(law: Law, record: LawRecord, kind: AwardKind, source: Source): void {
  const { from, to, content, levels } = record;
  const dated = { from, to, source };
  if (record.kind === "multiplier") {
    const rows = subjectsOf(record, kind).map((subject) => ({
      award: kind.id,
      subject,
      levels,
      times: content ?? "0",
      isCeiling: false,
      ...dated,
    }));
    law.multipliers = [...rows, ...law.multipliers];
  } else if (isLimit(record.kind)) {
    law.requirements = [{ ...limitOf(record, record.kind, kind, law), ...dated }, ...law.requirements];
  } else if (levels !== null) {
    const isRefused = record.kind === "authority" && /^(không|ko)$/iu.test(content ?? "");
    const rows = levels.map((decider) => ({ decider, awards: [kind.id], isRefused, ...dated }));
    law.grants = [...rows, ...law.grants];
  }
}

/** Kinds of rows that lay down a limit of an award. */
const LIMITS = ["quota", "votes", "share", "years"] as const;

function isLimit(kind: LawRecord["kind"]): kind is (typeof LIMITS)[number] {
  return LIMITS.some((one) => one === kind);
}

/** The limit as the office sets it; of what it is, the program's own rule says where there is one. */
function limitOf(
  { content }: LawRecord,
  kind: (typeof LIMITS)[number],
  award: AwardKind,
  { requirements }: Law,
): Omit<Requirement, "from" | "to" | "source"> {
  const known =
    requirements.find((one) => one.kind === kind && one.award === award.id) ??
    (kind === "votes" || kind === "share" ? requirements.find((one) => one.kind === kind) : undefined);
  const isCount = kind === "years";
  return {
    award: award.id,
    kind,
    percent: isCount ? null : content,
    times: isCount ? Number(content) : null,
    base: known?.base ?? (isCount ? awardName(award, null) : "số trường hợp đủ tiêu chuẩn"),
    counts: known?.counts ?? (isCount ? [award.id] : []),
    orElse: null,
  };
}

function subjectsOf({ subjects }: LawRecord, kind: AwardKind): readonly Subject[] {
  return subjects ?? kind.subjects;
}

/** A title or form the catalogue has under that name is changed, any other is added behind those of its level. */
function addKind(kinds: readonly AwardKind[], record: LawRecord, source: Source): readonly AwardKind[] {
  if (record.kind !== "title" && record.kind !== "form") return kinds;
  const name = record.award ?? "";
  const id = foldKey(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const known = awardKind(id, kinds) ?? kinds.find((kind) => foldKey(kind.name) === foldKey(name)) ?? null;
  const aliases = (record.content ?? "").split(";").flatMap((alias) => alias.trim() || []);
  if (known !== null) {
    const changed = {
      ...known,
      to: record.to ?? known.to,
      subjects: subjectsOf(record, known),
      aliases: [...known.aliases, ...aliases],
    };
    return kinds.map((kind) => (kind === known ? changed : kind));
  }
  const level = record.levels?.includes("tinh") === true ? "province" : "local";
  const added: AwardKind = {
    id,
    name,
    category: record.kind === "title" ? "title" : "commendationForm",
    subjects: record.subjects ?? ["individual", "collective", "household"],
    level,
    giver: null,
    aliases,
    formerName: null,
    from: record.from,
    to: record.to,
    source,
  };
  const at = kinds.findLastIndex((kind) => kind.level === level) + 1;
  return [...kinds.slice(0, at), added, ...kinds.slice(at)];
}

function unknownAward({ row, award }: LawRecord, nearest: string | null): LawTrouble {
  const hint =
    nearest === null
      ? "Ghi đúng tên; danh hiệu, hình thức của riêng cơ quan thì thêm một dòng loại “danh hiệu” hoặc “hình thức”."
      : `Có phải là "${nearest}"?`;
  const message = "Không có danh hiệu hoặc hình thức khen thưởng này.";
  return { row, field: "award", value: award, code: "unknown-award", message, hint };
}

/** Two rows that say the same thing of the same days: which one counts would be chance. */
function findTwins(records: readonly LawRecord[]): LawTrouble[] {
  return records.flatMap((record, index) => {
    if (record.kind === "basis") return [];
    const twin = records.slice(0, index).find((other) => areTwins(record, other));
    if (twin === undefined) return [];
    const message = `Cùng một quy định với dòng ${twin.row}, thời gian trùng nhau.`;
    const hint = "Ghi Đến ngày cho dòng cũ, hoặc xóa một dòng.";
    return [{ row: record.row, field: "from" as const, value: record.from, code: "overlapping-rows", message, hint }];
  });
}

function areTwins(a: LawRecord, b: LawRecord): boolean {
  const shareAny = <T>(one: readonly T[] | null, other: readonly T[] | null) =>
    one === null || other === null || one.some((item) => other.includes(item));
  return (
    a.kind === b.kind &&
    foldKey(a.award ?? "") === foldKey(b.award ?? "") &&
    shareAny(a.levels, b.levels) &&
    shareAny(a.subjects, b.subjects) &&
    a.from <= (b.to ?? a.from) &&
    b.from <= (a.to ?? b.from)
  );
}
