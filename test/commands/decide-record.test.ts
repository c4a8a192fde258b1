import { existsSync, readdirSync, symlinkSync } from "node:fs";
import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const DISTRICT = ["--issuer", "Ủy ban nhân dân huyện Bình Minh", "--level", "huyen", "--place", "Bình Minh"];
const ON = ["--date", "2021-04-16"];
const RECORD = ["--record", "--number-from", "7", ...ON];
const HEADER = "Họ và tên;Đối tượng;Danh hiệu";
const TWO = `${HEADER}\nAn;Cá nhân;Giấy khen\nBình;Cá nhân;Giấy khen\n`;
const NUMBERED = `${HEADER};Số quyết định;Ngày quyết định`;

interface AwardJson {
  name: string;
  decisionNumber: string | null;
  decisionDate: string | null;
}

async function officeWith(list: string): Promise<FakeOffice> {
  const office = makeOffice();
  await office.run("init", "--year", "2020", ...DISTRICT);
  await bring(office, list);
  return office;
}

async function bring(office: FakeOffice, list: string) {
  office.write("khen-thuong.csv", list);
  const ran = await office.run("import", "khen-thuong.csv", "--json");
  expect(ran).toMatchObject({ code: 0 });
  return ran;
}

/** Who has which number of which day, as `export` tells. */
async function listNumbers(office: FakeOffice): Promise<string[]> {
  const { rows } = (await office.run("export", "awards", "--format", "json")).json<{ rows: AwardJson[] }>();
  return rows.map(({ name, decisionNumber, decisionDate }) => `${name} ${decisionNumber} ${decisionDate}`);
}

async function countHistory(office: FakeOffice): Promise<number> {
  return (await office.run("history", "--json")).json<{ imports: object[] }>().imports.length;
}

test("what was decided is known to the list: a second decide skips it, history lists it, undo takes it back", async () => {
  const office = await officeWith(TWO);
  const before = await listNumbers(office);
  const ran = await office.run("decide", "--per", "recipient", ...RECORD, "-o", "qd");
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.err).toContain("Đã ghi số và ngày quyết định vào danh sách (lần 2). Muốn bỏ: thidua undo 2.");
  expect(await listNumbers(office)).toEqual(["An 07/QĐ-UBND 2021-04-16", "Bình 08/QĐ-UBND 2021-04-16"]);
  expect((await office.run("history")).out).toContain("quyết định số 07/QĐ-UBND đến 08/QĐ-UBND ngày 16/4/2021");

  const again = await office.run("decide", "--per", "recipient", ...RECORD, "-o", "qd2");
  expect(again).toMatchObject({ code: 2 });
  expect(again.err).toContain("Bỏ qua 2 trường hợp đã có số quyết định");

  const undone = await office.run("undo", "2", "--yes");
  expect(undone).toMatchObject({ code: 0 });
  expect(undone.err).toContain("tệp quyết định đã soạn vẫn còn");
  expect(await listNumbers(office)).toEqual(before);
});

test("all who are on the list of one decision have its number", async () => {
  const office = await officeWith(TWO);
  const ran = await office.run("decide", ...RECORD, "-o", "qd", "--json");
  expect(ran.json<{ recorded: number }>().recorded).toBe(2);
  expect(await listNumbers(office)).toEqual(["An 07/QĐ-UBND 2021-04-16", "Bình 07/QĐ-UBND 2021-04-16"]);
});

test("without --record the list is as it was", async () => {
  const office = await officeWith(TWO);
  const before = await listNumbers(office);
  const ran = await office.run("decide", "--number-from", "7", ...ON, "-o", "qd", "--json");
  expect(ran.json<{ recorded: null }>().recorded).toBeNull();
  expect(await listNumbers(office)).toEqual(before);
  expect(await countHistory(office)).toBe(1);
});

test("--record asks for a number and a date", async () => {
  const office = await officeWith(TWO);
  for (const lacking of [["--number-from", "7"], ON]) {
    const ran = await office.run("decide", "--record", ...lacking, "-o", "qd");
    expect(ran).toMatchObject({ code: 2 });
    expect(ran.err).toContain("cần có đủ số và ngày");
  }
  expect(existsSync(office.path("qd"))).toBe(false);
});

