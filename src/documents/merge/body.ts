import { SECTION, sectionParagraph } from "../template/section.js";
import type { Package } from "../word/package.js";
import { MergeRefusal } from "./refusal.js";

/** A header or footer that a section names: "header", "first". */
export type MarginPlace = { part: "header" | "footer"; type: string };

/**
 * Joins the bodies of documents, as they are given, into one. `first` is the first of them, `base` its package; `emptyId` gives the
 * relationship of a header or footer without text.
 */
export function createBodyJoiner(first: string, base: Package, emptyId: (part: MarginPlace["part"]) => string) {
  const { open, close } = splitBody(first);
  const ids = createIdGiver(base);
  const known = new Map<string, MarginPlace>();
  /** The last section of the document before, to be put in its last paragraph when another follows. */
  let pending: { content: string; section: string } | null = null;
  return {
    /** The XML that is settled by now; the rest comes with the next. */
    add(xml: string): string {
      const body = splitBody(xml);
      if (body.open !== open || body.close !== close) throw new MergeRefusal("khung của các văn bản không giống nhau");
      const settled: string = pending === null ? open : closeSection(pending.content, pending.section);
      const numbered = ids.renumber(body.content);
      const own = SECTION.exec(numbered)?.[0] ?? null;
      const begin = (section: string) => startPages(section, [...known.values()], emptyId);
      pending =
        own === null
          ? { content: numbered, section: begin(body.section) }
          : { content: numbered.replace(own, () => begin(own)), section: body.section };
      for (const place of listMargins(body.content + body.section)) known.set(`${place.part} ${place.type}`, place);
      return settled;
    },
    end: (): string => (pending === null ? open : pending.content + pending.section) + close,
  };
}

/** A body without its last section, which stands after it. */
function splitBody(xml: string): { open: string; content: string; section: string; close: string } {
  const from = xml.indexOf(">", xml.indexOf("<w:body")) + 1;
  const to = xml.lastIndexOf("</w:body>");
  const body = xml.slice(from, to).trimEnd();
  const at = body.lastIndexOf("<w:sectPr");
  const last = at < 0 ? null : SECTION.exec(body.slice(at));
  const isLast = last !== null && at + last[0].length === body.length;
  return {
    open: xml.slice(0, from),
    content: isLast ? body.slice(0, at) : body,
    section: isLast ? last[0] : "<w:sectPr/>",
    close: xml.slice(to),
  };
}

/** Ends a section within the body: in its last paragraph, as Word does, or where there is none in a tiny one. */
function closeSection(content: string, section: string): string {
  const at = Math.max(content.lastIndexOf("<w:p>"), content.lastIndexOf("<w:p "));
  const last = content.slice(at);
  // A text box ends within the paragraph that holds it; another section may end there already.
  const isPlain = at >= 0 && content.endsWith("</w:p>") && !last.includes("</w:txbxContent>");
  if (!isPlain || last.includes("<w:sectPr")) return content + sectionParagraph(section);
  const [head = ""] = /^<w:p\b[^>]*>(?:<w:pPr\s*\/>|<w:pPr\b[^>]*>)?/.exec(last) ?? [];
  const rest = last.slice(head.length);
  if (!head.includes("<w:pPr")) return `${content.slice(0, at)}${head}<w:pPr>${section}</w:pPr>${rest}`;
  if (head.endsWith("/>")) {
    return `${content.slice(0, at)}${head.replace(/\s*\/>$/, ">")}${section}</w:pPr>${rest}`;
  }
  return content.slice(0, at) + head + rest.replace("</w:pPr>", () => `${section}</w:pPr>`);
}

/** What follows each of these within section properties, in the order of the schema. */
const AFTER_TYPE =
  "pgSz|pgMar|paperSrc|pgBorders|lnNumType|pgNumType|cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid|printerSettings|sectPrChange";
const AFTER_NUMBERS = AFTER_TYPE.slice(AFTER_TYPE.indexOf("cols"));

