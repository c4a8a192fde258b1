import { Document, Packer, Paragraph } from "docx";
import type { Block } from "../decree30/decree30.js";
import { type Package, readPackage, readParts, writePackage } from "../word/package.js";
import { CHART_MARK, type ChartPart } from "./block-chart.js";
import { dressChart } from "./chart-pattern.js";

/**
 * WordprocessingML of blocks, ready to stand in a template's body. Charts in them are added to `charts` and named in the XML by
 * their place there (see `attachCharts`); other pictures and links would need parts of their own: not supported.
 */
export async function blocksToXml(blocks: readonly Block[], charts: ChartPart[] = []): Promise<string> {
  if (blocks.length === 0) return "";
  // A table at the very end would make the library add a paragraph; our own end mark keeps the cut simple.
  const end = new Paragraph({ children: [] });
  const parts = readPackage(await Packer.toBuffer(new Document({ sections: [{ children: [...blocks, end] }] })));
  const xml = textOf(parts, "word/document.xml");
  const bodyStart = xml.indexOf("<w:body>") + "<w:body>".length;
  const body = xml.slice(bodyStart, xml.lastIndexOf("<w:p", xml.lastIndexOf("<w:sectPr")));
  return body.includes("<c:chart ") ? takeCharts(body, parts, charts) : body;
}

/** The library numbers drawings from 1 and names relationships at random: both are left to the document they come to. */
function takeCharts(body: string, parts: Package, charts: ChartPart[]): string {
  const targets = readTargets(parts, "word/_rels/document.xml.rels");
  return body
    .replace(/<wp:inline /g, `<wp:inline xmlns:wp="${DRAWING_NAMESPACE}" `)
    .replace(/(<wp:docPr\b[^>]*?\bid=")(\d+)/g, `$1${CHART_MARK}$2`)
    .replace(/\br:id="([^"]+)"/g, (_whole, id: string) => {
      const name = `word/${targets.get(id) ?? ""}`;
      const [workbook = ""] = readTargets(parts, name.replace(/([^/]+)$/, "_rels/$1.rels")).values();
      charts.push({
        chart: dressChart(textOf(parts, name)),
        workbook: repack(parts.get(workbook.replace("../", "word/"))),
      });
      return `r:id="${CHART_MARK}${charts.length - 1}"`;
    });
}

const DRAWING_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

/** The workbook carries the moment it was zipped; written anew it does not. */
function repack(workbook: Uint8Array | undefined): Uint8Array {
  return workbook === undefined ? new Uint8Array() : writePackage(readParts(workbook));
}

function readTargets(parts: Package, name: string): Map<string, string> {
  const found = textOf(parts, name).matchAll(/<Relationship Id="([^"]+)"[^>]*?\bTarget="([^"]+)"/g);
  return new Map([...found].map(([, id = "", target = ""]) => [id, target]));
}

function textOf(parts: Package, name: string): string {
  return new TextDecoder().decode(parts.get(name));
}
