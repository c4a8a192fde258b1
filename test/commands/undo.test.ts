import { expect, test } from "vitest";
import { dumpTables, IMPORT_LOG } from "../dump.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const UNITS = "Tên đơn vị;Tên khác;Cụm/Khối\nXã Đông;Đông;Cụm số 1\nXã Tây;;Cụm số 1\n";
const RESULTS = "Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nXã Đông;Trồng rừng;ha;10;12\nXã Tây;Trồng rừng;ha;20;18,5\n";
const RUBRIC = "Mã;Tiêu chí;Điểm tối đa;Cách chấm;Chỉ tiêu\nI;Kinh tế;10;;\nI.1;Trồng rừng;10;ty-le;Trồng rừng\n";
const SCORES = "Đơn vị;Tiêu chí;Tự chấm\nXã Đông;I.1;9\n";
const AWARDS =
  "Họ và tên;Đối tượng;Đơn vị;Danh hiệu/Hình thức;Thành tích\nTrần Văn Mẫu;cá nhân;Xã Đông;Giấy khen;Trồng rừng\n";

const MOVEMENTS = "Tên phong trào;Loại;Cơ quan phát động;Kết quả\nVì người nghèo;chuyên đề;Xã Đông;05 nhà\n";
const WORDS = "Đơn vị;Mục;Nội dung\nXã Đông;Khó khăn;Một\nXã Đông;;Hai\n;Kiến nghị;Ba\n";

function officeWith(files: Record<string, string>, answers?: string[]): FakeOffice {
  const office = answers === undefined ? makeOffice() : makeOffice({ answers });
  for (const [name, text] of Object.entries(files)) office.write(name, text);
  return office;
}

const state = (office: FakeOffice) => dumpTables(office.path("thidua.db"), IMPORT_LOG);

const STEPS: [string, Record<string, string>][] = [
  ["units with clusters and other names", { "a.csv": UNITS }],
  ["results that make units, indicators and the year", { "a.csv": RESULTS }],
  ["changed units", { "a.csv": UNITS, "b.csv": UNITS.replace("Đông;Đông;Cụm số 1", "Đông;Đ1;Cụm số 2") }],
  ["changed results", { "a.csv": RESULTS, "b.csv": RESULTS.replace("18,5", "19").replace("10;12", "10;Không giao") }],
  ["indicators described later", { "a.csv": RESULTS, "b.csv": "Mã;Chỉ tiêu;Chiều\nTR;Trồng rừng;thấp hơn tốt\n" }],
  ["a rubric", { "a.csv": RESULTS, "b.csv": RUBRIC }],
  ["the next version of a rubric", { "r.csv": RUBRIC, "b/r.csv": RUBRIC.replaceAll(";10;", ";20;") }],
  ["changed scores", { "a.csv": RESULTS, "r.csv": RUBRIC, "s.csv": SCORES, "t.csv": SCORES.replace("9", "8,5") }],
  [
    "changed awards",
    { "a.csv": RESULTS, "k.csv": AWARDS, "l.csv": AWARDS.replace("khen;Trồng rừng", "khen;Giữ rừng") },
  ],
  ["changed movements", { "p.csv": MOVEMENTS, "q.csv": MOVEMENTS.replace("chuyên đề;Xã Đông;05", "theo đợt;;06") }],
  [
    "words of more and of fewer paragraphs",
    { "a.csv": UNITS, "n.csv": WORDS, "m.csv": WORDS.replace("Xã Đông;;Hai\n", ""), "o.csv": `${WORDS};;Bốn\n` },
  ],
];

test.each(STEPS)("undoing each import in turn brings back what was there: %s", async (_what, files) => {
  const office = makeOffice();
  await office.run("config", "issuer.place", "Bình Minh");
  const states = [state(office)];
  const ids: (number | null)[] = [];
  for (const [name, text] of Object.entries(files)) {
    office.write(name.replace("b/", ""), text);
    const ran = await office.run("import", name.replace("b/", ""), "--json", "--create", "--year", "2020");
    expect(ran.code, ran.out).toBe(0);
    ids.push(ran.json<{ imports: { id: number }[] }>().imports[0]?.id ?? null);
    states.push(state(office));
  }
  for (let step = ids.length; step > 0; step--) {
    expect(state(office)).toEqual(states[step]);
    const ran = await office.run("undo", String(ids[step - 1]), "--json");
    expect(ran.code, ran.out).toBe(0);
    expect(state(office)).toEqual(states[step - 1]);
  }
});

