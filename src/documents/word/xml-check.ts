const PIECE =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([\w:.-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>|[^<]+/y;

/**
 * Whether a part is well-formed enough to be filled without making a file Word cannot open: tags balanced, one root,
 * attributes quoted and not doubled, no stray "&". A document type declaration is refused: Word writes none, and it can hide entities.
 */
export function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  let roots = 0;
  let at = xml.startsWith("\uFEFF") ? 1 : 0;
  while (at < xml.length) {
    PIECE.lastIndex = at;
    const match = PIECE.exec(xml);
    if (match === null) return false;
    const [piece, slash, name, selfClosing] = match;
    at += piece.length;
    if (name === undefined) {
      const isText = !piece.startsWith("<");
      if (isText && (/&(?!#?\w+;)|\0/.test(piece) || (open.length === 0 && piece.trim() !== ""))) return false;
      continue;
    }
    if (slash === "/") {
      if (open.pop() !== name) return false;
      continue;
    }
    if (hasDoubledAttribute(piece)) return false;
    if (open.length === 0) roots++;
    if (selfClosing !== "/") open.push(name);
  }
  return open.length === 0 && roots === 1;
}

function hasDoubledAttribute(tag: string): boolean {
  const names = [...tag.matchAll(/\s([\w:.-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)].map((match) => match[1]);
  return new Set(names).size !== names.length;
}
