import { expect, test } from "vitest";
import { type FakeOffice, type FakeWorld, makeOffice } from "../fake-office.js";

interface Explained {
  year: number;
  rank: number | null;
  score: number | null;
  finalized: object | null;
  tiedWith: string[];
  problems: string[];
  steps: ({ what: string; how: string; cells: { value: string; file: string; row: number; column: string }[] } & Record<
    string,
    unknown
  >)[];
}

/** Two units that tie, one of them not given a task; a third behind them, whose bonus is over the cap of its part. */
async function office(world: FakeWorld = {}): Promise<FakeOffice> {
  const office = makeOffice(world);
  office.write("don-vi.csv", "Tên đơn vị;Cụm/Khối\nXã An Mẫu;Cụm số 1\nXã Bình Mẫu;Cụm số 1\nXã Cường Mẫu;Cụm số 1\n");
  office.write(
    "ket-qua.csv",
    `Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Năm trước;% TH/KH;Đánh giá;Nguyên nhân
Xã An Mẫu;Trồng rừng;ha;100;100;96;100;Đạt;
Xã Bình Mẫu;Trồng rừng;ha;Không giao;;;;;
Xã Cường Mẫu;Trồng rừng;ha;100;110;;109;;Thêm quỹ đất
`,
  );
  office.write(
    "thang-diem.csv",
    `Mã;Tiêu chí;Điểm tối đa;Cách chấm;Chỉ tiêu;Tham số;Thưởng tối đa
I;Kinh tế;60;;;;4
I.1;Rừng;60;ty-le;Trồng rừng;thưởng=1 mỗi 1%;
II;Thi đua;40;;;;
II.1;Phong trào;40;truc-tiep;;;
`,
  );
  office.write(
    "cham-diem.csv",
    "Đơn vị;Mã tiêu chí;Tiêu chí;Tự chấm;Thẩm định\nXã An Mẫu;II.1;Phong trào;40;40\nXã Bình Mẫu;II.1;Phong trào;40;\nXã Cường Mẫu;II.1;Phong trào;30;28\n",
  );
  const files = ["don-vi.csv", "ket-qua.csv", "thang-diem.csv", "cham-diem.csv"];
  expect(await office.run("import", ...files, "--year", "2020")).toMatchObject({ code: 0 });
  return office;
}

const explain = async (from: FakeOffice, ...argv: string[]) =>
  (await from.run("explain", ...argv, "--json")).json<Explained>();

test("a task that was not given is told as such, in the score and in the figures, with its cell", async () => {
  const here = await office();
  const { out } = await here.run("explain", "Xã Bình Mẫu");
  expect(out).toContain("chỉ được giao 40/100 điểm, điểm chấm quy về thang 100");
  expect(out).toContain(
    "• I.1 Rừng — không giao, không tính vào tổng điểm: quy tắc ty-le (thưởng=1 mỗi 1%): không giao nhiệm vụ này.\n",
  );
  expect(out).toContain("    Không giao ← ket-qua.csv, dòng 3, cột D (Kế hoạch)\n");
  const figures = (await here.run("explain", "Xã Bình Mẫu", "Trồng rừng")).out;
  expect(figures).toContain(
    "• Trồng rừng: đơn vị không được giao chỉ tiêu này.\n    Không giao ← ket-qua.csv, dòng 3, cột D (Kế hoạch)\n",
  );
  const { steps } = await explain(here, "Xã Bình Mẫu");
  expect(steps[0]).toMatchObject({ criterion: "I.1", assigned: false, score: null, bonus: null, max: 60 });
});

test("equal scores and caps that were hit are told with the rank", async () => {
  const here = await office();
  expect((await here.run("explain", "Xã An Mẫu")).out).toMatch(/[Bb]ằng điểm[^.]*Xã Bình Mẫu/);
  expect(await explain(here, "Xã An Mẫu")).toMatchObject({
    year: 2020,
    rank: 1,
    score: 100,
    maxScore: 100,
    base: 100,
    bonus: 0,
    tiedWith: ["Xã Bình Mẫu"],
    finalized: null,
  });
  const { out } = await here.run("explain", "Xã Cường Mẫu");
  expect(out).toMatch(/hạng 3\/3 .* 92,00 điểm = 88,00 điểm chấm \+ 4,00 điểm thưởng/);
  expect(out).toContain("I: điểm thưởng 10 vượt trần 4, chỉ tính 4");
  expect((await explain(here, "Xã Cường Mẫu")).problems).toEqual(["I: điểm thưởng 10 vượt trần 4, chỉ tính 4"]);
});