/** The first section of a document: on a new page, which is page 1 unless the template says another, and with none of the headers before it. */
function startPages(
  section: string,
  known: readonly MarginPlace[],
  emptyId: (part: MarginPlace["part"]) => string,
): string {
  const own = listMargins(section);
  const lacking = known.filter(({ part, type }) => !own.some((place) => place.part === part && place.type === type));
  const empty = lacking.map(({ part, type }) => `<w:${part}Reference w:type="${type}" r:id="${emptyId(part)}"/>`);
  const whole = section.replace(/^(<w:sectPr\b[^>]*?)\s*\/>$/, "$1></w:sectPr>");
  const headed = whole.replace(/^<w:sectPr\b[^>]*>/, (tag) => tag + empty.join(""));
  const typed = /<w:type\b[^>]*\bw:val="(oddPage|evenPage)"/.test(headed)
    ? headed
    : putBefore(headed.replace(/<w:type\b[^>]*\/>/, ""), AFTER_TYPE, '<w:type w:val="nextPage"/>');
  if (/<w:pgNumType\b[^>]*\bw:start=/.test(typed)) return typed;
  if (typed.includes("<w:pgNumType")) return typed.replace("<w:pgNumType", '<w:pgNumType w:start="1"');
  return putBefore(typed, AFTER_NUMBERS, '<w:pgNumType w:start="1"/>');
}

function putBefore(section: string, names: string, element: string): string {
  const at = section.search(new RegExp(`<w:(?:${names})\\b|</w:sectPr>`));
  return section.slice(0, at) + element + section.slice(at);
}

function listMargins(xml: string): MarginPlace[] {
  return [...xml.matchAll(/<w:(header|footer)Reference\b[^>]*\bw:type="(\w+)"/g)].map(([, part, type = "default"]) => ({
    part: part === "header" ? "header" : "footer",
    type,
  }));
}

/** Bookmark names may not be longer in Word. */
const LONGEST_BOOKMARK = 40;

/** Gives drawings and bookmarks of each document ids, and bookmarks names, that no other has. */
function createIdGiver(base: Package) {
  let drawing = Math.max(
    0,
    ...[...base].flatMap(([name, data]) => (name.endsWith(".xml") ? listDrawingIds(data) : [])),
  );
  let bookmark = 0;
  let document = 0;
  const renameBookmarks = (xml: string): string => {
    const numbers = new Map<string, number>();
    const names = new Map<string, string>();
    for (const [, name = ""] of xml.matchAll(/<w:bookmarkStart\b[^>]*\bw:name="([^"]*)"/g)) {
      const ending = `_${document}`;
      names.set(name, name.slice(0, LONGEST_BOOKMARK - ending.length) + ending);
    }
    const rename = (text: string) => text.replace(/[\p{L}\p{N}_]+/gu, (word) => names.get(word) ?? word);
    return xml
      .replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) =>
        tag.replace(/\bw:id="([^"]*)"/, (_whole, id: string) => {
          const number = numbers.get(id) ?? bookmark++;
          numbers.set(id, number);
          return `w:id="${number}"`;
        }),
      )
      .replace(
        /(<w:bookmarkStart\b[^>]*\bw:name="|\bw:anchor="|\bw:instr=")([^"]*)/g,
        (_whole, head: string, text: string) => (document === 1 ? head + text : head + rename(text)),
      )
      .replace(/(<w:instrText\b[^>]*>)([^<]*)/g, (_whole, head: string, text: string) =>
        document === 1 ? head + text : head + rename(text),
      );
  };
  return {
    renumber(xml: string): string {
      document++;
      const plain = xml
        .replace(/<w:(?:p|tr) [^>]*>/g, (tag) => tag.replace(/ w14:(?:paraId|textId)="[^"]*"/g, ""))
        .replace(/(<wp:docPr\b[^>]*?\bid=")\d+/g, (_whole, head: string) => `${head}${++drawing}`);
      return plain.includes("<w:bookmarkStart") ? renameBookmarks(plain) : plain;
    },
  };
}

function listDrawingIds(data: Uint8Array): number[] {
  const xml = Buffer.from(data).toString("utf8");
  return [...xml.matchAll(/<wp:docPr\b[^>]*?\bid="(\d+)/g)].map(([, id]) => Number(id));
}
