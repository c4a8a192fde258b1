import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Subject } from "../src/domain/award.js";
import { AWARD_KINDS, type AwardLevel, awardKind } from "../src/domain/awards.js";
import { shortDate } from "../src/domain/date.js";
import { GRANTS } from "../src/domain/law/grants.js";
import { LAW_LINES } from "../src/domain/law/lines.js";
import { MULTIPLIERS } from "../src/domain/law/multipliers.js";
import { LEGAL_PERIODS } from "../src/domain/law/periods.js";
import { describeRequirement, REQUIREMENTS } from "../src/domain/law/requirements.js";
import { BASE_SALARIES } from "../src/domain/law/salaries.js";
import { formatWhole } from "../src/domain/number.js";

const DOC = readFileSync(new URL("../docs/law.md", import.meta.url), "utf8");

const LEVELS: Record<AwardLevel, string> = {
  state: "nhà nước",
  government: "Thủ tướng",
  province: "tỉnh, bộ",
  local: "cơ sở",
};
const SUBJECTS: Record<Subject, string> = { individual: "cá nhân", collective: "tập thể", household: "hộ gia đình" };

function days(from: string, to: string | null): string {
  return to === null ? `từ ${shortDate(from)}` : `${shortDate(from)} – ${shortDate(to)}`;
}

function row(...cells: string[]): string {
  return `| ${cells.join(" | ")} |`;
}

const TABLES: readonly [heading: string, rows: string[]][] = [
  [
    "## Các thời kỳ",
    LEGAL_PERIODS.map(({ id, from, to, law, decree, organisation }) =>
      row(`\`${id}\``, days(from, to), law, decree, organisation),
    ),
  ],
  [
    "## Dòng căn cứ",
    LAW_LINES.map(({ text, from, to, levels, source, mark }) =>
      row(text, days(from, to), levels.join(", "), source, mark),
    ),
  ],
  [
    "## Ai được quyết định",
    GRANTS.map(({ decider, awards, from, to, source }) =>
      row(
        decider,
        awards.map((id) => awardKind(id, AWARD_KINDS)?.name ?? id).join("; "),
        days(from, to),
        source.text,
        source.mark,
      ),
    ),
  ],
  [
    "## Hệ số tiền thưởng",
    MULTIPLIERS.map(({ award, subject, levels, times, isCeiling, from, to, source }) =>
      row(
        awardKind(award, AWARD_KINDS)?.name ?? award,
        SUBJECTS[subject],
        levels?.join(", ") ?? "",
        `${isCeiling ? "không quá " : ""}${times.replace(".", ",")}`,
        days(from, to),
        source.text,
        source.mark,
      ),
    ),
  ],
  [
    "## Lương cơ sở",
    BASE_SALARIES.map(({ amount, from, to, source }) =>
      row(formatWhole(amount), days(from, to), source.text, source.mark),
    ),
  ],
  [
    "## Tỷ lệ, số phiếu, số lần liên tục",
    REQUIREMENTS.map((one) =>
      row(
        awardKind(one.award, AWARD_KINDS)?.name ?? one.award,
        describeRequirement(one),
        days(one.from, one.to),
        one.source.text,
        one.source.mark,
      ),
    ),
  ],
  [
    "## Danh hiệu và hình thức",
    AWARD_KINDS.map(({ id, name, level, subjects, source }) =>
      row(`\`${id}\``, name, LEVELS[level], subjects.map((one) => SUBJECTS[one]).join(", "), source.text, source.mark),
    ),
  ],
];

describe("docs/law.md", () => {
  it.each(TABLES)("%s holds the program's own rows, in their order", (heading, rows) => {
    const section = DOC.slice(DOC.indexOf(`${heading}\n`)).split("\n## ")[0] ?? "";
    const body = section
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .slice(2);
    expect(body).toEqual(rows);
  });
});
