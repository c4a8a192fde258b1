import { UserError } from "../../errors.js";
import { type Context, textOption } from "../context/context.js";
import { localTime } from "../context/local-time.js";
import { parseDateOption } from "../context/office.js";
import type { DecisionWishes } from "./decision-frame.js";
import type { DecisionForm } from "./destination.js";

/** As typed: "next" becomes a number when the numbers given so far are known. */
export interface TypedWishes extends Omit<DecisionWishes, "numberFrom"> {
  numberFrom: number | "next" | null;
  record: boolean;
  form: DecisionForm;
}

/** What the options of `decide` ask. Throws UserError for one that cannot be. */
export function readWishes(context: Context, options: Readonly<Record<string, unknown>>): TypedWishes {
  const per = textOption(options, "per") ?? "decision";
  if (per !== "decision" && per !== "recipient") {
    throw new UserError(`Không có cách soạn "${per}".`, "Chọn --per decision hoặc --per recipient.");
  }
  const from = textOption(options, "numberFrom");
  if (from !== null && from !== "next" && !/^[1-9]\d{0,5}$/.test(from)) {
    throw new UserError(
      `"${from}" không phải là số quyết định.`,
      "Ghi một số nguyên dương, ví dụ --number-from 125, hoặc --number-from next để đánh số tiếp.",
    );
  }
  const date = parseDateOption(textOption(options, "date"));
  const record = options.record === true;
  if (record && (from === null || date === null)) {
    throw new UserError(
      "--record ghi số và ngày quyết định vào danh sách, nên cần có đủ số và ngày.",
      "Ghi thêm --number-from (một số, hoặc next để đánh số tiếp) và --date, ví dụ --number-from next --date 16/4/2021.",
    );
  }
  if (options.zip === true && options.merge === true) {
    throw new UserError("--zip và --merge không đi với nhau.", "Chọn một: --zip để gửi, --merge để in.");
  }
  return {
    award: textOption(options, "award"),
    perRecipient: per === "recipient",
    numberFrom: from === null || from === "next" ? from : Number(from),
    date,
    lawDate: date ?? localTime(context.io.now().toISOString()).slice(0, 10),
    reason: textOption(options, "reason"),
    submission: textOption(options, "submission"),
    record,
    form: options.zip === true ? "zip" : options.merge === true ? "merge" : "folder",
  };
}
