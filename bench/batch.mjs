// How fast a decision for each recipient is written to disk, beside docxtemplater and docx's patchDocument filling the same
// template one by one. npm run bench:batch [-- RECIPIENTS [RUNS [FEWER]]] — FEWER: how many documents the slow ones make.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import PizZip from "pizzip";
import { build } from "rolldown";
import { listRecipients, writeSheet } from "./batch-input.mjs";
import { measure, median, vietnamese } from "./measure.mjs";

const COUNT = Number(process.argv[2] ?? 1800);
const RUNS = Number(process.argv[3] ?? 5);
const FEWER = Number(process.argv[4] ?? COUNT);
const LONG_LIST = 20_000;
const ROOT = join(import.meta.dirname, "..");
const TEMPLATE = join(ROOT, "templates", "quyet-dinh-khen-thuong.docx");

const folder = mkdtempSync(join(tmpdir(), "thidua-bench-"));
// Beside node_modules, so that what it imports is found.
const bundle = mkdtempSync(join(ROOT, "node_modules", ".thidua-bench-"));
const children = [];
try {
  await main();
} finally {
  for (const child of children) child.kill();
  for (const each of [folder, bundle]) rmSync(each, { recursive: true, force: true });
}

async function main() {
  const modules = await bundleOurs();
  const contenders = [
    await start("thidua", COUNT, modules),
    await start("docxtemplater", FEWER, modules),
    await start("patchDocument", FEWER, modules),
  ];
  contenders.push(await prepareCommand("thidua decide --per recipient", COUNT, ["--per", "recipient"]));
  await compareTexts(contenders);
  const samples = await takeTurns(contenders);
  printTable(contenders, samples);

  const [ours] = contenders;
  const short = await prepareCommand(`thidua decide, danh sách ${LONG_LIST / 10}`, LONG_LIST / 10, []);
  const long = await prepareCommand(`thidua decide, danh sách ${LONG_LIST}`, LONG_LIST, []);
  const lists = [
    { ...ours, name: `một văn bản, danh sách ${LONG_LIST / 10}`, count: LONG_LIST / 10, asList: true },
    { ...ours, name: `một văn bản, danh sách ${LONG_LIST}`, count: LONG_LIST, asList: true },
    short,
    long,
  ];
  printLists(lists, await takeTurns(lists));
}

/** A live process that makes documents when asked. */
async function start(name, count, modules) {
  const child = fork(join(import.meta.dirname, "batch-way.mjs"), [name, modules, TEMPLATE]);
  children.push(child);
  await once(child, "message");
  const run = async (each, out) => {
    mkdirSync(out);
    child.send({ folder: out, count: each.count, asList: each.asList === true });
    const [result] = await Promise.race([once(child, "message"), once(child, "exit").then(() => [null])]);
    if (result === null) throw new Error(`${name} ended before it had made its documents`);
    return result;
  };
  return { name, count, run };
}

/** The program's own modules that the contenders need, bundled as the program is. */
async function bundleOurs() {
  const modules = {
    "batch/batch": "renderBatch",
    "decision/value": "decisionValues",
    "kinds/quyet-dinh-khen-thuong": "DECISION",
    "template/open": "openTemplate",
    "template/prepare": "markRepeats",
    "template/value": "cleanValues",
    "word/package": "writePackage",
  };
  const exported = Object.entries(modules).map(
    ([path, names]) => `export { ${names} } from ${JSON.stringify(join(ROOT, "src", "documents", `${path}.ts`))};`,
  );
  const entry = join(bundle, "entry.mjs");
  const file = join(bundle, "ours.mjs");
  writeFileSync(entry, exported.join("\n"));
  await build({
    input: entry,
    platform: "node",
    external: [/^node:/, /^(docx|docxtemplater|pizzip|fraction\.js)($|\/)/],
    output: { file, format: "esm" },
  });
  return file;
}

/** The whole command, from the built program, over a database of its own. */
async function prepareCommand(name, count, options) {
  const office = mkdtempSync(join(folder, "office-"));
  const thidua = join(ROOT, "bin", "thidua.js");
  const call = (...args) => measure([process.execPath, thidua, ...args, "--quiet"], { cwd: office });
  writeFileSync(join(office, "khen-thuong.csv"), `\uFEFF${writeSheet(listRecipients(count))}`);
  const issuer = ["--issuer", "Ủy ban nhân dân huyện Bình Minh", "--level", "huyen", "--place", "Bình Minh"];
  await call("init", "--year", "2020", ...issuer);
  await call("import", "khen-thuong.csv");
  const run = (_each, out) => call("decide", ...options, "--date", "2021-04-16", "--number-from", "1", "-o", out);
  return { name, count, run };
}

