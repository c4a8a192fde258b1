import { expect, test } from "vitest";
import { AWARD_KINDS } from "../../src/domain/awards.js";
import { makeOffice } from "../fake-office.js";

interface Line {
  id: string;
  name: string;
  subject: string;
  issuerLevels: string[] | null;
  amount: number | null;
  why: string | null;
  source: string;
  mark: string;
  bonusSource: { source: string; mark: string } | null;
  deciders: { text: string; source: string; mark: string };
  authority: { allowed: boolean | null } | null;
}

async function linesOn(on: string, ...more: string[]): Promise<Line[]> {
  return (await makeOffice().run("awards", "--on", on, "--json", ...more)).json<{ awards: Line[] }>().awards;
}

test("every award given on a day is there for each of its subjects, every figure with source and mark", async () => {
  const lines = await linesOn("2025-09-02", "--level", "xa");
  expect([...new Set(lines.map(({ id }) => id))]).toEqual(AWARD_KINDS.map(({ id }) => id));
  for (const { subjects, id } of AWARD_KINDS) {
    expect([...new Set(lines.filter((line) => line.id === id).map(({ subject }) => subject))]).toEqual([...subjects]);
  }
  for (const line of lines) {
    for (const { source, mark } of [line, line.deciders, ...(line.bonusSource === null ? [] : [line.bonusSource])]) {
      expect(source).not.toBe("");
      expect(["V", "V2", "R"]).toContain(mark);
    }
    expect((line.amount === null) === (line.why !== null)).toBe(true);
  }
});

test("the exemplary commune is there from 2024, under the name of its day", async () => {
  const names = async (on: string) =>
    (await linesOn(on)).filter(({ id }) => id === "xa-tieu-bieu").map(({ name }) => name);
  expect(await names("2023-12-31")).toEqual([]);
  expect(await names("2024-01-01")).toEqual(["Xã, phường, thị trấn tiêu biểu"]);
  expect(await names("2025-07-01")).toEqual(["Xã, phường, đặc khu tiêu biểu"]);
});

test("what differs by level is a line each, and only the issuer's own when that is known", async () => {
  const certificates = (lines: Line[]) =>
    lines.flatMap(({ id, subject, issuerLevels, amount }) =>
      id === "giay-khen" && subject === "individual" ? [[issuerLevels, amount]] : [],
    );
  expect(certificates(await linesOn("2025-06-30"))).toEqual([
    [["huyen", "so", "khac"], 710_000],
    [["xa"], 360_000],
  ]);
  expect(certificates(await linesOn("2025-06-30", "--level", "xa"))).toEqual([[["xa"], 360_000]]);
  expect(certificates(await linesOn("2025-07-01", "--level", "xa"))).toEqual([[null, 710_000]]);
});

test("who decides changes on 01/7/2025", async () => {
  const deciders = async (on: string) =>
    (await linesOn(on, "--level", "xa")).find(({ id }) => id === "chien-si-thi-dua-co-so");
  expect(await deciders("2025-06-30")).toMatchObject({
    deciders: { text: "thủ trưởng sở và cơ quan tương đương hoặc Chủ tịch Ủy ban nhân dân cấp huyện" },
    authority: { allowed: false },
  });
  expect(await deciders("2025-07-01")).toMatchObject({
    deciders: { text: "thủ trưởng sở và cơ quan tương đương hoặc Chủ tịch Ủy ban nhân dân cấp xã" },
    authority: { allowed: true },
  });
});

test("by default it is today's law for the office declared, rounded as it chose", async () => {
  const office = makeOffice();
  await office.run(
    "init",
    "--issuer",
    "Ủy ban nhân dân xã Đông",
    "--level",
    "xa",
    "--rounding",
    "none",
    "--year",
    "2026",
  );
  const { date, level, rounding, awards, period } = (await office.run("awards", "--json")).json<{
    date: string;
    level: string;
    rounding: string;
    awards: Line[];
    period: { id: string };
  }>();
  expect([date, level, rounding, period.id]).toEqual(["2026-11-22", "xa", "none", "luat-06-2026"]);
  expect(awards.find(({ id, subject }) => id === "giay-khen" && subject === "individual")?.amount).toBe(759_000);
});

test("from 01/10/2026 it says what is not known, and asks for it", async () => {
  const ran = await makeOffice().run("awards", "--on", "2026-10-01", "--level", "tinh");
  expect(ran.out).toContain(
    "[Chưa có: nghị định, thông tư thi hành Luật Thi đua, khen thưởng áp dụng từ ngày 01/10/2026]",
  );
  expect(ran.out).toContain("chưa đối chiếu Luật 06/2026/QH16 — nhớ lại, chưa đối chiếu");
  expect(ran.err).toContain("chương trình chưa có nghị định, thông tư thi hành");
  const later = await makeOffice().run("awards", "--on", "2027-03-01", "--level", "tinh");
  expect(later.out).toContain("hết hiệu lực ngày 01/3/2027, chương trình chưa có nghị định thay thế");
  expect((await linesOn("2027-03-01")).every(({ amount }) => amount === null)).toBe(true);
});

test("one award may be asked for, by any of its names", async () => {
  const ran = await makeOffice().run("awards", "CSTĐCS", "--on", "2021-04-16");
  expect(ran.out).toContain("Chiến sĩ thi đua cơ sở");
  expect(ran.out).toContain("không quá 15% số người đạt danh hiệu Lao động tiên tiến");
  expect(ran.out).not.toContain("Giấy khen");
});

test.each([
  [["awards", "Giấy khn"], 'Có phải là "Giấy khen"?'],
  [["awards", "--level", "hyen"], 'Có phải là "huyen"?'],
  [
    ["awards", "--on", "30/9/2017"],
    "không có quy định về khen thưởng áp dụng ngày 30/9/2017: sớm nhất là ngày 01/10/2017",
  ],
  [["awards", "--on", "31/02/2021"], "không phải là ngày có thật"],
  [
    ["awards", "Xã tiêu biểu", "--on", "16/4/2021"],
    "Ngày 16/4/2021, Xã, phường, đặc khu tiêu biểu có từ ngày 01/01/2024.",
  ],
])("%j is refused with what was meant", async (argv, message) => {
  const ran = await makeOffice().run(...argv);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(message);
});

test.each([48, 100])("in a window of %d columns no line is longer", async (columns) => {
  const { out } = await makeOffice({ columns, env: { NO_COLOR: "1" } }).run(
    "awards",
    "--on",
    "2025-09-02",
    "--level",
    "xa",
  );
  expect(out.split("\n").filter((line) => line.length > columns)).toEqual([]);
});
