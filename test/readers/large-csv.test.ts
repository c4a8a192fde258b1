import fc from "fast-check";
import { expect, test } from "vitest";
import { type FormatId, readLargeSheet, readSheets, type SheetReading } from "../../src/readers/index.js";
import { NeedsWholeFile } from "../../src/readers/large/needs-whole-file.js";

/** The bytes in pieces of `size`, in one buffer that is filled anew for each, as a file is read. */
function cut(text: string | Buffer, size: number): () => Iterable<Uint8Array> {
  return function* () {
    const bytes = Buffer.from(text);
    const piece = Buffer.alloc(size);
    for (let start = 0; start < bytes.length; start += size) {
      const count = bytes.copy(piece, 0, start);
      yield piece.subarray(0, count);
    }
  };
}

interface Read {
  records: object[];
  rest: object;
}

function gather(reading: SheetReading): Read {
  const records = [...(reading.content?.records ?? [])];
  const { content, ...rest } = reading;
  return { records, rest };
}

/** What comes of reading in pieces; null when the file has to be read whole. */
function readInPieces(text: string | Buffer, size: number, as?: FormatId): Read | null {
  const reading = readLargeSheet({ file: "a.csv", readPieces: cut(text, size), ...(as === undefined ? {} : { as }) });
  if (reading === null) return null;
  try {
    return gather(reading);
  } catch (error) {
    if (error instanceof NeedsWholeFile) return null;
    throw error;
  }
}

async function readWhole(text: string | Buffer): Promise<Read> {
  const [reading] = await readSheets({ file: "a.csv", bytes: Buffer.from(text) });
  if (reading === undefined) throw new Error("no sheet");
  return gather(reading);
}

const HEADER = "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Năm trước;% TH/KH;Ghi chú;Năm";
const USUAL = [
  "Biểu số 01;;;;;;;;",
  HEADER,
  "A;B;C;1;2;3;4;5;6",
  "Xã Đông;Trồng rừng;ha;1.234,5;1.300;1.200;105,3;;2020",
  'Xã Đông;"Thu ngân sách";tỷ đồng;10;"12,5";;125;"dòng 1\r\ndòng 2; có dấu";2020',
  "",
  "Xã Tây;Trồng rừng;ha;<4;dưới 4;Không giao;;x;2020",
  "Xã Tây;Thu ngân sách;tỷ đồng;6,6-6,8;7,02;Xuất siêu;;Đạt;2020",
  'Xã Tây;Trường "Kim";;5;5;5;;;2020'.replace('"Kim"', "Kim"),
];

test.each([1, 2, 3, 7, 64, 100_000])(
  "a usual sheet cut into pieces of %i bytes reads as it does whole",
  async (size) => {
    const text = USUAL.join("\r\n");
    expect(readInPieces(text, size)).toEqual(await readWhole(text));
    expect(readInPieces(`\uFEFF${text}\n`, size)).toEqual(await readWhole(`\uFEFF${text}\n`));
  },
);

test("a cluster's heading among results is said alike in pieces and whole", async () => {
  const text = [USUAL[1], "Cụm số 1;;;;;;;;", USUAL[3], USUAL[4]].join("\n");
  const read = readInPieces(text, 50);
  expect(read?.rest).toMatchObject({ problems: [{ code: "cluster-heading", row: 2 }] });
  expect(read).toEqual(await readWhole(text));
});

test("a NUL at the very end is seen before any record is read", () => {
  const text = `${USUAL.join("\n")}\n\0`;
  expect(readLargeSheet({ file: "a.csv", readPieces: cut(text, 50) })).toBeNull();
});

test("each walk over the records reads them anew and alike", () => {
  const reading = readLargeSheet({ file: "a.csv", readPieces: cut(USUAL.join("\n"), 50) });
  const records = reading?.content?.records;
  const [first, second] = [[...(records ?? [])], [...(records ?? [])]];
  expect(first).toHaveLength(5);
  expect(second).toEqual(first);
  expect(records?.length).toBe(5);
  expect(reading?.skipped.map(({ reason }) => reason)).toEqual(["title", "column-numbers", "blank"]);
});

test("the year is known before the records are read", () => {
  expect(readLargeSheet({ file: "a.csv", readPieces: cut(USUAL.join("\n"), 50) })?.year).toBe(2020);
});

