import { UserError } from "../errors.js";
import { type Context, textOption } from "./context.js";
import { localTime } from "./history.js";
import { parseDateOption } from "./office.js";
import type { DecisionWishes } from "./plan-decisions.js";

/** What the options of `decide` ask. Throws UserError for one that cannot be. */
export function readWishes(context: Context, options: Readonly<Record<string, unknown>>): DecisionWishes {
  const per = textOption(options, "per") ?? "decision";
  if (per !== "decision" && per !== "recipient") {
    throw new UserError(`Không có cách soạn "${per}".`, "Chọn --per decision hoặc --per recipient.");
  }
  const from = textOption(options, "numberFrom");
  if (from !== null && !/^[1-9]\d{0,5}$/.test(from)) {
    throw new UserError(`"${from}" không phải là số quyết định.`, "Ghi một số nguyên dương, ví dụ --number-from 125.");
  }
  const date = parseDateOption(textOption(options, "date"));
  return {
    award: textOption(options, "award"),
    perRecipient: per === "recipient",
    numberFrom: from === null ? null : Number(from),
    date,
    lawDate: date ?? localTime(context.io.now().toISOString()).slice(0, 10),
    reason: textOption(options, "reason"),
    submission: textOption(options, "submission"),
  };
}
