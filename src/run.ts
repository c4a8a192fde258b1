import { resolve } from "node:path";
import { Command, CommanderError, Option } from "commander";
import { type CommandSpec, type Context, type Outcome, parseYear } from "./commands/context/context.js";
import { capitalize } from "./domain/upper-case.js";
import { UserError } from "./errors.js";
import type { Io } from "./io.js";
import { formatProblems } from "./terminal/problem-lines.js";
import { chooseStyle } from "./terminal/style.js";
import { translateUsageError } from "./terminal/usage-error.js";
import { readVersion } from "./version.js";

/** THE LIST of commands, in the order of help. A command line loads the one it names. */
const COMMANDS: Readonly<Record<string, () => Promise<CommandSpec>>> = {
  demo: () => import("./commands/demo.js").then(({ demoCommand }) => demoCommand),
  init: () => import("./commands/init.js").then(({ initCommand }) => initCommand),
  config: () => import("./commands/config.js").then(({ configCommand }) => configCommand),
  sheet: () => import("./commands/sheet.js").then(({ sheetCommand }) => sheetCommand),
  import: () => import("./commands/import.js").then(({ importCommand }) => importCommand),
  export: () => import("./commands/export.js").then(({ exportCommand }) => exportCommand),
  history: () => import("./commands/history.js").then(({ historyCommand }) => historyCommand),
  undo: () => import("./commands/undo.js").then(({ undoCommand }) => undoCommand),
  correct: () => import("./commands/correct.js").then(({ correctCommand }) => correctCommand),
  status: () => import("./commands/status.js").then(({ statusCommand }) => statusCommand),
  check: () => import("./commands/check.js").then(({ checkCommand }) => checkCommand),
  progress: () => import("./commands/progress.js").then(({ progressCommand }) => progressCommand),
  rank: () => import("./commands/rank.js").then(({ rankCommand }) => rankCommand),
  propose: () => import("./commands/propose.js").then(({ proposeCommand }) => proposeCommand),
  explain: () => import("./commands/explain.js").then(({ explainCommand }) => explainCommand),
  report: () => import("./commands/report.js").then(({ reportCommand }) => reportCommand),
  decide: () => import("./commands/decide.js").then(({ decideCommand }) => decideCommand),
  draft: () => import("./commands/draft.js").then(({ draftCommand }) => draftCommand),
  template: () => import("./commands/template.js").then(({ templateCommand }) => templateCommand),
  awards: () => import("./commands/awards.js").then(({ awardsCommand }) => awardsCommand),
  lint: () => import("./commands/lint.js").then(({ lintCommand }) => lintCommand),
};

/** The command of that name, or all of them: help lists them, and a name nobody knows is compared with theirs. */
export function loadCommands(name: string | null = null): Promise<CommandSpec[]> {
  const wanted = name === null ? Object.values(COMMANDS) : [COMMANDS[name]];
  return Promise.all(wanted.flatMap((load) => load?.() ?? []));
}

/** The command a line begins with after global options; null for none, or a name there is no command of. */
function namedCommand(argv: readonly string[]): string | null {
  const first = argv.find(
    (word, index) => !word.startsWith("-") && !["--db", "--year"].includes(argv[index - 1] ?? ""),
  );
  return first !== undefined && Object.hasOwn(COMMANDS, first) ? first : null;
}

