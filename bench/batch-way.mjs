// One contender of bench/batch.mjs, in a process of its own: asked for COUNT documents in a folder, it makes them and says what it took.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Paragraph, PatchType, patchDocument, TextRun } from "docx";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { composeDecision, listRecipients } from "./batch-input.mjs";

const [name, ours, templatePath] = process.argv.slice(2);
const { cleanValues, DECISION, decisionValues, markRepeats, openTemplate, renderBatch, writePackage } = await import(
  ours
);
const template = readFileSync(templatePath);

/** Each makes the documents of these values, in order. What is the same for all is made before the clock starts. */
const WAYS = {
  thidua() {
    const options = { placeholders: DECISION.placeholders, date: "2021-04-16" };
    return function* (values) {
      for (const { bytes } of renderBatch(template, values, options)) yield bytes;
    };
  },
  /** The template with the engine's own loop markers in it; opened, compiled, filled and deflated anew for each. */
  docxtemplater() {
    const marked = editBody((xml) => markRepeats(xml).xml.replace(/<w:r><w:t>\uFDD2<\/w:t><\/w:r>/g, ""));
    const delimiters = { start: "{{", end: "}}" };
    const parser = (tag) => ({ get: (scope) => scope[tag.slice(tag.indexOf(".") + 1)] });
    return function* (values) {
      for (const each of values) {
        const engine = new Docxtemplater(new PizZip(marked), {
          delimiters,
          parser,
          paragraphLoop: true,
          linebreaks: true,
        });
        engine.render(cleanValues(each));
        yield engine.getZip().generate({ type: "uint8array", compression: "DEFLATE" });
      }
    };
  },
  /**
   * It knows no conditions: they are settled in the template beforehand as this batch needs them (no appendix). Its loops are of
   * table rows only, so lines that repeat come as paragraphs made in code, its way for several paragraphs.
   */
  patchDocument() {
    const data = editBody((xml) =>
      xml
        .replace(/<w:p>(?:(?!<w:p>)[\s\S])*\{\{#co_danh_sach\}\}[\s\S]*?\{\{\/co_danh_sach\}\}[\s\S]*?<\/w:p>/g, "")
        .replace(/\{\{[#^/]\w+\}\}/g, "")
        .replace(/\{\{(\w+)\.dong\}\}/g, "{{$1}}")
        .replace("- {{noi_nhan}}", "{{noi_nhan}}"),
    );
    const runs = (text) =>
      text.split("\n").map((part, index) => new TextRun({ text: part, break: index === 0 ? 0 : 1 }));
    const line = (text) => new Paragraph({ children: [new TextRun(text)] });
    return async function* (values) {
      for (const each of values) {
        const patches = {};
        for (const [key, value] of Object.entries(each)) {
          if (Array.isArray(value) && value.length > 0) {
            const children = value.map(({ dong }) => line(key === "noi_nhan" ? `- ${dong}` : dong));
            patches[key] = { type: PatchType.DOCUMENT, children };
          } else if (typeof value === "string") {
            patches[key] = { type: PatchType.PARAGRAPH, children: runs(value) };
          }
        }
        yield await patchDocument({ outputType: "uint8array", data, patches });
      }
    };
  },
};

function editBody(edit) {
  const parts = openTemplate(template);
  const body = edit(new TextDecoder().decode(parts.get("word/document.xml")));
  return writePackage(new Map([...parts, ["word/document.xml", Buffer.from(body, "utf8")]]));
}

const make = WAYS[name]();

process.on("message", async ({ folder, count, asList }) => {
  const recipients = listRecipients(count);
  const [cpuBefore, start] = [process.cpuUsage(), process.hrtime.bigint()];
  const decisions = asList
    ? [composeDecision(recipients, 1, true)]
    : recipients.map((recipient, index) => composeDecision([recipient], index + 1, false));
  let number = 0;
  for await (const bytes of make(decisions.map(decisionValues))) {
    writeFileSync(join(folder, `${String(++number).padStart(5, "0")}.docx`), bytes);
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(cpuBefore);
  process.send({ seconds, cpu: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 });
});
process.send("ready");
