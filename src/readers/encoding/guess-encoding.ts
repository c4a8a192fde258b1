import { readCodePage } from "./code-page.js";
import { countWords, scoreWords } from "./score-text.js";
import { readTcvn3 } from "./tcvn3.js";
import { readVni } from "./vni.js";

/** What bytes that are not sound UTF-8 or UTF-16 may be. `utf-8` here means UTF-8 with some broken bytes. */
export type ByteEncoding = "utf-8" | "windows-1258" | "tcvn3" | "vni" | "windows-1252";

/** The one that comes first is taken when two read equally well. */
const ENCODINGS: readonly ByteEncoding[] = ["windows-1258", "tcvn3", "vni", "utf-8", "windows-1252"];

/** Bytes → text, composed; broken UTF-8 gives U+FFFD. */
export function readBytes(bytes: Uint8Array, encoding: ByteEncoding): string {
  switch (encoding) {
    case "utf-8":
      return new TextDecoder("utf-8").decode(bytes);
    case "windows-1258":
      return readCodePage(bytes, "windows-1258").normalize("NFC");
    case "windows-1252":
      return readCodePage(bytes, "windows-1252");
    case "tcvn3":
      return readTcvn3(readCodePage(bytes, "windows-1252"));
    case "vni":
      return readVni(readCodePage(bytes, "windows-1252"));
  }
}

/** A known column header outweighs this many words: the columns must be right before anything else. */
export const HEADER_WEIGHT = 10;

/**
 * The encoding in which the bytes read best as Vietnamese: by their column headers, then by valid syllables.
 * null when they make no sense in any.
 */
export function guessEncoding(bytes: Uint8Array, knowsHeader: (cell: string) => boolean): ByteEncoding | null {
  const sample = sampleLines(bytes);
  let best: { encoding: ByteEncoding; score: number } | null = null;
  for (const encoding of ENCODINGS) {
    const text = readBytes(sample, encoding);
    const words = countWords(text);
    // Names of other languages are a few among many; text of which most is no Vietnamese is not what we read.
    if (words.unsound > words.sound) continue;
    const score = scoreWords(words) + HEADER_WEIGHT * countHeaders(text, knowsHeader);
    if (best === null || score > best.score) best = { encoding, score };
  }
  return best?.encoding ?? null;
}

/** Cells of the first lines that are known headers by more than ASCII letters, which all encodings share. */
function countHeaders(text: string, knowsHeader: (cell: string) => boolean): number {
  const cells = text.split(/[\r\n]+/, HEADER_LINES).flatMap((line) => line.split(/[;,\t|"]/));
  return cells.filter((cell) => /\P{ASCII}/u.test(cell) && knowsHeader(cell)).length;
}

const HEADER_LINES = 40;
const SAMPLE_BYTES = 64 * 1024;

/** Lines that are not plain ASCII, from the first of them on. */
function sampleLines(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let index = 0; index < bytes.length && size < SAMPLE_BYTES; index++) {
    if ((bytes[index] ?? 0) < 0x80) continue;
    let start = index;
    while (start > 0 && !isBreak(bytes[start - 1]) && index - start < SAMPLE_BYTES) start--;
    let end = index;
    while (end < bytes.length && !isBreak(bytes[end]) && end - index < SAMPLE_BYTES) end++;
    parts.push(bytes.subarray(start, end), LINE_BREAK);
    size += end - start;
    index = end;
  }
  return Buffer.concat(parts);
}

const LINE_BREAK = Uint8Array.of(10);

function isBreak(byte: number | undefined): boolean {
  return byte === 10 || byte === 13;
}
