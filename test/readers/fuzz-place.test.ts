import fc from "fast-check";
import { expect, test } from "vitest";
import type { ResultRecord } from "../../src/domain/indicator.js";
import { isTypedAmount } from "../../src/domain/measurement.js";
import { unitKey } from "../../src/domain/name.js";
import type { SheetReading } from "../../src/readers/index.js";
import { readSheet } from "./read-sheet.js";

/** What stands in cells of real sheets, and what must not be taken for anything else. */
const CELLS = [
  "",
  "12",
  "1,5",
  "1.454,5",
  "105%",
  "6,6-6,8",
  "dưới 4",
  "04/17 xã",
  "Đạt",
  "Không giao",
  "-nt-",
  "x",
  "1",
  "1.1",
  "I",
  "- Lúa",
  "ha",
  "tỷ đồng",
  "Xã A Mẫu",
  "I. Xã B Mẫu",
  "Thị trấn C Mẫu",
  "Trồng rừng",
  "Thu ngân sách",
  "Tổng cộng",
  "Bình quân chung",
  "Ghi chú:",
  "Kế toán",
  "Đơn vị",
  "Chỉ tiêu",
  "KH",
  "TH",
  "TH 6 tháng",
  "Tên đơn vị",
  "Cụm",
  "Đơn vị tính: triệu đồng",
  "KINH TẾ - XÃ HỘI NĂM 2020",
];

/** Headers, each with a row of data below it. */
const HEADERS = [
  "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Năm trước;Ghi chú\nXã A Mẫu;Thủy lợi;km;12;12;12;",
  "STT;Chỉ tiêu;ĐVT;KH năm 2020;TH 6 tháng;% TH/KH;Ghi chú\n1;Thủy lợi;km;12;12;100;",
  "STT;Nội dung;KH (tr.đ);Ước TH cả năm (tr.đ);So cùng kỳ;;\n1;Thủy lợi;12;12;0;;",
  "STT;Chỉ tiêu;ĐVT;Xã A Mẫu;;Xã B Mẫu;\n;;;KH;TH;KH;TH\n1;Thủy lợi;km;12;12;12;12",
  "STT;Chỉ tiêu;ĐVT;Kế hoạch;;Thực hiện;\n;;;Tỉnh giao;Huyện giao;Xã A Mẫu;Xã B Mẫu\n1;Thủy lợi;km;12;12;12;12",
  "STT;Đơn vị;Trồng rừng (ha);;Thu ngân sách;;\n;;KH;TH;KH;TH;So sánh (%)\n1;Xã A Mẫu;12;12;12;12;",
];

/** Lines above a table hold no lone header. */
const TITLES = [
  "",
  "UBND XÃ A MẪU",
  "KINH TẾ - XÃ HỘI NĂM 2020",
  "Đơn vị tính: triệu đồng",
  "Xã B Mẫu",
  "CÁC XÃ NĂM 2020",
];

const title = fc.array(fc.constantFrom(...TITLES), { minLength: 1, maxLength: 4 }).map((cells) => cells.join(";"));
const row = fc.array(fc.constantFrom(...CELLS), { minLength: 1, maxLength: 7 }).map((cells) => cells.join(";"));
const sheet = fc
  .tuple(fc.array(title, { maxLength: 2 }), fc.constantFrom(...HEADERS), fc.array(row, { maxLength: 10 }))
  .map(([title, header, rows]) => [...title, header, ...rows].join("\n"));

const NAMES = /Mẫu$/i;
const FIGURES = ["planned", "actual", "previous"] as const;

function columnIndex(letter: string): number {
  return letter.charCodeAt(0) - 65;
}

function cellOf(reading: SheetReading, record: ResultRecord, field: string, rows: readonly string[][]): string {
  const letter = record.cells?.[field as "planned"]?.letter ?? reading.columns[field]?.letter;
  return letter === undefined ? "" : (rows[record.row - 1]?.[columnIndex(letter)] ?? "");
}

async function read(text: string) {
  const reading = await readSheet({ file: "Xã D Mẫu.csv", bytes: Buffer.from(text) });
  const rows = text.split("\n").map((line) => line.split(";"));
  return { reading, rows, records: reading.content?.format === "ket-qua" ? [...reading.content.records] : [] };
}

test("each figure is the one that stands in its own cell, and a blank cell has none", async () => {
  await fc.assert(
    fc.asyncProperty(sheet, async (text) => {
      const { reading, rows, records } = await read(text);
      for (const record of records) {
        for (const field of FIGURES) {
          const value = record[field];
          const cell = cellOf(reading, record, field, rows);
          if (value === null) continue;
          if (typeof value === "boolean") expect(cell, field).toMatch(/^(Đạt|x|1|0)$/);
          else if (isTypedAmount(value)) expect(cell, field).toBe(value.text);
          else expect(Number(value), `${field}: ${cell}`).toBe(Number(readPlainly(cell)));
        }
      }
    }),
    { numRuns: 300 },
  );
});

/** The figures of CELLS, by hand. */
function readPlainly(cell: string): string {
  const plain: Record<string, string> = { "1,5": "1.5", "1.454,5": "1454.5", "105%": "105", "1.1": "1.1" };
  return plain[cell] ?? cell;
}

test("no unit is made of words that name none", async () => {
  await fc.assert(
    fc.asyncProperty(sheet, async (text) => {
      const { reading, rows, records } = await read(text);
      for (const { unit, row } of records) {
        if (reading.columns.unit !== undefined) {
          const above = rows
            .slice(0, row)
            .map((cells) => cells[columnIndex(reading.columns.unit?.letter ?? "A")] ?? "");
          expect(above.map(unitKey)).toContain(unitKey(unit));
        } else expect(unit).toMatch(NAMES);
      }
    }),
    { numRuns: 300 },
  );
});
