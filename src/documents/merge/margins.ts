import type { Package } from "../word/package.js";
import type { MarginPlace } from "./body.js";

const RELATIONSHIPS = "word/_rels/document.xml.rels";
const TYPES = "[Content_Types].xml";
const RELATION_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const ROOTS = { header: "hdr", footer: "ftr" } as const;

/** Keeps the headers and footers of all documents: one that says the same as another before it is that one. */
export function createMarginKeeper(base: Package) {
  const relationships = toText(base.get(RELATIONSHIPS));
  const shared = listMarginRelations(relationships);
  const added = new Map<string, Uint8Array>();
  const relations: string[] = [];
  const types: string[] = [];
  /** Part name and text → its relationship. */
  const known = new Map<string, string>();
  let number = 0;
  const add = (part: MarginPlace["part"], data: Uint8Array, links: Uint8Array | undefined): string => {
    do number++;
    while (base.has(`word/${part}${number}.xml`));
    const file = `${part}${number}.xml`;
    const id = `ghep${number}`;
    added.set(`word/${file}`, data);
    if (links !== undefined) added.set(`word/_rels/${file}.rels`, links);
    relations.push(`<Relationship Id="${id}" Type="${RELATION_TYPE}/${part}" Target="${file}"/>`);
    types.push(`<Override PartName="/word/${file}" ContentType="${CONTENT_TYPE}.${part}+xml"/>`);
    return id;
  };
  const empty = new Map<string, string>();
  return {
    /** The document's text with the relationships of its own headers and footers. */
    rename(xml: string, parts: Package): string {
      const renamed = new Map<string, string>();
      for (const { id, part, name } of shared) {
        const data = parts.get(name) ?? Buffer.alloc(0);
        if (Buffer.from(base.get(name) ?? []).equals(data)) continue;
        const key = `${name} ${toText(data)}`;
        const links = parts.get(name.replace("word/", "word/_rels/").concat(".rels"));
        const own = known.get(key) ?? add(part, data, links);
        known.set(key, own);
        renamed.set(id, own);
      }
      if (renamed.size === 0) return xml;
      return xml.replace(/<w:(?:header|footer)Reference\b[^>]*>/g, (tag) =>
        tag.replace(/\br:id="([^"]*)"/, (_whole, id: string) => `r:id="${renamed.get(id) ?? id}"`),
      );
    },
    /** The relationship of a header or footer that says nothing. */
    emptyId(part: MarginPlace["part"]): string {
      const root = `w:${ROOTS[part]}`;
      const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p/></${root}>`;
      const id = empty.get(part) ?? add(part, Buffer.from(xml, "utf8"), undefined);
      empty.set(part, id);
      return id;
    },
    /** The parts that come to those of the first document, or instead of them. */
    parts(): Map<string, Uint8Array> {
      const linked = relationships.replace("</Relationships>", () => `${relations.join("")}</Relationships>`);
      const typed = toText(base.get(TYPES)).replace("</Types>", () => `${types.join("")}</Types>`);
      return new Map([...added, [RELATIONSHIPS, Buffer.from(linked, "utf8")], [TYPES, Buffer.from(typed, "utf8")]]);
    },
  };
}

function listMarginRelations(xml: string): { id: string; part: MarginPlace["part"]; name: string }[] {
  return [...xml.matchAll(/<Relationship\b[^>]*>/g)].flatMap(([tag]) => {
    const read = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
    const part = read("Type").endsWith("/header") ? "header" : read("Type").endsWith("/footer") ? "footer" : null;
    const target = read("Target").replace(/^\/?(word\/)?/, "word/");
    return part === null ? [] : [{ id: read("Id"), part, name: target } as const];
  });
}

function toText(data: Uint8Array | undefined): string {
  return Buffer.from(data ?? []).toString("utf8");
}
