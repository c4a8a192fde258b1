import { foldKey, nearestName } from "../../domain/name.js";

/** Braces of any width, any number and any spacing round a short text. */
const NEAR = /[{｛﹛](?:\s*[{｛﹛])*\s*([^{}｛｝﹛﹜\uFFFC]{1,60}?)\s*[}｝﹜](?:\s*[}｝﹜])*/g;
/** One brace a side, or the marks other programs use for the same thing. */
const OTHER_MARKS = /(?:«|<<|\[\[|\{|｛|\[)\s*([#/@^]?[\p{L}\p{M}\d_. ]{1,60}?)\s*(?:»|>>|\]\]|\}|｝|\])/gu;

export interface NearTag {
  written: string;
  /** What stands between the marks. */
  inner: string;
  at: number;
}

/** Placeholders written with braces of the wrong width, number or spacing; exact ones must have been blanked out of the text. */
export function findNearTags(text: string): NearTag[] {
  return [...text.matchAll(NEAR)]
    .map((match) => ({ written: match[0], inner: match[1] ?? "", at: match.index }))
    .filter(({ written, inner }) => written.replace(/\s/g, "").length > inner.replace(/\s/g, "").length + 2);
}

/** Names in single braces or in the marks of another program, which stay as they are; exact placeholders blanked out as above. */
export function findOtherMarks(text: string, known: readonly string[]): NearTag[] {
  return [...text.matchAll(OTHER_MARKS)]
    .map((match) => ({ written: match[0], inner: match[1] ?? "", at: match.index }))
    .filter(({ written, inner }) => {
      const name = nameOf(inner);
      // "[số]" is a word in brackets; a name in braces, or one with a line in it, is hardly anything else.
      return known.includes(name) && (/^[{｛]/.test(written) || /[_.]/.test(name));
    });
}

/** "Họ tên", "“Ho_Ten”" → "ho_ten". */
function nameOf(written: string): string {
  return foldKey(written)
    .replace(/[^a-z0-9.]+/g, "_")
    .replace(/^_+|_+$/g, "");
}

/** The known names somebody may have meant: the nearest, else the columns of that name; none when nothing is near. */
export function suggestNames(written: string, known: readonly string[]): string[] {
  const name = nameOf(written);
  const columns = known.filter((each) => each.split(".")[1] === name);
  const nearest = known.includes(name) ? name : nearestName(name, known);
  return nearest === null || (columns.length > 0 && nearest !== name) ? columns.slice(0, 3) : [nearest];
}
