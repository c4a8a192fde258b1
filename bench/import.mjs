// How fast `thidua import` is beside `sqlite3 .import` and `sqlite-utils insert --csv` of the same file.
// npm run bench [-- ROWS [RUNS]] — the built program (npm run build) is measured; the table goes to stdout.
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measure, median, seededRandom, vietnamese } from "./measure.mjs";

const ROWS = Number(process.argv[2] ?? 100_000);
const RUNS = Number(process.argv[3] ?? 5);
const COLUMNS = ["Đơn vị", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "Năm trước", "Ghi chú", "Năm"];
const INDICATORS = 60;
const SQLITE_UTILS_ROWS = 200_000;

const folder = mkdtempSync(join(tmpdir(), "thidua-bench-"));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  const file = join(folder, "ket-qua.csv");
  writeSheet(file, ROWS);
  const contenders = listContenders(file);
  const samples = new Map(contenders.map(({ name }) => [name, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const { name, argv } of contenders) {
      const database = join(folder, "bench.db");
      for (const ending of ["", "-journal", "-wal", "-shm"]) rmSync(database + ending, { force: true });
      samples.get(name).push(await measure(argv(database)));
    }
  }
  printTable(contenders, samples);
}

function listContenders(file) {
  const thidua = join(import.meta.dirname, "..", "bin", "thidua.js");
  const table = `CREATE TABLE r (${COLUMNS.map((name) => `"${name}" TEXT`).join(", ")})`;
  const contenders = [
    { name: "sqlite3 .import", argv: (db) => ["sqlite3", db, table, `.import --csv --skip 1 ${file} r`] },
    { name: "thidua import", argv: (db) => [process.execPath, thidua, "import", file, "--db", db, "--quiet"] },
    { name: "sqlite-utils insert --csv", argv: (db) => ["sqlite-utils", "insert", db, "r", file, "--csv"] },
  ];
  return contenders.filter(({ name, argv }) => {
    const [program] = argv("");
    // It takes the better part of a minute for a million rows; what it is compared at is 100.000.
    if (program === "sqlite-utils" && ROWS > SQLITE_UTILS_ROWS) return false;
    const found = spawnSync(program, ["--version"]).error === undefined;
    if (!found) console.error(`${name}: chưa cài ${program}, bỏ qua.`);
    return found;
  });
}

/** A valid long sheet: unit × indicator, each pair once, numbers as Vietnamese offices type them. */
function writeSheet(path, rows) {
  const random = seededRandom(2020);
  const write = (value) => {
    const grouped = String(Math.floor(value)).replace(/\B(?=(\d{3})+(?!\d))/g, ".");
    return random() < 0.4 ? `"${grouped},${1 + Math.floor(random() * 9)}"` : grouped;
  };
  const measures = ["ha", "người", "tỷ đồng", "%", "hộ"];
  const out = openSync(path, "w");
  writeSync(out, `${COLUMNS.join(",")}\r\n`);
  let chunk = [];
  for (let row = 0; row < rows; row++) {
    const indicator = row % INDICATORS;
    const note = random() < 0.12 ? `"Ghi chú số ${row}, có ""nháy"" và dấu phẩy"` : "";
    const planned = 10 + random() * 20_000;
    const figures = [planned, planned * (0.75 + random() * 0.6), planned * (0.7 + random() * 0.5)].map(write);
    chunk.push(
      `Xã Bình Minh ${Math.floor(row / INDICATORS) + 1},Chỉ tiêu thi đua số ${indicator + 1} của cụm,` +
        `${measures[indicator % measures.length]},${figures.join(",")},${note},2020\r\n`,
    );
    if (chunk.length === 10_000 || row === rows - 1) {
      writeSync(out, chunk.join(""));
      chunk = [];
    }
  }
  closeSync(out);
}

function printTable(contenders, samples) {
  const rows = contenders.map(({ name }) => ({
    name,
    seconds: median(samples.get(name).map(({ seconds }) => seconds)),
    cpu: median(samples.get(name).map(({ cpu }) => cpu)),
    megabytes: Math.max(...samples.get(name).map(({ megabytes }) => megabytes)),
  }));
  const [base] = rows;
  console.log(`| ${ROWS} dòng, ${RUNS} lượt (trung vị) | giây | lần | giây CPU | lần | RSS cao nhất, MB |`);
  console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
  for (const { name, seconds, cpu, megabytes } of rows) {
    const figures = [seconds, seconds / base.seconds, cpu, cpu / base.cpu].map((value) => vietnamese(value, 2));
    console.log(`| ${name} | ${figures.join(" | ")} | ${vietnamese(megabytes, 0)} |`);
  }
}
