import { existsSync } from "node:fs";
import { type Decider, deciderOf } from "../domain/authority.js";
import { type CatalogueLine, listCatalogue } from "../domain/award-catalogue.js";
import { awardKind, isGivenOn } from "../domain/awards.js";
import { baseSalaryOn } from "../domain/bonus-money.js";
import { shortDate } from "../domain/date.js";
import { ISSUER_LEVELS, type IssuerLevel } from "../domain/issuer-level.js";
import { legalBasis } from "../domain/law/legal-basis.js";
import { FIRST_DAY, legalPeriodOn } from "../domain/law/periods.js";
import { requirementsOn } from "../domain/law/requirements.js";
import { isInForce } from "../domain/law/source.js";
import { foldKey, nearestName } from "../domain/name.js";
import { UserError } from "../errors.js";
import { withDatabase } from "../store/open.js";
import { readSettings } from "../store/setting.js";
import { toAwardsJson } from "./awards/json.js";
import { type AwardsAnswer, showAwards } from "./awards/text.js";
import { type CommandSpec, type Context, textOption } from "./context/context.js";
import { localTime } from "./context/local-time.js";
import { parseDateOption, readOffice } from "./context/office.js";
import { type OfficeLaw, readOfficeLaw, refuseLaw } from "./context/office-law.js";

export const awardsCommand: CommandSpec = {
  name: "awards",
  usage: "[tên]",
  group: "Văn bản",
  summary: "danh hiệu, hình thức khen thưởng trong một ngày: ai quyết định, hệ số, tiền thưởng, căn cứ, nguồn",
  options: [
    { flags: "--on <ngày>", description: "ngày ký quyết định, ví dụ 16/4/2021 (mặc định: hôm nay)" },
    {
      flags: "--level <cấp>",
      description: `cấp của cơ quan ký: ${ISSUER_LEVELS.map(({ id }) => id).join(", ")} (mặc định: cài đặt issuer.level)`,
    },
  ],
  examples: [
    { command: "thidua awards", does: "theo pháp luật của hôm nay, cho cơ quan đã khai báo" },
    { command: "thidua awards --on 1/7/2025 --level xa", does: "một xã ký ngày 01/7/2025" },
    { command: 'thidua awards "Giấy khen" --on 16/4/2021', does: "chỉ một danh hiệu hoặc hình thức" },
  ],
  async run(context, [typed], options) {
    const date = parseDateOption(textOption(options, "on")) ?? localTime(context.io.now().toISOString()).slice(0, 10);
    const period = legalPeriodOn(date);
    if (period === null) {
      throw new UserError(
        `Chương trình không có quy định về khen thưởng áp dụng ngày ${shortDate(date)}: sớm nhất là ngày ${shortDate(FIRST_DAY)}.`,
        "Kiểm tra lại ngày sau --on, hoặc tự đối chiếu văn bản của thời kỳ đó.",
      );
    }
    const office = await readSettingsIfAny(context);
    const chosen = chooseLevel(textOption(options, "level"));
    const level = chosen ?? office.issuer?.level ?? null;
    const officeLaw = await readOfficeLaw(context);
    const refusal = refuseLaw(officeLaw);
    if (refusal !== null) return refusal;
    const { law, file, records } = officeLaw;
    const decider: Decider | null = chosen ?? (office.issuer === null ? null : deciderOf(office.issuer));
    const lines = listCatalogue({ date, decider, rounding: office.rounding, law });
    const shown = typed === undefined ? lines : onlyOne(lines, typed, date, officeLaw);
    const ids = new Set(shown.map(({ kind }) => kind.id));
    const basis =
      level === null
        ? null
        : legalBasis({ date, level, lawCitation: office.lawCitation, local: chosen === null ? office.basis : {}, law });
    const answer: AwardsAnswer = {
      date,
      level,
      period,
      salary: baseSalaryOn(date, law),
      rounding: office.rounding,
      basis,
      lines: shown,
      requirements: requirementsOn(date, law.requirements).filter(({ award }) => ids.has(award)),
      law,
      file,
      records: records.filter((record) => isInForce(record, date)),
    };
    return {
      data: toAwardsJson(answer),
      text: showAwards(answer, context.io.columns, context.style),
      problems: officeLaw.problems,
      notes: basis?.notes ?? [NO_LEVEL],
    };
  },
};

const NO_LEVEL =
  "Chưa rõ cấp của cơ quan ký nên không nêu căn cứ. Thêm --level, hoặc đặt bằng: thidua config issuer.level …";

/** The office's settings; those of no office at all when there is no database yet. */
async function readSettingsIfAny(context: Context) {
  if (!existsSync(context.database)) return readOffice(new Map());
  return withDatabase(context.database, "read", (db) => readOffice(readSettings(db)));
}

function chooseLevel(typed: string | null): IssuerLevel | null {
  if (typed === null) return null;
  const key = foldKey(typed);
  const ids = ISSUER_LEVELS.map(({ id }) => id);
  const level = ids.find((id) => id === key);
  if (level !== undefined) return level;
  const near = nearestName(key, ids);
  const list = ISSUER_LEVELS.map(({ id, name }) => `${id} (${name})`).join("; ");
  const question = near === null ? "" : `Có phải là "${near}"? `;
  throw new UserError(`Không có cấp "${typed}".`, `${question}Chọn một trong: ${list}.`);
}

function onlyOne(lines: readonly CatalogueLine[], typed: string, date: string, { law }: OfficeLaw): CatalogueLine[] {
  const found = law.findAward(typed);
  const kind = awardKind(foldKey(typed).replace(/\s+/g, "-"), law.kinds) ?? found.kind;
  if (kind === null) {
    const hint = found.nearest === null ? "Xem tất cả: thidua awards" : `Có phải là "${found.nearest}"?`;
    throw new UserError(`Không có danh hiệu hoặc hình thức khen thưởng "${typed}".`, hint);
  }
  if (!isGivenOn(kind, date)) {
    const days = kind.from !== null && date < kind.from ? `có từ ngày ${shortDate(kind.from)}` : "không còn";
    throw new UserError(`Ngày ${shortDate(date)}, ${kind.name} ${days}.`, "Chọn ngày khác bằng --on.");
  }
  return lines.filter((line) => line.kind.id === kind.id);
}
