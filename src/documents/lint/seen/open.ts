import { type Package, PackageError, readParts } from "../../word/package.js";
import { isWellFormed } from "../../word/xml-check.js";
import { readThemeFonts, type ThemeFonts } from "./format.js";
import { Numbering } from "./numbering.js";
import { BlockReader, type Resources } from "./read-blocks.js";
import type { SeenParagraph, SeenTable } from "./seen.js";
import { readStyles } from "./styles.js";
import { child, parseXml, toggle, twips, type XmlNode } from "./xml-node.js";

/** Lengths in twips. */
export interface SeenSection {
  width: number;
  height: number;
  isLandscape: boolean;
  margins: { top: number; bottom: number; left: number; right: number };
  /** Whether its first page has a head of its own. */
  hasTitlePage: boolean;
  /** How pages are numbered: "decimal", "upperRoman" …; null: as usual. */
  numberFormat: string | null;
  /** The number of its first page; null: goes on. */
  numberStart: number | null;
  /** Paragraphs of heads and feet, by the pages they are for. A section without goes on with those before it. */
  headers: Readonly<Record<PageKind, SeenParagraph[]>>;
  footers: Readonly<Record<PageKind, SeenParagraph[]>>;
}

export type PageKind = "default" | "first" | "even";

/** A Word document as its reader sees it. */
export interface SeenDocument {
  paragraphs: SeenParagraph[];
  tables: SeenTable[];
  sections: SeenSection[];
  /** Pages as counted by the program that saved it; null when it did not say. */
  pages: number | null;
  hasEvenHeaders: boolean;
}

/** Why a file cannot be read: those of a package, or a document type declaration, which no word processor writes. */
export class UnreadableDocument extends Error {
  override readonly name = "UnreadableDocument";

  constructor(readonly fault: PackageError["fault"] | "declaration" | "other-office") {
    super(fault);
  }
}

/** Throws `UnreadableDocument` for whatever is no sound .docx. */
export function openDocument(bytes: Uint8Array): SeenDocument {
  try {
    return readDocument(readParts(bytes));
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    if (error instanceof PackageError) throw new UnreadableDocument(error.fault);
    // Whatever else breaks does so because the parts contradict each other: the file comes from outside.
    if (error instanceof Error) throw new UnreadableDocument("damaged");
    throw error;
  }
}

function readDocument(parts: Package): SeenDocument {
  const main = [...parts.keys()].find((name) => /^word\/document\d*\.xml$/.test(name));
  if (main === undefined) throw new UnreadableDocument(otherKind(parts));
  const part = (name: string): XmlNode | undefined => {
    const data = parts.get(name);
    return data === undefined ? undefined : parsePart(data);
  };
  const root = part(main);
  const body = child(root, "w:body");
  if (body === undefined) throw new UnreadableDocument("damaged");
  const theme: ThemeFonts = readThemeFonts(
    part([...parts.keys()].find((name) => /^word\/theme\/theme\d*\.xml$/.test(name)) ?? ""),
  );
  const resources = (): Resources => ({
    styles,
    theme,
    numbering: new Numbering(part("word/numbering.xml"), theme),
  });
  const styles = readStyles(part("word/styles.xml"), theme);
  const reader = new BlockReader(resources());
  reader.readBlocks(body, null, null);
  const targets = readTargets(part(main.replace("word/", "word/_rels/").concat(".rels")));
  const readHead = (id: string): SeenParagraph[] => {
    const node = part(targets.get(id) ?? "");
    if (node === undefined) return [];
    const head = new BlockReader(resources());
    head.readBlocks(node, null, null);
    return head.paragraphs;
  };
  const pages = Number(
    child(part("docProps/app.xml"), "Pages")?.text ?? child(part("docProps/app.xml"), "ep:Pages")?.text,
  );
  return {
    paragraphs: reader.paragraphs,
    tables: reader.tables,
    sections: readSections(body, readHead),
    pages: Number.isInteger(pages) && pages > 0 ? pages : null,
    hasEvenHeaders: toggle(part("word/settings.xml"), "w:evenAndOddHeaders") === true,
  };
}

function parsePart(data: Uint8Array): XmlNode {
  const encoding =
    data[0] === 0xff && data[1] === 0xfe ? "utf-16le" : data[0] === 0xfe && data[1] === 0xff ? "utf-16be" : "utf-8";
  const xml = new TextDecoder(encoding).decode(data);
  if (/<!(DOCTYPE|ENTITY)\b/i.test(xml)) throw new UnreadableDocument("declaration");
  if (!isWellFormed(xml)) throw new UnreadableDocument("damaged");
  return parseXml(xml);
}

function otherKind(parts: Package): "other-office" | "not-word" {
  return parts.has("xl/workbook.xml") || parts.has("ppt/presentation.xml") || parts.has("content.xml")
    ? "other-office"
    : "not-word";
}

function readTargets(rels: XmlNode | undefined): Map<string, string> {
  return new Map(
    (rels?.children ?? [])
      .filter(({ attributes }) => attributes.TargetMode !== "External")
      .map(({ attributes }) => {
        const target = attributes.Target ?? "";
        return [attributes.Id ?? "", target.startsWith("/") ? target.slice(1) : `word/${target}`];
      }),
  );
}

/** A4 with the margins of Word's own default: what a section without a size is printed on. */
const DEFAULTS = { width: 11906, height: 16838, margin: 1440 };

function readSections(body: XmlNode, readHead: (id: string) => SeenParagraph[]): SeenSection[] {
  const nodes = listSections(body);
  let headers: SeenSection["headers"] = { default: [], first: [], even: [] };
  let footers: SeenSection["footers"] = { default: [], first: [], even: [] };
  return nodes.map((node) => {
    headers = withReferences(node, "w:headerReference", headers, readHead);
    footers = withReferences(node, "w:footerReference", footers, readHead);
    const size = child(node, "w:pgSz")?.attributes;
    const width = twips(size?.w) ?? DEFAULTS.width;
    const height = twips(size?.h) ?? DEFAULTS.height;
    const margin = child(node, "w:pgMar")?.attributes;
    const edge = (side: "top" | "bottom" | "left" | "right") => Math.abs(twips(margin?.[side]) ?? DEFAULTS.margin);
    const numbering = child(node, "w:pgNumType")?.attributes;
    return {
      width,
      height,
      isLandscape: width > height,
      margins: {
        top: edge("top"),
        bottom: edge("bottom"),
        left: edge("left") + (twips(margin?.gutter) ?? 0),
        right: edge("right"),
      },
      hasTitlePage: toggle(node, "w:titlePg") === true,
      numberFormat: numbering?.fmt ?? null,
      numberStart: numbering?.start === undefined ? null : Number(numbering.start),
      headers,
      footers,
    };
  });
}

/** Those within paragraphs in order, then the last; what a tracked change keeps of an earlier one is none. */
function listSections(node: XmlNode): XmlNode[] {
  return node.children.flatMap((one) => {
    if (one.name === "w:sectPr") return [one];
    return one.name === "w:sectPrChange" ? [] : listSections(one);
  });
}

function withReferences(
  section: XmlNode,
  name: string,
  before: Readonly<Record<PageKind, SeenParagraph[]>>,
  readHead: (id: string) => SeenParagraph[],
): Readonly<Record<PageKind, SeenParagraph[]>> {
  const now: Record<PageKind, SeenParagraph[]> = { ...before };
  for (const one of section.children.filter((each) => each.name === name)) {
    const kind = one.attributes.type;
    if (kind === "first" || kind === "even" || kind === "default") now[kind] = readHead(one.attributes["r:id"] ?? "");
  }
  return now;
}
