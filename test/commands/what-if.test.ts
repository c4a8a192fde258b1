import fc from "fast-check";
import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";
import { dumpDatabase } from "./dump-database.js";

interface Answer {
  whatIf: object[];
  clusters: {
    cluster: string;
    units: {
      unit: string;
      rank: number;
      score: number;
      oldRank: number;
      oldScore: number;
      newRank: number;
      newScore: number;
    }[];
  }[];
}

async function sampleOffice(): Promise<FakeOffice> {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  const files = ["don-vi.csv", "chi-tieu.csv", "thang-diem-P.csv", "ket-qua.csv"];
  expect(await office.run("import", ...files, "--year", "2020")).toMatchObject({ code: 0 });
  return office;
}

/** A unit scored by one indicator and one criterion of people, beside another, and a rubric of two parts. */
async function smallOffice(): Promise<FakeOffice> {
  const office = makeOffice();
  office.write(
    "don-vi.csv",
    "Tên đơn vị;Cụm/Khối\nXã An/Bình Mẫu;Cụm số 1\nXã Cường Mẫu;Cụm số 1\nXã Duyên Mẫu;Cụm số 2\n",
  );
  office.write(
    "ket-qua.csv",
    "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nXã An/Bình Mẫu;Trồng rừng;ha;100;80\nXã Cường Mẫu;Trồng rừng;ha;100;90\nXã Duyên Mẫu;Trồng rừng;ha;Không giao;\n",
  );
  office.write(
    "thang-diem.csv",
    "Mã;Tiêu chí;Điểm tối đa;Cách chấm;Chỉ tiêu\nI;Kinh tế;50;;\nI.1;Rừng;50;ty-le;Trồng rừng\nII;Thi đua;50;;\nII.1;Phong trào;50;truc-tiep;\n",
  );
  office.write(
    "cham-diem.csv",
    "Đơn vị;Mã tiêu chí;Tiêu chí;Tự chấm\nXã An/Bình Mẫu;II.1;Phong trào;40\nXã Cường Mẫu;II.1;Phong trào;40\n",
  );
  const files = ["don-vi.csv", "ket-qua.csv", "thang-diem.csv", "cham-diem.csv"];
  expect(await office.run("import", ...files, "--year", "2020")).toMatchObject({ code: 0 });
  return office;
}

test("what would move is told before and after, and nothing is stored", async () => {
  const office = await sampleOffice();
  const before = dumpDatabase(office);
  const ran = await office.run(
    "rank",
    "--what-if",
    "Lâm Bình/Trồng rừng=450",
    "--what-if",
    "TP Tuyên Quang/I.4=40.000",
  );
  expect(ran.code).toBe(0);
  expect(ran.out).toContain("Nếu Huyện Lâm Bình, Trồng rừng: thực hiện 450 ha thay cho 580 ha.\n");
  expect(ran.out).toContain("Nếu Thành phố Tuyên Quang, Tổng đàn lợn: thực hiện 40.000 con thay cho 33.200 con.\n");
  expect(ran.out).toMatch(/Thành phố Tuyên Quang +4 +1 +273,90 +279,00 +\+5,10 {2}lên 3 bậc\n/);
  expect(ran.out).toMatch(/Huyện Lâm Bình +1 +6 +279,10 +270,10 +-9,00 {2}xuống 5 bậc\n/);
  expect(ran.out).toMatch(/Huyện Sơn Dương +2 +2 +276,00 +276,00\n/);
  expect(ran.err).toBe("Chỉ là tính thử: chưa ghi gì vào cơ sở dữ liệu.\n");
  expect(dumpDatabase(office)).toBe(before);
});

test("JSON has what was supposed, and each unit's rank and score before and after", async () => {
  const office = await sampleOffice();
  const { whatIf, clusters } = (
    await office.run("rank", "--json", "--what-if", "Lâm Bình/Trồng rừng=450,5")
  ).json<Answer>();
  expect(whatIf).toEqual([{ unit: "Huyện Lâm Bình", indicator: "Trồng rừng", criterion: null, old: 580, new: 450.5 }]);
  const unit = clusters[0]?.units.find((one) => one.unit === "Huyện Lâm Bình");
  expect(unit).toMatchObject({ rank: 6, score: 270.16, oldRank: 1, oldScore: 279.1, newRank: 6, newScore: 270.16 });
  expect(clusters[0]?.units).toHaveLength(7);
});

