import { expect, test } from "vitest";
import { makeOffice } from "../fake-office.js";
import { textOf } from "../read-docx.js";

interface Told {
  rules: { origin: string; rules: string[] };
  proposals: {
    cluster: string | null;
    unit: string;
    rank: number;
    status: string;
    award: string;
    reason: string;
    rule: string;
    law: { source: string; mark: string };
    decidedBy: string;
    blocks: string[];
    cautions: string[];
  }[];
  leftOut: { unit: string; reason: string }[];
}

const UNITS = ["Xã An", "Xã Bình", "Xã Cát", "Xã Duyên", "Xã Én"];
const RUBRIC = "Mã;Tiêu chí;Điểm tối đa;Cách chấm;Tham số\nI;Công tác thi đua;100;truc-tiep;\n";

/** A cluster of five communes with those points, of 100, in the order of UNITS. */
async function officeWith(points: readonly (number | null)[], year = 2025) {
  const office = makeOffice({ now: new Date("2026-01-20T03:00:00Z") });
  await addYear(office, points, year);
  await office.run("config", "year", "2025");
  return office;
}

async function addYear(office: ReturnType<typeof makeOffice>, points: readonly (number | null)[], year: number) {
  const units = UNITS.slice(0, points.length);
  office.write("don-vi.csv", `Tên đơn vị;Cụm/Khối\n${units.map((unit) => `${unit};Cụm thi đua số 1`).join("\n")}\n`);
  office.write("thang-diem.csv", RUBRIC);
  const rows = units.map((unit, index) => `${unit};I;${points[index] ?? ""}`);
  office.write("cham-diem.csv", `Đơn vị;Mã tiêu chí;Điểm thẩm định\n${rows.join("\n")}\n`);
  const ran = await office.run("import", "don-vi.csv", "thang-diem.csv", "cham-diem.csv", "--year", `${year}`);
  expect(ran).toMatchObject({ code: 0 });
}

async function propose(office: ReturnType<typeof makeOffice>, ...argv: string[]): Promise<Told> {
  const ran = await office.run("propose", "--json", ...argv);
  expect(ran).toMatchObject({ code: 0 });
  return ran.json<Told & Record<string, never>>();
}
const brief = ({ proposals }: Told) => proposals.map(({ unit, award, status }) => `${unit}: ${award} (${status})`);

test("who leads is proposed for the flag and the next two for a Bằng khen, each with figures, rule and law", async () => {
  const told = await propose(await officeWith([95, 90, 85, 80, 70]));
  expect(brief(told)).toEqual([
    "Xã An: co-thi-dua-tinh (proposed)",
    "Xã Bình: bang-khen (proposed)",
    "Xã Cát: bang-khen (proposed)",
  ]);
  expect(told.rules.origin).toBe("default");
  expect(told.proposals[0]).toMatchObject({
    reason: "Xếp hạng 1/5 Cụm thi đua số 1 năm 2025, đạt 95,00/100 điểm (95%)",
    rule: "hạng 1 → Cờ thi đua của Ủy ban nhân dân tỉnh",
    law: { source: "Luật TĐKT 2022 Điều 26", mark: "V2" },
    decidedBy: "Chủ tịch Ủy ban nhân dân cấp tỉnh",
    blocks: [],
    cautions: [expect.stringContaining("phải bỏ phiếu: phiếu đồng ý từ 80%")],
  });
});

test("the default rules are said to be no law, and that the council decides", async () => {
  const { err } = await (await officeWith([95, 90])).run("propose");
  expect(err).toContain("mặc định của chương trình, không phải quy định của pháp luật");
  expect(err).toContain("chương trình không quyết định thay");
  expect(err).toContain("Xếp hạng chưa chốt");
});

