import type { Io } from "../io.js";

/** Progress on stderr: drawn only on a terminal and only once the work has taken half a second. */
export function createProgress(
  io: Io,
  what: string,
  total: number,
  unit = "",
): { tick(amount?: number): void; end(): void } {
  const start = io.now().getTime();
  let done = 0;
  let drawnAt = start + 300;
  let drawn = false;
  return {
    tick(amount = 1) {
      done += amount;
      const now = io.now().getTime();
      if (!io.stderrIsTTY || now - drawnAt < 200) return;
      drawnAt = now;
      drawn = true;
      const filled = Math.round((20 * done) / total);
      io.warn(
        `\r${what} ${"█".repeat(filled)}${"░".repeat(20 - filled)} ${Math.round(done)}/${Math.round(total)}${unit}`,
      );
    },
    end() {
      if (drawn) io.warn(`\r${" ".repeat(what.length + 40)}\r`);
    },
  };
}
