import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { listMovements } from "../../src/store/movement.js";
import { withDatabase } from "../../src/store/open.js";
import { listReportTexts } from "../../src/store/report-text.js";
import { makeOffice } from "../fake-office.js";

test("a workbook with both sheets: a merged Mục holds for its paragraphs, a merged Nội dung is one paragraph, dates are dates", async () => {
  const office = makeOffice();
  office.write("don-vi.csv", "Tên đơn vị;Cụm/Khối\nXã Đông;Cụm số 1\n");
  office.write(
    "bao-cao.xlsx",
    await writeXlsx({
      sheets: [
        {
          name: "Phong trào",
          rows: [
            ["STT", "Tên phong trào", "Cơ quan phát động", "Từ ngày", "Số đơn vị hưởng ứng", "Kết quả"],
            [1, "Vì người nghèo", "UBND xã Mẫu", new Date("2020-02-01T00:00:00Z"), 7, "1. Năm nhà;\r\n2. Hai giếng."],
          ],
          columns: Array.from({ length: 6 }, (_, index) => (index === 3 ? { numFmt: "dd/mm/yyyy" } : {})),
        },
        {
          name: "Nội dung",
          rows: [
            ["Đơn vị", "Mục", "Nội dung"],
            ["Xã Đông", "Khó khăn", "1. Một\n  2. Hai"],
            [null, null, "Ba"],
            [null, "Bài học", "Bốn"],
            [null, null, null],
          ],
          merges: [
            { startRow: 1, startCol: 0, endRow: 4, endCol: 0 },
            { startRow: 1, startCol: 1, endRow: 2, endCol: 1 },
            { startRow: 3, startCol: 1, endRow: 4, endCol: 1 },
            { startRow: 3, startCol: 2, endRow: 4, endCol: 2 },
          ],
        },
      ],
    }),
  );
  const ran = await office.run("import", "don-vi.csv", "bao-cao.xlsx", "--year", "2020", "--json");
  const { imports } = ran.json<{ imports: { format: string; problems: object[] }[] }>();
  expect(imports.map(({ format, problems }) => [format, problems])).toEqual([
    ["don-vi", []],
    ["phong-trao", []],
    ["noi-dung", []],
  ]);
  await withDatabase(office.path("thidua.db"), "read", (db) => {
    expect(listMovements(db, 2020)).toMatchObject([
      { from: "2020-02-01", unitCount: 7, result: "1. Năm nhà;\n2. Hai giếng." },
    ]);
    expect(listReportTexts(db, 2020).map(({ unit, section, content }) => [unit, section, content])).toEqual([
      ["Xã Đông", "kho-khan", "1. Một\n  2. Hai"],
      ["Xã Đông", "kho-khan", "Ba"],
      ["Xã Đông", "bai-hoc", "Bốn"],
    ]);
  });
});
