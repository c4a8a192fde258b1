import { expect, test } from "vitest";
import { SETTINGS } from "../../src/commands/context/settings.js";
import { makeOffice } from "../fake-office.js";

test("init by flags stores every setting without asking", async () => {
  const office = makeOffice();
  const flags = SETTINGS.flatMap(({ flag, example }) => [flag, example]);
  const ran = await office.run(
    "init",
    ...flags,
    "--cluster",
    "Cụm thi đua số 1",
    "--cluster",
    "Khối thi đua số 5",
    "--json",
  );
  expect(ran.code).toBe(0);
  const { settings, clusters } = ran.json<{ settings: Record<string, string>; clusters: string[] }>();
  expect(settings).toEqual(Object.fromEntries(SETTINGS.map(({ key, example }) => [key, example])));
  expect(clusters).toEqual(["Cụm thi đua số 1", "Khối thi đua số 5"]);
});

test("init on a terminal asks for what is not given, every setting and the clusters", async () => {
  const answers = SETTINGS.map(({ key, example }) => (key === "signatory.name" ? "" : example));
  const office = makeOffice({ answers: [...answers, "Cụm số 1; Cụm số 2"] });
  const { settings, clusters } = (await office.run("init", "--json")).json<{
    settings: Record<string, string>;
    clusters: string[];
  }>();
  expect(settings["issuer.name"]).toBe("Ủy ban nhân dân huyện Bình Minh");
  expect(settings["signatory.name"]).toBeUndefined();
  expect(clusters).toEqual(["Cụm số 1", "Cụm số 2"]);
});

test("init without a terminal and without flags asks nothing and says what documents still need", async () => {
  const office = makeOffice();
  const ran = await office.run("init");
  expect(ran.code).toBe(0);
  expect(ran.err).toContain("Văn bản cần thêm: issuer.name, issuer.level, issuer.place, signatory.position");
});

test("config reads, sets and clears one setting, and lists all", async () => {
  const office = makeOffice();
  await office.run("init", "--year", "2020");
  expect((await office.run("config", "signatory.mode", "kt.")).out).toBe("signatory.mode = KT\n");
  expect((await office.run("config", "signatory.mode")).out).toBe("KT\n");
  expect((await office.run("config", "signatory.mode", "", "--json")).json()).toEqual({ "signatory.mode": null });
  expect((await office.run("config", "--json")).json<Record<string, unknown>>()).toMatchObject({
    year: "2020",
    "issuer.name": null,
  });
  for (const { key } of SETTINGS) expect((await office.run("config")).out).toContain(key);
});

test.each([
  ["issuer.level", "quận", "Chọn một trong: tinh: "],
  ["signatory.mode", "XX", "Chọn một trong: (để trống): thủ trưởng tự ký; TM: "],
  ["year", "hai nghìn", "Ghi năm bằng bốn chữ số"],
])("config refuses %s = %s and says what it takes", async (key, value, hint) => {
  const office = makeOffice();
  await office.run("init", "--year", "2020");
  const ran = await office.run("config", key, value);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(hint);
});

test("status tells a new office the next step, and the step after it", async () => {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  await office.run("init", "--year", "2020");
  expect((await office.run("status")).out).toContain("Tiếp theo: Nạp số liệu");
  await office.run("import", "don-vi.csv", "chi-tieu.csv", "ket-qua.csv");
  expect((await office.run("status")).out).toContain("Tiếp theo: Nạp thang điểm");
  await office.run("import", "thang-diem-P.csv");
  expect((await office.run("status")).out).toContain("Tiếp theo: Khai báo cơ quan ban hành");
  await office.run("config", "issuer.name", "Ủy ban nhân dân huyện Lâm Bình");
  const { data } = { data: (await office.run("status", "--json")).json<Record<string, unknown>>() };
  expect(data).toMatchObject({
    year: 2020,
    units: 7,
    indicators: 5,
    results: 35,
    missingResults: [],
    awards: 0,
    imports: 4,
  });
});

test("history lists imports by file, with their counts and fingerprints", async () => {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  await office.run("import", "don-vi.csv", "--year", "2020");
  expect((await office.run("history")).out).toContain("don-vi.csv");
  const { imports } = (await office.run("history", "--json")).json<{ imports: object[] }>();
  expect(imports).toMatchObject([
    {
      id: 1,
      file: "don-vi.csv",
      format: "don-vi",
      year: 2020,
      inserted: 7,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
});
