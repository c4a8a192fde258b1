import { expect, test } from "vitest";
import { findSheetUnit, isTypedUnit, matchUnit } from "../../src/readers/table/sheet-unit.js";
import { readSheet } from "./read-sheet.js";

interface Place {
  file?: string;
  sheet?: string;
  /** Lines; the cells of one are parted by " | ". */
  title?: string[];
  known?: string[];
  unit?: string;
}

function find({ file = "ket-qua.csv", sheet, title = [], known = [], unit }: Place): string | null {
  const place = { file, sheet: sheet ?? null, title: title.map((line) => line.split(" | ")) };
  const found = findSheetUnit(place, { unit: unit ?? null, knownUnits: known });
  return found === null ? null : `${found.name} | ${found.from}`;
}

test.each<[Place, string | null]>([
  [{ unit: "Xã Đông Mẫu", title: ["Đơn vị: Xã Tây Mẫu"] }, "Xã Đông Mẫu | option"],
  [{ title: ["Đơn vị: Xã Tây Mẫu"] }, "Xã Tây Mẫu | title"],
  [{ title: ["KẾT QUẢ NĂM 2022", "Đơn vị: triệu đồng"] }, null],
  [{ title: ["Đơn vị: ……………"] }, null],
  [{ title: ["Đơn vị: | Xã Tây Mẫu | Năm | 2020"] }, "Xã Tây Mẫu | title"],
  [{ title: ["Đơn vị: Trường A Mẫu, năm 2020"] }, "Trường A Mẫu | title"],
  [{ title: ["UBND XÃ TÂY MẪU | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"] }, "XÃ TÂY MẪU | title"],
  [{ title: ["PHÒNG TÀI CHÍNH | Độc lập", "CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM 2020"] }, null],
  [{ title: ["CHỈ TIÊU KINH TẾ – XÃ HỘI HUYỆN SÔNG MẪU NĂM 2020"] }, "HUYỆN SÔNG MẪU | title"],
  [{ title: ["UBND XÃ HỘI MẪU", "Kinh tế, văn hoá, xã hội năm 2020"] }, "XÃ HỘI MẪU | title"],
  [{ title: ["CHỈ TIÊU CÁC XÃ, PHƯỜNG, THỊ TRẤN NĂM 2020"] }, null],
  [{ title: ["KẾ HOẠCH TỈNH GIAO NĂM 2020", "XÃ ĐẠT CHUẨN NÔNG THÔN MỚI"] }, null],
  [{ title: ["UBND HUYỆN NĂM CĂN MẪU", "KẾT QUẢ NĂM 2020"] }, "HUYỆN NĂM CĂN MẪU | title"],
  [{ title: ["UBND TX SÔNG MẪU"] }, "TX SÔNG MẪU | title"],
  [{ title: ["UBND HUYỆN SÔNG MẪU", "UBND XÃ ĐÔNG MẪU"] }, "XÃ ĐÔNG MẪU | title"],
  [{ title: ["Kết quả thực hiện của xã Đông Mẫu năm 2022"] }, "xã Đông Mẫu | title"],
  [{ title: ["Kết quả của 7 huyện, thành phố thuộc tỉnh năm 2022"] }, null],
  [{ title: ["Kết quả của xã Đông Mẫu và xã Tây Mẫu"], known: ["Xã Đông Mẫu", "Xã Tây Mẫu"] }, null],
  [{ title: ["KẾT QUẢ CỦA LÂM MẪU NĂM 2022"], known: ["Huyện Lâm Mẫu", "Huyện Na Mẫu"] }, "Huyện Lâm Mẫu | title"],
  [{ title: ["Xã Đông Hòa Mẫu"], known: ["Xã Đông Hòa", "Xã Đông Hòa Mẫu"] }, "Xã Đông Hòa Mẫu | title"],
  [{ title: ["TP. Sông Mẫu"], known: ["Thành phố Sông Mẫu"] }, "Thành phố Sông Mẫu | title"],
  [{ sheet: "Lâm Mẫu", known: ["Huyện Lâm Mẫu"] }, "Huyện Lâm Mẫu | sheet"],
  [{ sheet: "Sheet1", file: "lam-mau_2022.csv", known: ["Huyện Lâm Mẫu"] }, "Huyện Lâm Mẫu | file"],
  [{ file: "so-lieu/Xã Đông Mẫu - 2022.csv" }, "Xã Đông Mẫu | file"],
  [{ sheet: "TT Mẫu" }, "TT Mẫu | sheet"],
  [{ sheet: "H.Sông Mẫu" }, "H.Sông Mẫu | sheet"],
  [{ sheet: "P.1" }, "P.1 | sheet"],
  [{ sheet: "TT 02" }, null],
  [{ sheet: "TT chung" }, null],
  [{ file: "xa-dong-mau.csv" }, null],
  [{ title: ["PHÒNG GD&ĐT HUYỆN MẪU", "TRƯỜNG THCS HOA MẪU", "KẾT QUẢ NĂM 2026"] }, "TRƯỜNG THCS HOA MẪU | title"],
  [{ title: ["UBND HUYỆN MẪU | CỘNG HÒA", "TRƯỜNG HOA MẪU"], known: ["Huyện Mẫu"] }, "TRƯỜNG HOA MẪU | title"],
  [
    { title: ["SỞ Y TẾ TỈNH MẪU", "BỆNH VIỆN HUYỆN MẪU"], known: ["Bệnh viện huyện Mẫu"] },
    "Bệnh viện huyện Mẫu | title",
  ],
  [{ title: ["BCHQS TỈNH MẪU", "BAN CHQS HUYỆN TÂY MẪU"] }, "BAN CHQS HUYỆN TÂY MẪU | title"],
  [{ title: ["TRƯỜNG HỌC HẠNH PHÚC", "UBND XÃ MẪU"] }, "XÃ MẪU | title"],
  [{ title: ["CÔNG AN TỈNH MẪU", "KẾT QUẢ CỦA LÂM MẪU NĂM 2026"], known: ["Huyện Lâm Mẫu"] }, "Huyện Lâm Mẫu | title"],
  [{ title: ["SỞ Y TẾ TỈNH MẪU", "KẾT QUẢ NĂM 2026"] }, "SỞ Y TẾ TỈNH MẪU | title"],
  [{ title: ["UBND TỈNH MẪU", "SỞ Y TẾ", "KẾT QUẢ NĂM 2026"] }, null],
  [{ title: ["UBND TỈNH MẪU", "SỞ Y TẾ"], known: ["Sở Y tế", "Sở Nội vụ"] }, "Sở Y tế | title"],
  [{ title: ["PHÒNG GD&ĐT HUYỆN MẪU", "KẾT QUẢ NĂM HỌC"] }, null],
  [{ title: ["PHÒNG GD&ĐT HUYỆN MẪU"], known: ["Huyện Mẫu"] }, null],
  [{ sheet: "Trường Mầm non Hoa Mẫu", known: ["Xã Hoa Mẫu"] }, "Trường Mầm non Hoa Mẫu | sheet"],
])("%j is of %s", (place, expected) => {
  expect(find(place)).toBe(expected);
});