test.each([
  ["a total", "Tổng cộng;Trồng rừng;ha;1;5;;;;"],
  ["a total of one kind of unit", "Các xã;Trồng rừng;ha;20;50;;;;2020"],
  ["a unit left blank under a filled one", ";Nuôi lợn;ha;1;5;;;;2020"],
  ["a ditto mark", "-nt-;Nuôi lợn;ha;1;5;;;;2020"],
  ["a number in the other style", "Xã Nam;Trồng rừng;ha;1;5;;1,234.5;;2020"],
  ["a lost letter", "Xã N\uFFFDm;Trồng rừng;ha;1;5;;;;2020"],
  ["a BOM in the middle", "\uFEFFXã Nam;Trồng rừng;ha;1;5;;;;2020"],
  ["a NUL", "Xã Nam\u0000;Trồng rừng;ha;1;5;;;;2020"],
  ["text of an old font", "X· §«ng Hoµ;Trång rõng ®Çu nguån;ha;1;5;;;;2020"],
])("%s has the file read whole", (_what, row) => {
  expect(readInPieces([...USUAL, row, "Xã Bắc;Trồng rừng;ha;1;5;;;;2020"].join("\n"), 100)).toBeNull();
});

test.each([
  ["an error in a cell", "Xã Nam;Trồng rừng;ha;mười;5;;;;2020"],
  ["a pair that stands twice", "XÃ ĐÔNG;Trồng rừng;ha;1;5;;;;2020"],
  ["another year", "Xã Nam;Trồng rừng;ha;1;5;;;;2019"],
  ["a cell too many", "Xã Nam;Trồng rừng;ha;1;5;;;;2020;9"],
  ["the header again", HEADER],
  ["blank rows", "\n;;;;;;;;\n"],
])("%s is told as it is of the whole file", async (_what, row) => {
  const text = [...USUAL, row, "Xã Bắc;Trồng rừng;ha;1;5;;;;2020"].join("\n");
  const read = readInPieces(text, 100);
  expect(read?.records.at(-1)).toMatchObject({ unit: "Xã Bắc" });
  expect(read).toEqual(await readWhole(text));
});

test.each([
  ["a misplaced quote", 'Xã Nam;"Trồng" rừng;ha;1;5;;;;2020', "misplaced-quote"],
  ["a quote left open", 'Xã Nam;"Trồng rừng;ha;1;5;;;;2020', "unclosed-quote"],
  [
    "a quote that closes in another row",
    'Xã Nam;"Trồng rừng;ha;1;5;;;;2020\nXã Nam;a"b;"x";1;5;;;;2020',
    "unclosed-quote",
  ],
])("%s ends the sheet there, as it does of the whole file", async (_what, row, code) => {
  // In the first rows it would have the file read whole.
  const before = Array.from({ length: 600 }, (_, index) => `Xã Đông ${index};Trồng rừng;ha;1;5;;;;2020`);
  const text = [...USUAL, ...before, row, "Xã Bắc;Trồng rừng;ha;1;5;;;;2020"].join("\n");
  const read = readInPieces(text, 1000);
  expect(read?.rest).toMatchObject({ problems: expect.arrayContaining([expect.objectContaining({ code })]) });
  expect(read).toEqual(await readWhole(text));
});

test.each(["utf-16le", "utf-16be"])("%s with its mark is read in pieces, cut anywhere", async (encoding) => {
  const bytes = Buffer.from(`\uFEFF${USUAL.join("\r\n")}`, "utf16le");
  if (encoding === "utf-16be") bytes.swap16();
  for (const size of [1, 7, 1000]) expect(readInPieces(bytes, size)).toEqual(await readWhole(bytes));
  expect(readInPieces(bytes, 64)?.rest).toMatchObject({ encoding });
  expect(readInPieces(Buffer.concat([bytes, bytes]), 64)).toBeNull();
});

