import { expect, test } from "vitest";
import { makeXlsx } from "../../fixtures/workbook/make-workbook.mjs";
import { makeOffice } from "../fake-office.js";

const UNITS = "Tên đơn vị;Cụm/Khối\nXã Đông Mẫu;Cụm số 1\nXã Tây Mẫu;Cụm số 1\n";
const LONG = `Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện
Xã Đông Mẫu;Trồng rừng;ha;12;13
Xã Tây Mẫu;Trồng rừng;ha;22;23
Xã Đông Mẫu;Thu ngân sách;triệu đồng;1.200,5;1.300
Xã Tây Mẫu;Thu ngân sách;triệu đồng;1.000;950
`;
const IN_COLUMNS = `TT;Chỉ tiêu;ĐVT;Xã Đông Mẫu;;Xã Tây Mẫu;
;;;KH;TH;KH;TH
1;Trồng rừng;ha;12;13;22;23
2;Thu ngân sách;triệu đồng;1.200,5;1.300;1.000;950
`;
const IN_ROWS = `STT;Đơn vị;Trồng rừng;;Thu ngân sách;
;;KH;TH;KH;TH
;;ha;ha;triệu đồng;triệu đồng
1;Xã Đông Mẫu;12;13;1.200,5;1.300
2;Xã Tây Mẫu;22;23;1.000;950
`;
const EAST = "TT;Chỉ tiêu;ĐVT;KH;TH\n1;Trồng rừng;ha;12;13\n2;Thu ngân sách;triệu đồng;1.200,5;1.300\n";
const WEST = "TT;Chỉ tiêu;ĐVT;KH;TH\n1;Trồng rừng;ha;22;23\n2;Thu ngân sách;triệu đồng;1.000;950\n";

interface Progress {
  rows: { unit: string; source: object; planned: unknown; actual: unknown }[];
}

async function importAll(files: Record<string, string>, ...extra: string[]) {
  const office = makeOffice();
  for (const [name, text] of Object.entries(files)) office.write(name, text);
  const ran = await office.run("import", "--year", "2021", ...Object.keys(files), ...extra, "--json");
  expect(ran.err + ran.out).not.toContain('"severity"');
  return { office, layouts: ran.json<{ imports: { layout: string | null }[] }>().imports.map(({ layout }) => layout) };
}

async function listFigures(office: ReturnType<typeof makeOffice>): Promise<unknown[]> {
  const { rows } = (await office.run("progress", "--json")).json<Progress>();
  return rows.map(({ source: _, ...row }) => row);
}

test("the same figures in any layout give the same progress", async () => {
  const long = await importAll({ "don-vi.csv": UNITS, "ket-qua.csv": LONG });
  const expected = await listFigures(long.office);
  expect(expected).toHaveLength(4);
  const columns = await importAll({ "don-vi.csv": UNITS, "ket-qua.csv": IN_COLUMNS });
  expect(columns.layouts).toEqual([null, "units-in-columns"]);
  expect(await listFigures(columns.office)).toEqual(expected);
  const rows = await importAll({ "don-vi.csv": UNITS, "ket-qua.csv": IN_ROWS });
  expect(rows.layouts).toEqual([null, "units-in-rows"]);
  expect(await listFigures(rows.office)).toEqual(expected);
  const files = await importAll({ "don-vi.csv": UNITS, "xa-dong-mau.csv": EAST, "Xã Tây Mẫu.csv": WEST });
  expect(files.layouts).toEqual([null, "unit", "unit"]);
  expect(await listFigures(files.office)).toEqual(expected);
});

test("progress and explain name the cell of each figure in a wide sheet", async () => {
  const { office } = await importAll({ "don-vi.csv": UNITS, "ket-qua.csv": IN_COLUMNS });
  const { rows } = (await office.run("progress", "--json")).json<Progress>();
  expect(rows[2]?.source).toEqual({ file: "ket-qua.csv", row: 3, cells: { planned: "F3", actual: "G3" } });
  const { out } = await office.run("explain", "Xã Tây Mẫu", "Trồng rừng");
  expect(out).toContain("22 ← ket-qua.csv, dòng 3, cột F (Xã Tây Mẫu – KH)");
  expect(out).toContain("23 ← ket-qua.csv, dòng 3, cột G (Xã Tây Mẫu – TH)");
});

test("--unit says whose sheet it is, and a sheet that nobody names is refused with that advice", async () => {
  const office = makeOffice();
  office.write("a.csv", EAST);
  const refused = await office.run("import", "a.csv");
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("--unit");
  const ran = await office.run("import", "a.csv", "--unit", "Xã Đông Mẫu", "--year", "2021");
  expect(ran.code).toBe(0);
  expect(ran.out).toContain("đơn vị: Xã Đông Mẫu (theo --unit)");
});

test("what is no one number is kept as typed, stored, and told as an object with plain numbers", async () => {
  const office = makeOffice();
  office.write(
    "a.csv",
    "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Đánh giá\nXã Đông Mẫu;Tăng trưởng;%;6,6-6,8;7,02;Đạt\nXã Đông Mẫu;Thất nghiệp;%;dưới 4;4,5;Đạt\nXã Đông Mẫu;Thu ngân sách;tỷ đồng;25;25 tỷ 941 triệu;\n",
  );
  const ran = await office.run("import", "a.csv", "--year", "2021", "--json");
  const [entry] = ran.json<{ imports: { problems: { row: number; code: string; severity: string }[] }[] }>().imports;
  expect(entry?.problems).toMatchObject([{ row: 3, code: "stated-label-differs", severity: "warning" }]);
  const { rows } = (await office.run("progress", "--json")).json<{ rows: object[] }>();
  expect(rows).toMatchObject([
    {
      planned: { text: "6,6-6,8", low: 6.6, high: 6.8, operator: "range" },
      actual: 7.02,
      attainmentPercent: 103.24,
      status: "exceeded",
    },
    { planned: { text: "dưới 4", low: null, high: 4, operator: "<" }, direction: "lower", status: "missed" },
    { actual: 25.941, typed: { actual: "25 tỷ 941 triệu" }, attainmentPercent: 103.76 },
  ]);
  const again = await office.run("import", "a.csv", "--year", "2021", "--json");
  expect(again.json<{ imports: object[] }>().imports).toMatchObject([{ inserted: 0, updated: 0, unchanged: 3 }]);
  const { out } = await office.run("progress");
  expect(out).toContain("6,6-6,8");
});

