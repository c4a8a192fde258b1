import type { ChalkInstance } from "chalk";
import type { Subject } from "../../domain/award.js";
import type { CatalogueLine } from "../../domain/award-catalogue.js";
import { awardKind } from "../../domain/awards.js";
import { BONUS_ROUNDINGS, type BonusRounding, DECLARE_MULTIPLIER } from "../../domain/bonus-money.js";
import { shortDate } from "../../domain/date.js";
import { groupBy } from "../../domain/group-by.js";
import { ISSUER_LEVELS, type IssuerLevel } from "../../domain/issuer-level.js";
import type { Law } from "../../domain/law/law.js";
import type { LawRecord } from "../../domain/law/law-record.js";
import type { LegalBasis } from "../../domain/law/legal-basis.js";
import type { LegalPeriod } from "../../domain/law/periods.js";
import { describeRequirement, type Requirement } from "../../domain/law/requirements.js";
import type { BaseSalary } from "../../domain/law/salaries.js";
import { describeMark, type Source } from "../../domain/law/source.js";
import { formatNumber, formatWhole } from "../../domain/number.js";
import { formatTable } from "../../terminal/table.js";
import { wrapSentence } from "../../terminal/wrap.js";

/** All that `thidua awards` tells of a day. */
export interface AwardsAnswer {
  date: string;
  /** Of the issuer; null when not known, and then there are no căn cứ. */
  level: IssuerLevel | null;
  period: LegalPeriod;
  salary: BaseSalary | null;
  rounding: BonusRounding;
  basis: LegalBasis | null;
  lines: readonly CatalogueLine[];
  requirements: readonly Requirement[];
  law: Law;
  /** The office's own file and its rows in force. */
  file: string | null;
  records: readonly LawRecord[];
}

/** For people: the law of the day, căn cứ, a table of awards whose figures name their sources below, and conditions. */
export function showAwards(answer: AwardsAnswer, width: number | null, style: ChalkInstance): string {
  const cite = createFootnotes();
  const sentence = (lead: string, text: string) => wrapSentence(lead, text, width);
  const parts = [
    describeDay(answer, cite).map((line) => sentence("", line)),
    describeBasis(answer, cite).map((line, index) => sentence(index === 0 ? "" : "  ", line)),
    [showTable(answer, cite, width, style).trimEnd()],
    describeRequirements(answer, cite).map((line, index) => sentence(index === 0 ? "" : "  ", line)),
    describeWhyNot(answer).map((line) => sentence("", line)),
    ["Nguồn:", ...cite.list().map((line) => sentence("  ", line))],
  ];
  return `${parts.flatMap((lines) => (lines.length === 0 ? [] : [lines.join("\n")])).join("\n\n")}\n`;
}

type Footnotes = ReturnType<typeof createFootnotes>;

/** Numbers sources as they come: "[1]". */
function createFootnotes() {
  const known = new Map<string, number>();
  const cite = ({ text, mark }: Source): string => {
    const line = `${text} — ${describeMark(mark)}`;
    const number = known.get(line) ?? known.size + 1;
    known.set(line, number);
    return `[${number}]`;
  };
  return Object.assign(cite, { list: () => [...known].map(([line, number]) => `[${number}] ${line}`) });
}

function describeDay({ date, period, salary, rounding, file, records }: AwardsAnswer, cite: Footnotes): string[] {
  const days =
    period.to === null ? `từ ${shortDate(period.from)}` : `${shortDate(period.from)} – ${shortDate(period.to)}`;
  const manner = BONUS_ROUNDINGS.find(({ id }) => id === rounding)?.name ?? rounding;
  return [
    `Ngày ký ${shortDate(date)}, thời kỳ ${days}: ${period.law}; nghị định, thông tư: ${period.decree}.`,
    ...(salary === null
      ? []
      : [
          `Lương cơ sở: ${formatWhole(salary.amount)} đồng/tháng, từ ${shortDate(salary.from)} ${cite(salary.source)}. Tiền thưởng: ${manner}.`,
        ]),
    ...(file === null ? [] : [`Tệp pháp lý của cơ quan: ${file}, ${describeRows(records)}.`]),
  ];
}

