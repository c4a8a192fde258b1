import type { BonusLine } from "../../domain/bonus-lines.js";
import { type BonusMoney, type BonusRounding, roundingSource } from "../../domain/bonus-money.js";
import { groupBy } from "../../domain/group-by.js";
import { describeMark, type Source } from "../../domain/law/source.js";
import { formatNumber, formatWhole } from "../../domain/number.js";
import { decapitalize } from "../../domain/upper-case.js";
import { RECIPIENT_GROUPS } from "../decision/placeholder.js";
import type { DraftAward } from "./draft.js";

/** How the sums came about: what the table says beneath, and what of it somebody has to check before signing. */
export interface BonusBasis {
  lines: string[];
  warnings: string[];
}

/** Each base salary and each multiplier once, with its source, and how sums are rounded. `dates`: of the decisions. */
export function describeBonusBasis(
  bonuses: readonly BonusLine<DraftAward>[],
  { rounding, dates }: { rounding: BonusRounding; dates: readonly string[] },
): BonusBasis {
  const known = bonuses.flatMap(({ award, bonus }): KnownBonus[] => (bonus === null ? [] : [{ award, bonus }]));
  const salaries = groupBy(known, ({ bonus }) => `${bonus.baseSalary}|${bonus.sources.baseSalary.text}`);
  const multipliers = groupBy(known, ({ bonus }) => bonus.sources.multiplier.text);
  const lines = [
    ...[...salaries.values()].flatMap(([first]) =>
      first === undefined ? [] : [`${describeSalary(first)} theo ${citeSource(first.bonus.sources.baseSalary)}`],
    ),
    ...[...multipliers.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const told = [...new Set(group.map(describeMultiplier))];
      return [`Hệ số theo ${citeSource(first.bonus.sources.multiplier)}: ${told.join("; ")}`];
    }),
  ];
  const rounded = describeRounding(rounding, dates);
  if (rounded !== null && known.length > 0) lines.push(rounded);
  return { lines, warnings: warnOfRecalled(known) };
}

type KnownBonus = { award: DraftAward; bonus: BonusMoney };

function describeSalary({ bonus }: KnownBonus): string {
  return `Mức lương cơ sở ${formatWhole(bonus.baseSalary)} đồng/tháng`;
}

function describeMultiplier({ award: { kind, subject }, bonus }: KnownBonus): string {
  const word = RECIPIENT_GROUPS.find((group) => group.subject === subject)?.word ?? "";
  return `${kind.name} (${word}) ${formatNumber(bonus.multiplier)}`;
}

/** Each figure that was not read in the text of the law itself, once. */
function warnOfRecalled(known: readonly KnownBonus[]): string[] {
  const told = known.flatMap((each) => {
    const { multiplier, baseSalary } = each.bonus.sources;
    return [
      { what: `hệ số ${describeMultiplier(each)}`, source: multiplier },
      { what: decapitalize(describeSalary(each)), source: baseSalary },
    ];
  });
  const unsure = told.filter(({ source }) => source.mark === "R" || source.mark === "V2");
  return [
    ...new Set(
      unsure.map(
        ({ what, source }) => `Cần đối chiếu trước khi ký: ${what} (${source.text}; ${describeMark(source.mark)}).`,
      ),
    ),
  ];
}

function describeRounding(rounding: BonusRounding, dates: readonly string[]): string | null {
  if (rounding === "none") return null;
  if (rounding === "nearest10k") return "Tiền thưởng làm tròn đến chục nghìn đồng gần nhất";
  const sources = [...new Set(dates.map((date) => citeSource(roundingSource(date))))];
  return `Tiền thưởng làm tròn số lên hàng chục nghìn đồng theo ${sources.join("; ")}`;
}

/** As documents cite it: "NĐ 152/2025/NĐ-CP Điều 49" → "Điều 49 Nghị định số 152/2025/NĐ-CP"; what the office wrote stays. */
function citeSource({ text, mark }: Source): string {
  if (mark === "CQ") return text;
  return text
    .replace(/\s*[(;].*$/, "")
    .replace(/^NĐ (\S+)(?: (Điều .+))?$/, (_, decree: string, article?: string) =>
      [article, `Nghị định số ${decree}`].filter(Boolean).join(" "),
    );
}
