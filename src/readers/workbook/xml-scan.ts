/** What `scanXml` calls; names come without their prefix. */
export interface XmlHandlers {
  /** `attributes` is raw; `readAttributes` takes it apart for the elements that matter. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Walks through a well-formed XML text without building a tree: a sheet of 50,000 rows is hundreds of megabytes as one.
 * Entities of a DOCTYPE are left as they stand. A tag that never ends throws.
 */
export function scanXml(xml: string, handlers: XmlHandlers): void {
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf("<", at);
    if (start !== at) handlers.text(decodeEntities(xml.slice(at, start < 0 ? xml.length : start)));
    if (start < 0) return;
    if (xml.startsWith("<![CDATA[", start)) {
      const end = findEnd(xml, "]]>", start);
      handlers.text(xml.slice(start + 9, end));
      at = end + 3;
    } else if (xml.startsWith("<!--", start)) at = findEnd(xml, "-->", start) + 3;
    else if (xml[start + 1] === "?" || xml[start + 1] === "!") at = findEnd(xml, ">", start) + 1;
    else at = scanTag(xml, start, handlers);
  }
}

function scanTag(xml: string, start: number, handlers: XmlHandlers): number {
  const end = findTagEnd(xml, start);
  if (xml[start + 1] === "/") {
    handlers.close(localName(xml.slice(start + 2, end).trimEnd()));
    return end + 1;
  }
  const isClosed = xml[end - 1] === "/";
  const inside = xml.slice(start + 1, isClosed ? end - 1 : end);
  const blank = inside.search(/\s/);
  const name = localName(blank < 0 ? inside : inside.slice(0, blank));
  handlers.open(name, blank < 0 ? "" : inside.slice(blank));
  if (isClosed) handlers.close(name);
  return end + 1;
}

/** The ">" of a tag: one inside a quoted attribute is not it. */
function findTagEnd(xml: string, start: number): number {
  let quote = 0;
  for (let at = start + 1; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return at;
  }
  throw new Error("XML ends inside a tag");
}

function findEnd(xml: string, mark: string, start: number): number {
  const end = xml.indexOf(mark, start);
  if (end < 0) throw new Error(`XML ends before ${mark}`);
  return end;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Local name of each attribute → its value; of two that differ in their prefix alone the first stands. */
export function readAttributes(raw: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single] of raw.matchAll(ATTRIBUTE)) {
    const local = localName(name);
    if (!attributes.has(local)) attributes.set(local, decodeEntities(double ?? single ?? ""));
  }
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