function describeRows(records: readonly LawRecord[]): string {
  if (records.length === 0) return "không có dòng nào áp dụng ngày này";
  return `áp dụng ngày này: dòng ${records.map(({ row }) => row).join(", ")}`;
}

function describeBasis({ level, basis }: AwardsAnswer, cite: Footnotes): string[] {
  if (basis === null) return [];
  const name = ISSUER_LEVELS.find(({ id }) => id === level)?.name ?? "";
  const cited = basis.lines.map(({ text, source, mark }) =>
    mark === null ? `${text};` : `${text}; ${cite({ text: source, mark })}`,
  );
  return [`Căn cứ của ${name}:`, ...cited];
}

const SUBJECTS: Readonly<Record<Subject, string>> = {
  individual: "cá nhân",
  collective: "tập thể",
  household: "hộ gia đình",
};

const LEVELS: Readonly<Record<IssuerLevel, string>> = {
  tinh: "tỉnh",
  so: "sở",
  huyen: "huyện",
  xa: "xã",
  khac: "cơ quan khác",
};

/** Whether the issuer asked about may sign. */
const ALLOWED = { true: "có", false: "không", null: "chưa rõ" } as const;

function showTable({ lines }: AwardsAnswer, cite: Footnotes, width: number | null, style: ChalkInstance): string {
  const rows = lines.map(({ name, subject, source, levels, deciders, authority, bonus }) => {
    const sources = [source, deciders.source, ...(bonus === null ? [] : [bonus.sources.multiplier])];
    const limit = bonus?.isCeiling === true ? "≤ " : "";
    return [
      levels === null ? name : `${name} (${levels.map((level) => LEVELS[level]).join(", ")})`,
      SUBJECTS[subject],
      deciders.text,
      authority === null ? "" : ALLOWED[`${authority.allowed}`],
      bonus === null ? "" : limit + formatNumber(bonus.multiplier, 4),
      bonus === null ? "" : limit + formatWhole(bonus.amount),
      [...new Set(sources.map(cite))].join(" "),
    ];
  });
  const columns = [
    { header: "Danh hiệu, hình thức" },
    { header: "Đối tượng" },
    { header: "Ai quyết định" },
    { header: "Được ký" },
    { header: "Hệ số", align: "right" as const },
    { header: "Tiền thưởng", align: "right" as const },
    { header: "Nguồn" },
  ];
  return formatTable(columns, rows, width, style);
}

function describeRequirements({ requirements, law }: AwardsAnswer, cite: Footnotes): string[] {
  if (requirements.length === 0) return [];
  const told = groupBy(requirements, (one) => `${describeRequirement(one)} ${cite(one.source)}`);
  const nameOf = ({ award }: Requirement) => awardKind(award, law.kinds)?.name ?? award;
  return [
    "Điều kiện về tỷ lệ, số phiếu, số lần liên tục:",
    ...[...told].map(([text, all]) => `${all.map(nameOf).join("; ")}: ${text}.`),
  ];
}

/** A few reasons are told; of many only whom they concern. */
function describeWhyNot({ lines }: AwardsAnswer): string[] {
  const without = lines.filter(({ why }) => why !== null);
  const reasons = [...new Set(without.flatMap(({ why }) => why ?? []))];
  if (reasons.length <= FEW_REASONS) return reasons;
  const subjectsOf = (name: string) =>
    without.filter((line) => line.name === name).map(({ subject }) => SUBJECTS[subject]);
  const names = [...new Set(without.map(({ name }) => name))].map((name) => `${name} (${subjectsOf(name).join(", ")})`);
  return [`Chưa có hệ số tiền thưởng: ${names.join("; ")}. ${DECLARE_MULTIPLIER}`];
}

const FEW_REASONS = 3;
