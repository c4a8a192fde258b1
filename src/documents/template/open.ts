import { type Package, readPackage } from "../word/package.js";
import { isContentPart } from "../word/word-xml.js";
import { joinTags } from "./join.js";
import { settleXml } from "./settle.js";

/**
 * The parts of a template as its documents are made from them: in the content parts every placeholder stands in one piece,
 * changes are accepted and comments left out. Throws `PackageError` for a file that is no Word document.
 */
export function openTemplate(bytes: Uint8Array): Package {
  return settleParts(readPackage(bytes));
}

/** See `openTemplate`; for parts already read. */
export function settleParts(read: Package): Package {
  const parts: Package = new Map(read);
  for (const [name, data] of read) {
    if (COMMENT_PART.test(name)) parts.delete(name);
    else if (isContentPart(name)) edit(parts, name, data, (xml) => joinTags(settleXml(xml)));
    else if (name === "word/settings.xml")
      edit(parts, name, data, (xml) => xml.replace(/<w:trackRevisions\b[^>]*\/>/g, ""));
    else if (name === "[Content_Types].xml" || name === "word/_rels/document.xml.rels") {
      edit(parts, name, data, (xml) => xml.replace(COMMENT_LINK, ""));
    }
  }
  return parts;
}

const COMMENT_PART = /^word\/(comments\w*|people)\.xml$/;
const COMMENT_LINK =
  /<(?:Override|Relationship)\b[^>]*?(?:PartName="\/word\/|Target="(?:\/word\/)?)(?:comments\w*|people)\.xml"[^>]*\/>/g;

function edit(parts: Package, name: string, data: Uint8Array, change: (xml: string) => string): void {
  const xml = new TextDecoder().decode(data);
  const changed = change(xml);
  if (changed !== xml) parts.set(name, Buffer.from(changed, "utf8"));
}
