import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const BIN = join(import.meta.dirname, "..", "..", "bin", "thidua.js");
const DRIVER = join(import.meta.dirname, "on-terminal.py");

interface Shown {
  exit: number | null;
  /** All that the terminal showed. */
  output: string;
  /** Why the program was not answered to its end. */
  why?: string;
}

/** Runs the built program on a real pseudo-terminal; `answers` are picked from the lists that ask for them, in that order. */
function runOnTerminal(office: FakeOffice, argv: readonly string[], answers: readonly [string, string][]): Shown {
  const { CI: _, ...env } = process.env;
  const job = {
    argv: [process.execPath, BIN, ...argv],
    cwd: office.folder,
    env: { ...env, TERM: "xterm-256color", LANG: "C.UTF-8" },
    answers,
  };
  const ran = spawnSync("python3", [DRIVER], { input: JSON.stringify(job), encoding: "utf8" });
  if (ran.error !== undefined) {
    throw new Error("This test needs python3: its module pty opens the pseudo-terminal. Install it and run again.", {
      cause: ran.error,
    });
  }
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as Shown;
}

const HEADER = "Nơi làm;Chỉ tiêu;ĐVT;Kế hoạch;KQ 12T\n";

test("on a terminal import asks what an unknown header and an unknown unit are, and never again", async () => {
  const office = makeOffice();
  office.write(
    "a.csv",
    "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nXã Đông;Trồng rừng;ha;10;12\nXã Tây;Trồng rừng;ha;20;18\n",
  );
  await office.run("import", "a.csv", "--year", "2020");
  office.write("b.csv", `${HEADER}X. Đông mới;Trồng rừng;ha;11;13\n`);
  const asked = runOnTerminal(
    office,
    ["import", "b.csv"],
    [
      ["Cột “Nơi làm” trong b.csv là cột nào?", "Đơn vị"],
      ["Cột “KQ 12T” trong b.csv là cột nào?", "Thực hiện"],
      ["chưa biết đơn vị “X. Đông mới”. Là đơn vị nào?", "Xã Đông"],
    ],
  );
  expect(asked).toMatchObject({ exit: 0 });
  expect(asked.output).toContain("X. Đông mới · Trồng rừng: Thực hiện 12 → 13");
  office.write("c.csv", `${HEADER}X. Đông mới;Trồng rừng;ha;11;14\n`);
  const again = runOnTerminal(office, ["import", "c.csv"], []);
  expect(again).toMatchObject({ exit: 0 });
  expect(again.output).not.toContain("?");
  const { rows } = (await office.run("progress", "--json")).json<{ rows: { unit: string; actual: number }[] }>();
  expect(rows.map(({ unit, actual }) => [unit, actual])).toEqual([
    ["Xã Đông", 14],
    ["Xã Tây", 18],
  ]);
}, 240_000);

test("stopping at a question on a terminal writes nothing", async () => {
  const office = makeOffice();
  office.write("a.csv", "Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\nXã Đông;Trồng rừng;10;12\n");
  await office.run("import", "a.csv", "--year", "2020");
  office.write("b.csv", "Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\nXã Đông;Trồng rừng;10;13\nXã Nam;Trồng rừng;1;1\n");
  const stopped = runOnTerminal(office, ["import", "b.csv"], [["chưa biết đơn vị “Xã Nam”", "(dừng lại"]]);
  expect(stopped).toMatchObject({ exit: 1 });
  const { rows } = (await office.run("progress", "--json")).json<{ rows: { actual: number }[] }>();
  expect(rows.map(({ actual }) => actual)).toEqual([12]);
}, 240_000);