test("plans of several levels are read in pieces", async () => {
  const text = [
    "Đơn vị;Chỉ tiêu;ĐVT;Tỉnh giao;Huyện giao;Thực hiện",
    "Xã Đông;Trồng rừng;ha;1.234,5;1.300;1.200",
    "Xã Tây;Trồng rừng;ha;10;;12",
    "Xã Nam;Trồng rừng;ha;;20;15",
  ].join("\n");
  const read = readInPieces(text, 30);
  expect(read?.records).toHaveLength(3);
  expect(read).toEqual(await readWhole(text));
});

test("a part named alike under two indicators needs the whole sheet in view", async () => {
  const rows = (part: string) => [
    HEADER,
    ...["Đào tạo", "Việc làm"].flatMap((name) => [
      `Xã Đông;${name};người;10;11;;;;2020`,
      `Xã Đông;${part};người;4;5;;;;2020`,
    ]),
  ];
  for (const part of ["Trong đó: Nữ", "- Nữ", "+ Nữ"]) {
    const text = rows(part).join("\n");
    expect(readInPieces(text, 64)).toBeNull();
    const { records } = await readWhole(text);
    expect(records).toMatchObject([
      { indicator: "Đào tạo" },
      { indicator: "Đào tạo – Nữ" },
      { indicator: "Việc làm" },
      { indicator: "Việc làm – Nữ" },
    ]);
  }
});

test("indicators that head the rows of their units need the whole sheet in view", () => {
  const units = ["Xã Đông;10;11", "Xã Tây;8;9"];
  const text = ["Đơn vị;Kế hoạch;Thực hiện", "Trồng rừng (ha);;", ...units, "Thu ngân sách;;", ...units].join("\n");
  expect(readInPieces(text, 64)).toBeNull();
});

test("a text without a header is refused by its first rows", async () => {
  const text = "Biểu tổng hợp kết quả thi đua của các xã\n".repeat(10_000);
  expect(readInPieces(text, 1000)).toEqual(await readWhole(text));
});

test("a sheet of errors is left after ten thousand of them, in pieces or whole", async () => {
  const rows = Array.from({ length: 12_000 }, (_, row) => `Xã ${row};Trồng rừng;mười;5`);
  const text = ["Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện", ...rows, ""].join("\n");
  const told = { row: 10_001, code: "too-many-errors", message: expect.stringContaining("10.000 lỗi") };
  for (const read of [readInPieces(text, 10_000), await readWhole(text)]) {
    const problems = read === null ? [] : (read.rest as SheetReading).problems;
    expect(problems).toHaveLength(10_001);
    expect(problems.at(-1)).toMatchObject(told);
  }
});

test.each([
  ["another format", "Tên đơn vị;Cụm\nXã Đông;Cụm 1\n"],
  ["units in columns", "Chỉ tiêu;Xã Đông;;Xã Tây;\n;KH;TH;KH;TH\nTrồng rừng;1;2;3;4\n"],
  ["one unit", "Xã Đông\nChỉ tiêu;Kế hoạch;Thực hiện\nTrồng rừng;1;2\n"],
  ["an HTML table", "<table>\n<tr><td>Chỉ tiêu</td></tr>\n</table>\n"],
  ["nothing", ""],
])("%s is not read in pieces", (_what, text) => {
  expect(readInPieces(text, 100)).toBeNull();
});

test("numbers whose style only a late row tells are read whole, where the style is plain in pieces", () => {
  const rows = (figure: string) =>
    ["Đơn vị;Chỉ tiêu;Kế hoạch", "Xã A;B;1.234", "Xã C;B;5", `Xã D;B;${figure}`, ""].join("\n");
  // Rows within reach of the head tell the style at once.
  expect(readInPieces(rows("1.234,5"), 100)).not.toBeNull();
  const far = [
    "Đơn vị;Chỉ tiêu;Kế hoạch",
    ...Array.from({ length: 6000 }, (_, row) => `Xã số ${row};Trồng rừng;1.234`),
    "Xã cuối;Trồng rừng;1.234,5",
  ].join("\n");
  expect(readInPieces(far, 10_000)).toBeNull();
  expect(readInPieces(far.replace("1.234,5", "1.235"), 10_000)?.records).toHaveLength(6001);
});

