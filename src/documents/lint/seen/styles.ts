import { type ParagraphFormat, type RunFormat, readParagraphFormat, readRunFormat, type ThemeFonts } from "./format.js";
import { child, childValue, type XmlNode } from "./xml-node.js";

/** A style with all it is based on. */
export interface Style {
  run: RunFormat;
  paragraph: ParagraphFormat;
  /** `w:tblPr` of a table style and its base. */
  table: XmlNode[];
}

/** The styles of a document. */
export interface Styles {
  /** docDefaults. */
  defaults: Style;
  /** The style of that id, resolved; the default of its type when null or unknown. */
  find(type: "paragraph" | "character" | "table", id: string | null): Style;
}

const NOTHING: Style = { run: {}, paragraph: {}, table: [] };

export function readStyles(root: XmlNode | undefined, theme: ThemeFonts): Styles {
  const defaults = child(root, "w:docDefaults");
  const nodes = (root?.children ?? []).filter(({ name }) => name === "w:style");
  const byId = new Map(nodes.map((node) => [`${node.attributes.type} ${node.attributes.styleId}`, node]));
  const resolved = new Map<string, Style>();
  const resolve = (node: XmlNode, above: ReadonlySet<XmlNode>): Style => {
    const type = node.attributes.type ?? "paragraph";
    const key = `${type} ${node.attributes.styleId}`;
    const known = resolved.get(key);
    if (known !== undefined) return known;
    const baseNode = byId.get(`${type} ${childValue(node, "w:basedOn")}`);
    // A style based on itself, in a damaged file: the circle is cut here.
    const base = baseNode === undefined || above.has(baseNode) ? NOTHING : resolve(baseNode, new Set([...above, node]));
    const tblPr = child(node, "w:tblPr");
    const style: Style = {
      run: { ...base.run, ...readRunFormat(child(node, "w:rPr"), theme) },
      paragraph: { ...base.paragraph, ...readParagraphFormat(child(node, "w:pPr")) },
      table: tblPr === undefined ? base.table : [...base.table, tblPr],
    };
    resolved.set(key, style);
    return style;
  };
  const isDefault = (node: XmlNode) => ["1", "true", "on"].includes(node.attributes.default ?? "");
  return {
    defaults: {
      run: readRunFormat(child(child(defaults, "w:rPrDefault"), "w:rPr"), theme),
      paragraph: readParagraphFormat(child(child(defaults, "w:pPrDefault"), "w:pPr")),
      table: [],
    },
    find(type, id) {
      const node =
        byId.get(`${type} ${id}`) ??
        nodes.find((one) => one.attributes.type === type && isDefault(one)) ??
        (type === "paragraph" ? byId.get("paragraph Normal") : undefined);
      return node === undefined ? NOTHING : resolve(node, new Set([node]));
    },
  };
}

const TOGGLES = ["bold", "italic", "caps", "hidden", "strike"] as const;

/**
 * The format of a run as it is shown. A toggle (bold, italic, caps) that both the paragraph's and the character style turn
 * on cancels out; one set on the run itself is what it says.
 */
export function combineRun(
  defaults: RunFormat,
  table: RunFormat,
  paragraph: RunFormat,
  character: RunFormat,
  own: RunFormat,
): RunFormat {
  const combined: RunFormat = { ...defaults, ...table, ...paragraph, ...character, ...own };
  for (const name of TOGGLES) {
    if (own[name] !== undefined) continue;
    const on = [table, paragraph, character].filter((style) => style[name] === true).length;
    combined[name] = on % 2 === 1 || defaults[name] === true;
  }
  return combined;
}