test("a sheet imported again without numbers keeps them and says so; one with another number changes it", async () => {
  const office = await officeWith(TWO);
  await office.run("decide", "--per", "recipient", ...RECORD, "-o", "qd");
  const again = await bring(office, `${HEADER};Thành tích\nAn;Cá nhân;Giấy khen;Cứu người\nBình;Cá nhân;Giấy khen;\n`);
  expect(again.out).toContain("Giữ số, ngày quyết định đã có của 2 trường hợp mà bảng này để trống (dòng 2, 3)");
  expect(await listNumbers(office)).toEqual(["An 07/QĐ-UBND 2021-04-16", "Bình 08/QĐ-UBND 2021-04-16"]);
  const other = await bring(office, `${NUMBERED}\nAn;Cá nhân;Giấy khen;70/QĐ-UBND;17/4/2021\n`);
  expect(other.out).not.toContain("Giữ số");
  expect(await listNumbers(office)).toContain("An 70/QĐ-UBND 2021-04-17");
});

test("next goes on after the highest number this office gave in the year of the decision", async () => {
  const office = await officeWith(
    `${NUMBERED}
An;Cá nhân;Giấy khen;41/QĐ-UBND;02/3/2021
Bình;Cá nhân;Giấy khen;300/QĐ-UBND;02/3/2020
Cúc;Cá nhân;Bằng khen của Chủ tịch UBND tỉnh;900/QĐ-UBND;02/3/2021
Dũng;Cá nhân;Giấy khen;800/QĐ-SYT;02/3/2021
Em;Cá nhân;Giấy khen;;
`,
  );
  const ran = await office.run("decide", "--record", "--number-from", "next", ...ON, "-o", "qd");
  expect(ran).toMatchObject({ code: 0 });
  expect(await listNumbers(office)).toContain("Em 42/QĐ-UBND 2021-04-16");
  await bring(office, `${HEADER}\nGiang;Cá nhân;Giấy khen\n`);
  const later = await office.run("decide", "--record", "--number-from", "next", "--date", "2022-01-05", "-o", "qd2");
  expect(later).toMatchObject({ code: 0 });
  expect(await listNumbers(office)).toContain("Giang 01/QĐ-UBND 2022-01-05");
});

test("a number that somebody has is refused by name, and nothing is written", async () => {
  const office = await officeWith(`${NUMBERED}\nAn;Cá nhân;Giấy khen;8/QĐ-UBND;02/3/2021\n`);
  await bring(office, `${HEADER}\nBình;Cá nhân;Giấy khen\nCúc;Cá nhân;Giấy khen\n`);
  const before = await listNumbers(office);
  const ran = await office.run("decide", "--per", "recipient", ...RECORD, "-o", "qd");
  expect(ran).toMatchObject({ code: 2 });
  expect(ran.err).toContain("Số 8/QĐ-UBND đã dùng cho quyết định khen An, nên không cấp lại");
  expect(ran.err).toContain("từ 9");
  expect(await listNumbers(office)).toEqual(before);
  expect(existsSync(office.path("qd"))).toBe(false);
});

test("decisions that cannot come to their place leave neither a record nor a file", async () => {
  const office = await officeWith(TWO);
  const before = await listNumbers(office);
  // A link that leads nowhere looks free until something is to be put there.
  symlinkSync("khong-co", office.path("qd"));
  const ran = await office.run("decide", "--per", "recipient", ...RECORD, "-o", "qd");
  expect(ran).toMatchObject({ code: 2 });
  expect(existsSync(office.path("qd"))).toBe(false);
  expect(readdirSync(office.folder).filter((name) => name.startsWith("."))).toEqual([]);
  expect(await listNumbers(office)).toEqual(before);
  expect(await countHistory(office)).toBe(1);
  expect(await office.run("decide", "--per", "recipient", ...RECORD, "-o", "qd3")).toMatchObject({ code: 0 });
});