test("what is supposed of a result is what correcting it would bring", async () => {
  const office = await sampleOffice();
  const units = ["Huyện Lâm Bình", "Huyện Na Hang", "Huyện Yên Sơn"];
  const indicators = ["Trồng rừng", "Tỷ lệ hộ nghèo", "Tổng đàn lợn"];
  const figures = ["0", "12,5", "400", "18.000", ""];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...units),
      fc.constantFrom(...indicators),
      fc.constantFrom(...figures),
      async (unit, indicator, figure) => {
        const supposed = (
          await office.run("rank", "--json", "--what-if", `${unit}/${indicator}=${figure}`)
        ).json<Answer>();
        await office.run("correct", unit, indicator, `actual=${figure}`);
        const real = (await office.run("rank", "--json")).json<Answer>();
        const places = ({ clusters }: Answer) =>
          clusters[0]?.units.map(({ unit: name, rank, score }) => [name, rank, score]);
        expect(places(supposed)).toEqual(places(real));
      },
    ),
    { numRuns: 15 },
  );
});

test("a score that people give is supposed by the criterion's code or name, as the last round", async () => {
  const office = await smallOffice();
  for (const typed of ["Xã Cường Mẫu/II.1=25", "Xã Cường Mẫu/phong trào=25"]) {
    const { whatIf, clusters } = (await office.run("rank", "--json", "--what-if", typed)).json<Answer>();
    expect(whatIf).toEqual([{ unit: "Xã Cường Mẫu", indicator: null, criterion: "II.1", old: 40, new: 25 }]);
    expect(clusters[0]?.units.map(({ unit, score }) => [unit, score])).toEqual([
      ["Xã An/Bình Mẫu", 80],
      ["Xã Cường Mẫu", 70],
    ]);
  }
  const over = await office.run("rank", "--what-if", "Xã Cường Mẫu/II.1=60");
  expect(over.err).toContain("điểm tối đa là 50, chỉ tính đến đó");
});

test("a unit whose name has a stroke is found, and a unit that sent nothing may be supposed to have", async () => {
  const office = await smallOffice();
  const { clusters } = (
    await office.run("rank", "--json", "--what-if", "Xã An/Bình Mẫu/Trồng rừng=100")
  ).json<Answer>();
  expect(clusters[0]?.units[0]).toMatchObject({
    unit: "Xã An/Bình Mẫu",
    oldScore: 80,
    newScore: 90,
    oldRank: 2,
    newRank: 1,
  });
});

test.each([
  ["Lâm Bình", 'Không hiểu "Lâm Bình".'],
  ["Xã Cường Mẫu/Trồng rừng", "Không hiểu"],
  ["Xã Cường Mấu/Trồng rừng=1", 'Có phải là "Xã Cường Mẫu"?'],
  ["Xã Cường Mẫu/Trồng rựng=1", 'Có phải là "Trồng rừng"?'],
  ["Xã Cường Mẫu/Trồng rừng=nhiều", '"nhiều" không phải là con số đọc được.'],
  ["Xã Cường Mẫu/II.1=-1", '"-1" không phải là điểm chấm. Ghi điểm từ 0 đến 50.'],
  ["Xã Cường Mẫu/II.1=", "không phải là điểm chấm"],
  ["Xã Cường Mẫu/II=10", "Tiêu chí II Thi đua gồm các tiêu chí con, không chấm trực tiếp."],
  ["Xã Duyên Mẫu/Trồng rừng=10", 'Xã Duyên Mẫu không được giao chỉ tiêu "Trồng rừng".'],
])("--what-if %s is refused with what to do", async (typed, sentence) => {
  const ran = await (await smallOffice()).run("rank", "--what-if", typed);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(sentence);
});

test("a figure that no criterion rests on is said to change nothing", async () => {
  const office = await smallOffice();
  office.write("khac.csv", "Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\nXã Cường Mẫu;Hiến máu;10;12\n");
  await office.run("import", "khac.csv", "--create", "--year", "2020");
  const ran = await office.run("rank", "--what-if", "Xã Cường Mẫu/Hiến máu=20");
  expect(ran.err).toContain('Thang điểm không chấm chỉ tiêu "Hiến máu", nên điểm và hạng không đổi.');
});
