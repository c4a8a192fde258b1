import type { CommanderError } from "commander";
import { UserError } from "../errors.js";

type Translation = readonly [RegExp, (...parts: string[]) => string];

const MESSAGES: readonly Translation[] = [
  [/^unknown option '(.+)'$/, (option) => `Không có tùy chọn ${option}.`],
  [/^unknown command '(.+)'$/, (command) => `Không có lệnh "${command}".`],
  [/^missing required argument '(.+)'$/, (name) => `Thiếu đối số <${name}>.`],
  [/^option '(.+)' argument missing$/, (option) => `Tùy chọn ${option} cần một giá trị đi kèm.`],
  [/^required option '(.+)' not specified$/, (option) => `Thiếu tùy chọn ${option}.`],
  [
    /^too many arguments.*Expected (\d+) arguments? but got (\d+)/,
    (most, got) => `Thừa đối số: lệnh nhận ${most}, đã ghi ${got}.`,
  ],
  [/^option '(.+)' cannot be used with option '(.+)'$/, (a, b) => `Không dùng ${a} cùng với ${b}.`],
  [
    /^option '(.+)' argument '(.+)' is invalid\. Allowed choices are (.+)\.$/,
    (option, value, choices) => `${option} không nhận "${value}"; chọn một trong: ${choices}.`,
  ],
  [
    /^command-argument value '(.+)' is invalid for argument '(.+)'\. Allowed choices are (.+)\.$/,
    (value, name, choices) => `${name} không nhận "${value}"; chọn một trong: ${choices}.`,
  ],
];

/** commander's English usage error as a UserError; `command` is what to ask help of ("thidua rank"). */
export function translateUsageError(error: CommanderError, command: string): UserError {
  const [first = "", ...rest] = error.message.replace(/^error: /, "").split("\n");
  const suggestion = /Did you mean (?:one of )?(.+)\?\)/.exec(rest.join(" "))?.[1];
  const help = `Xem ${command} --help.`;
  if (error.code === "commander.help") return new UserError("Chưa ghi lệnh nào.", help);
  const hint = suggestion === undefined ? help : `Có phải là ${suggestion}? ${help}`;
  for (const [pattern, translate] of MESSAGES) {
    const match = pattern.exec(first);
    if (match) return new UserError(translate(...match.slice(1)), hint);
  }
  throw new Error(`Untranslated usage error: ${error.code} ${error.message}`);
}