test.each<[string, number[], string[]]>([
  [
    "two who lead together are both named",
    [95, 95, 85, 80],
    ["Xã An: co-thi-dua-tinh (tied)", "Xã Bình: co-thi-dua-tinh (tied)", "Xã Cát: bang-khen (proposed)"],
  ],
  [
    "two within the places of a rule are no tie",
    [95, 90, 90, 80],
    ["Xã An: co-thi-dua-tinh (proposed)", "Xã Bình: bang-khen (proposed)", "Xã Cát: bang-khen (proposed)"],
  ],
  [
    "equals at the last place of a rule are all named",
    [95, 90, 85, 85, 80],
    [
      "Xã An: co-thi-dua-tinh (proposed)",
      "Xã Bình: bang-khen (proposed)",
      "Xã Cát: bang-khen (tied)",
      "Xã Duyên: bang-khen (tied)",
    ],
  ],
  ["a unit alone in its cluster leads nobody", [95], ["Xã An: co-thi-dua-tinh (blocked)"]],
])("%s", async (_what, points, expected) => {
  expect(brief(await propose(await officeWith(points)))).toEqual(expected);
});

test("equals are left to the cluster by name", async () => {
  const told = await propose(await officeWith([95, 95, 85]));
  expect(told.proposals[0]?.cautions).toContain("bằng điểm Xã Bình: cụm, khối quyết định");
});

test("a condition keeps a unit from the flag, or out of the proposals, with its reason", async () => {
  const office = await officeWith([95, 90, 85]);
  const conditions = [
    "II.1;Bảng chấm chéo;;dieu-kien;nếu=thiếu bảng chấm chéo, thì=không xét Cờ",
    "II.2;Bảng tự chấm;;dieu-kien;nếu=thiếu bảng tự chấm, thì=không xếp loại",
  ];
  office.write("thang-diem.csv", `${RUBRIC}${conditions.join("\n")}\n`);
  office.write("vong.csv", "Đơn vị;Mã tiêu chí;Điểm tự chấm;Điểm chấm chéo\nXã An;I;95;\nXã Bình;I;90;90\n");
  await office.run("import", "thang-diem.csv", "cham-diem.csv", "vong.csv", "--year", "2025");
  const told = await propose(office);
  expect(brief(told)).toEqual(["Xã An: co-thi-dua-tinh (blocked)", "Xã Bình: bang-khen (proposed)"]);
  expect(told.proposals[0]?.blocks).toEqual([expect.stringMatching(/^không xét Cờ vì /)]);
  expect(told.leftOut).toMatchObject([{ unit: "Xã Cát", reason: expect.stringMatching(/^không xếp loại vì /) }]);
});

test("points still missing are told beside every place they could change", async () => {
  const told = await propose(await officeWith([95, 90, null]));
  expect(told.proposals[0]?.cautions).toContain("hạng có thể đổi: còn thiếu số liệu hoặc điểm của Xã Cát");
  expect(told.proposals[2]?.cautions[0]).toContain("còn 1 tiêu chí chưa đủ số liệu hoặc điểm");
});

test("rules are the cluster's: by setting, by option, by points and by places gained", async () => {
  const office = await officeWith([95, 90, 85, 80]);
  await addYear(office, [95, 80, 85, 90], 2024);
  await office.run("config", "propose.rules", "hạng 1 → Cờ thi đua; tăng hạng ≥ 2 → Giấy khen");
  const set = await propose(office);
  expect(set.rules.origin).toBe("setting");
  expect(brief(set)).toEqual(["Xã An: co-thi-dua-tinh (proposed)", "Xã Bình: giay-khen (proposed)"]);
  expect(set.proposals[1]?.reason).toContain("tăng 2 hạng so với năm 2024 (hạng 4)");
  const given = await propose(office, "--rule", "điểm ≥ 85% → Bằng khen");
  expect(brief(given)).toEqual([
    "Xã An: bang-khen (proposed)",
    "Xã Bình: bang-khen (proposed)",
    "Xã Cát: bang-khen (proposed)",
  ]);
  expect(await office.run("config", "propose.rules", "nhất → Cờ")).toMatchObject({ code: 2 });
});

