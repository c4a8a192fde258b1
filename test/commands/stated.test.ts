import { expect, test } from "vitest";
import { makeOffice } from "../fake-office.js";

const PERCENTS = `Đơn vị;Trồng rừng % KH;Thu NSNN % KH;Việc làm mới % KH
Xã Đông Mẫu;116;>120;
Xã Tây Mẫu;95,2;đạt, vượt;98
`;
const FIGURES = "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nXã Đông Mẫu;Trồng rừng;ha;500;575\n";

interface Progress {
  rows: { unit: string; indicator: string; planned: unknown; stated: object; attainmentPercent: number | null }[];
}

async function importPercents() {
  const office = makeOffice();
  office.write("ty-le.csv", PERCENTS);
  const ran = await office.run("import", "ty-le.csv", "--year", "2020", "--json");
  return { office, ran };
}

test("percentages without plan and result are kept as stated, and it is said once that nothing is computed of them", async () => {
  const { office, ran } = await importPercents();
  expect(ran.json()).toMatchObject({
    imports: [
      { layout: "units-in-rows", inserted: 5, problems: [{ code: "stated-only", severity: "warning", row: 1 }] },
    ],
  });
  const { rows } = (await office.run("progress", "--json")).json<Progress>();
  expect(rows.every(({ planned, attainmentPercent }) => planned === null && attainmentPercent === null)).toBe(true);
  expect(rows.map(({ unit, indicator, stated }) => [unit, indicator, stated])).toEqual([
    ["Xã Đông Mẫu", "Trồng rừng", { attainmentPercent: 116, evaluation: null }],
    [
      "Xã Đông Mẫu",
      "Thu NSNN",
      { attainmentPercent: { text: ">120", low: 120, high: null, operator: ">" }, evaluation: null },
    ],
    ["Xã Đông Mẫu", "Việc làm mới", { attainmentPercent: null, evaluation: null }],
    ["Xã Tây Mẫu", "Trồng rừng", { attainmentPercent: 95.2, evaluation: null }],
    ["Xã Tây Mẫu", "Thu NSNN", { attainmentPercent: null, evaluation: "đạt, vượt" }],
    ["Xã Tây Mẫu", "Việc làm mới", { attainmentPercent: 98, evaluation: null }],
  ]);
});

test("progress and explain tell what the sheet states as such, explain with its cell", async () => {
  const { office } = await importPercents();
  const { out } = await office.run("progress");
  expect(out).toContain("Chưa tính được (bảng ghi 95,2%)");
  expect(out).toContain("Chưa tính được (bảng ghi đạt, vượt)");
  const told = (await office.run("explain", "Xã Đông Mẫu", "Thu NSNN")).out;
  expect(told).toContain("không tính được tỷ lệ; bảng ghi >120%");
  expect(told).toContain(">120% ← ty-le.csv, dòng 2, cột C (Thu NSNN % KH)");
});

test("figures that come later take the place of a stated percentage", async () => {
  const { office } = await importPercents();
  office.write("ket-qua.csv", FIGURES);
  await office.run("import", "ket-qua.csv");
  const { rows } = (await office.run("progress", "--unit", "Xã Đông Mẫu", "--json")).json<Progress>();
  expect(rows[0]).toMatchObject({ planned: 500, attainmentPercent: 115 });
});

test("a stated percentage never takes the place of figures: it is compared with them, and that is said", async () => {
  const office = makeOffice();
  office.write("ket-qua.csv", FIGURES);
  office.write("ty-le.csv", PERCENTS);
  await office.run("import", "ket-qua.csv", "--year", "2020");
  const ran = await office.run("import", "ty-le.csv", "--create", "--json");
  const [entry] = ran.json<{ imports: { unchanged: number; problems: { code: string; cell?: string }[] }[] }>().imports;
  expect(entry?.unchanged).toBe(1);
  expect(entry?.problems).toMatchObject([
    { code: "stated-not-stored" },
    { code: "stated-only" },
    { code: "stated-differs", cell: "B2", value: "116" },
  ]);
  const { rows } = (await office.run("progress", "--unit", "Xã Đông Mẫu", "--json")).json<Progress>();
  expect(rows[0]).toMatchObject({ planned: 500, attainmentPercent: 115, stated: { attainmentPercent: null } });
});

test("the same sheet again changes nothing, and its export says the same", async () => {
  const { office } = await importPercents();
  const again = await office.run("import", "ty-le.csv", "--json");
  expect(again.json()).toMatchObject({ imports: [{ inserted: 0, updated: 0, unchanged: 5 }] });
  await office.run("export", "results", "-o", "xuat.csv");
  const back = await office.run("import", "xuat.csv", "--json");
  expect(back.json()).toMatchObject({ imports: [{ inserted: 0, updated: 0, unchanged: 5 }] });
});

test("a long sheet of percentages, or of Đánh giá, is one of results and no list of indicators", async () => {
  const office = makeOffice();
  office.write("a.csv", "Đơn vị;Chỉ tiêu;% TH/KH\nXã Đông Mẫu;Trồng rừng;116\n");
  office.write("b.csv", "Đơn vị;Chỉ tiêu;Đánh giá\nXã Đông Mẫu;Nông thôn mới;Đạt\n");
  office.write("c.csv", "Chỉ tiêu;ĐVT;% KH\nThu ngân sách;tỷ đồng;98\n");
  await office.run("import", "a.csv", "--year", "2020");
  await office.run("import", "b.csv", "--create");
  await office.run("import", "c.csv", "--unit", "Xã Đông Mẫu", "--create");
  const { rows } = (await office.run("progress", "--json")).json<Progress>();
  expect(rows.map(({ unit, indicator, stated }) => [unit, indicator, stated])).toEqual([
    ["Xã Đông Mẫu", "Trồng rừng", { attainmentPercent: 116, evaluation: null }],
    ["Xã Đông Mẫu", "Nông thôn mới", { attainmentPercent: null, evaluation: "Đạt" }],
    ["Xã Đông Mẫu", "Thu ngân sách", { attainmentPercent: 98, evaluation: null }],
  ]);
});

test("a bound a sheet states is compared with what is computed", async () => {
  const office = makeOffice();
  office.write(
    "a.csv",
    "Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện;% TH/KH\nXã A;Trồng rừng;100;125;>120\nXã B;Trồng rừng;100;110;>120\n",
  );
  const ran = await office.run("import", "a.csv", "--year", "2020", "--json");
  expect(ran.json()).toMatchObject({ imports: [{ problems: [{ code: "stated-differs", row: 3, value: ">120" }] }] });
});
