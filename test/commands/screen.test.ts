import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cellWidth } from "../../src/terminal/cell-width.js";
import { type FakeWorld, makeOffice } from "../fake-office.js";

const BIN = join(import.meta.dirname, "..", "..", "bin", "thidua.js");
const ESCAPE = String.fromCharCode(27);

async function sampleOffice(world: FakeWorld = {}) {
  const office = makeOffice(world);
  office.bring("tuyen-quang-2020");
  const files = ["don-vi.csv", "chi-tieu.csv", "thang-diem-P.csv", "ket-qua.csv"];
  expect(await office.run("import", ...files, "--year", "2020")).toMatchObject({ code: 0 });
  return office;
}

const widest = (text: string) => Math.max(...text.split("\n").map(cellWidth));

test.each([40, 60, 80, 120])("what a window of %i columns shows is no wider", async (columns) => {
  const office = await sampleOffice({ columns, env: { NO_COLOR: "1" } });
  await office.run("correct", "Lâm Bình", "Trồng rừng", "actual=5.800");
  await office.run("rank", "--finalize");
  await office.run("correct", "Na Hang", "Trồng rừng", "actual=300");
  const views = ["rank --improvement", "rank --all", "rank --finalize --force"].map((line) => line.split(" "));
  const plain = ["progress", "rank", "history", "config", "check", "status"].map((name) => [name]);
  const others = [
    ["explain", "Lâm Bình"],
    ["rank", "--what-if", "Lâm Bình/Trồng rừng=5.800"],
  ];
  for (const argv of [...plain, ...others, ...views]) {
    const { out } = await office.run(...argv);
    expect(widest(out), argv.join(" ")).toBeLessThanOrEqual(columns);
    expect(out).not.toContain(ESCAPE);
  }
});

test("in 40 columns every figure of the ranking is still there, as a block of each unit", async () => {
  const { out } = await (await sampleOffice({ columns: 40, env: { NO_COLOR: "1" } })).run("rank");
  expect(out).toContain("Hạng: 4\nĐơn vị: Thành phố Tuyên Quang\nTổng điểm: 273,90\nĐiểm chấm: 264,90\n");
});

test("a pipe gets every row on one line and no colour, unless COLUMNS and FORCE_COLOR say otherwise", async () => {
  const office = await sampleOffice();
  const pipe = (env: Record<string, string>) =>
    spawnSync(process.execPath, [BIN, "progress"], { cwd: office.folder, env, encoding: "utf8" }).stdout;
  const plain = pipe({});
  expect(plain.trimEnd().split("\n")).toHaveLength(37);
  expect(plain).not.toContain(ESCAPE);
  expect(widest(pipe({ COLUMNS: "70" }))).toBeLessThanOrEqual(70);
  expect(pipe({ FORCE_COLOR: "1" })).toContain(ESCAPE);
});
