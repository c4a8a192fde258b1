import { isatty } from "node:tty";
import type { Ask } from "./terminal/prompt.js";
import { chooseScreenWidth } from "./terminal/screen-width.js";

/** Everything a command may touch of the outside besides files: tests give a fake one. */
export interface Io {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** The clock, or the moment SOURCE_DATE_EPOCH (seconds) sets for it. */
  now(): Date;
  /** To stdout: the result, nothing else. */
  write(text: string): void;
  /** To stderr: notes, progress, errors. */
  warn(text: string): void;
  readStdin(): Promise<Uint8Array>;
  /** Whether a prompt may be shown. */
  interactive: boolean;
  stdoutIsTTY: boolean;
  stderrIsTTY: boolean;
  /** Cells of a line on stdout; null = as wide as it needs (a pipe, and nobody set COLUMNS). */
  columns: number | null;
  ask: Ask;
}

/** The real world. The only code that names `process`. */
export function realIo(): Io {
  const { stdin, stdout, stderr, env } = process;
  // A reader that closes early (`thidua rank | head`) is not an error.
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit(0);
    });
  }
  const loadAsk = async () => (await import("./terminal/prompt.js")).inquirerAsk(stderr);
  return {
    cwd: process.cwd(),
    env,
    now: () =>
      /^\d{1,12}$/.test(env.SOURCE_DATE_EPOCH ?? "") ? new Date(Number(env.SOURCE_DATE_EPOCH) * 1000) : new Date(),
    write: (text) => void stdout.write(text),
    warn: (text) => void stderr.write(text),
    readStdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    interactive: isatty(0) && stderr.isTTY === true && !env.CI,
    stdoutIsTTY: stdout.isTTY === true,
    stderrIsTTY: stderr.isTTY === true,
    columns: chooseScreenWidth(env.COLUMNS, stdout.isTTY ? stdout.columns : undefined),
    ask: {
      text: async (question) => (await loadAsk()).text(question),
      select: async (question) => (await loadAsk()).select(question),
      confirm: async (question) => (await loadAsk()).confirm(question),
    },
  };
}