test("without a number the latest import that stands is undone, and history says so", async () => {
  const office = officeWith({ "units.csv": UNITS, "results.csv": RESULTS });
  await office.run("import", "units.csv", "results.csv", "--year", "2020");
  const ran = await office.run("undo");
  expect(ran.out).toBe("Đã hoàn tác lần 2 (results.csv): bỏ 3 mục đã thêm, trả lại 0 mục đã sửa.\n");
  expect(ran.err).toContain("nạp lại tệp");
  const { imports } = (await office.run("history", "--json")).json<{ imports: { undoneAt: string | null }[] }>();
  expect(imports.map(({ undoneAt }) => undoneAt)).toEqual([null, "2026-11-22T03:00:00.000Z"]);
  expect((await office.run("history")).out).toContain("đã hoàn tác 2026-11-22 10:00");
  expect((await office.run("undo", "--json")).json()).toMatchObject({ undone: { id: 1, file: "units.csv" } });
  const nothing = await office.run("undo");
  expect([nothing.code, nothing.err]).toEqual([
    2,
    "Lỗi: Không có lần nạp nào để hoàn tác. Xem các lần nạp bằng: thidua history.\n",
  ]);
});

test("an undone file imported again is a new import with the same values", async () => {
  const office = officeWith({ "results.csv": RESULTS });
  await office.run("import", "results.csv", "--year", "2020");
  const progress = (await office.run("progress")).out;
  await office.run("undo");
  const again = await office.run("import", "results.csv", "--year", "2020", "--json");
  expect(again.json()).toMatchObject({ imports: [{ id: 2, inserted: 2 }] });
  expect((await office.run("progress")).out).toBe(progress);
});

test("an import that later ones build on is not undone; they are named, the first to undo too", async () => {
  const office = officeWith({ "units.csv": UNITS, "results.csv": RESULTS, "fixed.csv": RESULTS.replace("18,5", "19") });
  await office.run("import", "units.csv", "--year", "2020");
  await office.run("import", "results.csv");
  await office.run("import", "fixed.csv");
  const before = dumpTables(office.path("thidua.db"));
  for (const [id, blockers] of [
    ["1", "lần 3 (fixed.csv), 2 (results.csv)"],
    ["2", "lần 3 (fixed.csv)"],
  ] as const) {
    const ran = await office.run("undo", id);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(`các lần sau đã sửa hoặc dùng số liệu của nó: ${blockers}.`);
    expect(ran.err).toContain("Hoàn tác lần 3 trước: thidua undo 3.");
  }
  expect(dumpTables(office.path("thidua.db"))).toEqual(before);
});

test("a later import of other values does not stand in the way", async () => {
  const office = officeWith({ "a.csv": RESULTS, "b.csv": RESULTS.replaceAll("Trồng rừng", "Thu ngân sách") });
  await office.run("import", "a.csv", "--year", "2020");
  await office.run("import", "b.csv", "--create");
  await office.run("undo", "2");
  await office.run("import", "b.csv", "--create");
  expect((await office.run("undo", "1")).code).toBe(2);
  expect((await office.run("undo", "3")).code).toBe(0);
});

test("a year chosen since is not taken away with the import that first set one", async () => {
  const office = officeWith({ "results.csv": RESULTS });
  await office.run("import", "results.csv", "--year", "2020");
  await office.run("config", "year", "2021");
  await office.run("undo");
  expect(state(office).setting).toEqual([{ key: "year", value: "2021" }]);
});

test("a name taken since is a reason, not a crash", async () => {
  const office = officeWith({
    "a.csv": "Mã;Tên đơn vị;Tên khác\n1;Xã Đông;Đông\n",
    "b.csv": "Mã;Tên đơn vị\n1;Đông\n",
    "c.csv": "Mã;Tên đơn vị\n2;Xã Đông\n",
  });
  for (const file of ["a.csv", "b.csv", "c.csv"]) await office.run("import", file, "--year", "2020");
  const ran = await office.run("undo", "2");
  expect([ran.code, ran.err]).toEqual([
    2,
    "Lỗi: Chưa hoàn tác được lần 2 (b.csv): tên hoặc mã của nó đã được một lần nạp sau dùng lại. Hoàn tác các lần nạp sau trước, từ lần mới nhất.\n",
  ]);
});

test("on a terminal it asks; no means nothing happens", async () => {
  const office = officeWith({ "results.csv": RESULTS }, ["n"]);
  await office.run("import", "results.csv", "--year", "2020");
  const before = state(office);
  const ran = await office.run("undo");
  expect([ran.code, ran.err]).toEqual([2, "Lỗi: Đã dừng, chưa hoàn tác gì. Thêm --yes để hoàn tác không hỏi lại.\n"]);
  expect(state(office)).toEqual(before);
  expect((await office.run("undo", "--yes")).code).toBe(0);
});

test("a number that is no import, and one undone already, are said", async () => {
  const office = officeWith({ "results.csv": RESULTS });
  await office.run("import", "results.csv", "--year", "2020");
  expect((await office.run("undo", "7")).err).toBe(
    'Lỗi: Không có lần nạp "7". Xem số của các lần bằng: thidua history.\n',
  );
  await office.run("undo", "1");
  expect((await office.run("undo", "1")).err).toBe(
    "Lỗi: Lần 1 (results.csv) đã được hoàn tác rồi. Muốn có lại thì nạp lại tệp, hoặc sửa tay lại.\n",
  );
});
