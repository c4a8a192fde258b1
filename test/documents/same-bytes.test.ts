import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const BIN = join(import.meta.dirname, "..", "..", "bin", "thidua.js");

/** Somebody else's computer, on another day. */
const MACHINES = [
  { TZ: "Asia/Ho_Chi_Minh", LC_ALL: "vi_VN.UTF-8", LANG: "vi_VN.UTF-8", SOURCE_DATE_EPOCH: "1618500000" },
  { TZ: "America/New_York", LC_ALL: "C", LANG: "C", SOURCE_DATE_EPOCH: "1619500000" },
  { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", SOURCE_DATE_EPOCH: "1625000000" },
];

const LIST = [
  "Danh xưng;Họ và tên;Đối tượng;Chức vụ;Đơn vị;Danh hiệu/Hình thức",
  "Bà;Trần Thị Ích;Cá nhân;Giáo viên;Trường Tiểu học Hoa Sen;Giấy khen",
  "Ông;İsmail Đoàn;Cá nhân;Kế toán;Trạm Y tế;Giấy khen",
  ";Tổ 5;Tập thể;;;Giấy khen",
].join("\n");

/** What the built program writes there, by file name. */
function writeAll(office: FakeOffice, machine: Record<string, string>): Record<string, Buffer> {
  const run = (...argv: string[]) => {
    const ran = spawnSync(process.execPath, [BIN, ...argv], {
      cwd: office.folder,
      env: { PATH: process.env.PATH, ...machine },
      encoding: "utf8",
    });
    expect(ran.status, ran.stderr).toBe(0);
  };
  office.bring("tuyen-quang-2020");
  office.write("khen-thuong.csv", LIST);
  run(
    "init",
    "--year",
    "2020",
    "--issuer",
    "Ủy ban nhân dân huyện Lâm Bình",
    "--level",
    "huyen",
    "--place",
    "Lâm Bình",
  );
  run("import", "don-vi.csv", "chi-tieu.csv", "thang-diem-P.csv", "ket-qua.csv", "khen-thuong.csv");
  run("report", "-o", "ra/");
  run("decide", "--per", "recipient", "-o", "ra");
  run("decide", "--date", "2021-04-16", "-o", "ra");
  const names = readdirSync(office.path("ra")).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(office.path(`ra/${name}`))]));
}

test("the same data gives the same bytes in any time zone, language and folder, and on any day of one legal period", () => {
  const [first = {}, ...others] = MACHINES.map((machine) => writeAll(makeOffice(), machine));
  expect(Object.keys(first)).toHaveLength(6);
  for (const files of others) {
    expect(Object.keys(files)).toEqual(Object.keys(first));
    for (const [name, bytes] of Object.entries(files)) expect([name, first[name]?.equals(bytes)]).toEqual([name, true]);
  }
});

test("a report written after others in one run has the bytes it has alone", async () => {
  const office = makeOffice();
  office.write("don-vi.csv", "Tên đơn vị;Cụm/Khối\nXã An;Cụm 1\nXã Bình;Cụm 1\nXã Cường;Cụm 2\nXã Dũng;Cụm 2\n");
  const figures = ["An", "Bình", "Cường", "Dũng"].map((name, index) => `Xã ${name};Trồng rừng;100;${90 + 10 * index}`);
  office.write("ket-qua.csv", ["Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện", ...figures].join("\n"));
  expect(await office.run("import", "don-vi.csv", "ket-qua.csv", "--year", "2020")).toMatchObject({ code: 0 });
  expect(await office.run("report", "-o", "chung/")).toMatchObject({ code: 0 });
  expect(await office.run("report", "--cluster", "Cụm 2", "-o", "rieng/")).toMatchObject({ code: 0 });
  const [name = ""] = readdirSync(office.path("rieng"));
  expect(office.read(`rieng/${name}`).equals(office.read(`chung/${name}`))).toBe(true);
});
