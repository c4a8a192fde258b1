// What the benchmarks share: one run of a program measured, medians, figures as Vietnamese tables write them.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** Wall and CPU seconds and peak resident MB of one run of a program. */
export function measure([program, ...args], { cwd } = {}) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(program, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
    let peak = 0;
    let cpu = 0;
    const look = () => {
      peak = Math.max(peak, readPeak(child.pid));
      cpu = Math.max(cpu, readCpu(child.pid));
    };
    const timer = setInterval(look, 10);
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
      look();
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      clearInterval(timer);
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      if (code === 0) resolve({ seconds, cpu, megabytes: peak / 1024 });
      else reject(new Error(`${program} ${args.join(" ")} → ${code}\n${said}`));
    });
  });
}

/** VmHWM in kB, where /proc has it; 0 elsewhere or when the process has just ended. */
function readPeak(pid) {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** User and system seconds so far, where /proc has them; other work on the machine disturbs them less than wall time. */
function readCpu(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

export function vietnamese(value, places) {
  return value.toFixed(places).replace(".", ",");
}

/** mulberry32: the same numbers on every machine. */
export function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
