// How fast many decisions are written, beside docxtemplater and docx `patchDocument` doing each document by itself.
// npm run bench:batch [-- DOCUMENTS [RUNS]] — the table goes to stdout.
// Every run is a process of its own, the contenders in turn; each fills the same template with the same values and
// writes every document to disk. What is timed is that, from the first document to the last, not the start of Node.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { printTable } from "./table.mjs";

const ROOT = join(import.meta.dirname, "..");
const TEMPLATE = join(ROOT, "templates", "quyet-dinh-khen-thuong.docx");

const FAMILY = ["Nguyễn Văn", "Trần Thị", "Lê Hoàng", "Phạm Minh", "Đặng Thu", "Vũ Ngọc"];
const GIVEN = ["An", "Bưởi", "Cúc", "Dũng", "Hạnh", "Khánh", "Lan"];

const CONTENDERS = { thidua: renderByUs, docxtemplater: renderByDocxtemplater, "docx patchDocument": renderByPatches };

const [mode, ...rest] = process.argv.slice(2);
if (mode === "--one") await runOne(...rest);
else await compareAll(Number(mode ?? 1800), Number(rest[0] ?? 5));

async function compareAll(count, runs) {
  // Beside node_modules, so that the packages left outside are found.
  mkdirSync(join(ROOT, "node_modules", ".cache"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, "node_modules", ".cache", "bench-"));
  try {
    await packEngine(folder);
    await writeTask(folder, count);
    const samples = new Map(Object.keys(CONTENDERS).map((name) => [name, []]));
    for (let run = 0; run < runs; run++) {
      for (const name of samples.keys()) samples.get(name).push(runApart(["--one", name, folder]));
    }
    printTable(`${count} quyết định, ${runs} lượt (trung vị)`, samples);
    const lists = new Map([2_000, 20_000].map((length) => [`một quyết định, danh sách ${length} người`, []]));
    for (let run = 0; run < runs; run++) {
      for (const [name, all] of lists) all.push(runApart(["--one", "list", folder, name.match(/\d+/)[0]]));
    }
    console.log("");
    printTable(`danh sách dài, ${runs} lượt (trung vị)`, lists);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runApart(argv) {
  const child = spawnSync(process.execPath, [import.meta.filename, ...argv], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(`${argv.join(" ")} → ${child.status}\n${child.stderr}`);
  return JSON.parse(child.stdout);
}

/** The program's own modules, as its build packs them. */
async function packEngine(folder) {
  const { build } = await import("rolldown");
  const modules = ["batch", "template", "template-open", "kinds/quyet-dinh-khen-thuong"];
  await build({
    input: modules.map((name) => join(ROOT, "src", "documents", `${name}.ts`)),
    platform: "node",
    external: /^(node:|[a-z@])/,
    output: { dir: folder, format: "esm" },
    logLevel: "silent",
  });
}

/** A template all contenders understand: the shipped decision as it comes out with `{{name}}` for each text, and the values. */
async function writeTask(folder, count) {
  const { decisionValues } = await load(folder, "quyet-dinh-khen-thuong");
  const { renderTemplate } = await load(folder, "template");
  const documents = Array.from({ length: count }, (_, index) => decisionValues(makeDecision(index)));
  const names = Object.keys(documents[0]).filter((name) => typeof documents[0][name] === "string");
  const tags = Object.fromEntries(names.map((name) => [name, `{{${name}}}`]));
  const { bytes } = await renderTemplate(readFileSync(TEMPLATE), { ...documents[0], ...tags });
  writeFileSync(join(folder, "template.docx"), bytes);
  const texts = documents.map((values) => Object.fromEntries(names.map((name) => [name, values[name]])));
  writeFileSync(join(folder, "values.json"), JSON.stringify(texts));
}

function makeDecision(index, recipients = [makeRecipient(index)]) {
  return {
    head: {
      parent: null,
      issuer: "Ủy ban nhân dân huyện Bình Minh",
      symbol: "QĐ-UBND",
      place: "Bình Minh",
      number: String(100 + index),
      date: "2021-04-16",
      draftYear: null,
    },
    foot: {
      distribution: ["Như Điều 3", "Lưu: VT"],
      signature: ["CHỦ TỊCH"],
      signatory: "Nguyễn Văn Mẫu",
    },
    authority: "Chủ tịch Ủy ban nhân dân huyện Bình Minh",
    legalBasis: [
      "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
      "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003",
      "Theo đề nghị của Trưởng phòng Nội vụ",
    ],
    award: { verb: "Tặng", name: "Giấy khen của Chủ tịch Ủy ban nhân dân huyện Bình Minh" },
    reason: "đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2020",
    bonusFund: "Quỹ thi đua, khen thưởng huyện",
    enforcers: ["Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện", "Trưởng phòng Nội vụ"],
    recipients,
    year: 2020,
    asList: recipients.length > 1,
  };
}

function makeRecipient(index) {
  const family = FAMILY[index % FAMILY.length];
  return {
    salutation: family.endsWith("Thị") ? "Bà" : "Ông",
    name: `${family} ${GIVEN[index % GIVEN.length]} ${index}`,
    subject: "individual",
    position: "Chuyên viên",
    workplace: `Phòng số ${index % 40}`,
    achievement: `đã có thành tích xuất sắc trong công tác năm 2020, việc số ${index}`,
  };
}

/** One contender's run, in a process of its own: its figures as JSON. */
async function runOne(name, folder, length) {
  const out = mkdtempSync(join(folder, "out-"));
  const write = (bytes, index) => writeFileSync(join(out, `${index}.docx`), bytes);
  try {
    const work = name === "list" ? await renderList(folder, Number(length)) : await CONTENDERS[name](readTask(folder));
    const before = process.cpuUsage();
    const start = process.hrtime.bigint();
    await work(write);
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    const { user, system } = process.cpuUsage(before);
    const megabytes = process.resourceUsage().maxRSS / 1024;
    process.stdout.write(JSON.stringify({ seconds, cpu: (user + system) / 1e6, megabytes }));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function readTask(folder) {
  return {
    folder,
    template: readFileSync(join(folder, "template.docx")),
    documents: JSON.parse(readFileSync(join(folder, "values.json"), "utf8")),
  };
}

async function renderByUs({ folder, template, documents }) {
  const { renderBatch } = await load(folder, "batch");
  return (write) => {
    let index = 0;
    for (const { bytes } of renderBatch(template, documents, { date: "2021-04-16" })) write(bytes, index++);
  };
}

/** As its documentation shows it, with DEFLATE, as offices mail these files. */
async function renderByDocxtemplater({ template, documents }) {
  const { default: Docxtemplater } = await import("docxtemplater");
  const { default: PizZip } = await import("pizzip");
  const options = { delimiters: { start: "{{", end: "}}" }, paragraphLoop: true, linebreaks: true };
  return (write) => {
    for (const [index, values] of documents.entries()) {
      const document = new Docxtemplater(new PizZip(template), options);
      document.render(values);
      write(document.toBuffer({ compression: "DEFLATE" }), index);
    }
  };
}

async function renderByPatches({ template, documents }) {
  const { patchDocument, PatchType, TextRun } = await import("docx");
  return async (write) => {
    for (const [index, values] of documents.entries()) {
      const patches = Object.fromEntries(
        Object.entries(values).map(([name, text]) => [
          name,
          { type: PatchType.PARAGRAPH, children: [new TextRun({ text })] },
        ]),
      );
      write(
        await patchDocument({ outputType: "nodebuffer", data: template, patches, keepOriginalStyles: true }),
        index,
      );
    }
  };
}

/** One decision with everybody in its list, by the template as it is shipped. */
async function renderList(folder, length) {
  const { decisionValues } = await load(folder, "quyet-dinh-khen-thuong");
  const { renderBatch } = await load(folder, "batch");
  const recipients = Array.from({ length }, (_, index) => makeRecipient(index));
  const values = decisionValues(makeDecision(0, recipients));
  const template = readFileSync(TEMPLATE);
  return (write) => {
    for (const { bytes } of renderBatch(template, [values], { date: "2021-04-16" })) write(bytes, 0);
  };
}

function load(folder, name) {
  return import(pathToFileURL(join(folder, `${name}.js`)).href);
}