const cell = fc.oneof(
  fc.constantFrom(
    "Xã A",
    "Xã B",
    "Trồng rừng",
    "Thu",
    "ha",
    "1.234,5",
    "1.234",
    "12",
    "-3",
    "<4",
    "Đạt",
    "",
    "x",
    "2020",
  ),
  fc.string({ maxLength: 6 }),
  fc.constantFrom('"a;b"', '"a""b"', '"a\nb"', "Tổng cộng", "-nt-", "Không giao", "\uFFFD", "12.5"),
);

const HEADERS = [
  "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Năm trước;Ghi chú",
  "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Năm;Đánh giá",
  "STT;Đơn vị;Chỉ tiêu;ĐVT;Thực hiện;;Ghi chú",
  "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Tổng số hộ;Thực hiện;% TH/KH",
  "Đơn vị;Chỉ tiêu;ĐVT;Tỉnh giao;Huyện giao;Thực hiện;Ghi chú",
];

test("whatever is read in pieces is read alike whole", async () => {
  let inPieces = 0;
  const figure = fc.oneof(cell, fc.constantFrom("1", "1.234", "1.234,5", "0", "12,50", "-3", "5%", "", "2020"));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...HEADERS),
      fc.array(fc.tuple(fc.nat({ max: 3 }), fc.array(figure, { minLength: 3, maxLength: 5 })), { maxLength: 12 }),
      fc.integer({ min: 1, max: 80 }),
      async (header, rows, size) => {
        const ordinal = header.startsWith("STT") ? ["1"] : [];
        // A few units and measures, met again and again, and each pair once.
        const lines = rows.map(([unit, cells], index) =>
          [...ordinal, `Xã ${unit}`, `Trồng rừng ${index >> 1}`, index % 3 === 0 ? "%" : "ha", ...cells].join(";"),
        );
        const first = [...ordinal, "Xã Mẫu", "Trồng rừng", "ha", "1", "2", "2020", ""].slice(0, 7).join(";");
        const text = [header, first, ...lines, ""].join("\n");
        const read = readInPieces(text, size);
        if (read === null) return;
        inPieces++;
        expect(read).toEqual(await readWhole(text));
      },
    ),
    { numRuns: 700 },
  );
  expect(inPieces).toBeGreaterThan(200);
});

test("rows in which nothing is unusual are read as they are whole, however many there are", async () => {
  const number = fc.oneof(
    fc.constantFrom("", "0", "05", "1.234", "1.234,5", "1234,5", "12,50", "1.000.000", "-3", "- 3", "(0,5)", "+1"),
    fc.integer({ min: 0, max: 99_999 }).map(String),
  );
  const note = fc.constantFrom(
    ...["", "", "Ghi chú dài hơn hai mươi chữ cái", "- gạch đầu dòng rồi mới đến lời ghi", "Vượt kế hoạch", "Đạt"],
    ...["Ghi chú  có hai dấu cách  liền nhau", "'=1+1 và một lời ghi chú dài", "Trồng ở xã B?c S?n, còn thiếu giống"],
    ...["Ghi chu\u0301 go\u0303 bằng dấu rời, dài", "Lời ghi có \u200Bký tự không nhìn thấy"],
  );
  const oddUnit = fc.constantFrom(
    ...[
      "Các xã",
      "Nhóm phường trung tâm",
      "Cộng Hòa",
      "Cộng",
      "Tổng khối xã",
      "Bình quân",
      "Như trên",
      "nt",
      "Trong đó",
    ],
    ...[
      "Xa\u0303 Mai",
      "Xã  Lan",
      "Xã B?c",
      "=Xã",
      "Xã\u200B Sen",
      "Đơn vị",
      "Unit",
      "Ghi chú: không tính",
      "a)",
      "Cum 1",
    ],
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(number, number, number, note), { minLength: 1, maxLength: 30 }),
      fc.option(oddUnit),
      async (rows, odd) => {
        const lines = rows.map((cells, index) => {
          const unit = odd !== null && index === rows.length - 2 ? odd : `Xã ${index % 4}`;
          return [unit, `Chỉ tiêu ${index >> 2}`, "ha", ...cells, "2020"].join(";");
        });
        const text = ["Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Năm trước;Ghi chú;Năm", ...lines, ""].join("\n");
        const read = readInPieces(text, 1000);
        fc.pre(read !== null);
        expect(read).toEqual(await readWhole(text));
      },
    ),
    { numRuns: 250 },
  );
});
