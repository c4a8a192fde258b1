import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeAmounts, writePercents } from "../../../src/documents/prose/figures.js";
import { joinNames } from "../../../src/documents/prose/join-names.js";
import { clusterWords, insideSentence, rankWord, unitInProse } from "../../../src/documents/prose/words.js";
import { exact, HUNDRED } from "../../../src/domain/number.js";

test.each([
  ["Huyện Lâm Bình", null, "huyện Lâm Bình"],
  ["HUYỆN LÂM BÌNH", null, "huyện Lâm Bình"],
  ["Lâm Bình", "huyện", "huyện Lâm Bình"],
  ["TP. Tuyên Quang", null, "thành phố Tuyên Quang"],
  ["Thành phố Hồ Chí Minh", null, "Thành phố Hồ Chí Minh"],
  ["Phường 1", "phường", "Phường 1"],
  ["1", "phường", "Phường 1"],
  ["QUẬN 3", null, "Quận 3"],
  ["Q.3", null, "Quận 3"],
  ["Phường III", null, "Phường III"],
  ["Sở Y tế", "sở", "Sở Y tế"],
  ["UBND xã Phú An", "xã", "UBND xã Phú An"],
  ["Đặc khu Cồn Cỏ", null, "đặc khu Cồn Cỏ"],
])("unit %s of kind %s inside a sentence: %s", (name, kind, expected) => {
  expect(unitInProse({ name, kind })).toBe(expected);
});

test.each([
  ["Trồng rừng", "trồng rừng"],
  ["GRDP bình quân đầu người", "GRDP bình quân đầu người"],
  ["Ô nhiễm môi trường", "ô nhiễm môi trường"],
  ["Sản phẩm OCOP", "sản phẩm OCOP"],
  ["Xã đạt chuẩn Nông thôn mới", "xã đạt chuẩn Nông thôn mới"],
  ["Hồ Chí Minh, học tập và làm theo", "Hồ Chí Minh, học tập và làm theo"],
])("indicator %s inside a sentence: %s", (name, expected) => {
  expect(insideSentence(name)).toBe(expected);
});

test("clusters, khối and units without either", () => {
  expect(clusterWords("Khối thi đua số 5")).toMatchObject({ short: "Khối", full: "Khối thi đua số 5" });
  expect(clusterWords("các huyện miền núi")).toMatchObject({ short: "Cụm", full: "Cụm thi đua các huyện miền núi" });
  expect(clusterWords(null)).toEqual({ members: "các đơn vị", inside: "", short: null, full: null });
});

test.each([
  [["xã An", "xã Bình", "xã Cường"], "xã An, xã Bình và xã Cường"],
  [["Sở Nông nghiệp và Môi trường"], "Sở Nông nghiệp và Môi trường"],
  [
    ["Sở Nông nghiệp và Môi trường", "Sở Văn hóa, Thể thao và Du lịch"],
    "Sở Nông nghiệp và Môi trường; Sở Văn hóa, Thể thao và Du lịch",
  ],
])("names %j in a row: %s", (names, expected) => {
  expect(joinNames(names)).toBe(expected);
});

test("ranks are spoken", () => {
  expect([1, 2, 3, 4, 10, 11].map(rankWord)).toEqual(["Nhất", "Nhì", "Ba", "Tư", "Mười", "11"]);
});

describe("the percentages of one sentence", () => {
  const write = (...values: string[]) => values.map((value) => writePercents(values.map(exact))(exact(value)));

  test.each<[string[], string[]]>([
    [
      ["116", "105"],
      ["116%", "105%"],
    ],
    [
      ["116", "107.4", "105"],
      ["116%", "107,4%", "105%"],
    ],
    [
      ["104.04", "104.01"],
      ["104,04%", "104,01%"],
    ],
    [["99.96"], ["99,96%"]],
    [
      ["99.9996", "120.5"],
      ["99,9996%", "120,5000%"],
    ],
    [
      ["60", "94.99", "95"],
      ["60,00%", "94,99%", "95,00%"],
    ],
    [
      ["104.041", "104.042"],
      ["104,04%", "104,04%"],
    ],
    [
      ["104.04", "120.04"],
      ["104,04%", "120,04%"],
    ],
    [["0.004"], ["0,004%"]],
    [["104.04"], ["104,0%"]],
    [["1454.25"], ["1.454,3%"]],
  ])("%j are written %j", (values, expected) => {
    expect(write(...values)).toEqual(expected);
  });

  test("no rounding ever reaches or crosses 100", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 10_000_000 }),
        (actual, planned) => {
          const value = exact(actual).div(planned).mul(HUNDRED);
          const shown = exact(writePercents([value])(value).slice(0, -1).replaceAll(".", "").replace(",", "."));
          expect(shown.compare(HUNDRED)).toBe(value.compare(HUNDRED));
        },
      ),
    );
  });
});

test("amounts of one sentence have the same decimals, and rates no blank before their sign", () => {
  expect(["20.0", "19.6"].map(writeAmounts(["20.0", "19.6"], "%"))).toEqual(["20,0%", "19,6%"]);
  expect(["1074", "50.00"].map(writeAmounts(["1074", "50.00"], "ha"))).toEqual(["1.074 ha", "50 ha"]);
});
