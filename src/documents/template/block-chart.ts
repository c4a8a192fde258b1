import { escapeXml } from "../word/word-xml.js";

/** A native Word chart that a block brings with it: its XML part, and the workbook that "Edit Data" opens. */
export interface ChartPart {
  chart: string;
  workbook: Uint8Array;
}

/** Stands for the number of a "Biểu đồ" in its caption until the document is whole: captions count in the order of the pages. */
export const CHART_NUMBER = "\uFDD8";

/** Stands for ids that only the document a block comes to can give. */
export const CHART_MARK = "bieu-do:";
const DRAWING_ID = new RegExp(`(<wp:docPr\\b[^>]*?\\bid=")${CHART_MARK}\\d+(")`, "g");
const CHART_ID = new RegExp(`\\br:id="${CHART_MARK}(\\d+)"`, "g");

type Parts = Map<string, Uint8Array | string>;

const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONSHIP_ROOT = "http://schemas.openxmlformats.org/package/2006/relationships";
const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Gives the charts named in the content parts a place in the package: part, workbook, relationships, content types, ids no other
 * drawing has. A chart named twice (an officer put its placeholder in two places) becomes two, each with its own data.
 */
export function attachCharts(parts: Parts, content: readonly string[], charts: readonly ChartPart[]): void {
  for (const name of content) {
    const xml = textOf(parts, name);
    if (xml.includes(CHART_NUMBER) || xml.includes(CHART_MARK)) parts.set(name, attachTo(parts, name, xml, charts));
  }
}

function attachTo(parts: Parts, name: string, xml: string, charts: readonly ChartPart[]): string {
  const ids = [...xml.matchAll(/<wp:docPr\b[^>]*?\bid="(\d+)"/g)].map((match) => Number(match[1]));
  let lastId = Math.max(0, ...ids);
  let captions = 0;
  return xml
    .replaceAll(CHART_NUMBER, () => String(++captions))
    .replace(DRAWING_ID, (_whole, before: string, after: string) => `${before}${++lastId}${after}`)
    .replace(CHART_ID, (whole, index: string) => {
      const chart = charts[Number(index)];
      return chart === undefined ? whole : `r:id="${addChart(parts, name, chart)}"`;
    });
}

/** The id of the relationship from the content part to the new chart. */
function addChart(parts: Parts, content: string, { chart, workbook }: ChartPart): string {
  const chartName = freeName(parts, "word/charts/chart", ".xml");
  const workbookName = freeName(parts, "word/embeddings/Microsoft_Excel_Worksheet", ".xlsx");
  parts.set(workbookName, workbook);
  const data = relate(parts, chartName, "package", `../${workbookName.slice("word/".length)}`);
  parts.set(chartName, chart.replace(/(<c:externalData r:id=")[^"]*/, `$1${data}`));
  const types = textOf(parts, "[Content_Types].xml");
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const added = override(chartName, CHART_TYPE) + override(workbookName, WORKBOOK_TYPE);
  parts.set(
    "[Content_Types].xml",
    types.replace("</Types>", () => `${added}</Types>`),
  );
  return relate(parts, content, "chart", chartName.slice("word/".length));
}

/** Adds a relationship of a part and gives its id. */
function relate(parts: Parts, from: string, type: "chart" | "package", target: string): string {
  const name = from.replace(/([^/]+)$/, "_rels/$1.rels");
  const xml = parts.has(name)
    ? textOf(parts, name)
    : `${XML_HEAD}<Relationships xmlns="${RELATIONSHIP_ROOT}"></Relationships>`;
  let number = 1;
  while (xml.includes(`"rIdBieuDo${number}"`)) number++;
  const id = `rIdBieuDo${number}`;
  const added = `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${escapeXml(target)}"/>`;
  // An empty list of relationships may be written as one self-closed tag.
  const open = xml.replace(/<Relationships\b([^>]*)\/>/, "<Relationships$1></Relationships>");
  parts.set(
    name,
    open.replace("</Relationships>", () => `${added}</Relationships>`),
  );
  return id;
}

function freeName(parts: Parts, stem: string, extension: string): string {
  let number = 1;
  while (parts.has(`${stem}${number}${extension}`)) number++;
  return `${stem}${number}${extension}`;
}

function textOf(parts: Parts, name: string): string {
  const part = parts.get(name) ?? "";
  return typeof part === "string" ? part : new TextDecoder().decode(part);
}
