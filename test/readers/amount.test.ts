import { expect, test } from "vitest";
import { readAmount } from "../../src/readers/cell/amount.js";
import { measureInName } from "../../src/readers/cell/measure.js";

function read(
  text: string,
  measure: string | null = null,
  indicator = "Chỉ tiêu",
  countsChange = text.startsWith("tăng"),
): unknown {
  const reading = readAmount(text, { style: "vietnamese", measure, indicator, countsChange });
  if ("trouble" in reading) return reading.trouble.code;
  const { value } = reading;
  if (typeof value === "string") return value;
  expect(value.text).toBe(text);
  return value.parts === undefined ? [value.operator, value.low, value.high] : [value.operator, ...value.parts];
}

test.each<[string, string, string | null, string | null]>([
  ["6,6-6,8", "range", "6.6", "6.8"],
  ["33 – 34", "range", "33", "34"],
  ["7,5-8,0", "range", "7.5", "8"],
  ["từ 5 đến 6", "range", "5", "6"],
  ["1-1,5%", "range", "1", "1.5"],
  ["13 tới 14", "range", "13", "14"],
  ["tăng 7,4 - 8,4%", "range", "7.4", "8.4"],
  ["khoảng 4-5", "range", "4", "5"],
  ["<4", "<", null, "4"],
  ["dưới 4", "<", null, "4"],
  ["Dưới 3", "<", null, "3"],
  ["≤ 12%", "<=", null, "12"],
  ["không quá 5", "<=", null, "5"],
  ["trên 4", ">", "4", null],
  [">2.300", ">", "2300", null],
  ["≥ 95,5", ">=", "95.5", null],
  ["tối thiểu 95", ">=", "95", null],
  ["từ 95 trở lên", ">=", "95", null],
  ["95% trở lên", ">=", "95", null],
  ["10 trở xuống", "<=", null, "10"],
  ["Khoảng 4", "~", "4", "4"],
  ["~ 1.300", "~", "1300", "1300"],
  ["2069/2110", "of", "2069", "2110"],
  ["04/17 xã", "of", "4", "17"],
  ["12.504,08/12.574,82 ha", "of", "12504.08", "12574.82"],
])("%s is %s %s %s", (text, operator, low, high) => {
  expect(read(text)).toEqual([operator, low, high]);
});

test("two rates in one cell are two measures, each with its own bound", () => {
  const name = "Tỷ lệ suy dinh dưỡng trẻ em (cân nặng/chiều cao, %)";
  expect(read("7,6/10,4", "%", name)).toEqual(["pair", "7.6", "10.4"]);
  expect(read("<7,6/<10,4", "%", name)).toEqual([
    "pair",
    { text: "<7,6", low: null, high: "7.6", operator: "<" },
    { text: "<10,4", low: null, high: "10.4", operator: "<" },
  ]);
  expect(read("7,6%/10,4%")).toEqual(["pair", "7.6", "10.4"]);
  expect(read("93/93", "hộ", "Số giường bệnh/vạn dân")).toEqual(["of", "93", "93"]);
});

test("a unit, a remark or a star beside one number leaves a plain number", () => {
  expect(read("14,24 tiêu chí/xã")).toBe("14.24");
  expect(read("500ha", "ha")).toBe("500");
  expect(read("1.200 người", "người")).toBe("1200");
  expect(read("0,7% (còn 4,33%)", "%")).toBe("0.7");
  expect(read("12,5 (*)")).toBe("12.5");
  expect(read("ước đạt 95", "%")).toBe("95");
  expect(read("52 (104%)", "căn")).toBe("52");
  expect(read("52,5(1)", "triệu đồng")).toBe("52.5");
  expect(read("05 căn, đạt 100%", "căn")).toBe("5");
  expect(read("1.234,5 ha; trong đó trồng mới 200 ha", "ha")).toBe("1234.5");
  expect(read("14 giải nhất", "giải nhất")).toBe("14");
  const context = { style: "vietnamese", measure: null, indicator: "", countsChange: false } as const;
  expect(readAmount("14,24 tiêu chí/xã", context)).toMatchObject({ measure: "tiêu chí/xã" });
});

test("a part of a total is a percentage whatever it counts", () => {
  expect(read("36/38 vụ", "%")).toEqual(["of", "36", "38"]);
  expect(read("36/38 vụ", "hộ")).toBe("unit-in-number");
});

test("a change is the figure only where the row counts the change", () => {
  expect(read("giảm 1,5%", "%", "Giảm hộ nghèo", true)).toBe("1.5");
  expect(read("tăng thêm 2 bậc", "bậc", "Xếp hạng", true)).toBe("2");
  expect(read("giảm 1,5%", "%", "Hộ nghèo", false)).toBe("change-in-number");
  expect(read("tăng khoảng 5", "ha", "Rừng", false)).toBe("change-in-number");
});

test.each<[string, string | null, string]>([
  ["25 tỷ 941 triệu", "tỷ đồng", "25.941"],
  ["25 tỷ 941 triệu đồng", "triệu đồng", "25941"],
  ["25 tỷ 941 triệu", "Tr.đ", "25941"],
  ["1,5 tỷ", "triệu đồng", "1500"],
  ["500 triệu", "tỷ đồng", "0.5"],
  ["một tỷ hai trăm triệu", "tỷ đồng", "1.2"],
  ["Năm mươi hai triệu đồng chẵn", "triệu đồng", "52"],
  ["ba trăm linh năm triệu sáu trăm nghìn đồng", "triệu đồng", "305.6"],
  ["hai triệu ba tỷ", "tỷ đồng", "not-a-number"],
  ["năm mươi hai", "triệu đồng", "not-a-number"],
  ["một tỷ rưỡi", "tỷ đồng", "not-a-number"],
  ["một tỷ hai trăm triệu", "ha", "not-a-number"],
  ["25 tỷ 941 triệu", null, "money-in-words"],
  ["25 tỷ 941 triệu", "ha", "money-in-words"],
  ["941 triệu 25 tỷ", "tỷ đồng", "money-in-words"],
  ["500 ha", "tấn", "unit-in-number"],
  ["1,2 triệu người", "người", "unit-in-number"],
  ["500 con gà", "con", "unit-in-number"],
  ["8,0-7,5", "%", "number-range"],
  ["12/05/2020", null, "date-in-number"],
  ["15-Jan", null, "date-in-number"],
  ["10/2020", null, "date-in-number"],
  ["#N/A", null, "excel-error"],
  ["1.23.456", null, "not-a-number"],
  ["giảm 5%", null, "change-in-number"],
  ["vượt 5% KH", "ha", "percent-of-plan"],
  ["1,234.5-2", null, "mixed-number-style"],
])("%s under the measure %s: %s", (text, measure, expected) => {
  expect(read(text, measure)).toBe(expected);
});

test.each([
  ["Thu ngân sách (tỷ đồng)", "tỷ đồng"],
  ["Giảm tỷ suất sinh (‰)", "‰"],
  ["Suy dinh dưỡng (cân nặng/chiều cao, %)", "%"],
  ["Việc làm mới (nghìn người)", "nghìn người"],
  ["Thu ngân sách (không kể đất)", null],
  ["Thu ngân sách", null],
])("%s is measured in %s", (name, measure) => {
  expect(measureInName(name)).toBe(measure);
});