test("what was given in the year or before is told, and a decided award is not proposed again", async () => {
  const office = await officeWith([95, 90, 85]);
  const head = "Tên tập thể;Danh hiệu/Hình thức;Số quyết định\n";
  office.write("nay.csv", `${head}Xã An;Cờ thi đua;12/QĐ-UBND\n`);
  office.write("truoc.csv", `${head}Xã Bình;Bằng khen;9/QĐ-UBND\n`);
  await office.run("import", "nay.csv", "--year", "2025");
  await office.run("import", "truoc.csv", "--year", "2024");
  const [flag, second] = (await propose(office)).proposals;
  expect(flag).toMatchObject({
    status: "blocked",
    blocks: ["đã được tặng trong năm (quyết định số 12/QĐ-UBND)"],
  });
  expect(second?.cautions).toContain("đã được ghi nhận hình thức này năm 2024");
});

test("a finalised ranking counts, whatever the data say since", async () => {
  const office = await officeWith([95, 90, 85]);
  await office.run("rank", "--finalize");
  office.write("sua.csv", "Đơn vị;Mã tiêu chí;Điểm thẩm định\nXã Cát;I;99\n");
  await office.run("import", "sua.csv", "--year", "2025");
  expect((await propose(office)).proposals[0]?.unit).toBe("Xã An");
});

test("the list written is imported as it is, Excel or CSV, and blocked ones are not in it", async () => {
  for (const name of ["de-nghi.xlsx", "de-nghi.csv"]) {
    const office = await officeWith([95, 90, 85]);
    expect(await office.run("propose", "-o", name)).toMatchObject({ code: 0 });
    expect(await office.run("import", name, "--year", "2025")).toMatchObject({ code: 0 });
    const listed = (await office.run("export", "awards", "--format", "json")).json<{
      rows: { name: string; award: string; subject: string }[];
    }>();
    expect(listed.rows.map(({ name, award, subject }) => `${name}: ${award}, ${subject}`)).toEqual([
      "Xã An: Cờ thi đua của Ủy ban nhân dân tỉnh, collective",
      "Xã Bình: Bằng khen, collective",
      "Xã Cát: Bằng khen, collective",
    ]);
    expect(await office.run("propose", "-o", name)).toMatchObject({ code: 2 });
  }
});

test("--unit tells one unit alone, and a wrong name is met with the right one", async () => {
  const office = await officeWith([95, 90, 85]);
  expect(brief(await propose(office, "--unit", "Xã Bình"))).toEqual(["Xã Bình: bang-khen (proposed)"]);
  expect((await office.run("propose", "--unit", "Xã Binh")).err).toContain('Có phải là "Xã Bình"?');
});

test("a report says what the cluster's own rules propose, and nothing by the program's default ones", async () => {
  const told = async (office: ReturnType<typeof makeOffice>) =>
    (await office.run("report", "--trace", "--json")).json<{
      trace: { sentences: { sentence: string }[] }[];
    }>();
  const office = await officeWith([95, 90, 85, 85]);
  const usual = JSON.stringify(await told(office));
  expect(usual).toContain("là đơn vị dẫn đầu Cụm thi đua số 1");
  expect(usual).not.toContain("đề nghị tặng");
  await office.run("config", "propose.rules", "hạng 1 → Cờ thi đua; hạng 2 → Bằng khen; hạng 3 → Giấy khen");
  const own = JSON.stringify(await told(office)).toLowerCase();
  expect(own).toContain(
    "đề nghị tặng cờ thi đua của ủy ban nhân dân tỉnh cho xã an; đề nghị tặng bằng khen cho xã bình; " +
      "xã cát và xã duyên bằng điểm nhau nên việc đề nghị tặng giấy khen do cụm xem xét, quyết định",
  );
  await office.run("report", "-o", "bao-cao.docx");
  const table = textOf(office, "bao-cao.docx").split("Đề nghị khen thưởng\n")[1]?.split("\nVIII. ")[0] ?? "";
  expect(table).toContain("1\nXã An\n1\n95,00\nCờ thi đua của Ủy ban nhân dân tỉnh\n");
  expect(table).toContain("4\nXã Duyên\n3\n85,00\nGiấy khen\nBằng điểm, Cụm xem xét, quyết định");
});
