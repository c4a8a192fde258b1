import { expect, test } from "vitest";
import type { StatisticAward } from "../../../src/documents/report/award-columns.js";
import { awardTable } from "../../../src/documents/report/award-table.js";
import { PROGRAM_LAW } from "../../../src/domain/law/law.js";
import { readLines, readTables } from "../read-table.js";

function award(given: Partial<StatisticAward>): StatisticAward {
  return {
    awardId: "giay-khen",
    award: "Giấy khen",
    subject: "individual",
    row: 2,
    importId: 1,
    name: "Lò Thị Mẫu",
    directWorker: null,
    achievementYear: null,
    leader: null,
    occasion: null,
    ...given,
  };
}

const MANY = [
  award({
    awardId: "huan-chuong-lao-dong-hang-ba",
    award: "Huân chương Lao động hạng Ba",
    subject: "collective",
    name: "Công ty cổ phần Mẫu",
    occasion: "Đột xuất",
  }),
  award({ directWorker: true, leader: false, occasion: "công trạng" }),
  award({ directWorker: false, leader: true, occasion: "Chuyên đề" }),
  award({ directWorker: true, leader: false }),
  award({ subject: "household", name: "Gia đình ông Đinh Văn Ví Dụ", occasion: "đột xuất" }),
];

test("each level sums its forms and the last line sums the levels; enterprises, leaders and direct workers have columns of their own", async () => {
  const [table] = await readTables(awardTable(MANY, 2020, PROGRAM_LAW));
  expect(table).toEqual([
    [
      ...[
        "TT",
        "Danh hiệu, hình thức khen thưởng",
        "Tập thể",
        "Trong đó: doanh nghiệp",
        "Cá nhân",
        "Trong đó: lãnh đạo",
      ],
      ...["Trong đó: trực tiếp lao động", "Tỷ lệ trực tiếp lao động (%)", "Hộ gia đình", "Tổng số"],
    ],
    ["I", "Cấp Nhà nước", "1", "1", "-", "-", "-", "-", "-", "1"],
    ["1", "Huân chương Lao động hạng Ba", "1", "1", "-", "-", "-", "-", "-", "1"],
    ["II", "Cấp cơ sở", "-", "-", "3", "1", "2", "66,7", "1", "4"],
    ["2", "Giấy khen", "-", "-", "3", "1", "2", "66,7", "1", "4"],
    ["", "Tổng cộng", "1", "1", "3", "1", "2", "66,7", "1", "5"],
  ]);
});

test("the same awards by what they were given for add up to the same total", async () => {
  const [, table] = await readTables(awardTable(MANY, 2020, PROGRAM_LAW));
  expect(table?.[0]?.slice(2)).toEqual([
    "Công trạng (thường xuyên)",
    "Chuyên đề, theo đợt",
    "Đột xuất",
    "Chưa ghi loại",
    "Tổng số",
  ]);
  expect(table?.at(-1)).toEqual(["", "Tổng cộng", "1", "1", "2", "1", "5"]);
});

test("what no sheet says is no column of zeros: it is left out and told", async () => {
  const awards = [award({}), award({ subject: "collective", name: "Trường THCS A Mẫu" })];
  const tables = await readTables(awardTable(awards, 2020, PROGRAM_LAW));
  expect(tables.map(([header]) => header)).toEqual([
    ["TT", "Danh hiệu, hình thức khen thưởng", "Tập thể", "Cá nhân", "Tổng số"],
  ]);
  expect((await readLines(awardTable(awards, 2020, PROGRAM_LAW))).at(-1)).toBe(
    "Ghi chú: Chưa thống kê được theo lãnh đạo; trực tiếp lao động; loại khen vì bảng khen thưởng không ghi.",
  );
});