/**
 * Runs one command line and returns its exit code: 0 done, 1 the input has problems and nothing was written, 2 wrong
 * usage or it could not run. Anything else that is thrown is our bug and left to the caller (exit 3).
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  let running = "thidua";
  const specs = await loadCommands(namedCommand(argv));
  const program = makeProgram(io, specs);
  for (const spec of specs) {
    const command = addCommand(program, spec);
    command.action(async () => {
      running = `thidua ${spec.name}`;
      const context = makeContext(io, program.opts());
      const outcome = await spec.run(context, command.args, command.opts());
      exitCode = writeOutcome(outcome, context);
    });
  }
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const mistake = error instanceof CommanderError ? translateUsageError(error, commandOf(argv, running)) : error;
    if (!(mistake instanceof UserError)) throw mistake;
    writeMistake(mistake, io, argv);
    return 2;
  }
}

function makeProgram(io: Io, specs: readonly CommandSpec[]): Command {
  const usages = new Map([...specs.map(({ name, usage }) => [name, usage] as const), ["help", "[lệnh]"] as const]);
  // exitOverride and configureOutput must stand before .command(): subcommands inherit them when they are made.
  return new Command("thidua")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.write(text),
      writeErr: (text) => io.warn(text),
      outputError: () => {},
      getOutHelpWidth: () => io.columns ?? 100,
      getOutHasColors: () => chooseStyle(io.env, io.stdoutIsTTY, false).level > 0,
    })
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      subcommandTerm: (command) => `${command.name()} ${usages.get(command.name()) ?? ""}`.trim(),
      showGlobalOptions: true,
    })
    .description("Tổng kết thi đua, khen thưởng: bảng tính vào, báo cáo và quyết định Word ra.")
    .usage("[tùy chọn] <lệnh>")
    .helpOption("-h, --help", "xem hướng dẫn")
    .helpCommand("help [lệnh]", "hướng dẫn của một lệnh")
    .version(readVersion(), "-V, --version", "xem phiên bản")
    .option("--db <tệp>", "cơ sở dữ liệu (mặc định: biến THIDUA_DB, rồi ./thidua.db)")
    .addOption(new Option("--year <năm>", "năm công tác (mặc định: cài đặt year)").argParser(parseYear))
    .option("--json", "in một tài liệu JSON ra stdout")
    .option("--quiet", "không in ghi chú")
    .option("--no-color", "không tô màu")
    .option("--yes", "không hỏi lại, coi như đồng ý")
    .addHelpText(
      "after",
      "\nThử ngay:\n  thidua demo\n\nMã thoát: 0 xong; 1 số liệu có lỗi, chưa ghi gì (lint: văn bản có chỗ sai); 2 dùng sai lệnh hoặc không chạy được; 3 lỗi của chương trình.",
    );
}

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "Cách dùng:",
  "Arguments:": "Đối số:",
  "Options:": "Tùy chọn:",
  "Global Options:": "Tùy chọn chung:",
  "Commands:": "Lệnh khác:",
};

function addCommand(program: Command, spec: CommandSpec): Command {
  const command = program.command(`${spec.name} ${spec.usage ?? ""}`.trim()).summary(spec.summary);
  command.description(`${capitalize(spec.summary)}.`).helpGroup(`${spec.group}:`);
  command.usage(`[tùy chọn] ${spec.usage ?? ""}`.trim());
  for (const { flags, description, repeated } of spec.options ?? []) {
    if (repeated) command.option(flags, description, (value: string, all: string[] = []) => [...all, value]);
    else command.option(flags, description);
  }
  const examples = spec.examples.map(({ command: line, does }) => `  ${line}\n      ${does}`);
  return command.addHelpText("after", `\nVí dụ:\n${examples.join("\n")}`);
}

function makeContext(io: Io, options: Record<string, unknown>): Context {
  const chosen = typeof options.db === "string" ? options.db : (io.env.THIDUA_DB ?? "thidua.db");
  return {
    io,
    database: resolve(io.cwd, chosen),
    year: typeof options.year === "number" ? options.year : null,
    quiet: options.quiet === true,
    yes: options.yes === true,
    json: options.json === true,
    style: chooseStyle(io.env, io.stdoutIsTTY, options.color === false),
  };
}

/** The only place that writes what a command hands back. */
function writeOutcome(outcome: Outcome, context: Context): number {
  const { io, json, quiet } = context;
  const problems = outcome.problems ?? [];
  const { failure } = outcome;
  if (json) {
    const error = failure === undefined ? {} : { error: failure, problems };
    io.write(`${JSON.stringify({ ...error, ...outcome.data }, null, 2)}\n`);
  } else if (outcome.text !== "") io.write(outcome.text);
  for (const line of formatProblems(problems)) io.warn(`${line}\n`);
  if (failure !== undefined) io.warn(`Lỗi: ${failure.message} ${failure.hint}\n`);
  if (!quiet) for (const note of outcome.notes ?? []) io.warn(`${note}\n`);
  return outcome.exitCode ?? (failure === undefined ? 0 : 1);
}

function writeMistake({ message, hint }: UserError, io: Io, argv: readonly string[]): void {
  // Options may not have been parsed when the mistake is in them.
  if (argv.includes("--json")) io.write(`${JSON.stringify({ error: { message, hint }, problems: [] }, null, 2)}\n`);
  io.warn(`Lỗi: ${message} ${hint}\n`);
}

function commandOf(argv: readonly string[], running: string): string {
  const named = Object.keys(COMMANDS).find((name) => argv.includes(name));
  return named === undefined ? running : `thidua ${named}`;
}
