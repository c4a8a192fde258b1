import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/** What a run wrote down of its way, so that the next can go on from there when it was killed. */
export interface Journal {
  /** Tells one plan from another: whatever its files depend on. */
  plan: string;
  /** What the entry of its numbers in the list is known by. */
  entry: string;
  /** Names of finished files with their SHA-256. */
  finished: Map<string, string>;
}

/** null: none, or not a whole beginning of one. A last line that was not finished does not count. */
export function readJournal(path: string): Journal | null {
  if (!existsSync(path)) return null;
  const [head = "", ...lines] = readFileSync(path, "utf8").split("\n").slice(0, -1);
  const [, plan, entry] = /^([0-9a-f]{64}) ([0-9a-f]{64})$/.exec(head) ?? [];
  if (plan === undefined || entry === undefined) return null;
  return { plan, entry, finished: new Map(lines.map((line) => [line.slice(65), line.slice(0, 64)])) };
}

/** Begins a journal in place of any that is there. */
export function startJournal(path: string, plan: string, now: Date): Journal {
  const entry = createHash("sha256").update(`${plan} ${now.toISOString()}`).digest("hex");
  writeFileSync(path, `${plan} ${entry}\n`);
  return { plan, entry, finished: new Map() };
}

/** To be called when the file itself is written. */
export function noteFinished(path: string, name: string, sha256: string): void {
  appendFileSync(path, `${sha256} ${name}\n`);
}

export function dropJournal(path: string): void {
  rmSync(path, { force: true });
}
