import { unescapeXml } from "../../word/word-xml.js";

/** An element. Names carry the usual prefix of their namespace whatever prefix the file uses: "w:p", "wp:extent". */
export interface XmlNode {
  name: string;
  /** Attributes of WordprocessingML and those without a prefix by local name ("val"), others with their prefix ("r:id"). */
  attributes: Readonly<Record<string, string>>;
  children: XmlNode[];
  /** Text directly within. */
  text: string;
}

/** Namespaces, transitional and strict, by a part of their address that both share. */
const NAMESPACES: readonly [RegExp, string][] = [
  [/\/wordprocessingml(\/2006)?\/main$/, "w"],
  [/\/markup-compatibility\/2006$/, "mc"],
  [/\/drawingml(\/2006)?\/main$/, "a"],
  [/\/drawingml(\/2006)?\/wordprocessingDrawing$/, "wp"],
  [/\/word\/2010\/wordprocessingShape$/, "wps"],
  [/\/officeDocument(\/2006)?\/relationships$/, "r"],
  [/\/officeDocument(\/2006)?\/math$/, "m"],
  [/schemas-microsoft-com:vml$/, "v"],
  [/schemas-microsoft-com:office:office$/, "o"],
  [/\/package\/2006\//, ""],
];

/** Elements Word nests stay far below this; deeper is an attempt to exhaust the reader. */
const DEEPEST = 400;
const TAG = /<(\/?)([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The tree of a part that `isWellFormed` has passed. Throws when it is nested too deeply to be a document. */
export function parseXml(xml: string): XmlNode {
  const root: XmlNode = { name: "", attributes: {}, children: [], text: "" };
  const open: { node: XmlNode; scope: ReadonlyMap<string, string> }[] = [{ node: root, scope: new Map() }];
  let at = 0;
  while (at < xml.length) {
    const current = open.at(-1);
    if (current === undefined) throw new Error("XML closes more than it opens");
    const start = xml.indexOf("<", at);
    if (start !== at) current.node.text += unescapeXml(xml.slice(at, start < 0 ? xml.length : start));
    if (start < 0) break;
    if (xml.startsWith("<![CDATA[", start)) {
      at = after(xml, "]]>", start);
      current.node.text += xml.slice(start + 9, at - 3);
      continue;
    }
    if (xml.startsWith("<!--", start)) at = after(xml, "-->", start);
    else if (xml[start + 1] === "?") at = after(xml, "?>", start);
    else {
      TAG.lastIndex = start;
      const match = TAG.exec(xml);
      if (match === null) throw new Error("XML with a broken tag");
      at = TAG.lastIndex;
      if (match[1] === "/") open.pop();
      else {
        const scope = readScope(match[3] ?? "", current.scope);
        const node = makeNode(match[2] ?? "", match[3] ?? "", scope);
        current.node.children.push(node);
        if (match[4] !== "/") open.push({ node, scope });
        if (open.length > DEEPEST) throw new Error("XML nested too deeply");
      }
    }
  }
  return root.children[0] ?? root;
}

function after(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  if (end < 0) throw new Error(`XML ends before ${mark}`);
  return end + mark.length;
}

function readScope(raw: string, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (!raw.includes("xmlns")) return outer;
  const scope = new Map(outer);
  for (const [, name = "", double, single] of raw.matchAll(ATTRIBUTE)) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    const prefix = name.slice(6);
    const address = double ?? single ?? "";
    scope.set(prefix, NAMESPACES.find(([pattern]) => pattern.test(address))?.[1] ?? prefix);
  }
  return scope;
}

function makeNode(tag: string, raw: string, scope: ReadonlyMap<string, string>): XmlNode {
  const attributes: Record<string, string> = {};
  for (const [, name = "", double, single] of raw.matchAll(ATTRIBUTE)) {
    if (name.startsWith("xmlns")) continue;
    const [prefix, local] = splitName(name, scope, "");
    attributes[prefix === "" || prefix === "w" ? local : `${prefix}:${local}`] = unescapeXml(double ?? single ?? "");
  }
  const [prefix, local] = splitName(tag, scope, scope.get("") ?? "");
  return { name: prefix === "" ? local : `${prefix}:${local}`, attributes, children: [], text: "" };
}

function splitName(
  name: string,
  scope: ReadonlyMap<string, string>,
  unprefixed: string,
): [prefix: string, local: string] {
  const colon = name.indexOf(":");
  if (colon < 0) return [unprefixed, name];
  const prefix = name.slice(0, colon);
  return [scope.get(prefix) ?? prefix, name.slice(colon + 1)];
}

/** The first child of that name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((one) => one.name === name);
}

/** The value of a child such as `<w:jc w:val="center"/>`; undefined when there is none. */
export function childValue(node: XmlNode | undefined, name: string): string | undefined {
  return child(node, name)?.attributes.val;
}

/** All elements of that name below, at any depth. */
export function descendants(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((one) => [...(one.name === name ? [one] : []), ...descendants(one, name)]);
}

/** On/off as Word writes it: present without a value is on; undefined when absent. */
export function toggle(node: XmlNode | undefined, name: string): boolean | undefined {
  const found = child(node, name);
  if (found === undefined) return undefined;
  return !["0", "false", "off", "none"].includes(found.attributes.val ?? "1");
}

const TWIPS_IN: Readonly<Record<string, number>> = { pt: 20, in: 1440, cm: 567, mm: 56.7, pc: 240, pi: 240 };

/** A length in twips: plain numbers are twips, strict files also write "1.27cm". undefined when it is neither. */
export function twips(value: string | undefined): number | undefined {
  const match = /^(-?\d+(?:\.\d+)?)(pt|in|cm|mm|pc|pi)?$/.exec(value ?? "");
  if (match === null) return undefined;
  return Number(match[1]) * (TWIPS_IN[match[2] ?? ""] ?? 1);
}
