/** A tag of a page and the text before it. */
export interface HtmlTag {
  before: string;
  /** Lower case; "" at the end of the page, for a comment and for what is no tag. */
  name: string;
  closes: boolean;
  /** What stands after the name, as written. */
  attributes: string;
}

/** The tags of a page, one after the other; comments, scripts and styles are passed over with what is in them. */
export function* readTags(html: string): Generator<HtmlTag> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    const comment = open >= 0 && html.startsWith("<!--", open);
    const close = open < 0 ? -1 : html.indexOf(comment ? "-->" : ">", open);
    if (close < 0) {
      // A sign "<" that opens nothing is text; an open comment hides the rest.
      yield { before: comment ? html.slice(at, open) : html.slice(at), name: "", closes: false, attributes: "" };
      return;
    }
    const before = html.slice(at, open);
    const [, slash, name = "", attributes = ""] = TAG.exec(html.slice(open + 1, close)) ?? [];
    at = close + (comment ? 3 : 1);
    yield { before, name: name.toLowerCase(), closes: slash === "/", attributes };
    if (slash !== "/" && HIDDEN.has(name.toLowerCase())) at = findEnd(html, name, at);
  }
}

const TAG = /^(\/?)([a-z][a-z0-9]*)([\s\S]*)$/i;
const HIDDEN = new Set(["script", "style", "title", "xml"]);

function findEnd(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** Names of the characters U+00A0 to U+00FF in HTML, in their order. */
const LATIN =
  `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para
middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc
Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN
szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve
oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`.split(/\s+/);

const NAMED = new Map([
  ...LATIN.map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
  ...Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", ndash: "–", mdash: "—", hellip: "…" }),
  ...Object.entries({ lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", bull: "•", le: "≤", ge: "≥", minus: "−" }),
]);

/** Text of an HTML page with `&agrave;`, `&#7871;` and `&#x1EBF;` as letters; what is no character is left as it stands. */
export function readEntities(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+\d*));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
