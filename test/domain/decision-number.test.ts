import { expect, test } from "vitest";
import type { Award } from "../../src/domain/award.js";
import { findTaken, listTakenNumbers, nextNumber } from "../../src/domain/decision-number.js";
import { UNTOLD } from "../untold-award.js";

const AWARD: Award = {
  ...UNTOLD,
  id: 1,
  awardId: "giay-khen",
  award: "Giấy khen",
  subject: "individual",
  name: "Nguyễn Thị An",
  unitId: null,
  importId: 1,
  row: 2,
};

function numbersOf(...texts: (string | [text: string, date: string | null, year: number])[]): number[] {
  const awards = texts.map((one) => {
    const [decisionNumber, decisionDate, year] = typeof one === "string" ? [one, "2021-03-02", 2020] : one;
    return { year, award: { ...AWARD, decisionNumber, decisionDate } };
  });
  return listTakenNumbers(awards, { symbol: "QĐ-UBND", date: "2021-04-16" }).map(({ number }) => number);
}

test("a number is read however it is typed, and its symbol has to be the office's or missing", () => {
  expect(numbersOf("07/QĐ-UBND", "Số 12/2021/QĐ-UBND", "15 / QĐ – UBND", "20/qđ-ubnd", "31")).toEqual([
    7, 12, 15, 20, 31,
  ]);
  expect(numbersOf("40/QĐ-SYT", "chưa có", "QĐ-UBND")).toEqual([]);
});

test("a number counts in the year of its decision; without a date, in that of its list and the next", () => {
  expect(numbersOf(["1", "2020-12-31", 2020], ["2", "2021-12-31", 2021], ["3", "2022-01-01", 2021])).toEqual([2]);
  expect(numbersOf(["4", null, 2019], ["5", null, 2020], ["6", null, 2021], ["7", null, 2022])).toEqual([5, 6]);
});

test("the next number follows the highest, and a series may not run into one that is taken", () => {
  const awards = [3, 8].map((number) => ({
    year: 2020,
    award: { ...AWARD, decisionNumber: `${number}`, decisionDate: "2021-03-02" },
  }));
  const taken = listTakenNumbers(awards, { symbol: null, date: "2021-04-16" });
  expect(nextNumber(taken)).toBe(9);
  expect(nextNumber([])).toBe(1);
  expect(findTaken(taken, 4, 4)).toBeNull();
  expect(findTaken(taken, 4, 5)?.recipients).toEqual(["Nguyễn Thị An"]);
});
