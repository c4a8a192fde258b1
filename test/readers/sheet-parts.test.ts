import { describe, expect, test } from "vitest";
import { readDate } from "../../src/readers/cell/date.js";
import { areMeasures, isMeasure } from "../../src/readers/cell/measure.js";
import { splitCells } from "../../src/readers/csv/csv.js";
import { rankDelimiters, readSepLine } from "../../src/readers/csv/delimiter.js";
import { subjectOfHeading, subjectOfName } from "../../src/readers/formats/subject.js";
import { agreeOnYear, describeOtherTitle, readTitleYears } from "../../src/readers/header/title.js";
import { FORMATS } from "../../src/readers/index.js";
import { fillDown } from "../../src/readers/table/ditto.js";
import { columnLetter, readHeader } from "../../src/readers/table/header-key.js";
import {
  isColumnNumbers,
  isNoteLabel,
  isPlaceAndDate,
  isSignature,
  isTotalLabel,
} from "../../src/readers/table/row-kind.js";
import { readSheet } from "./read-sheet.js";

describe("headers", () => {
  test.each([
    ["KH 2019", "kh", 2019],
    ["Kế hoạch\nnăm 2020", "kế hoạch", 2020],
    ["KH2021", "kh", 2021],
    ["TH 2019/TH 2018 (%)", "th/th %", null],
    [" Đơn  vị. ", "đơn vị", null],
    ["% TH / KH", "% th/kh", null],
    ["S.T.T", "stt", null],
    ["ke_hoach", "ke hoach", null],
  ])("%j is compared as %j", (header, key, year) => {
    expect(readHeader(header)).toMatchObject({ key, year });
  });

  test("what stands in brackets may be left out", () => {
    expect(readHeader("KH (tr.đ)").bare).toBe("kh");
    expect(readHeader("KH").bare).toBeNull();
  });

  test("columns are lettered as in Excel", () => {
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  });

  test("no header of a format is claimed by two of its columns, save Đơn vị in ket-qua", () => {
    for (const format of FORMATS) {
      const owners = new Map<string, string>();
      for (const column of format.columns) {
        for (const alias of [column.header, ...column.aliases]) {
          const { key } = readHeader(alias);
          const owner = owners.get(key) ?? column.field;
          if (format.id === "ket-qua" && key === "đơn vị") continue;
          expect(owner, `${format.id}: ${alias}`).toBe(column.field);
          owners.set(key, column.field);
        }
      }
    }
  });

  test("each format is recognised by its own canonical headers", async () => {
    for (const format of FORMATS) {
      const text = format.columns.map((column) => column.header).join(";");
      const reading = await readSheet({ file: "a.csv", bytes: Buffer.from(text) });
      expect(reading.content?.format).toBe(format.id);
    }
  });
});

describe("delimiters", () => {
  test.each([
    ["a;b;c\n1,5;2,5;3\n", [";", ","]],
    ["a,b\n1,2\n", [","]],
    ["a\tb\n", ["\t"]],
    ["a|b\nc|d\n", ["|"]],
    ['"a;b;c";d\n"e;f";g\n', [";"]],
    ["một cột\n", []],
  ])("%j ranks %j", (text, ranked) => {
    expect(rankDelimiters(text)).toEqual(ranked);
  });

  test("Excel's sep= line names the delimiter", () => {
    expect(readSepLine("sep=;\r\na;b")).toBe(";");
    expect(readSepLine('"sep=\t"\na')).toBe("\t");
    expect(readSepLine("sep = ;\n")).toBeNull();
    expect(readSepLine("a;sep=;")).toBeNull();
  });
});

describe("CSV", () => {
  test("CRLF, LF and CR may be mixed, and the last line break may be missing", () => {
    expect(splitCells("a;b\r\nc;d\ne;f\rg;h", ";").rows).toEqual([
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
      ["g", "h"],
    ]);
  });

  test("an unclosed quote is reported where it opens, with the rows before it", () => {
    const { rows, trouble } = splitCells('a;b\nc;d\n"e;f\ng;h\n', ";");
    expect(rows).toHaveLength(2);
    expect(trouble).toMatchObject({ row: 3, code: "unclosed-quote" });
  });

  test("rows are counted as Excel does: a quoted cell with line breaks is one row", () => {
    expect(splitCells('a;"1\n2\n3"\nb;"c\n', ";").trouble).toMatchObject({ row: 2, code: "unclosed-quote" });
  });

  test("a record of more than a mebibyte is refused quickly", () => {
    const { rows, trouble } = splitCells(`a;b\n${"x".repeat(3_000_000)}`, ";");
    expect(rows).toEqual([["a", "b"]]);
    expect(trouble).toMatchObject({ row: 2, code: "long-record" });
  });
});

