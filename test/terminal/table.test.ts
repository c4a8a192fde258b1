import { Chalk } from "chalk";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellWidth, glyphWidth, printable, splitGlyphs } from "../../src/terminal/cell-width.js";
import { chooseScreenWidth } from "../../src/terminal/screen-width.js";
import { type Column, formatTable } from "../../src/terminal/table.js";
import { wrapSentence, wrapWords } from "../../src/terminal/wrap.js";

const PLAIN = new Chalk({ level: 0 });
const COLUMNS: readonly Column[] = [{ header: "Đơn vị" }, { header: "Điểm", align: "right" }];

/** Letters of a text in order, blanks and line breaks aside. */
const lettersOf = (text: string) => text.normalize("NFC").replace(/\s+/g, "");

test.each([
  ["Nguyễn Thị Hồng Nhung", 21],
  ["Nguyễn Thị Hồng Nhung".normalize("NFD"), 21],
  ["Đắk Nông", 8],
  ["Ng\u200Bọc\uFEFF", 4],
  ["ử\u0323", 1],
  ["\u0301", 0],
  ["北京 12", 7],
  ["ｶﾅ", 2],
  ["Ａ１", 4],
  ["✅", 2],
  ["— • → ─", 7],
])("%j takes %i cells", (text, width) => {
  expect(cellWidth(text)).toBe(width);
});

test("columns line up, whether the letters are composed or not", () => {
  const rows = [
    ["Huyện Lâm Bình".normalize("NFD"), "279,10"],
    ["Xã Y", "9,5"],
    ["Xã \u200BZ", "10"],
  ];
  const lines = formatTable(COLUMNS, rows, null, PLAIN).trimEnd().split("\n");
  expect(lines.map((line) => cellWidth(line))).toEqual([22, 22, 22, 22, 22]);
  expect(lines[3]).toBe(`Xã Y${" ".repeat(15)}9,5`);
});

test("a narrow window wraps by words, later lines set in, and loses no letter", () => {
  expect(formatTable(COLUMNS, [["Ban Quản lý dự án đầu tư xây dựng", "100"]], 24, PLAIN)).toBe(
    ["Đơn vị              Điểm", "──────────────────  ────", "Ban Quản lý dự án    100", "  đầu tư xây dựng", ""].join(
      "\n",
    ),
  );
});

test("the header of a column of numbers is wrapped before any name is", () => {
  const columns: Column[] = [{ header: "Đơn vị" }, { header: "Giữ nguyên", align: "right" }];
  expect(formatTable(columns, [["Huyện Lâm Bình", "1.454"]], 22, PLAIN)).toBe(
    ["Đơn vị             Giữ", "                nguyên", "──────────────  ──────", "Huyện Lâm Bình   1.454", ""].join(
      "\n",
    ),
  );
});

test("a column with nothing in it makes room in a narrow window", () => {
  const columns = [...COLUMNS, { header: "Ghi chú" }];
  expect(formatTable(columns, [["Huyện Lâm Bình", "279,10", ""]], 24, PLAIN)).not.toContain("Ghi chú");
  expect(formatTable(columns, [["Huyện Lâm Bình", "279,10", ""]], 40, PLAIN)).toContain("Ghi chú");
});

test("when no table fits, each row is a block of what it says", () => {
  const columns: Column[] = [...COLUMNS, { header: "Ghi chú dài lắm", align: "right" }];
  expect(
    formatTable(
      columns,
      [
        ["Xã Đông", "9", "x"],
        ["Ban Quản lý dự án đầu tư", "", "1.234.567.890,12"],
      ],
      20,
      PLAIN,
    ),
  ).toBe(
    [
      "Đơn vị: Xã Đông",
      "Điểm: 9",
      "Ghi chú dài lắm: x",
      "",
      "Đơn vị: Ban Quản lý",
      "  dự án đầu tư",
      "Ghi chú dài lắm:",
      "  1.234.567.890,12",
      "",
    ].join("\n"),
  );
});

test("a cell of many lines is read as blocks", () => {
  const sentence = Array.from({ length: 30 }, () => "thực hiện").join(" ");
  expect(
    formatTable(
      COLUMNS,
      [
        ["Xã Đông", "9"],
        [sentence, "1"],
      ],
      40,
      PLAIN,
    ),
  ).toMatch(/^Đơn vị: Xã Đông\nĐiểm: 9\n\nĐơn vị: thực/);
});