const NAMES = "Tên đơn vị;Loại\nHuyện Lâm Bình Mẫu;huyện\nNa Hang Mẫu;huyện\nThành phố Mẫu;thành phố\n";
const BARE = "Chỉ tiêu;ĐVT;LÂM BÌNH MẪU;Na Hang Mẫu;TP. Mẫu\nTrồng rừng;ha;580;410;25\nHộ nghèo;%;2,4;3;1,1\n";

/** unit → result of the first indicator. */
async function listActual(office: ReturnType<typeof makeOffice>) {
  const { rows } = (await office.run("progress", "--indicator", "Trồng rừng", "--json")).json<Progress>();
  return rows.map(({ unit, planned, actual }) => [unit, planned, actual]);
}

test("names of known units head columns: known from the database, or from a list of the same call", async () => {
  const expected = [
    ["Huyện Lâm Bình Mẫu", null, 580],
    ["Na Hang Mẫu", null, 410],
    ["Thành phố Mẫu", null, 25],
  ];
  const together = await importAll({ "ket-qua.csv": BARE, "don-vi.csv": NAMES });
  expect(together.layouts).toEqual([null, "units-in-columns"]);
  expect(await listActual(together.office)).toEqual(expected);
  const later = makeOffice();
  later.write("don-vi.csv", NAMES);
  later.write("ket-qua.csv", BARE);
  await later.run("import", "don-vi.csv", "--year", "2021");
  expect((await later.run("import", "ket-qua.csv")).code).toBe(0);
  expect(await listActual(later)).toEqual(expected);
});

test("a list of units in one sheet of a workbook makes the columns of another known", async () => {
  const office = makeOffice();
  const cells = (csv: string) =>
    csv
      .trim()
      .split("\n")
      .map((line) => line.split(";"));
  const sheets = [
    { name: "Kết quả", rows: cells(BARE.replaceAll("Chỉ tiêu;ĐVT", "CHỈ TIÊU;GHI CHÚ")) },
    { name: "Đơn vị", rows: cells(NAMES) },
  ];
  office.write("a.xlsx", makeXlsx(sheets));
  const ran = await office.run("import", "a.xlsx", "--year", "2021", "--json");
  expect(ran.code, ran.err).toBe(0);
  expect((await listActual(office)).map(([unit]) => unit)).toEqual([
    "Huyện Lâm Bình Mẫu",
    "Na Hang Mẫu",
    "Thành phố Mẫu",
  ]);
});

test("a plan and a result for each unit under one header, a misspelt unit being asked about", async () => {
  const office = makeOffice({ answers: ["=Na Hang Mẫu"] });
  office.write("don-vi.csv", NAMES);
  office.write(
    "a.csv",
    "Chỉ tiêu;KH Lâm Bình Mẫu;TH Lâm Bình Mẫu;KH Nà Hang Mẫu;TH Nà Hang Mẫu\nTrồng rừng;500;580;400;410\n",
  );
  await office.run("import", "don-vi.csv", "--year", "2021");
  const ran = await office.run("import", "a.csv");
  expect(ran.code, ran.err).toBe(0);
  expect(await listActual(office)).toEqual([
    ["Huyện Lâm Bình Mẫu", 500, 580],
    ["Na Hang Mẫu", 400, 410],
    ["Thành phố Mẫu", null, null],
  ]);
});

test("a column that may be a unit's or not is refused; an average is no unit", async () => {
  const office = makeOffice();
  office.write("don-vi.csv", NAMES);
  office.write("a.csv", BARE.replace("TP. Mẫu", "Phú Thử"));
  office.write("b.csv", BARE.replace("TP. Mẫu", "Bình quân"));
  await office.run("import", "don-vi.csv", "--year", "2021");
  const refused = await office.run("import", "a.csv");
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("Lỗi: a.csv:1 [Phú Thử]: Cột “Phú Thử” có số liệu nhưng không rõ");
  expect((await office.run("import", "b.csv")).code).toBe(0);
  const { rows } = (await office.run("progress", "--json")).json<{ rows: { unit: string; actual: number | null }[] }>();
  expect(rows.filter(({ actual }) => actual !== null).map(({ unit }) => unit)).not.toContain("Bình quân");
  expect(rows.some(({ actual }) => actual !== null)).toBe(true);
});

test("a list of indicators whose other columns hold figures is not taken for a mere list", async () => {
  const office = makeOffice();
  office.write("a.csv", "CHỈ TIÊU;ĐVT;LÂM BÌNH;NA HANG\nTrồng rừng;ha;580;410\nHộ nghèo;%;2,4;3\n");
  const ran = await office.run("import", "a.csv", "--year", "2021");
  expect(ran.code).toBe(1);
  expect(ran.err).toContain("Các cột “LÂM BÌNH”, “NA HANG” có số liệu");
  expect((await office.run("import", "a.csv", "--year", "2021", "--as", "chi-tieu")).code).toBe(0);
});
