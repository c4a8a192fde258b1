import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FIXTURES, makeOffice } from "../fake-office.js";

/**
 * Each folder of fixtures/errors holds the files of one mistake, `command.txt` (one command a line, the last makes the
 * mistake, those before it must succeed) and `expected.txt`: the exit code and the exact text a person reads.
 */
const CASES = readdirSync(join(FIXTURES, "errors")).sort();

test.each(CASES)("%s is told in full and leaves everything as it was", async (name) => {
  const office = makeOffice();
  office.bring(join("errors", name));
  const commands = office.read("command.txt").toString("utf8").trim().split("\n").map(splitWords);
  const mistake = commands.pop() ?? [];
  for (const command of commands) expect(await office.run(...command)).toMatchObject({ code: 0 });
  const before = fingerprint(office.folder);
  const { code, out, err } = await office.run(...mistake);
  expect(out).toBe("");
  expect(fingerprint(office.folder)).toEqual(before);
  await expect(`exit ${code}\n${err.replaceAll(office.folder, "<thư mục>")}`).toMatchFileSnapshot(
    join(FIXTURES, "errors", name, "expected.txt"),
  );
});

test.each(CASES)("%s as JSON carries the same sentences and nothing else on stdout", async (name) => {
  const office = makeOffice();
  office.bring(join("errors", name));
  const commands = office.read("command.txt").toString("utf8").trim().split("\n").map(splitWords);
  const mistake = commands.pop() ?? [];
  for (const command of commands) await office.run(...command);
  const ran = await office.run(...mistake, "--json");
  const expected = readFileSync(join(FIXTURES, "errors", name, "expected.txt"), "utf8").replaceAll(
    "<thư mục>",
    office.folder,
  );
  const { error, problems } = ran.json<{ error: { message: string; hint: string }; problems: { message: string }[] }>();
  expect(ran.code).toBeGreaterThan(0);
  expect(expected).toContain(`${error.message} ${error.hint}`);
  if (ran.code === 1) expect(problems.length).toBeGreaterThan(0);
  else expect(problems).toEqual([]);
});

/** Words of a command line, double quotes kept together. */
function splitWords(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? "");
}

/** Every file of the folder with the hash of its bytes. */
function fingerprint(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`);
}
