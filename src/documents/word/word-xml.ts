/** A table row of a part and the paragraphs directly in it. */
export interface RowPlace {
  start: number;
  end: number;
  /** The row in whose cell its table stands; null for a table of the page. */
  parent: RowPlace | null;
  /** Number of its table in the part and its own number in the table, both from 1. */
  table: number;
  number: number;
  paragraphs: ParagraphPlace[];
}

/** A `w:t` of a paragraph: offsets of the whole element, and where its text begins in the paragraph's. */
export interface TextPiece {
  start: number;
  end: number;
  at: number;
  text: string;
}

/** A paragraph of a part: offsets into its XML, and its text over all runs. */
export interface ParagraphPlace {
  start: number;
  /** After the paragraph's properties, where a run may be put. */
  contentStart: number;
  contentEnd: number;
  end: number;
  text: string;
  pieces: TextPiece[];
  inTextBox: boolean;
  /** The innermost row it stands in; null outside tables. */
  row: RowPlace | null;
  /** Number of the innermost cell it stands in, counted over the part; null outside tables. */
  cell: number | null;
  /** Twips; null outside tables or when the cell does not say. */
  cellWidth: number | null;
}

const TOKEN = /<(\/?)w:(p|pPr|tbl|tr|tc|tcW|t|tab|br|cr|noBreakHyphen|txbxContent)(?=[\s/>])([^>]*?)(\/?)>/g;

/** All paragraphs of a part in the order they begin, text boxes included (their paragraphs are their own). */
export function listParagraphs(xml: string): ParagraphPlace[] {
  const found: ParagraphPlace[] = [];
  const open: ParagraphPlace[] = [];
  const rows: RowPlace[] = [];
  const cells: { id: number; width: number | null }[] = [];
  const tables: { number: number; rowCount: number }[] = [];
  let tableCount = 0;
  let cellCount = 0;
  let boxDepth = 0;
  let textStart = -1;
  let elementStart = -1;
  let depthOfProperties = 0;
  for (const match of xml.matchAll(TOKEN)) {
    const [token, slash, name, attributes = "", selfClosing] = match;
    const closes = slash === "/";
    const empty = selfClosing === "/";
    const after = match.index + token.length;
    const current = open.at(-1);
    switch (name) {
      case "p":
        if (closes) {
          const done = open.pop();
          if (done !== undefined) {
            done.contentEnd = match.index;
            done.end = after;
          }
        } else {
          const place: ParagraphPlace = {
            start: match.index,
            contentStart: after,
            contentEnd: after,
            end: after,
            text: "",
            pieces: [],
            inTextBox: boxDepth > 0,
            row: rows.at(-1) ?? null,
            cell: cells.at(-1)?.id ?? null,
            cellWidth: cells.at(-1)?.width ?? null,
          };
          found.push(place);
          rows.at(-1)?.paragraphs.push(place);
          if (!empty) open.push(place);
        }
        break;
      case "pPr":
        if (!empty) depthOfProperties += closes ? -1 : 1;
        if (current !== undefined && depthOfProperties === 0) current.contentStart = after;
        break;
      case "tbl":
        if (closes) tables.pop();
        else if (!empty) tables.push({ number: ++tableCount, rowCount: 0 });
        break;
      case "tr":
        if (closes) {
          const row = rows.pop();
          if (row !== undefined) row.end = after;
        } else if (!empty) {
          const table = tables.at(-1) ?? { number: tableCount, rowCount: 0 };
          table.rowCount++;
          rows.push({
            start: match.index,
            end: after,
            parent: rows.at(-1) ?? null,
            table: table.number,
            number: table.rowCount,
            paragraphs: [],
          });
        }
        break;
      case "tc":
        if (closes) cells.pop();
        else if (!empty) cells.push({ id: cellCount++, width: null });
        break;
      case "tcW": {
        const cell = cells.at(-1);
        const width = /\bw:type="dxa"/.test(attributes) ? /\bw:w="(\d+)"/.exec(attributes)?.[1] : undefined;
        if (cell !== undefined && width !== undefined) cell.width = Number(width);
        break;
      }
      case "t":
        if (closes && textStart >= 0) {
          if (current !== undefined) {
            const text = unescapeXml(xml.slice(textStart, match.index));
            current.pieces.push({ start: elementStart, end: after, at: current.text.length, text });
            current.text += text;
          }
          textStart = -1;
        } else if (!closes && !empty) {
          textStart = after;
          elementStart = match.index;
        }
        break;
      case "txbxContent":
        if (!empty) boxDepth += closes ? -1 : 1;
        break;
      case "tab":
        // Inside w:pPr it is a tab stop.
        if (current !== undefined && depthOfProperties === 0) current.text += "\t";
        break;
      case "br":
      case "cr":
        if (current !== undefined) current.text += "\n";
        break;
      case "noBreakHyphen":
        if (current !== undefined) current.text += "-";
        break;
    }
  }
  return found;
}

const ENTITY: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITY[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** Puts texts into `xml` at offsets; those at one offset keep the order given. */
export function insertAll(xml: string, insertions: readonly { at: number; text: string }[]): string {
  const sorted = insertions.map((each, order) => ({ ...each, order })).sort((a, b) => a.at - b.at || a.order - b.order);
  let result = "";
  let from = 0;
  for (const { at, text } of sorted) {
    result += xml.slice(from, at) + text;
    from = at;
  }
  return result + xml.slice(from);
}

/** The parts of a .docx in which placeholders are filled. */
export function isContentPart(name: string): boolean {
  return /^word\/(document|header|footer|footnotes|endnotes)\d*\.xml$/.test(name);
}
