import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { isReservedName } from "../../src/documents/safe-file-name.js";
import { readParts } from "../../src/documents/word/package.js";
import { makeDocx, p, paragraphs } from "../documents/make-docx.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const DISTRICT = ["--issuer", "Ủy ban nhân dân huyện Bình Minh", "--level", "huyen", "--place", "Bình Minh"];
const DECIDE = ["decide", "--per", "recipient", "--date", "2021-04-16", "--number-from", "7"];

async function startOffice(): Promise<FakeOffice> {
  const office = makeOffice();
  await office.run("init", "--year", "2020", ...DISTRICT);
  return office;
}

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Names that are somebody's, however odd, with what tells them apart from each other. */
const NAMES = [
  "=1+1 {{ho_ten}}",
  "+An Bình",
  "-Nguyễn",
  "@An",
  `Lê <b>&amp; "Sen" & 'Hồng' </b>`,
  "{{#co_danh_sach}}{{/x}} {{@thanh_tich}}",
  "CON",
  "nul.docx",
  "Trần Văn A...",
  "LÊ THỊ HOA",
  "Lê Thị Hoa",
  "Lê Thị Hòa",
  "../../An",
  "C:\\An",
  `Nguyễn ${"Thị ".repeat(60)}Dài`,
  "𠮷 Ngọc 👩‍🏫",
];

test("odd names come out as they are, each in a file of its own that Windows can hold, in the .zip and merged too", async () => {
  const office = await startOffice();
  const rows = NAMES.map((name, index) =>
    [name, "Cá nhân", `Chức ${index}`, "Giấy khen", `Việc ${name}`].map(quote).join(";"),
  );
  office.write("khen-thuong.csv", ["Họ và tên;Đối tượng;Chức vụ;Danh hiệu;Thành tích", ...rows].join("\n"));
  const brought = await office.run("import", "khen-thuong.csv");
  expect(brought.code, brought.err).toBe(0);
  const zipped = await office.run(...DECIDE, "--zip", "-o", "qd", "--json");
  const { documents, manifest } = zipped.json<{
    documents: { path: string; entry: string; recipient: string; sha256: string }[];
    manifest: string;
  }>();
  expect(documents.map(({ path }) => path)).toEqual(NAMES.map(() => office.path("qd.zip")));
  // What joins the parts of a sign cannot be seen, so the import takes it out and says so.
  expect(documents.map(({ recipient }) => recipient)).toEqual(NAMES.map((name) => name.replaceAll("\u200D", "")));
  const entries = readParts(office.read("qd.zip"));
  expect([...entries.keys()]).toEqual([...documents.map(({ entry }) => entry), manifest]);
  expect(new Set([...entries.keys()].map((name) => name.normalize("NFC").toLowerCase())).size).toBe(NAMES.length + 1);
  for (const [index, { entry, recipient, sha256 }] of documents.entries()) {
    const bytes = entries.get(entry) ?? Buffer.alloc(0);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    expect(paragraphs(bytes).join("\n")).toContain(`${recipient}, Chức ${index}`);
    expect(entry).not.toMatch(/[\\/:*?"<>|\p{Cc}]|[. ]\.docx$/u);
    expect(isReservedName(entry)).toBe(false);
    expect(entry.length).toBeLessThanOrEqual(120);
  }
  const list = Buffer.from(entries.get(manifest) ?? []).toString("utf8");
  // A cell that begins like a formula is kept text by an apostrophe, as in the other lists for Excel.
  expect(
    list
      .replace("\uFEFF", "")
      .split("\r\n")
      .flatMap((line) => line.split(";"))
      .filter((cell) => /^"?[=+\-@]/.test(cell)),
  ).toEqual([]);

  expect(await office.run(...DECIDE, "--merge", "-o", "in.docx")).toMatchObject({ code: 0 });
  const merged = paragraphs(office.read("in.docx")).join("\n");
  for (const { recipient } of documents) expect(merged).toContain(recipient);
  const lines = office.read("in-danh-muc.csv").toString("utf8").trim().split("\r\n");
  expect(lines[0]).toMatch(/;Tệp;SHA-256;Thứ tự trong tệp$/);
  const sha256 = createHash("sha256").update(office.read("in.docx")).digest("hex");
  for (const [index, line] of lines.slice(1).entries())
    expect(line.endsWith(`;in.docx;${sha256};${index + 1}`)).toBe(true);
}, 30_000);

test.each([
  ["a control character", "Lê\u0001 Sen"],
  ["a noncharacter", "Lê\uFFFE Sen"],
  ["half of a letter", "Lê\uD800 Sen"],
])("%s in a name is refused where it stands, by name, before anything is written", async (_what, name) => {
  const office = await startOffice();
  const sheet = `Họ và tên\tĐối tượng\tDanh hiệu\n${name}\tCá nhân\tGiấy khen\n`;
  office.write("khen-thuong.csv", Buffer.from(`\uFEFF${sheet}`, "utf16le"));
  const brought = await office.run("import", "khen-thuong.csv");
  const ran = brought.code === 0 ? await office.run(...DECIDE, "-o", "qd") : brought;
  expect(ran.code).not.toBe(0);
  expect(ran.out + ran.err).toMatch(/Lê.*Sen|dòng 2|csv:2/);
});

test("--zip and --merge are one or the other; a template that cannot be merged is told, and nothing is left", async () => {
  const office = await startOffice();
  office.write("khen-thuong.csv", "Họ và tên;Đối tượng;Danh hiệu\nAn;Cá nhân;Giấy khen\n");
  await office.run("import", "khen-thuong.csv");
  const both = await office.run(...DECIDE, "--zip", "--merge");
  expect(both).toMatchObject({ code: 2 });
  expect(both.err).toContain("--zip và --merge không đi với nhau");
  const pages = '<w:p><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>';
  office.write("mau.docx", makeDocx(p("Tặng {{hinh_thuc}} cho {{nguoi_nhan}}") + pages));
  const merged = await office.run(...DECIDE, "--merge", "--template", "mau.docx", "-o", "in.docx");
  expect(merged).toMatchObject({ code: 2 });
  expect(merged.err).toContain("Không ghép được các văn bản thành một tệp: mẫu có trường tổng số trang");
  const left = ["khen-thuong.csv", "mau.docx", "thidua.db"];
  expect(readdirSync(office.folder)).toEqual(left);
  expect(await office.run(...DECIDE, "--zip", "--template", "mau.docx", "-o", "qd.zip")).toMatchObject({ code: 0 });
});

test("titles and forms of one call, each by its own template, are merged into one file", async () => {
  const office = await startOffice();
  const rows = ["An;Cá nhân;Giấy khen", "Bình;Cá nhân;Lao động tiên tiến"];
  office.write("khen-thuong.csv", ["Họ và tên;Đối tượng;Danh hiệu", ...rows].join("\n"));
  await office.run("import", "khen-thuong.csv");
  expect(await office.run(...DECIDE, "--merge", "-o", "in.docx")).toMatchObject({ code: 0 });
  const merged = paragraphs(office.read("in.docx")).join("\n");
  expect(merged).toMatch(/Công nhận danh hiệu “Lao động tiên tiến” năm 2020 cho Bình[\s\S]*Tặng Giấy khen/);
});
