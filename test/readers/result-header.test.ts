import { describe, expect, test } from "vitest";
import { ketQua } from "../../src/readers/formats/ket-qua.js";
import { claimColumns } from "../../src/readers/table/columns.js";
import { readSheet } from "./read-sheet.js";

/** Headers by the column they mean, as offices write them; the first of each are those of real tables. */
const HEADERS: Record<string, readonly string[]> = {
  indicator: [
    "Chỉ tiêu chủ yếu",
    "Tiêu chuẩn thi đua",
    "Các chỉ tiêu kinh tế - xã hội",
    "Nội dung/Chỉ tiêu",
    "chi_tieu",
  ],
  measure: ["ĐVT", "Đơn vị tính", "Đ.V.T", "Đv tính"],
  planned: [
    "KH 2019",
    "Chỉ tiêu HĐND giao",
    "Dự toán (HĐND giao)",
    "KH (tr.đ)",
    "KH UBND tỉnh giao",
    "Chỉ tiêu Nghị quyết",
  ],
  actual: ["Ước TH 2019", "Luỹ kế", "KQ thực hiện", "TH 9 tháng", "Thực hiện đến 31/12/2020", "Ước TH cả năm 2020"],
  previous: ["Cùng kỳ", "cung_ky", "Cùng kì năm trước", "TH 6 tháng cùng kỳ", "CK năm trước"],
  attainmentPercent: ["% TH/KH", "So sánh TH/DT (%)", "Tiến độ (%)", "Tỉ lệ đạt so với kế hoạch (%)", "%KH", "ƯTH/KH"],
  evaluation: ["Đánh giá", "Đánh giá (Đạt/Vượt/Không đạt)"],
  unit: ["Huyện, TP", "Tên huyện, thành phố", "Các đơn vị", "Xã, P, TT", "UBND xã"],
};

describe.each(Object.entries(HEADERS))("the column %s", (field, headers) => {
  test.each(headers)("is headed %j", (header) => {
    expect(claimColumns([header], ketQua)[0]?.fields).toContain(field);
  });
});

test.each([
  "So cùng kỳ (%)",
  "So CK",
  "Tăng/giảm",
  "% so CK",
  "TH 2020/TH 2019 (%)",
  "So với KH",
  "Tỷ lệ hộ nghèo",
  "Thu NSNN",
  "Năm thực hiện",
  "Mục",
])("%j heads none of them", (header) => {
  expect(claimColumns([header], ketQua).filter(({ fields }) => fields[0] !== "year")).toEqual([]);
});

async function read(text: string) {
  const { columns, problems, content } = await readSheet({ file: "Xã Đông Mẫu.csv", bytes: Buffer.from(text) });
  return { columns, problems, records: content?.format === "ket-qua" ? content.records : [] };
}

test("of the results of parts of the year the whole one is taken, and what is left is said", async () => {
  const text = "Chỉ tiêu;KH 2020;TH 6 tháng 2020;Ước TH cả năm 2020\nTrồng rừng;10;5;11\n";
  const { columns, problems } = await read(text);
  expect(columns.actual?.header).toBe("Ước TH cả năm 2020");
  expect(problems).toMatchObject([{ code: "other-column", severity: "warning", column: "TH 6 tháng 2020" }]);
});

test("the result of a part of the year is read, and said to be one", async () => {
  const { records, problems } = await read("Chỉ tiêu;KH năm 2020;Thực hiện 6 tháng đầu năm 2020\nTrồng rừng;10;5\n");
  expect(records).toMatchObject([{ planned: "10", actual: "5" }]);
  expect(problems).toMatchObject([{ code: "part-of-year", severity: "warning" }]);
});

test("figures under a header nobody knows are missed where the sheet has no result", async () => {
  const { problems } = await read("Chỉ tiêu;Kế hoạch;Số cuối kỳ;Người theo dõi\nTrồng rừng;10;11;Mẫu\n");
  expect(problems).toMatchObject([{ code: "unread-figures", severity: "warning", column: "Số cuối kỳ" }]);
});

test("“Chỉ tiêu” beside “Nội dung” is the plan when it holds figures", async () => {
  const { records, problems } = await read("Nội dung;ĐVT;Chỉ tiêu;Kết quả\nTrồng rừng;ha;10;11\n");
  expect([records, problems]).toMatchObject([[{ indicator: "Trồng rừng", planned: "10", actual: "11" }], []]);
});

test("“Thu NSNN” beside the indicators and their estimates is the result", async () => {
  const { records } = await read("Chỉ tiêu;Dự toán năm;Thu NSNN;So sánh TH/DT (%)\nThuế;100;120;120\n");
  expect(records).toMatchObject([{ planned: "100", actual: "120", stated: { attainmentPercent: "120" } }]);
});

test("of two plans and two percentages those of the same giver are taken", async () => {
  const text = [
    "STT;Chỉ tiêu;Kế hoạch năm 2020;;Thực hiện năm 2020;Tỷ lệ (%);",
    ";;Tỉnh giao;Huyện giao;;So huyện giao;So tỉnh giao",
    "1;Thu ngân sách;100;110;120;109,1;120",
  ].join("\n");
  const { records, problems } = await read(text);
  expect(records).toMatchObject([
    {
      planned: "100",
      planLevel: "Tỉnh giao",
      otherPlans: { "Huyện giao": "110" },
      actual: "120",
      stated: { attainmentPercent: "120" },
    },
  ]);
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
    ["other-column", "warning"],
    ["other-plan-column", "warning"],
  ]);
});

test("under “So sánh (%)” a percentage is not last year's figure", async () => {
  const text = "Chỉ tiêu;TH 2019;Năm 2020;;So sánh (%);\n;;KH;TH;KH;Cùng kỳ\nTrồng rừng;9;10;11;110;122,2\n";
  const { records } = await read(text);
  expect(records).toMatchObject([{ planned: "10", actual: "11", previous: "9", stated: { attainmentPercent: "110" } }]);
});

test("the measure said once above the table or in the header is that of rows that say none", async () => {
  const title = "(Đơn vị tính: tỷ đồng);;\nChỉ tiêu;Kế hoạch;Thực hiện\nThu ngân sách;10;11\nHộ nghèo (%);2,5;2,1%\n";
  expect((await read(title)).records).toMatchObject([{ measure: "tỷ đồng" }, { measure: "%" }]);
  const header = "Chỉ tiêu;KH (tr.đ);TH (tr.đ)\nThu ngân sách;10;11\n";
  expect((await read(header)).records).toMatchObject([{ measure: "tr.đ" }]);
  const both = "Chỉ tiêu;KH (tr.đ);TH (tỷ đồng)\nThu ngân sách;10;11\n";
  expect((await read(both)).problems).toMatchObject([{ code: "measure-mismatch", severity: "error" }]);
});

test("a % sign in a row that is measured otherwise is no amount of it", async () => {
  const { records, problems } = await read(
    "Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nTrồng rừng;ha;100%;khoảng 105%\nXã đạt chuẩn;xã đạt chuẩn;1;1\nAn ninh;đạt/không đạt;1;0\n",
  );
  expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, "Kế hoạch", "unit-in-number"],
    [2, "Thực hiện", "unit-in-number"],
  ]);
  expect(records).toMatchObject([
    { planned: "1", actual: "1" },
    { planned: true, actual: false },
  ]);
});

test("a header made of the same words over and over is walked once", () => {
  const words = "đạt được ước đạt thị xã ".repeat(8);
  expect(claimColumns([`${words}?`, `thị xã ${"thị xã ".repeat(25)}?`], ketQua)).toEqual([]);
});
