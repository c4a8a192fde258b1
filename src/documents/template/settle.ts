import { listParagraphs } from "../word/word-xml.js";

/** What a template still holds besides its text; a document made from it holds none of this. */
export interface Unsettled {
  /** Tracked insertions, deletions, moves and changes of format. */
  revisions: number;
  comments: number;
}

const DELETED = /<w:(del|moveFrom)(?=[\s>])[^>]*(?<!\/)>[\s\S]*?<\/w:\1>/g;
const OLD_FORMAT =
  /<w:(rPrChange|pPrChange|sectPrChange|tblPrChange|tblGridChange|trPrChange|tcPrChange|tblPrExChange|numberingChange)(?=[\s/>])(?:[^>]*\/>|[\s\S]*?<\/w:\1>)/g;
const INSERTED = /<\/?w:(?:ins|moveTo)(?=[\s/>])[^>]*>/g;
const LEFT_MARK = /<w:(?:del|moveFrom|moveFromRange\w+|moveToRange\w+|cellIns|cellDel|cellMerge)(?=[\s/>])[^>]*\/>/g;
const ROW = /<w:tr(?=[\s>])(?:(?!<w:tr[\s>])[\s\S])*?<\/w:tr>/g;
const DELETED_MARK = /<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*?<w:(?:del|moveFrom)\s[^>]*\/>/;
const COMMENT =
  /<w:commentRange(?:Start|End)\b[^>]*\/>|<w:r(?:\s[^>]*)?>(?:<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>)?(?:<w:annotationRef\/>)?<w:commentReference\b[^>]*\/><\/w:r>/g;
const CONTROL = /<w:sdt(?:End)?Pr(?:\/>|>[\s\S]*?<\/w:sdt(?:End)?Pr>)|<\/?w:sdt(?:Content)?(?=[\s/>])[^>]*>/g;
const PROOF = /<w:proofErr\b[^>]*\/>/g;

export function countUnsettled(xml: string): Unsettled {
  const count = (pattern: RegExp) => xml.match(pattern)?.length ?? 0;
  return {
    revisions: count(/<w:(?:ins|del|moveFrom|moveTo|\w+PrChange)(?=[\s/>])/g),
    comments: count(/<w:commentReference\b/g),
  };
}

/**
 * The text as the reader of the finished document is to see it: tracked changes accepted, comments gone, content controls
 * replaced by what they hold (one bound to data would overwrite it when the document is opened).
 */
export function settleXml(xml: string): string {
  const plain = xml.replace(PROOF, "").replace(COMMENT, "").replace(CONTROL, "");
  if (countUnsettled(plain).revisions === 0) return plain;
  const current = plain
    .replace(OLD_FORMAT, "")
    .replace(DELETED, "")
    .replace(ROW, (row) => (/<w:trPr>(?:(?!<\/w:trPr>)[\s\S])*<w:del\s/.test(row) ? "" : row));
  return joinParagraphs(current).replace(INSERTED, "").replace(LEFT_MARK, "");
}

/** A paragraph whose end was deleted goes on in the next one, where that follows at once. */
function joinParagraphs(xml: string): string {
  let result = xml;
  for (const { start, contentStart, contentEnd, end } of listParagraphs(xml).reverse()) {
    if (!DELETED_MARK.test(xml.slice(start, contentStart))) continue;
    const next = /^\s*<w:p(?:\s[^>]*)?>(?:<w:pPr>(?:(?!<\/w:pPr>)[\s\S])*<\/w:pPr>)?/.exec(result.slice(end));
    if (next === null) continue;
    const [head] = next;
    result = result.slice(0, start) + head + result.slice(contentStart, contentEnd) + result.slice(end + head.length);
  }
  return result;
}
