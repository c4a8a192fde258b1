import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { besidePlace } from "../../src/commands/output/stage.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const ROOT = join(import.meta.dirname, "..", "..");
const DISTRICT = ["--issuer", "Ủy ban nhân dân huyện Bình Minh", "--level", "huyen", "--place", "Bình Minh"];
const DECIDE = ["decide", "--per", "recipient", "--record", "--number-from", "next", "--date", "2021-04-16"];
const LIST = `Họ và tên;Đối tượng;Danh hiệu;Số quyết định;Ngày quyết định
Ân;Cá nhân;Giấy khen;6/QĐ-UBND;2/3/2021
An;Cá nhân;Giấy khen;;
Bình;Cá nhân;Giấy khen;;
Cúc;Cá nhân;Giấy khen;;
`;

/** Where the documents come to: a folder, new or there already, and the one file of the other forms. */
const FORMS = {
  folder: ["-o", "qd"],
  full: ["-o", "day"],
  zip: ["--zip", "-o", "qd.zip"],
  merge: ["--merge", "-o", "qd.docx"],
} as const;

let imported: Buffer | null = null;

async function startOffice(): Promise<FakeOffice> {
  const office = makeOffice();
  office.write("khen-thuong.csv", LIST);
  if (imported === null) {
    await office.run("init", "--year", "2020", ...DISTRICT);
    await office.run("import", "khen-thuong.csv");
    imported = office.read("thidua.db");
  } else office.write("thidua.db", imported);
  mkdirSync(office.path("day"));
  office.write("day/khác.txt", "của người khác");
  return office;
}

/** Runs the built program and kills it at a call; resolves when it is dead. */
function killAt(office: FakeOffice, call: string, argv: readonly string[]): Promise<string | null> {
  const hook = join(ROOT, "test", "kill-at.mjs");
  const child = spawn(process.execPath, ["--import", hook, join(ROOT, "bin", "thidua.js"), ...argv], {
    cwd: office.folder,
    env: { PATH: process.env.PATH, KILL_AT: call },
    stdio: "ignore",
  });
  return new Promise((resolve) => child.on("close", (_code, signal) => resolve(signal)));
}

/** Everything the office has now: its files by name, and its register. */
async function seeAll(office: FakeOffice) {
  const names = readdirSync(office.folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => /(\.docx|\.csv|\.zip|\.txt)$/.test(name));
  return {
    names,
    files: files.map((name) => readFileSync(office.path(name)).toString("base64")),
    register: (await office.run("export", "register")).out,
  };
}

const KILLS: readonly [when: string, form: keyof typeof FORMS, call: string, resumed: number][] = [
  ["a document is half known: written, not noted", "folder", "appendFileSync|Bình|1", 1],
  ["the numbers are recorded, the folder is not there", "folder", "rename|tam|1", 3],
  ["the folder is there, the journal too", "folder", "rmSync|nhat-ky|2", 3],
  ["one of the files is in a folder that was there", "full", "link|Bình|1", 3],
  ["the .zip is begun", "zip", "appendFileSync|qd.zip|1", 3],
  ["the numbers are recorded, the .zip is not there", "zip", "link|qd.zip|1", 3],
  ["the merged document is there, its list is not", "merge", "link|danh-muc|1", 3],
];

test("killed at any moment, the same command again comes to what a run without a break comes to", async () => {
  const whole = new Map<string, Awaited<ReturnType<typeof seeAll>>>();
  for (const form of ["folder", "full", "zip", "merge"] as const) {
    const office = await startOffice();
    expect(await office.run(...DECIDE, ...FORMS[form])).toMatchObject({ code: 0 });
    whole.set(form, await seeAll(office));
  }
  expect(whole.get("zip")?.register.match(/^\d+\/QĐ-UBND/gm)).toEqual([
    "6/QĐ-UBND",
    "07/QĐ-UBND",
    "08/QĐ-UBND",
    "09/QĐ-UBND",
  ]);
  await Promise.all(
    KILLS.map(async ([when, form, call, resumed]) => {
      const office = await startOffice();
      expect(await killAt(office, call, [...DECIDE, ...FORMS[form]]), when).toBe("SIGKILL");
      const again = await office.run(...DECIDE, ...FORMS[form], "--json");
      expect(again.code, `${when}: ${again.err}`).toBe(0);
      expect(again.json<{ resumed: number }>().resumed, when).toBe(resumed);
      expect(await seeAll(office), when).toEqual(whole.get(form));
    }),
  );
}, 60_000);

