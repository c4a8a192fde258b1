import { chmodSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Context } from "../../src/commands/context/context.js";
import { writeFiles } from "../../src/commands/output/output.js";
import { findClash, judgePath, openIn } from "../../src/commands/output/path.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const KIND = "bao-cao-tong-ket";

/** The smallest command that writes a file: a blank sheet, or a template copied out. */
async function copyTo(office: FakeOffice, ...options: string[]) {
  return office.run("template", "copy", KIND, ...options);
}

describe("a name that Windows or Word would not take is refused before anything is written", () => {
  test.each([
    ["bao-cao.docx.", "kết thúc bằng dấu chấm"],
    ["bao-cao /x.docx", "kết thúc bằng dấu chấm hoặc dấu cách"],
    ["con.docx", "tên Windows dành riêng"],
    ["aux/bao-cao.docx", "tên Windows dành riêng"],
    ["bao-cao: nam 2020.docx", "ký tự Windows không nhận"],
    ["bao\\cao.docx", "ký tự Windows không nhận"],
  ])("%s", async (name, reason) => {
    expect(judgePath(makeOffice().path(name))?.message).toContain(reason);
  });

  test("also a folder that is asked for, and the folder is not made", async () => {
    const office = makeOffice();
    const ran = await copyTo(office, "-o", "thang 1./");
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("Tên “thang 1.” kết thúc bằng dấu chấm");
    expect(readdirSync(office.folder)).toEqual([]);
  });

  test("a path too long for Word on Windows, not elsewhere", () => {
    const long = "b".repeat(150);
    expect(judgePath(`C:\\${long}\\${long}.docx`)?.message).toMatch(/dài 309 ký tự.*259/);
    expect(judgePath(`/khong-co/${long}/${long}.docx`)).toBeNull();
  });

  test("two names that are one where case does not count", () => {
    expect(findClash(["/a/Xã An.docx", "/a/xã an.docx"])).toEqual(["/a/Xã An.docx", "/a/xã an.docx"]);
    expect(findClash(["/a/Xã An.docx", "/b/xã an.docx"])).toBeNull();
  });
});

describe("an existing file", () => {
  test("is not replaced unasked; with --force it is, and nothing temporary stays", async () => {
    const office = makeOffice();
    office.write("mau.docx", "của tôi");
    expect((await copyTo(office, "-o", "mau.docx")).code).toBe(2);
    expect(office.read("mau.docx").toString()).toBe("của tôi");
    expect((await copyTo(office, "-o", "mau.docx", "--force")).code).toBe(0);
    expect(office.read("mau.docx").length).toBeGreaterThan(5000);
    expect(readdirSync(office.folder)).toEqual(["mau.docx"]);
  });

  test("that is read only stays, with or without --force", async () => {
    const office = makeOffice();
    chmodSync(office.write("mau.docx", "đã ký"), 0o444);
    const ran = await copyTo(office, "-o", "mau.docx", "--force");
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("mau.docx đang đặt chỉ đọc");
    expect(office.read("mau.docx").toString()).toBe("đã ký");
  });

  test("that is a folder is said as such", async () => {
    const office = makeOffice();
    mkdirSync(office.path("mau/bao-cao-tong-ket.docx"), { recursive: true });
    const ran = await copyTo(office, "--force");
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("mau/bao-cao-tong-ket.docx là một thư mục");
  });

  test.each([
    ["Word", "bao-cao.docx", "~$o-cao.docx"],
    ["Word", "bao.docx", "~$bao.docx"],
    ["LibreOffice", "bao-cao.docx", ".~lock.bao-cao.docx#"],
  ])("open in %s (%s) is reported as such and stays", async (program, name, lock) => {
    const office = makeOffice();
    office.write(name, "đang sửa");
    office.write(lock, "Hương");
    const ran = await copyTo(office, "-o", name, "--force");
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(`Tệp ${name} đang mở trong ${program}, đóng lại rồi chạy lại lệnh.`);
    expect(ran.err).toContain(`xóa tệp ${lock}`);
    expect(office.read(name).toString()).toBe("đang sửa");
    expect(openIn(office.path("khac.docx"))).toBeNull();
  });
});

test("all or nothing: when the second file cannot be put in place, the first is as it was and no folder is left", async () => {
  const office = makeOffice();
  office.write("mot.docx", "của tôi");
  const context = { io: { cwd: office.folder } } as Context;
  const files = [
    { path: office.path("mot.docx"), bytes: Buffer.from("mới") },
    { path: office.path(`a/b/${"b".repeat(300)}.docx`), bytes: Buffer.from("mới") },
  ];
  await expect(writeFiles(context, files, true)).rejects.toThrow("Không ghi được");
  expect(office.read("mot.docx").toString()).toBe("của tôi");
  expect(readdirSync(office.folder)).toEqual(["mot.docx"]);
});

test("a name as long as the disk allows is written", async () => {
  const office = makeOffice();
  const name = `${"b".repeat(250)}.docx`;
  expect((await copyTo(office, "-o", name)).code).toBe(0);
  expect(existsSync(office.path(name))).toBe(true);
});
