import type { DrawnLine } from "./seen.js";
import { child, descendants, twips, type XmlNode } from "./xml-node.js";

/** 1 twip in English Metric Units. */
const EMU = 635;
/** A shape no higher than this (2 mm) and ten times as long is a line. */
const FLAT = 115;

/** What a drawing shows besides text. */
export interface Shapes {
  lines: DrawnLine[];
  hasPictures: boolean;
  /** Contents of text boxes. */
  boxes: XmlNode[];
}

/** Reads a `w:drawing`, `w:pict` or `w:object`; of alternatives the first is what a present-day reader sees. */
export function readShapes(node: XmlNode): Shapes {
  const found: Shapes = { lines: [], hasPictures: false, boxes: [] };
  collect(node, found);
  const extent = descendants(node, "wp:extent")[0]?.attributes;
  const width = Number(extent?.cx) / EMU;
  const height = Number(extent?.cy) / EMU;
  if (found.lines.length === 1 && found.boxes.length === 0 && width > 0 && height <= FLAT)
    found.lines = [{ length: width }];
  if (
    extent !== undefined &&
    found.lines.length === 0 &&
    found.boxes.length === 0 &&
    height <= FLAT &&
    width > 10 * height
  )
    found.lines.push({ length: width });
  return found;
}

function collect(node: XmlNode, found: Shapes): void {
  switch (node.name) {
    case "w:txbxContent":
      found.boxes.push(node);
      return;
    case "a:prstGeom":
      if (/^(line|straightConnector1)$/.test(node.attributes.prst ?? "")) found.lines.push({ length: null });
      return;
    case "a:blip":
    case "v:imagedata":
      found.hasPictures = true;
      return;
    case "v:line":
      found.lines.push({ length: lineLength(node.attributes.from, node.attributes.to) });
      return;
    case "v:shape":
      if (/_x0000_t32|_x0000_t20/.test(node.attributes.type ?? "")) {
        const width = /(?:^|;)\s*width:\s*([\d.]+[a-z]*)/.exec(node.attributes.style ?? "")?.[1];
        found.lines.push({ length: twips(/\d$/.test(width ?? "") ? `${width}pt` : width) ?? null });
      }
      break;
    case "mc:AlternateContent": {
      const seen = child(node, "mc:Choice") ?? child(node, "mc:Fallback");
      if (seen !== undefined) collect(seen, found);
      return;
    }
  }
  for (const one of node.children) collect(one, found);
}

/** "10pt,20pt" to "110pt,20pt"; null for a line that is not level. */
function lineLength(from = "", to = ""): number | null {
  const [x1, x2] = [from, to].map((point) => {
    const text = point.split(",")[0] ?? "";
    return twips(/\d$/.test(text) ? `${text}px`.replace("px", "pt") : text);
  });
  return x1 === undefined || x2 === undefined ? null : Math.abs(x2 - x1);
}
