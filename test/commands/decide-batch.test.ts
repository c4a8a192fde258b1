import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { besidePlace } from "../../src/commands/output/stage.js";
import { paragraphs } from "../documents/make-docx.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const DISTRICT = ["--issuer", "Ủy ban nhân dân huyện Bình Minh", "--level", "huyen", "--place", "Bình Minh"];
const PER_RECIPIENT = ["decide", "--per", "recipient", "--date", "2021-04-16", "--number-from", "7"];

async function officeWith(list: string | null): Promise<FakeOffice> {
  const office = makeOffice();
  if (list === null) office.bring("demo");
  else office.write("khen-thuong.csv", list);
  await office.run("init", "--year", "2020", ...DISTRICT);
  expect(await office.run("import", "khen-thuong.csv")).toMatchObject({ code: 0 });
  return office;
}

/** Lines of the list of a batch, by column. */
function readManifest(office: FakeOffice, path: string): Record<string, string>[] {
  const [head = "", ...lines] = office.read(path).toString("utf8").replace("\uFEFF", "").trim().split("\r\n");
  const headers = head.split(";");
  return lines.map((line) => Object.fromEntries(line.split(";").map((cell, index) => [headers[index] ?? "", cell])));
}

test("the sample list: each of 1.752 recipients has one decision, one number and one line in the list of files", async () => {
  const office = await officeWith(null);
  expect(await office.run(...PER_RECIPIENT, "-o", "qd")).toMatchObject({ code: 0 });
  const manifest = readManifest(office, "qd/danh-muc.csv");
  expect(manifest).toHaveLength(1752);
  expect(readdirSync(office.path("qd"))).toHaveLength(1753);
  expect(new Set(manifest.map((line) => line.Tệp)).size).toBe(1752);
  expect(manifest.map((line) => Number.parseInt(line["Số quyết định"] ?? "", 10))).toEqual(
    manifest.map((_line, index) => 7 + index),
  );
  const wanted = office.read("khen-thuong.csv").toString("utf8").trim().split(/\r?\n/).slice(1);
  const names = wanted.map((line) => line.split(";").slice(0, 2).filter(Boolean).join(" "));
  expect(manifest.map((line) => line["Người nhận"]).sort()).toEqual(names.sort());
  for (const line of manifest) {
    const bytes = office.read(`qd/${line.Tệp}`);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(line["SHA-256"]);
  }
  for (const line of [manifest[0], manifest[2], manifest[1751]]) {
    const text = paragraphs(office.read(`qd/${line?.Tệp}`)).join("\n");
    expect(text).toContain(`Số: ${line?.["Số quyết định"]}`);
    expect(text.toLowerCase()).toContain((line?.["Người nhận"] ?? "").toLowerCase());
  }
}, 60_000);

test("a batch that cannot be written whole leaves nothing new, and says why", async () => {
  const office = await officeWith("Họ và tên;Đối tượng;Danh hiệu\nAn;Cá nhân;Giấy khen\nBình;Cá nhân;Giấy khen\n");
  await office.run(...PER_RECIPIENT, "-o", "qd");
  const before = readdirSync(office.path("qd"));
  const again = await office.run("decide", "--per", "recipient", "--date", "2021-04-17", "-o", "qd");
  expect(again).toMatchObject({ code: 2 });
  expect(again.err).toContain("đã có, nên không ghi đè");
  expect(readdirSync(office.path("qd"))).toEqual(before);
  office.write("tep", "x");
  expect((await office.run(...PER_RECIPIENT, "-o", "tep")).err).toContain("là một tệp, không phải thư mục");
  expect(readdirSync(office.folder).filter((name) => name.startsWith("."))).toEqual([]);
});

test("what a killed run has left on the way is taken away by the next", async () => {
  const office = await officeWith("Họ và tên;Đối tượng;Danh hiệu\nAn;Cá nhân;Giấy khen\n");
  const left = besidePlace(office.path("qd")).stage;
  mkdirSync(left);
  writeFileSync(`${left}/dở dang.docx`, "x");
  expect(await office.run(...PER_RECIPIENT, "-o", "qd")).toMatchObject({ code: 0 });
  expect(readdirSync(office.path("qd"))).toEqual(["1 Quyết định tặng Giấy khen năm 2020 - An.docx", "danh-muc.csv"]);
  expect(existsSync(left)).toBe(false);
});

test("a batch may be put into a folder that holds other files; --force replaces its own", async () => {
  const office = await officeWith("Họ và tên;Đối tượng;Danh hiệu\n=1+1 {{ho_ten}};Cá nhân;Giấy khen\n");
  expect(await office.run("decide", "--date", "2021-04-16", "-o", "qd")).toMatchObject({ code: 0 });
  expect(await office.run(...PER_RECIPIENT, "-o", "qd")).toMatchObject({ code: 0 });
  expect(await office.run(...PER_RECIPIENT, "-o", "qd", "--force")).toMatchObject({ code: 0 });
  expect(readdirSync(office.path("qd"))).toHaveLength(3);
  const [line] = readManifest(office, "qd/danh-muc.csv");
  expect(line?.["Người nhận"]).toBe("'=1+1 {{ho_ten}}");
  expect(line?.["Số quyết định"]).toBe("07/QĐ-UBND");
  expect(paragraphs(office.read(`qd/${line?.Tệp}`)).join("\n")).toContain("=1+1 {{ho_ten}}");
});
