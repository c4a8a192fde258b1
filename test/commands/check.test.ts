import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Finding } from "../../src/commands/check.js";
import { CHECKS } from "../../src/domain/checks/index.js";
import { type FakeWorld, FIXTURES, makeOffice } from "../fake-office.js";

/** An invented district whose sheets hold one of nearly everything that looks wrong. */
async function doubtfulOffice(world: FakeWorld = {}) {
  const office = makeOffice(world);
  office.bring("check");
  const steps = [
    ["don-vi.csv", "ket-qua-2019.csv", "--year", "2019", "--create"],
    ["don-vi.csv", "chi-tieu.csv", "ket-qua-2020.csv", "--year", "2020"],
    ["thang-diem.csv", "cham-diem.csv", "--cluster", "Cụm thi đua số 1", "--year", "2020"],
  ];
  for (const argv of steps) expect(await office.run("import", ...argv)).toMatchObject({ code: 0 });
  await office.run("config", "year", "2020");
  return office;
}

const findingsOf = async (office: ReturnType<typeof makeOffice>, ...argv: string[]) =>
  (await office.run("check", "--json", ...argv)).json<{ year: number; findings: Finding[] }>().findings;

test("all that looks wrong is told worst first, with what to do and the cell, and is no failure", async () => {
  const office = await doubtfulOffice();
  const ran = await office.run("check");
  expect(ran.code).toBe(0);
  await expect(ran.out).toMatchFileSnapshot(join(FIXTURES, "check", "expected.txt"));
  expect(ran.err).toBe("Đây là những chỗ nên rà soát, không phải kết luận là sai: nhiều chỗ xem lại sẽ thấy đúng.\n");
});

test("no sentence accuses anybody", async () => {
  const texts = [
    ...CHECKS.flatMap(({ title, hint }) => [title, hint]),
    ...(await findingsOf(await doubtfulOffice())).map(({ message }) => message),
  ];
  for (const text of texts) expect(text).not.toMatch(/gian|dối|khai khống|bệnh thành tích|vi phạm/i);
});

test("JSON has one object per finding, with names, sentence and place", async () => {
  const findings = await findingsOf(await doubtfulOffice());
  expect(findings.find(({ code }) => code === "moved-tenfold")).toEqual({
    severity: "high",
    code: "moved-tenfold",
    cluster: "Cụm thi đua số 1",
    unit: "Xã An Mẫu",
    indicator: "Trồng rừng tập trung",
    criterion: null,
    nominee: null,
    law: null,
    message: "Thực hiện 1.263 ha, năm 2019 là 121,4 ha: gấp 10,4 lần.",
    hint: expect.stringContaining("dấu thập phân"),
    source: { file: "ket-qua-2020.csv", sheet: null, row: 2, column: "E", header: "Thực hiện" },
  });
  expect(findings.find(({ code }) => code === "over-maximum")).toMatchObject({ unit: "Xã An Mẫu", criterion: "II.1" });
  expect(findings.find(({ code }) => code === "missing-score")).toMatchObject({ source: null });
  const severities = findings.map(({ severity }) => ["high", "medium", "low"].indexOf(severity));
  expect(severities).toEqual([...severities].sort());
});

test("--unit and --cluster narrow it, and a wrong name is met with the right one", async () => {
  const office = await doubtfulOffice();
  const ofUnit = await findingsOf(office, "--unit", "Xã Bình Mẫu");
  expect(new Set(ofUnit.map(({ unit }) => unit))).toEqual(new Set(["Xã Bình Mẫu"]));
  const ofCluster = await findingsOf(office, "--cluster", "Cụm thi đua số 2");
  expect(ofCluster.map(({ code }) => code)).toEqual(["unit-without-results", "cluster-without-rubric"]);
  expect((await office.run("check", "--unit", "Xã Bính Mẫu")).err).toContain('Có phải là "Xã Bình Mẫu"?');
});

