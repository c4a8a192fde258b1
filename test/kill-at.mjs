// Preloaded into a child: ends it as kill -9 does, just before the call that KILL_AT names: "function|part of an argument|which time".
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const [name, part, time] = (process.env.KILL_AT ?? "").split("|");
let left = Number(time);
for (const target of [fs, fs.promises]) {
  const real = target[name];
  if (typeof real !== "function") continue;
  target[name] = (...args) => {
    if (args.some((argument) => String(argument).includes(part)) && --left === 0) process.kill(process.pid, "SIGKILL");
    return real.apply(target, args);
  };
}
syncBuiltinESMExports();
