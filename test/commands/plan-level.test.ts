import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const SHEET = [
  "Đơn vị;Chỉ tiêu;ĐVT;KH tỉnh giao năm 2020;Huyện giao;Giao ước;Thực hiện 2020",
  "Xã A Mẫu;Trồng rừng;ha;100;120;130;110",
  "Xã B Mẫu;Trồng rừng;ha;100;90;;100",
].join("\n");
const RUBRIC = "Mã;Tiêu chí;Điểm tối đa;Cách chấm;Chỉ tiêu\n1;Trồng rừng;60;ty-le;Trồng rừng\n";

async function openOffice(): Promise<FakeOffice> {
  const office = makeOffice();
  office.write("kq.csv", SHEET);
  office.write("td.csv", RUBRIC);
  await office.run("import", "kq.csv");
  await office.run("import", "td.csv", "--year", "2020");
  return office;
}

interface Progress {
  plan: { level: string | null; others: string[]; lacking: number } | null;
  rows: { planned: number | null; attainmentPercent: number | null; source: { cells?: object } }[];
}

async function percents(office: FakeOffice, ...options: string[]) {
  const { plan, rows } = (await office.run("progress", "--json", ...options)).json<Progress>();
  return { level: plan?.level, percents: rows.map(({ attainmentPercent }) => attainmentPercent) };
}

test("the plan chosen decides the percentages and the ranks, and each output names it", async () => {
  const office = await openOffice();
  expect(await percents(office)).toEqual({ level: "Tỉnh giao", percents: [110, 100] });
  expect(await percents(office, "--plan", "huyện giao")).toEqual({ level: "Huyện giao", percents: [91.67, 111.11] });
  const ranks = async (...options: string[]) => {
    const { clusters } = (await office.run("rank", "--json", ...options)).json<{
      clusters: { plan: object; units: { unit: string; rank: number }[] }[];
    }>();
    return clusters.map(({ plan, units }) => ({ plan, units: units.map(({ unit, rank }) => [unit, rank]) }));
  };
  expect(await ranks()).toMatchObject([
    {
      plan: { level: "Tỉnh giao", others: ["Huyện giao", "Giao ước"] },
      units: [
        ["Xã A Mẫu", 1],
        ["Xã B Mẫu", 1],
      ],
    },
  ]);
  expect(await ranks("--plan", "Huyện giao")).toMatchObject([
    {
      plan: { level: "Huyện giao" },
      units: [
        ["Xã B Mẫu", 1],
        ["Xã A Mẫu", 2],
      ],
    },
  ]);
  const line = "Kế hoạch: Huyện giao (còn có: Tỉnh giao, Giao ước).";
  for (const args of [["progress"], ["check"], ["explain", "Xã A Mẫu"]])
    expect((await office.run(...args, "--plan", "Huyện giao")).out).toContain(line);
  expect((await office.run("rank", "--plan", "Huyện giao")).out).toContain("tính theo kế hoạch Huyện giao");
  const report = (await office.run("report", "--plan", "Huyện giao", "--json")).json();
  expect(report).toMatchObject({ plan: { level: "Huyện giao" } });
});

test("the cell explained is that of the plan in use", async () => {
  const office = await openOffice();
  const { out } = await office.run("explain", "Xã A Mẫu", "Trồng rừng", "--plan", "Huyện giao");
  expect(out).toContain("120 ← kq.csv, dòng 2, cột E (Huyện giao)");
  expect(out).not.toContain("cột D");
});

test("a result without the plan chosen has none, and how many is said once", async () => {
  const office = await openOffice();
  expect(await percents(office, "--plan", "Giao ước")).toEqual({ level: "Giao ước", percents: [84.62, null] });
  const { err } = await office.run("progress", "--plan", "Giao ước");
  expect(err).toContain("1 kết quả không có kế hoạch “Giao ước”");
});

test("a level nobody has is refused with the nearest and the levels there are", async () => {
  const office = await openOffice();
  const { code, err } = await office.run("progress", "--plan", "Huyen giao");
  expect(code).not.toBe(0);
  expect(err).toContain('Có phải là "Huyện giao"? Các cấp kế hoạch hiện có: Tỉnh giao; Huyện giao; Giao ước.');
});

test("plan.level is the default, and one the year does not have is said", async () => {
  const office = await openOffice();
  await office.run("config", "plan.level", "Huyện giao");
  expect(await percents(office)).toEqual({ level: "Huyện giao", percents: [91.67, 111.11] });
  await office.run("config", "plan.level", "Trung ương giao");
  expect(await percents(office)).toEqual({ level: "Tỉnh giao", percents: [110, 100] });
  expect((await office.run("progress")).err).toContain("không có kế hoạch “Trung ương giao”");
});

test("a changed level is told old and new, undo brings it back, and a sheet without plans leaves all of them", async () => {
  const office = await openOffice();
  office.write("sua.csv", SHEET.replace("100;120;130", "100;125;130"));
  const { imports } = (await office.run("import", "sua.csv", "--json")).json<{ imports: { changes: object[] }[] }>();
  expect(imports[0]?.changes).toMatchObject([{ field: "plan:Huyện giao", old: "120", new: "125" }]);
  expect((await percents(office, "--plan", "Huyện giao")).percents).toEqual([88, 111.11]);
  await office.run("undo", "3", "--yes");
  expect((await percents(office, "--plan", "Huyện giao")).percents).toEqual([91.67, 111.11]);
  office.write("th.csv", "Đơn vị;Chỉ tiêu;Thực hiện 2020\nXã A Mẫu;Trồng rừng;120\n");
  await office.run("import", "th.csv");
  expect((await percents(office, "--plan", "Huyện giao")).percents).toEqual([100, 111.11]);
  const { out } = await office.run("explain", "Xã A Mẫu", "Trồng rừng", "--plan", "Huyện giao");
  expect(out).toContain("120 ← kq.csv, dòng 2, cột E (Huyện giao)");
});

test("exported results carry every plan and read back unchanged", async () => {
  const office = await openOffice();
  const { out } = await office.run("export", "results");
  expect(out).toContain("ĐVT,Tỉnh giao,Huyện giao,Giao ước,Thực hiện");
  office.write("lai.csv", out);
  const again = (await office.run("import", "lai.csv", "--json")).json<{ imports: object[] }>();
  expect(again.imports).toMatchObject([{ inserted: 0, updated: 0, unchanged: 2 }]);
});

test("plans of units side by side are kept as well", async () => {
  const office = makeOffice();
  const head = "Chỉ tiêu;Xã A Mẫu;;;Xã B Mẫu;;\n;Tỉnh giao;Huyện giao;TH;Tỉnh giao;Huyện giao;TH\n";
  office.write("rong.csv", `${head}Trồng rừng;100;120;110;100;90;100\n`);
  await office.run("import", "rong.csv", "--year", "2020");
  expect(await percents(office, "--plan", "Huyện giao")).toEqual({ level: "Huyện giao", percents: [91.67, 111.11] });
  const { out } = await office.run("explain", "Xã B Mẫu", "Trồng rừng", "--plan", "Huyện giao");
  expect(out).toContain("90 ← rong.csv, dòng 3, cột F");
});