/** All but the whole command must say the same to the same recipients; else their times are not to be compared. */
async function compareTexts(contenders) {
  const texts = [];
  for (const each of contenders.slice(0, 3)) {
    const out = join(folder, each.name);
    await each.run({ ...each, count: 6 }, out);
    texts.push(
      readdirSync(out)
        .sort()
        .map((file) => readText(join(out, file))),
    );
  }
  const [ours, ...others] = texts;
  for (const [index, other] of others.entries()) {
    const differs = ours.findIndex((text, at) => text !== other[at]);
    if (ours.length !== 6 || differs >= 0) {
      throw new Error(`${contenders[index + 1].name} says otherwise:\n${ours[differs]}\n---\n${other[differs]}`);
    }
  }
}

function readText(path) {
  const xml = new PizZip(readFileSync(path)).file("word/document.xml").asText();
  const lines = xml
    .replace(/<\/w:p>|<w:br\/>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .split("\n");
  return lines.filter((line) => line.trim() !== "").join("\n");
}

/**
 * Each run a fresh folder; the order moves on with each round. Folders stay until the end: where some thousand files
 * have just been deleted, new ones were opened up to 16 times slower (ext4), and that would be measured in place of the contenders.
 */
async function takeTurns(contenders) {
  const samples = new Map(contenders.map((each) => [each, []]));
  const outs = mkdtempSync(join(folder, "outs-"));
  for (let round = 0; round < RUNS; round++) {
    const from = round % contenders.length;
    for (const each of [...contenders.slice(from), ...contenders.slice(0, from)]) {
      samples.get(each).push(await each.run(each, join(outs, `${round}-${contenders.indexOf(each)}`)));
    }
  }
  return samples;
}

function summarize(contender, samples) {
  const taken = samples.get(contender);
  const of = (name) => taken.map((sample) => sample[name]);
  const seconds = of("seconds");
  const cpu = of("cpu");
  return {
    seconds: median(seconds),
    range: `${vietnamese(Math.min(...seconds), 2)}–${vietnamese(Math.max(...seconds), 2)}`,
    cpu: median(cpu),
    cpuRange: `${vietnamese(Math.min(...cpu), 2)}–${vietnamese(Math.max(...cpu), 2)}`,
    megabytes: Math.max(...of("megabytes")),
  };
}

function printTable(contenders, samples) {
  const base = summarize(contenders[0], samples);
  console.log(`Mẫu quyet-dinh-khen-thuong, ${RUNS} lượt (trung vị), tải ${loadavg()[0].toFixed(1)}`);
  console.log(
    "| Cách | văn bản | giây (ít–nhiều nhất) | giây CPU (ít–nhiều nhất) | văn bản/giây | lần | lần CPU | RSS cao nhất, MB |",
  );
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const each of contenders) {
    const { seconds, range, cpu, cpuRange, megabytes } = summarize(each, samples);
    const share = each.count / COUNT;
    const ratios = [seconds / share / base.seconds, cpu / share / base.cpu].map((ratio) => vietnamese(ratio, 1));
    const times = `${vietnamese(seconds, 2)} (${range}) | ${vietnamese(cpu, 2)} (${cpuRange})`;
    console.log(
      `| ${each.name} | ${each.count} | ${times} | ${vietnamese(each.count / seconds, 0)} | ${ratios.join(" | ")} | ${vietnamese(megabytes, 0)} |`,
    );
  }
}

function printLists(lists, samples) {
  console.log(
    `\n| Một quyết định | giây (ít–nhiều nhất) | giây CPU (ít–nhiều nhất) | lần | lần CPU | RSS cao nhất, MB |`,
  );
  console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
  for (const [index, each] of lists.entries()) {
    const { seconds, range, cpu, cpuRange, megabytes } = summarize(each, samples);
    const base = summarize(lists[index - (index % 2)], samples);
    const ratios = [seconds / base.seconds, cpu / base.cpu].map((ratio) => vietnamese(ratio, 1));
    const times = `${vietnamese(seconds, 2)} (${range}) | ${vietnamese(cpu, 2)} (${cpuRange})`;
    console.log(`| ${each.name} | ${times} | ${ratios.join(" | ")} | ${vietnamese(megabytes, 0)} |`);
  }
}