test("numbers recorded without their papers: another command is told, undo or the same command ends it", async () => {
  const office = await startOffice();
  const other = await startOffice();
  for (const one of [office, other]) await killAt(one, "rename|tam|1", [...DECIDE, "-o", "qd"]);
  const refused = await office.run("decide", "--date", "2021-05-01", "-o", "qd");
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.err).toContain("đã ghi số vào danh sách (lần 2) mà chưa đưa hết văn bản ra");
  const done = await office.run(...DECIDE, "-o", "qd");
  expect(done.err).toContain("Đi tiếp lần soạn trước bị ngắt: 3 trong 3 văn bản đã xong");
  expect(readdirSync(office.path("qd"))).toHaveLength(4);

  expect(await other.run("undo", "2", "--yes")).toMatchObject({ code: 0 });
  expect(await other.run("decide", "--date", "2021-05-01", "-o", "qd")).toMatchObject({ code: 0 });
  expect(readdirSync(other.path("qd"))).toEqual(["Quyết định tặng Giấy khen năm 2020.docx"]);
  expect(readdirSync(other.folder).filter((name) => name.startsWith("."))).toEqual([]);
});

test("a number that was given in between is not given again: the rest of the killed run is taken away", async () => {
  const office = await startOffice();
  await killAt(office, "appendFileSync|Bình|1", [...DECIDE, "-o", "qd"]);
  expect(
    await office.run("decide", "--record", "--number-from", "7", "--date", "2021-04-16", "-o", "khac"),
  ).toMatchObject({ code: 0 });
  office.write("them.csv", "Họ và tên;Đối tượng;Danh hiệu\nDũng;Cá nhân;Giấy khen\n");
  await office.run("import", "them.csv");
  const ran = await office.run(...DECIDE, "-o", "qd", "--json");
  expect(ran.json()).toMatchObject({ resumed: 0, documents: [{ recipient: "Dũng" }] });
  const { out } = await office.run("export", "register");
  expect(out.match(/^\d+(?=\/QĐ-UBND)/gm)).toEqual(["6", "07", "07", "07", "08"]);
});

test("a document changed after it was finished is written again", async () => {
  const office = await startOffice();
  await killAt(office, "appendFileSync|Bình|1", [...DECIDE, "-o", "qd"]);
  const stage = besidePlace(office.path("qd")).stage;
  const [first = ""] = readdirSync(stage);
  const before = readFileSync(join(stage, first));
  writeFileSync(join(stage, first), "hỏng");
  const ran = await office.run(...DECIDE, "-o", "qd", "--json");
  expect(ran.json<{ resumed: number }>().resumed).toBe(0);
  expect(office.read(join("qd", first)).equals(before)).toBe(true);
});

test("of two runs into one place at the same time the second is told", async () => {
  const office = await startOffice();
  const [one, other] = await Promise.all([
    office.run("decide", "--per", "recipient", "--date", "2021-04-16", "-o", "qd"),
    office.run("decide", "--per", "recipient", "--date", "2021-04-16", "-o", "qd"),
  ]);
  expect([one.code, other.code].sort()).toEqual([0, 2]);
  const told = one.code === 2 ? one : other;
  expect(told.err).toContain("Một lệnh thidua khác đang soạn vào qd");
  expect(existsSync(besidePlace(office.path("qd")).lock)).toBe(false);
  expect(readdirSync(office.path("qd"))).toHaveLength(4);
});
