import { deflateEntry, deflatePiece, joinEntry, writeZip, type ZipPiece } from "../batch/zip.js";
import { byPartOrder, type Package, readParts } from "../word/package.js";
import { createBodyJoiner } from "./body.js";
import { createListRestarter } from "./lists.js";
import { createMarginKeeper } from "./margins.js";
import { MergeRefusal } from "./refusal.js";

const DOCUMENT = "word/document.xml";
const NUMBERING = "word/numbering.xml";

/**
 * Puts documents of one template behind each other in one, for printing: each begins on a page of its own that is its
 * page 1, with its own sections, headers and list numbers. Styles, settings and pictures are those of the first, so all the
 * others must have the very same: what one template and one set of options give. Throws MergeRefusal where that does not hold.
 */
export function startMerge(): { add(document: Uint8Array): void; end(): Uint8Array } {
  const pieces: ZipPiece[] = [];
  let first: ReturnType<typeof begin> | null = null;
  const push = (xml: string) => void pieces.push(deflatePiece(Buffer.from(xml, "utf8")));
  return {
    add(document) {
      const parts = readParts(document);
      first ??= begin(parts);
      const { base, margins, lists, body } = first;
      refuseOther(base, parts);
      const xml = margins.rename(lists.restart(text(parts, DOCUMENT)), parts);
      push(body.add(xml));
    },
    end() {
      if (first === null) throw new Error("nothing to merge");
      const { base, margins, lists, body } = first;
      push(body.end());
      const parts = new Map([...base, ...margins.parts()]);
      if (base.has(NUMBERING)) parts.set(NUMBERING, Buffer.from(lists.numbering(), "utf8"));
      const names = [...parts.keys()].sort(byPartOrder);
      return writeZip(
        names.map((name) =>
          name === DOCUMENT ? joinEntry(name, pieces) : deflateEntry(name, parts.get(name) ?? Buffer.alloc(0)),
        ),
      );
    },
  };
}

function begin(base: Package) {
  const margins = createMarginKeeper(base);
  const lists = createListRestarter(text(base, NUMBERING), text(base, "word/styles.xml"));
  return { base, margins, lists, body: createBodyJoiner(text(base, DOCUMENT), base, margins.emptyId) };
}

/** Parts that may differ: the text, headers and footers, which are kept for each, and what the file says of itself (its title). */
const OWN = /^(word\/(document|header\d*|footer\d*)\.xml|docProps\/.*)$/;

function refuseOther(base: Package, parts: Package): void {
  const names = new Set([...base.keys(), ...parts.keys()]);
  for (const name of names) {
    const [one, other] = [base.get(name), parts.get(name)];
    if (one === undefined || other === undefined || (!OWN.test(name) && !Buffer.from(one).equals(other))) {
      throw new MergeRefusal(`phần ${name} của các văn bản không giống nhau`);
    }
  }
  for (const [name, data] of parts) {
    if (!OWN.test(name)) continue;
    const xml = Buffer.from(data).toString("utf8");
    if (/<w:(footnote|endnote)Reference\b/.test(xml)) throw new MergeRefusal("mẫu có chú thích cuối trang");
    if (/<w:(instrText\b[^>]*>|fldSimple\b[^>]*\bw:instr=")[^<"]*\bNUMPAGES\b/.test(xml)) {
      throw new MergeRefusal("mẫu có trường tổng số trang (NUMPAGES), sẽ đếm trang của cả tệp ghép");
    }
  }
}

function text(parts: Package, name: string): string {
  return Buffer.from(parts.get(name) ?? Buffer.alloc(0)).toString("utf8");
}
