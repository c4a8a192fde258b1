/** Advance widths of Times New Roman for U+0020–U+007E, in 1/2048 of the size; a tone or hat does not change a letter's width. */
const REGULAR = [
  512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479,
  682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682, 569,
  682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024, 1024, 1024,
  682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
];
const BOLD = [
  512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479, 1479, 1366, 1251, 1593, 1593,
  797, 1024, 1593, 1366, 1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479, 1366, 682, 569,
  682, 1190, 1024, 682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139, 569, 1706, 1139, 1024, 1139, 1139,
  909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065,
];
const OTHER: Readonly<Record<string, readonly [regular: number, bold: number]>> = {
  Đ: [1479, 1479],
  đ: [1024, 1139],
  Ơ: [1479, 1593],
  ơ: [1083, 1134],
  Ư: [1589, 1630],
  ư: [1110, 1229],
  "–": [1024, 1024],
  "—": [2048, 2048],
  "“": [909, 1024],
  "”": [909, 1024],
  "…": [2048, 2048],
};

/** Width of one line of Times New Roman in twips (1/20 pt); `size` in points. Letters we do not know count as an "n". */
export function measureText(text: string, size: number, bold = false): number {
  return toTwips(countUnits(text, bold), size);
}

function countUnits(text: string, bold: boolean): number {
  let units = 0;
  for (const letter of text.normalize("NFC")) units += letterWidth(letter, bold);
  return units;
}

function toTwips(units: number, size: number): number {
  return (units / 2048) * size * 20;
}

/** A batch measures the same few letters thousands of times. */
const KNOWN = { regular: new Map<string, number>(), bold: new Map<string, number>() };

function letterWidth(letter: string, bold: boolean): number {
  const known = KNOWN[bold ? "bold" : "regular"];
  const found = known.get(letter);
  if (found !== undefined) return found;
  const width = findWidth(letter, bold);
  known.set(letter, width);
  return width;
}

function findWidth(letter: string, bold: boolean): number {
  const parts = letter.normalize("NFD");
  const base = parts.charAt(0) + (parts.includes(HORN) ? HORN : "");
  const known = OTHER[base.normalize("NFC")];
  if (known !== undefined) return known[bold ? 1 : 0];
  const code = base.charCodeAt(0);
  return (bold ? BOLD : REGULAR)[(code === 0xa0 ? 0x20 : code) - 0x20] ?? (bold ? 1139 : 1024);
}
const HORN = "\u031B";

/** The lines a text takes in a space `width` twips wide, as Word breaks them: at blanks and at line breaks. */
export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  const blank = countUnits(" ", bold);
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    let units = 0;
    for (const word of paragraph.split(" ")) {
      const own = countUnits(word, bold);
      const longer = line === "" ? own : units + blank + own;
      if (line !== "" && toTwips(longer, size) > width) {
        lines.push(line);
        line = word;
        units = own;
      } else {
        line = line === "" ? word : `${line} ${word}`;
        units = longer;
      }
    }
    return [...lines, line];
  });
}

/** How many lines `wrapText` would break the text into, for one width after another. */
export function createLineCounter(text: string, size: number, bold = false): (width: number) => number {
  const paragraphs = text.split("\n").map((each) => each.split(" ").map((word) => countUnits(word, bold)));
  const blank = countUnits(" ", bold);
  const count = (words: readonly number[], width: number) => {
    let lines = 1;
    let line = words[0] ?? 0;
    for (const word of words.slice(1)) {
      const longer = line === 0 ? word : line + blank + word;
      if (line !== 0 && toTwips(longer, size) > width) {
        lines++;
        line = word;
      } else line = longer;
    }
    return lines;
  };
  return (width) => paragraphs.reduce((sum, words) => sum + count(words, width), 0);
}