test("colour does not change the widths", () => {
  const painted = formatTable(COLUMNS, [["Huyện Lâm Bình", "100"]], 20, new Chalk({ level: 1 }));
  const mark = String.fromCharCode(27);
  expect(painted).toContain(mark);
  expect(painted.replaceAll(new RegExp(`${mark}\\[\\d+m`, "g"), "")).toBe(
    formatTable(COLUMNS, [["Huyện Lâm Bình", "100"]], 20, PLAIN),
  );
});

/** The letters that stand in the first cells of the lines below the rule. */
function readFirstColumn(text: string): string {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => line.startsWith("──"));
  const width = /^─+/.exec(lines[at] ?? "")?.[0].length ?? 0;
  const begin = (line: string) => {
    let cells = 0;
    return splitGlyphs(line).filter((glyph) => {
      cells += glyphWidth(glyph);
      return cells <= width;
    });
  };
  return lettersOf(
    lines
      .slice(at + 1)
      .flatMap(begin)
      .join(""),
  );
}

const word = fc.oneof(
  fc.constantFrom(
    "Huyện",
    "Lâm",
    "Bình",
    "thành",
    "phố",
    "Nghiêng",
    "Ủy",
    "ban",
    "北京",
    "dai-thuat-ngu-khong-co-khoang-trang.csv",
  ),
  fc.constantFrom("Huyện", "Nguyễn", "Ủy").map((text) => text.normalize("NFD")),
);
const name = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(" "));
const figure = fc.constantFrom("", "9", "100%", "1.454", "-12.345.678,90", "279,10");

test("whatever the window, no line is wider, no name is cut and no number is broken", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, figure, figure, name), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 20, max: 140 }),
      (rows, width) => {
        const columns: Column[] = [
          { header: "Đơn vị" },
          { header: "Tổng điểm", align: "right" },
          { header: "% KH", align: "right" },
          { header: "Ghi chú" },
        ];
        const text = formatTable(columns, rows, width, PLAIN);
        for (const line of text.split("\n")) expect(cellWidth(line), line).toBeLessThanOrEqual(width);
        const pieces = text.split(/\s+/);
        for (const cell of rows.flat()) if (/\d/.test(cell)) expect(pieces).toContain(cell);
        const isTable = text.includes("──");
        if (!isTable) for (const row of rows) expect(lettersOf(text)).toContain(lettersOf(row[0]));
        else expect(readFirstColumn(text)).toBe(lettersOf(rows.map(([first]) => first).join("")));
      },
    ),
    { numRuns: 300 },
  );
});

test("a word longer than the column is broken, not cut", () => {
  expect(wrapWords("abcdefghij kl", 4).join("")).toBe("abcdefghijkl");
  expect(wrapWords("abcdefghij kl", 6, "  ")).toEqual(["abcdef", "  ghij", "  kl"]);
  expect(wrapWords("Ngọc".normalize("NFD"), 3)).toEqual(["Ngọ", "c"]);
});

test("the further lines of a sentence stand below its first word", () => {
  expect(wrapSentence("• ", "đạt và vượt kế hoạch", 14)).toBe("• đạt và vượt\n  kế hoạch");
  expect(wrapSentence("• ", "đạt và vượt kế hoạch", null)).toBe("• đạt và vượt kế hoạch");
});

test("nothing in the data can move the cursor or turn the line round", () => {
  expect(printable("A\u001B[2JB\u202Ec\r\nd")).toBe("A [2JB c d");
  expect(printable("Xã\u200B Đ\u00ADông\u200F")).toBe("Xã Đông");
});

test.each<[string | undefined, number | undefined, number | null]>([
  [undefined, 80, 80],
  [undefined, undefined, null],
  ["60", undefined, 60],
  ["60", 80, 60],
  ["", 80, 80],
  ["rộng", undefined, null],
  ["0", undefined, null],
  [undefined, 0, null],
  ["3", 80, 20],
])("COLUMNS=%s on a terminal of %s cells gives lines of %s", (variable, terminal, width) => {
  expect(chooseScreenWidth(variable, terminal)).toBe(width);
});
