import { child, childValue, toggle, twips, type XmlNode } from "./xml-node.js";

/** What a `w:rPr` says; absent: it says nothing. */
export interface RunFormat {
  bold?: boolean;
  italic?: boolean;
  caps?: boolean;
  hidden?: boolean;
  underline?: boolean;
  strike?: boolean;
  /** "auto" or RRGGBB. */
  color?: string;
  highlight?: string;
  /** Points. */
  size?: number;
  /** Fonts by script; Vietnamese letters beyond ASCII are shown in `hAnsi`. */
  ascii?: string;
  hAnsi?: string;
  cs?: string;
}

/** What a `w:pPr` says; lengths in twips. */
export interface ParagraphFormat {
  align?: "left" | "center" | "right" | "both";
  left?: number;
  right?: number;
  /** Negative: a hanging indent. */
  firstLine?: number;
  before?: number;
  after?: number;
  /** 240ths of a line with the rule "auto", twips otherwise. */
  line?: number;
  lineRule?: "auto" | "exact" | "atLeast";
  contextual?: boolean;
  keepNext?: boolean;
  pageBreakBefore?: boolean;
  topBorder?: boolean;
  bottomBorder?: boolean;
  numId?: string;
  level?: number;
  /** Where a frame stands across the page; the old way of Word to put page numbers. */
  frameAlign?: string;
}

/** Names of the theme's fonts: "minorHAnsi" → "Calibri". */
export type ThemeFonts = ReadonlyMap<string, string>;

export function readThemeFonts(theme: XmlNode | undefined): ThemeFonts {
  const scheme = child(child(theme, "a:themeElements"), "a:fontScheme");
  const fonts = new Map<string, string>();
  for (const kind of ["major", "minor"] as const) {
    const node = child(scheme, `a:${kind}Font`);
    const face = (name: string) => child(node, name)?.attributes.typeface ?? "";
    const set = (script: string, font: string) => font !== "" && fonts.set(`${kind}${script}`, font);
    set("Ascii", face("a:latin"));
    set("HAnsi", face("a:latin"));
    set("Bidi", face("a:cs"));
    set("EastAsia", face("a:ea"));
  }
  return fonts;
}

/** Reads a `w:rPr`. */
export function readRunFormat(rPr: XmlNode | undefined, theme: ThemeFonts): RunFormat {
  if (rPr === undefined) return {};
  const fonts = child(rPr, "w:rFonts")?.attributes ?? {};
  const font = (script: string, themed: string) => {
    const name = fonts[themed];
    return (name === undefined ? undefined : theme.get(name)) ?? fonts[script];
  };
  const halfPoints = childValue(rPr, "w:sz");
  const size = halfPoints?.endsWith("pt") ? twipsAsPoints(halfPoints) : Number(halfPoints) / 2;
  const color = child(rPr, "w:color")?.attributes;
  const highlight = childValue(rPr, "w:highlight");
  const fill = child(rPr, "w:shd")?.attributes.fill?.toUpperCase();
  return compact({
    bold: toggle(rPr, "w:b"),
    italic: toggle(rPr, "w:i"),
    caps: toggle(rPr, "w:caps"),
    hidden: toggle(rPr, "w:vanish"),
    underline: toggle(rPr, "w:u"),
    strike: toggle(rPr, "w:strike"),
    color:
      color === undefined ? undefined : BLACK_THEME.has(color.themeColor ?? "") ? "auto" : color.val?.toUpperCase(),
    highlight: highlight ?? (fill === undefined || fill === "AUTO" || fill === "FFFFFF" ? undefined : fill),
    size: Number.isFinite(size) && (size ?? 0) > 0 ? size : undefined,
    ascii: font("ascii", "asciiTheme"),
    hAnsi: font("hAnsi", "hAnsiTheme"),
    cs: font("cs", "cstheme"),
  });
}

const BLACK_THEME = new Set(["text1", "dark1"]);

function twipsAsPoints(text: string): number | undefined {
  const length = twips(text);
  return length === undefined ? undefined : length / 20;
}

const ALIGN: Readonly<Record<string, ParagraphFormat["align"]>> = {
  left: "left",
  start: "left",
  center: "center",
  right: "right",
  end: "right",
  both: "both",
  distribute: "both",
};

/** Twips that automatic spacing (as pages of the web have it) amounts to. */
const AUTO_SPACING = 280;
const CHARACTER = 280;

/** Reads a `w:pPr`. */
export function readParagraphFormat(pPr: XmlNode | undefined): ParagraphFormat {
  if (pPr === undefined) return {};
  const spacing = child(pPr, "w:spacing")?.attributes ?? {};
  const indent = child(pPr, "w:ind")?.attributes ?? {};
  const numbering = child(pPr, "w:numPr");
  const borders = child(pPr, "w:pBdr");
  const hanging = inCharacters(indent.hangingChars) ?? twips(indent.hanging);
  const gap = (side: "before" | "after") => {
    if (["1", "true", "on"].includes(spacing[`${side}Autospacing`] ?? "")) return AUTO_SPACING;
    const lines = Number(spacing[`${side}Lines`] ?? 0);
    return lines > 0 ? (lines / 100) * 240 : twips(spacing[side]);
  };
  const rule = spacing.lineRule;
  return compact({
    align: ALIGN[childValue(pPr, "w:jc") ?? ""],
    left: inCharacters(indent.leftChars ?? indent.startChars) ?? twips(indent.left ?? indent.start),
    right: twips(indent.right ?? indent.end),
    firstLine:
      hanging !== undefined && hanging > 0
        ? -hanging
        : (inCharacters(indent.firstLineChars) ?? twips(indent.firstLine)),
    before: gap("before"),
    after: gap("after"),
    line: twips(spacing.line),
    lineRule: spacing.line === undefined ? undefined : rule === "exact" || rule === "atLeast" ? rule : "auto",
    contextual: toggle(pPr, "w:contextualSpacing"),
    keepNext: toggle(pPr, "w:keepNext"),
    pageBreakBefore: toggle(pPr, "w:pageBreakBefore"),
    topBorder: isBorder(child(borders, "w:top")),
    bottomBorder: isBorder(child(borders, "w:bottom")),
    numId: childValue(numbering, "w:numId"),
    level: numbering === undefined ? undefined : Number(childValue(numbering, "w:ilvl") ?? 0),
    frameAlign: child(pPr, "w:framePr")?.attributes.xAlign,
  });
}

/** Hundredths of a character of 14 pt; 0 gives way to the length beside it. */
function inCharacters(value: string | undefined): number | undefined {
  const hundredths = Number(value ?? 0);
  return hundredths > 0 ? (hundredths / 100) * CHARACTER : undefined;
}

/** Whether a border is drawn; undefined when nothing is said of it. */
export function isBorder(border: XmlNode | undefined): boolean | undefined {
  if (border === undefined) return undefined;
  return !["nil", "none"].includes(border.attributes.val ?? "none");
}

function compact<T extends object>(format: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(format).filter(([, value]) => value !== undefined)) as T;
}