test("a score is told with the rule in words and as typed, and each number down to its cell", async () => {
  const here = await office();
  const { out } = await here.run("explain", "Xã Cường Mẫu", "I.1");
  expect(out).toContain("    Cách chấm: theo tỷ lệ hoàn thành kế hoạch.\n");
  const { steps } = await explain(here, "Xã Cường Mẫu", "I.1");
  expect(steps).toHaveLength(1);
  expect(steps[0]).toMatchObject({
    criterion: "I.1",
    rule: { id: "ty-le", title: "theo tỷ lệ hoàn thành kế hoạch", parameters: "thưởng=1 mỗi 1%" },
    indicator: "Trồng rừng",
    attainmentPercent: 110,
    base: 60,
    bonus: 10,
    deduction: 0,
    score: 70,
  });
  expect(steps[0]?.cells.map(({ value, file, row, column }) => `${value} ${file} ${column}${row}`)).toEqual([
    "100 ket-qua.csv D4",
    "110 ket-qua.csv E4",
    "60 thang-diem.csv C3",
    "thưởng=1 mỗi 1% thang-diem.csv F3",
  ]);
});

test("a figure is told with last year's and with what its sheet claims, each with its cell", async () => {
  const here = await office();
  const own = await explain(here, "Xã An Mẫu", "Trồng rừng");
  expect(own.steps[0]?.how).toBe(
    "thực hiện 100 ha, kế hoạch 100 ha: thực hiện / kế hoạch = 100%; năm trước 96 ha, năm nay tăng 4,17%; bảng ghi tỷ lệ 100%; bảng đánh giá “Đạt”",
  );
  expect(own.steps[0]).toMatchObject({ planned: 100, actual: 100, previous: 96, growthPercent: 4.17, status: "met" });
  expect(own.steps[0]?.cells.map(({ value, column, row }) => `${value} ${column}${row}`)).toEqual([
    "100 D2",
    "100 E2",
    "96 F2",
    "100% G2",
    "Đạt H2",
  ]);
  expect((await here.run("explain", "Xã Cường Mẫu", "Trồng rừng")).out).toContain(
    "nguyên nhân ghi trong bảng: Thêm quỹ đất",
  );
});

test("a part of the rubric is told by the criteria scored under it", async () => {
  const here = await office();
  for (const topic of ["II", "Thi đua"]) {
    const { steps } = await explain(here, "Xã Cường Mẫu", topic);
    expect(steps.map(({ criterion, self, verified, score }) => [criterion, self, verified, score])).toEqual([
      ["II.1", 30, 28, 28],
    ]);
  }
});

test("where the ranking was finalised, the place it gave the unit is told beside", async () => {
  const here = await office({ now: new Date("2021-01-05T03:00:00Z") });
  await here.run("rank", "--finalize");
  await here.run("correct", "Xã Cường Mẫu", "Trồng rừng", "actual=90");
  expect((await here.run("explain", "Xã Cường Mẫu")).out).toContain(
    'Đã chốt ngày 05/01/2021: hạng 3, 92,00 điểm theo thang điểm "thang-diem", phiên bản 1.\n',
  );
  expect((await explain(here, "Xã Cường Mẫu", "I.1")).finalized).toEqual({
    on: "2021-01-05",
    rubric: { name: "thang-diem", version: "1" },
    rank: 3,
    score: 92,
  });
});

test("a name that is nothing is met with the nearest one", async () => {
  const ran = await (await office()).run("explain", "Xã An Mẫu", "Trồng rựng");
  expect(ran.code).toBe(2);
  expect(ran.err).toContain('Có phải là "Trồng rừng"?');
});
