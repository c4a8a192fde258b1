import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";

interface Row {
  unit: string;
  rank: number;
  total: number;
  criterion: string;
  self: number | null;
  verified: number | null;
  score: number | null;
  bonus: number | null;
  attainmentPercent: number | null;
  note: string;
}

async function scoredOffice(): Promise<FakeOffice> {
  const office = makeOffice();
  office.write("don-vi.csv", "Tên đơn vị;Cụm/Khối\nXã An Mẫu;Cụm số 1\nXã Bình Mẫu;Cụm số 1\n");
  office.write(
    "ket-qua.csv",
    "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nXã An Mẫu;Trồng rừng;ha;100;104\nXã Bình Mẫu;Trồng rừng;ha;Không giao;\n",
  );
  office.write(
    "thang-diem.csv",
    "Mã;Tiêu chí;Điểm tối đa;Cách chấm;Chỉ tiêu;Tham số\nI;Kinh tế;60;;;\nI.1;Rừng;60;ty-le;Trồng rừng;thưởng=1 mỗi 1%, trần thưởng=3 điểm\nII;Thi đua;40;;;\nII.1;Phong trào;25;truc-tiep;;\nII.2;=Báo cáo;15;truc-tiep;;\n",
  );
  office.write(
    "cham-diem.csv",
    "Đơn vị;Mã tiêu chí;Tiêu chí;Tự chấm;Chấm chéo;Thẩm định\nXã An Mẫu;II.1;Phong trào;24,125;23;22,5\nXã Bình Mẫu;II.1;Phong trào;20;;\nXã Bình Mẫu;II.2;=Báo cáo;15;;\n",
  );
  const files = ["don-vi.csv", "ket-qua.csv", "thang-diem.csv", "cham-diem.csv"];
  expect(await office.run("import", ...files, "--year", "2020")).toMatchObject({ code: 0 });
  return office;
}

test("every scored criterion of every unit is a row, in the order of ranks, with rounds, points and how they came about", async () => {
  const office = await scoredOffice();
  const { rows } = (await office.run("export", "score-sheet", "--format", "json")).json<{ rows: Row[] }>();
  expect(rows.map(({ rank, unit, criterion, score }) => [rank, unit, criterion, score])).toEqual([
    [1, "Xã Bình Mẫu", "I.1", null],
    [1, "Xã Bình Mẫu", "II.1", 20],
    [1, "Xã Bình Mẫu", "II.2", 15],
    [2, "Xã An Mẫu", "I.1", 63],
    [2, "Xã An Mẫu", "II.1", 22.5],
    [2, "Xã An Mẫu", "II.2", null],
  ]);
  expect(rows[0]).toMatchObject({ total: 87.5, base: null, bonus: null, note: "không giao nhiệm vụ này" });
  expect(rows[3]).toEqual({
    cluster: "Cụm số 1",
    rubric: "thang-diem",
    version: "1",
    rank: 2,
    unit: "Xã An Mẫu",
    total: 85.5,
    criterion: "I.1",
    name: "Rừng",
    rule: "ty-le",
    parameters: "thưởng=1 mỗi 1%, trần thưởng=3 điểm",
    max: 60,
    attainmentPercent: 104,
    self: null,
    cross: null,
    verified: null,
    cases: null,
    base: 60,
    bonus: 3,
    deduction: 0,
    score: 63,
    note: expect.stringContaining("vượt trần nên chỉ tính 3 điểm"),
  });
  expect(rows[4]).toMatchObject({ self: 24.125, cross: 23, verified: 22.5, attainmentPercent: null });
  expect(rows[5]).toMatchObject({ note: "chưa có điểm chấm" });
});

test("as CSV and as a workbook it says the same, and no cell runs as a formula", async () => {
  const office = await scoredOffice();
  const csv = (await office.run("export", "score-sheet")).out.split("\r\n");
  expect(csv).toHaveLength(8);
  expect(csv[0]).toBe(
    "\uFEFFCụm/Khối,Thang điểm,Phiên bản,Hạng,Đơn vị,Tổng điểm,Mã tiêu chí,Tiêu chí,Cách chấm,Tham số,Điểm tối đa,% TH/KH,Tự chấm,Chấm chéo,Thẩm định,Số vụ,Điểm chấm,Thưởng,Trừ,Điểm,Cách tính",
  );
  expect(csv[3]).toContain(",'=Báo cáo,");
  expect(csv[5]).toContain("Phong trào,truc-tiep,,25,,24.1250,23,22.5,,22.5,0,0,22.5,");
  await office.run("export", "score-sheet", "-o", "bang-diem.xlsx");
  const workbook = await readXlsx(office.read("bang-diem.xlsx"));
  const [sheet] = workbook.sheets;
  expect(sheet?.name).toBe("bang-diem");
  expect(sheet?.rows[5]?.slice(3, 6)).toEqual([2, "Xã An Mẫu", 85.5]);
  expect(sheet?.rows[5]?.slice(12, 20)).toEqual([24.125, 23, 22.5, null, 22.5, 0, 0, 22.5]);
});

test("it holds what rank says", async () => {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  await office.run(
    "import",
    "don-vi.csv",
    "chi-tieu.csv",
    "thang-diem-P.csv",
    "thang-diem-B.csv",
    "ket-qua.csv",
    "--year",
    "2020",
  );
  for (const rubric of ["P", "B"]) {
    const { rows } = (await office.run("export", "score-sheet", "--format", "json", "--rubric", rubric)).json<{
      rows: Row[];
    }>();
    const { clusters } = (await office.run("rank", "--json", "--rubric", rubric)).json<{
      clusters: {
        units: {
          unit: string;
          rank: number;
          score: number;
          items: { criterion: string; score: number; attainmentPercent: number }[];
        }[];
      }[];
    }>();
    expect(
      rows.map(({ unit, rank, total, criterion, score, attainmentPercent }) => [
        unit,
        rank,
        total,
        criterion,
        score,
        attainmentPercent,
      ]),
    ).toEqual(
      clusters.flatMap(({ units }) =>
        units.flatMap(({ unit, rank, score, items }) =>
          items.map((item) => [unit, rank, score, item.criterion, item.score, item.attainmentPercent]),
        ),
      ),
    );
  }
});
