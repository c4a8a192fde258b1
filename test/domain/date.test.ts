import { describe, expect, it } from "vitest";
import { datePhrase, shortDate } from "../../src/domain/date.js";

describe("datePhrase", () => {
  it.each([
    ["2020-01-05", "ngày 05 tháng 01 năm 2020", "05/01/2020"],
    ["2020-02-29", "ngày 29 tháng 02 năm 2020", "29/02/2020"],
    ["2021-03-01", "ngày 01 tháng 3 năm 2021", "01/3/2021"],
    ["2021-06-29", "ngày 29 tháng 6 năm 2021", "29/6/2021"],
    ["2021-10-10", "ngày 10 tháng 10 năm 2021", "10/10/2021"],
    ["2021-12-31", "ngày 31 tháng 12 năm 2021", "31/12/2021"],
  ])("%s: %s", (date, phrase, short) => {
    expect(datePhrase(date)).toBe(phrase);
    expect(shortDate(date)).toBe(short);
  });
});
