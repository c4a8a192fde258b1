import { Chalk, type ChalkInstance } from "chalk";

/** Colours of one stream. Decided in one place: --no-color, then NO_COLOR, then FORCE_COLOR, then TERM=dumb, then the terminal. */
export function chooseStyle(
  env: Readonly<Record<string, string | undefined>>,
  isTTY: boolean,
  noColorOption: boolean,
): ChalkInstance {
  return new Chalk({ level: wantsColor(env, isTTY, noColorOption) ? 1 : 0 });
}

function wantsColor(env: Readonly<Record<string, string | undefined>>, isTTY: boolean, noColor: boolean): boolean {
  if (noColor || (env.NO_COLOR ?? "") !== "") return false;
  const { FORCE_COLOR: force } = env;
  if (force !== undefined) return force !== "0" && force !== "false";
  return isTTY && env.TERM !== "dumb";
}