test("a sheet without a unit column is of the unit it names, its cells in their own columns", async () => {
  const text = "UBND XÃ ĐÔNG MẪU;;;\nTT;Chỉ tiêu;KH 2022;TH 2022\n1;Trồng rừng (ha);5;6\n;- Rừng sản xuất;3;4\n";
  const reading = await readSheet({ file: "a.csv", bytes: Buffer.from(text) });
  expect(reading).toMatchObject({ layout: "unit", unit: { name: "XÃ ĐÔNG MẪU", from: "title" }, problems: [] });
  expect(reading.content?.records).toMatchObject([
    { row: 3, unit: "XÃ ĐÔNG MẪU", indicator: "Trồng rừng (ha)", measure: "ha", planned: "5", actual: "6" },
    { row: 4, indicator: "Rừng sản xuất", planned: "3", actual: "4" },
  ]);
});

test("each line of a cell above the table is a line of its own", async () => {
  const text = '"UBND XÃ ĐÔNG MẪU\nTRƯỜNG HOA MẪU";;\nChỉ tiêu;KH 2022;TH 2022\nTrồng cây (cây);5;6\n';
  const reading = await readSheet({ file: "a.csv", bytes: Buffer.from(text) });
  expect(reading.unit).toEqual({ name: "TRƯỜNG HOA MẪU", from: "title" });
});

test.each(["Huyện Lâm Bình", "TP. Mẫu", "TP Mẫu", "X.Đông", "XÃ ĐÔNG", "Thị trấn Na Hang", "Sở Nội vụ"])(
  "%s says itself that it is a unit",
  (text) => expect(isTypedUnit(text)).toBe(true),
);

test.each(["Lâm Bình", "Huyện giao", "Xã hội", "XÃ HỘI", "TPCP", "Huyện", "Xã đạt chuẩn", "Tổng số"])(
  "%s alone does not",
  (text) => expect(isTypedUnit(text)).toBe(false),
);

test.each([
  ["lâm bình mẫu", ["Huyện Lâm Bình Mẫu", "Xã Đông"], "Huyện Lâm Bình Mẫu"],
  ["H. Lâm Bình Mẫu", ["Huyện Lâm Bình Mẫu"], "Huyện Lâm Bình Mẫu"],
  ["Na Hang Mẫu", ["Huyện Na Hang Mẫu", "Thị trấn Na Hang Mẫu"], null],
  ["Na Hang Mẫu", ["Na Hang Mẫu", "Thị trấn Na Hang Mẫu"], "Na Hang Mẫu"],
  ["Đông", ["Xã Đông"], null],
])("%s among %s is %s", (text, known, unit) => {
  expect(matchUnit(text, known)).toBe(unit);
});
