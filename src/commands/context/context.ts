import { isAbsolute, relative, resolve } from "node:path";
import type { ChalkInstance } from "chalk";
import type { Problem } from "../../domain/problem.js";
import { UserError } from "../../errors.js";
import type { Io } from "../../io.js";
import type { Db } from "../../store/open.js";
import { listYears } from "../../store/result.js";
import { readSettings } from "../../store/setting.js";

/** What every command is given besides its own options: the world and the global options. */
export interface Context {
  io: Io;
  /** Absolute path of the database. */
  database: string;
  /** --year; null when not given. */
  year: number | null;
  quiet: boolean;
  yes: boolean;
  json: boolean;
  /** Colours of stdout. */
  style: ChalkInstance;
}

/** What a command hands back; one place writes it. */
export interface Outcome {
  /** The contract's JSON document. */
  data: object;
  /** The result for people, for stdout; empty when there is nothing to show. */
  text: string;
  /** Lines for stderr: what was assumed, what comes next. Not shown with --quiet. */
  notes?: string[];
  /** All that is wrong with the input; errors make the exit code 1. */
  problems?: Problem[];
  /** Set when the input has problems that stopped the work. */
  failure?: { message: string; hint: string };
  /** When the result itself says more than done or stopped (`lint`): 1 findings, 2 not readable. */
  exitCode?: 0 | 1 | 2;
}

/** A command: its words and what it does. Wired to the command line in run.ts. */
export interface CommandSpec {
  name: string;
  /** Usage after the name: "<tệp...>", "[khóa] [giá-trị]". */
  usage?: string;
  group: "Bắt đầu" | "Số liệu" | "Kết quả" | "Văn bản";
  summary: string;
  options?: readonly { flags: string; description: string; repeated?: boolean }[];
  /** Command line → what it does; shown in help and run by a test. */
  examples: readonly { command: string; does: string }[];
  run(context: Context, args: readonly string[], options: Readonly<Record<string, unknown>>): Promise<Outcome>;
}

/** The year a command is about: --year, else the setting, else the latest year with data, else this year. */
export function chooseYear(context: Context, db: Db): number {
  if (context.year !== null) return context.year;
  const setting = readSettings(db).get("year");
  if (setting !== undefined) return Number(setting);
  return listYears(db)[0] ?? context.io.now().getFullYear();
}

/** "2020" → 2020. Throws UserError for anything that is not a year between 1945 and 2200. */
export function parseYear(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
  if (year >= 1945 && year <= 2200) return year;
  throw new UserError(`"${text}" không phải là một năm.`, "Ghi năm bằng bốn chữ số, ví dụ --year 2026.");
}

/** A file as the person sees it: relative to where they stand when that is shorter. */
export function shownPath(context: Context, path: string): string {
  const near = relative(context.io.cwd, path);
  return near !== "" && near.length < path.length && !isAbsolute(near) ? near : path;
}

export function absolutePath(context: Context, path: string): string {
  return resolve(context.io.cwd, path);
}

/** An option that takes a value, or null. */
export function textOption(options: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = options[name];
  return typeof value === "string" ? value : null;
}