test("--csv has every finding on a line of its own", async () => {
  const office = await doubtfulOffice();
  const lines = (await office.run("check", "--csv")).out.trimEnd().split("\r\n");
  expect(lines).toHaveLength(1 + (await findingsOf(office)).length);
  expect(lines[0]).toBe(
    "\uFEFFMức,Mã,Cụm/Khối,Đơn vị,Chỉ tiêu,Tiêu chí,Nhận xét,Nên làm,Tệp,Trang tính,Dòng,Cột,Căn cứ",
  );
});

test("a long list is cut on the screen and says where the rest is", async () => {
  const office = makeOffice();
  const rows = Array.from({ length: 25 }, (_, index) => `Xã ${index + 1} Mẫu;Trồng rừng;10;${index === 0 ? "11" : ""}`);
  office.write("ket-qua.csv", `Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\n${rows.join("\n")}\n`);
  await office.run("import", "ket-qua.csv", "--year", "2021");
  const { out } = await office.run("check");
  expect(out).toContain("Cần xử lý — Đơn vị chưa có kết quả nào: 24");
  expect(out).toContain("… và 4 chỗ nữa, xem hết bằng: thidua check --csv");
});

test("a year in order has nothing to tell", async () => {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  await office.run("import", "don-vi.csv", "chi-tieu.csv", "thang-diem-P.csv", "ket-qua.csv", "--year", "2020");
  expect(await office.run("check")).toMatchObject({
    code: 0,
    out: "Năm 2020: không thấy chỗ nào cần kiểm tra lại.\n",
    err: "",
  });
  expect((await office.run("status")).out).not.toContain("Chỗ cần chú ý");
});

test("a year without any data is said to have none, not to be in order", async () => {
  const office = await doubtfulOffice();
  expect(await office.run("check", "--year", "2031")).toMatchObject({
    code: 0,
    out: "",
    err: "Năm 2031 chưa có số liệu nào để kiểm tra. Nạp bằng: thidua import TỆP\n",
  });
});

test("a figure set by hand is told as such, and what the sheet said of the old one no longer counts", async () => {
  const office = await doubtfulOffice();
  await office.run("correct", "Xã Duyên Mẫu", "Trồng rừng tập trung", "thực hiện=1.130", "--reason", "nhầm dấu");
  const findings = await findingsOf(office, "--unit", "Xã Duyên Mẫu");
  expect(findings.find(({ code }) => code === "far-over-plan")).toMatchObject({
    indicator: "Trồng rừng tập trung",
    source: { file: "(sửa tay)", row: null },
  });
  expect(findings.map(({ code }) => code)).not.toContain("stated-differs");
});

test("status counts what check finds and points to it", async () => {
  const office = await doubtfulOffice();
  const { findings } = (await office.run("status", "--json")).json<{ findings: Record<string, number> }>();
  const counts = (await findingsOf(office)).map(({ severity }) => severity);
  expect(findings).toEqual({
    high: counts.filter((severity) => severity === "high").length,
    medium: counts.filter((severity) => severity === "medium").length,
    low: counts.filter((severity) => severity === "low").length,
  });
  expect((await office.run("status")).out).toContain(
    `Chỗ cần chú ý: ${findings.high} cần xử lý, ${findings.medium} cần kiểm tra lại, ${findings.low} nên xem lại; xem bằng: thidua check\n`,
  );
});

test("docs/checks.md explains every check and its limit", () => {
  const text = readFileSync(join(FIXTURES, "..", "docs", "checks.md"), "utf8");
  for (const { code, title, limit } of CHECKS) {
    expect(text).toMatch(new RegExp(`^\\| \`${code}\` \\| ${title.replace(/[.%]/g, "\\$&")} \\|`, "m"));
    if (limit !== null) expect(text).toContain(limit);
  }
  const codes = [...text.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map((match) => match[1]);
  expect(codes.sort()).toEqual(CHECKS.map(({ code }) => code).sort());
});
