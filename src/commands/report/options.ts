import type { ReportInput } from "../../documents/report/report.js";
import { type PeriodId, readPeriod } from "../../domain/period.js";
import { UserError } from "../../errors.js";
import { textOption } from "../context/context.js";
import { parseDateOption } from "../context/office.js";
import type { ReportWishes } from "./year.js";

/** How the reports asked for are to look. */
export interface ReportLook {
  form: ReportInput["form"];
  isDraft: boolean;
  number: string | null;
  date: string | null;
  /** Kính gửi. */
  addressee: string | null;
}

/** What is to be reported. Throws UserError for options that exclude each other. */
export function readWishes(options: Readonly<Record<string, unknown>>): ReportWishes {
  const [cluster, unit, all] = [textOption(options, "cluster"), textOption(options, "unit"), options.all === true];
  const chosen = [cluster !== null && "--cluster", unit !== null && "--unit", all && "--all"].filter(Boolean);
  if (chosen.length > 1) {
    throw new UserError(
      `${chosen.join(" và ")} không dùng cùng nhau.`,
      "Chọn một: một cụm/khối, một đơn vị, hoặc tất cả.",
    );
  }
  const rubric = textOption(options, "rubric");
  return { cluster, unit, all, rubric, plan: textOption(options, "plan"), period: parsePeriodOption(options) };
}

function parsePeriodOption(options: Readonly<Record<string, unknown>>): PeriodId {
  const text = textOption(options, "period") ?? "nam";
  const period = readPeriod(text);
  if (period !== null) return period;
  throw new UserError(
    `"${text}" không phải là kỳ báo cáo.`,
    "Ghi --period 6-thang, --period 9-thang hoặc --period nam.",
  );
}

/** Throws UserError for options that exclude each other, or cannot be read. */
export function readLook(options: Readonly<Record<string, unknown>>): ReportLook {
  const [number, date] = [
    parseNumberOption(textOption(options, "number")),
    parseDateOption(textOption(options, "date")),
  ];
  const isDraft = options.draft === true;
  if (isDraft && options.final === true) {
    throw new UserError("--draft và --final không dùng cùng nhau.", "Chọn một: dự thảo hoặc bản chính thức.");
  }
  if (isDraft && (number !== null || date !== null)) {
    throw new UserError("Dự thảo để trống số và ngày.", "Bỏ --number, --date, hoặc bỏ --draft.");
  }
  const form = options.short === true ? "short" : "full";
  return { form, isDraft, number, date, addressee: textOption(options, "to") };
}

/** --number as printed; null when not given. Throws UserError for anything but a number such as 05 or 12. */
function parseNumberOption(text: string | null): string | null {
  if (text === null || /^\d{1,6}$/.test(text.trim())) return text?.trim() ?? null;
  throw new UserError(`"${text}" không phải là số của báo cáo.`, "Ghi một số, ví dụ --number 05.");
}