describe("rows that are not data", () => {
  test.each([
    "Cộng",
    "Tổng cộng",
    "TỔNG SỐ:",
    "Tổng số: 7 đơn vị",
    "Tổng cộng (I+II)",
    "Toàn tỉnh",
    "Cả huyện",
    "Tổng điểm",
    "Cộng I",
    "Cộng mục B",
    "Tổng khối xã, phường",
    "Tổng cộng cụm số 2",
    "Bình quân chung",
  ])("%s is a total", (text) => expect(isTotalLabel(text)).toBe(true));
  test.each([
    "Tổng đàn lợn",
    "Tổng thu ngân sách",
    "Tổng số hộ nghèo",
    "Cộng đồng dân cư",
    "Toàn dân đoàn kết",
    "Công an xã",
    "Tổng khối lượng vận chuyển",
    "Tổng số cụm dân cư",
    "Bình quân thu nhập đầu người",
  ])("%s is none", (text) => expect(isTotalLabel(text)).toBe(false));
  test.each(["Ghi chú: số ước", "Nguồn: Chi cục Thống kê", "(*) số ước", "* Số liệu ước"])("%s is a note", (text) =>
    expect(isNoteLabel(text)).toBe(true),
  );
  test.each(["Nguồn thu ngân sách", "Nguồn vốn đầu tư"])("%s is none", (text) => expect(isNoteLabel(text)).toBe(false));
  test.each(["NGƯỜI LẬP BIỂU", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Nơi nhận:", "(Ký, họ tên)"])(
    "%s begins the signatures",
    (text) => expect(isSignature(text)).toBe(true),
  );
  test.each(["Ký giao ước thi đua", "Ký kết chương trình phối hợp"])("%s is an indicator, no signature", (text) =>
    expect(isSignature(text)).toBe(false),
  );
  test("a place and date is known with figures or dots", () => {
    expect(isPlaceAndDate("Sông Lam, ngày 15 tháng 01 năm 2021")).toBe(true);
    expect(isPlaceAndDate("........, ngày ... tháng ... năm 2021")).toBe(true);
    expect(isPlaceAndDate("Kế hoạch tháng thanh niên năm 2021")).toBe(false);
  });
  test.each([
    [["1", "2", "3", "4", "5=4/3"], true],
    [["(1)", "(2)", "(3)"], true],
    [["A", "B", "1", "2", "3"], true],
    [["1", "2", "3", "(3:2)"], true],
    [["1", "2", "3 (2:1)"], true],
    [["(1)", "(2)", "(3)=(2)/(1)*100"], true],
    [["A", "B", "C=B/A"], true],
    [["1", "5", "7"], false],
    [["1", "Xã A"], false],
    [["1"], false],
  ])("%j numbers the columns: %s", (texts, expected) => {
    expect(isColumnNumbers(texts)).toBe(expected);
  });
});

describe("blank units", () => {
  const rows = (...lines: [string, string][]): { unit: string; item: string }[] =>
    lines.map(([unit, item]) => ({ unit, item }));

  test("are filled where each unit is named once, on top of its block", () => {
    expect(fillDown(rows(["A", "x"], ["", "y"], ["B", "x"], ["", "y"]))).toEqual(["A", "A", "B", "B"]);
  });
  test("stay unknown in a list that names the unit on each row", () => {
    expect(fillDown(rows(["A", "x"], ["A", "y"], ["", "z"], ["B", "x"]))).toEqual(["A", "A", null, "B"]);
  });
  test("stay unknown where the item would repeat: the list is sorted by indicator", () => {
    expect(fillDown(rows(["A", "x"], ["B", "x"], ["", "x"]))).toEqual(["A", "B", null]);
  });
  test("stay unknown when they are the exception", () => {
    expect(fillDown(rows(["A", "x"], ["B", "y"], ["", "z"]))).toEqual(["A", "B", null]);
  });
  test("are filled among ditto marks, which say how the sheet is written", () => {
    expect(fillDown(rows(["A", "x"], ["nt", "y"], ["B", "x"], ["", "y"]))).toEqual(["A", "A", "B", "B"]);
  });
  test("are filled wherever a ditto mark says so", () => {
    expect(fillDown(rows(["A", "x"], ["A", "y"], ["-nt-", "z"]))).toEqual(["A", "A", "A"]);
  });
});

test.each([
  ["05/03/2021", "2021-03-05"],
  ["5/3/2021", "2021-03-05"],
  ["5-3-2021", "2021-03-05"],
  ["05.03.2021", "2021-03-05"],
  ["2021-03-05", "2021-03-05"],
  ["2021-03-05 00:00:00", "2021-03-05"],
  ["Ngày 5 tháng 3 năm 2021", "2021-03-05"],
  ["29/02/2020", "2020-02-29"],
])("the date %j is %s", (text, date) => expect(readDate(text)).toEqual({ date }));

test.each([
  ["29/02/2021", "impossible-date"],
  ["12/25/1990", "impossible-date"],
  ["00/01/2020", "impossible-date"],
  ["5/3/21", "two-digit-year"],
  ["3/2021", "not-a-date"],
  ["44256", "not-a-date"],
])("the date %j is refused as %s", (text, code) => expect(readDate(text)).toMatchObject({ trouble: { code } }));

test("a year in the title counts, the date of a letter does not, and the headers of the figures come first", () => {
  expect(readTitleYears(["Kết quả năm 2020", "(Kèm theo Báo cáo ngày 05 tháng 3 năm 2021)"])).toEqual([2020]);
  expect(readTitleYears(["6 tháng đầu năm 2020"])).toEqual([2020]);
  expect(agreeOnYear([2020], null)).toBe(2020);
  expect(agreeOnYear([2019, 2020], null)).toBeNull();
  expect(agreeOnYear([2019, 2020], 2019)).toBe(2019);
  expect(agreeOnYear([2021], 2020)).toBe(2020);
  expect(describeOtherTitle([2021], 2020)).toMatchObject({ code: "title-year", severity: "warning" });
  expect([describeOtherTitle([2019, 2020], 2020), describeOtherTitle([2021], null)]).toEqual([null, null]);
});

test("measures are told from units by their words", () => {
  for (const text of [
    "%",
    "ha",
    "tỷ đồng",
    "Triệu đồng",
    "tr.đ",
    "nghìn người",
    "tạ/ha",
    "giường/vạn dân",
    "1000 đồng",
  ]) {
    expect(isMeasure(text), text).toBe(true);
  }
  for (const text of ["Xã A Mẫu", "Huyện Thanh Giang", "Trường THCS Mẫu", "Sở Xây cất Mẫu"]) {
    expect(isMeasure(text), text).toBe(false);
  }
  expect(areMeasures([])).toBe(false);
  expect(areMeasures(["ha", "%", "thùng"])).toBe(true);
});

test("a heading or a name tells who is commended, when it does", () => {
  expect(subjectOfHeading("I. TẬP THỂ")).toBe("collective");
  expect(subjectOfHeading("Danh sách tập thể, cá nhân")).toBeNull();
  expect(subjectOfName("Trường Mầm non Mẫu", null)).toBe("collective");
  expect(subjectOfName("Hộ ông Đinh Văn Ví Dụ", null)).toBe("household");
  expect(subjectOfName("Bà Lò Thị Mẫu", null)).toBe("individual");
  expect(subjectOfName("Lò Thị Mẫu", "Bà")).toBe("individual");
  expect(subjectOfName("Đoàn Thị Mẫu", null)).toBeNull();
});

test("--as reads a sheet two formats could claim, and a header too poor to be recognised", async () => {
  const both = "Đơn vị;Chỉ tiêu;Tiêu chí;Kế hoạch;Tự chấm\nXã A Mẫu;Trồng rừng;I.1;12;10\n";
  const asScores = await readSheet({ file: "a.csv", bytes: Buffer.from(both), as: "cham-diem" });
  expect(asScores.content).toMatchObject({ format: "cham-diem", records: [{ criterion: "I.1", selfScore: "10" }] });
  const poor = await readSheet({
    file: "a.csv",
    bytes: Buffer.from("Chỉ tiêu;Màu\nTrồng rừng;xanh\n"),
    as: "chi-tieu",
  });
  expect(poor.content).toMatchObject({ format: "chi-tieu", records: [{ name: "Trồng rừng" }] });
  expect(poor.unknownColumns).toEqual(["Màu"]);
});
