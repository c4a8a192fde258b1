import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { expect, test } from "vitest";
import { loadCommands } from "../../src/run.js";
import { translateUsageError } from "../../src/terminal/usage-error.js";
import { makeOffice } from "../fake-office.js";

const ROOT = join(import.meta.dirname, "..", "..");
const COMMANDS = await loadCommands();
const NAMES = COMMANDS.map(({ name }) => name);

/** English words that commander would print if something were left untranslated. */
const ENGLISH = /\b(usage|options|arguments|commands|default|error|display|help for)\b:?/i;

test("help lists every command under its group, in Vietnamese", async () => {
  const { code, out, err } = await makeOffice().run("--help");
  expect([code, err]).toEqual([0, ""]);
  for (const name of NAMES) expect(out).toMatch(new RegExp(`^  ${name}\\b`, "m"));
  expect(out.replace(/\[options\]/g, "")).not.toMatch(ENGLISH);
  expect((await makeOffice().run()).out).toBe(out);
});

test.each(NAMES)("%s has help with examples that name it", async (name) => {
  const { code, out } = await makeOffice().run(name, "--help");
  expect(code).toBe(0);
  expect(out).toContain("Ví dụ:");
  expect(out).not.toMatch(ENGLISH);
  const spec = COMMANDS.find((command) => command.name === name);
  for (const { command } of spec?.examples ?? []) expect(command).toMatch(new RegExp(`^thidua ${name}\\b`));
});

test.each(COMMANDS.flatMap(({ examples }) => examples.map(({ command }) => command)))(
  "the example `%s` is a command line the program understands",
  async (line) => {
    const words = [...line.replace(/ > \S+$/, "").matchAll(/"([^"]*)"|(\S+)/g)].map(
      (match) => match[1] ?? match[2] ?? "",
    );
    const office = makeOffice();
    const { err } = await office.run(...words.slice(1), "--db", "khong-co/x.db");
    // Without files and a database most end in a sentence about those; none may end in a usage error.
    expect(err).not.toContain("--help");
  },
);

test("the README has every command", () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  expect(NAMES.filter((name) => !readme.includes(`thidua ${name}`))).toEqual([]);
});

test("global options are understood before and after the command", async () => {
  for (const argv of [
    ["--json", "--year", "2020", "rank"],
    ["rank", "--json", "--year", "2020"],
  ]) {
    const ran = await makeOffice().run(...argv);
    expect(ran.code).toBe(2);
    expect(ran.json()).toMatchObject({
      error: { message: expect.stringContaining("Chưa có cơ sở dữ liệu") },
      problems: [],
    });
  }
});

test("--db comes before THIDUA_DB, which comes before ./thidua.db", async () => {
  const office = makeOffice({ env: { THIDUA_DB: "moi-truong.db" } });
  await office.run("init", "--year", "2019");
  await office.run("init", "--year", "2020", "--db", "chi-ro.db");
  expect((await office.run("config", "year")).out).toBe("2019\n");
  expect((await office.run("config", "year", "--db", "chi-ro.db")).out).toBe("2020\n");
});

test("options without a command are a mistake, said as one", async () => {
  const ran = await makeOffice().run("--json");
  expect(ran.code).toBe(2);
  expect(ran.json()).toEqual({ error: { message: "Chưa ghi lệnh nào.", hint: "Xem thidua --help." }, problems: [] });
});

test("--version prints the version of the package", async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  expect((await makeOffice().run("--version")).out).toBe(`${version}\n`);
});

test("--quiet leaves out the notes, not the result", async () => {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  const ran = await office.run("import", "don-vi.csv", "--quiet");
  expect(ran.err).toBe("");
  expect(ran.out).toContain("don-vi.csv: don-vi, 7 dòng: 7 mới");
});

// commander's usage errors, made by its own methods: one without a translation throws.
test.each<[string, (command: Command) => unknown]>([
  ["unknown option", (command) => command.parse(["--x"], { from: "user" })],
  ["unknown command", (command) => command.command("a").parent?.parse(["b"], { from: "user" })],
  ["missing argument", (command) => command.argument("<tệp>").parse([], { from: "user" })],
  ["option without its value", (command) => command.option("--db <tệp>").parse(["--db"], { from: "user" })],
  ["required option", (command) => command.requiredOption("--db <tệp>").parse([], { from: "user" })],
  [
    "too many arguments",
    (command) =>
      command
        .allowExcessArguments(false)
        .action(() => {})
        .parse(["a", "b"], { from: "user" }),
  ],
])("commander's %s is said in Vietnamese", (_what, provoke) => {
  const command = new Command("x").exitOverride().configureOutput({ outputError: () => {}, writeErr: () => {} });
  let thrown: unknown;
  try {
    provoke(command);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(CommanderError);
  const { message, hint } = translateUsageError(thrown as CommanderError, "thidua x");
  expect(message).not.toMatch(/\b(unknown|missing|argument|expected|specified)\b/i);
  expect(hint).toContain("Xem thidua x --help.");
});
