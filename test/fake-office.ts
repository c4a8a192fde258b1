import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Io } from "../src/io.js";
import { run } from "../src/run.js";

export const FIXTURES = join(import.meta.dirname, "..", "fixtures");

export interface Ran {
  code: number;
  out: string;
  err: string;
  /** stdout as JSON. */
  json: <T = Record<string, never>>() => T;
}

/** A folder of its own with the program run in it, as somebody at a keyboard would; removed after the test. */
export interface FakeOffice {
  folder: string;
  path(name: string): string;
  write(name: string, content: string | Uint8Array): string;
  read(name: string): Buffer;
  /** Copies a folder of fixtures in. */
  bring(fixture: string): void;
  run(...argv: string[]): Promise<Ran>;
}

export interface FakeWorld {
  answers?: string[];
  stdin?: string;
  columns?: number;
  env?: Record<string, string>;
  now?: Date;
}

export function makeOffice(world: FakeWorld = {}): FakeOffice {
  const folder = mkdtempSync(join(tmpdir(), "thidua-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  return {
    folder,
    path,
    write(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
    read: (name) => readFileSync(path(name)),
    bring: (fixture) => cpSync(join(FIXTURES, fixture), folder, { recursive: true }),
    async run(...argv) {
      const out: string[] = [];
      const err: string[] = [];
      const code = await run(argv, fakeIo(folder, world, out, err));
      return { code, out: out.join(""), err: err.join(""), json: () => JSON.parse(out.join("")) };
    },
  };
}

function fakeIo(cwd: string, world: FakeWorld, out: string[], err: string[]): Io {
  const answers = [...(world.answers ?? [])];
  const next = (message: string) => {
    const answer = answers.shift();
    if (answer === undefined) throw new Error(`No answer prepared for: ${message}`);
    return answer;
  };
  return {
    cwd,
    env: world.env ?? {},
    now: () => world.now ?? new Date("2026-11-22T03:00:00Z"),
    write: (text) => void out.push(text),
    warn: (text) => void err.push(text),
    readStdin: async () => Buffer.from(world.stdin ?? ""),
    interactive: world.answers !== undefined,
    stdoutIsTTY: world.columns !== undefined,
    stderrIsTTY: false,
    columns: world.columns ?? null,
    ask: {
      text: async ({ message, default: fallback }) => next(message) || (fallback ?? ""),
      select: async <T extends string>({
        message,
        choices,
      }: {
        message: string;
        choices: { value: T; name: string }[];
      }) => {
        const answer = next(message);
        const choice = choices.find(({ value }) => value === answer);
        if (choice === undefined) throw new Error(`"${answer}" is not offered by: ${message}`);
        return choice.value;
      },
      confirm: async ({ message }) => next(message) === "y",
    },
  };
}
