import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PizZip from "pizzip";
import { describe, expect, onTestFinished, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const NEEDED = ["soffice", "pdftotext", "pdfinfo", "xmllint"];
const absent = NEEDED.filter((program) => spawnSync("which", [program]).status !== 0);

if (absent.length > 0)
  console.warn(`Documents are not opened in a word processor: ${absent.join(", ")} not installed.`);

test("CI has the programs that open documents", () => {
  expect(process.env.CI === undefined ? [] : absent).toEqual([]);
});

const OFFICE = [
  "--issuer",
  "Ủy ban nhân dân huyện Lâm Bình",
  "--level",
  "huyen",
  "--place",
  "Lâm Bình",
  "--position",
  "Chủ tịch",
];

async function sampleOffice(): Promise<FakeOffice> {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  office.write(
    "khen-thuong.csv",
    [
      "Danh xưng;Họ và tên;Đối tượng;Chức vụ;Đơn vị;Danh hiệu/Hình thức",
      ...Array.from(
        { length: 90 },
        (_, index) => `Bà;Trần Thị Bưởi ${index};Cá nhân;Giáo viên;Trường Tiểu học Hoa Sen;Giấy khen`,
      ),
      ";Tổ 5;Tập thể;;;Giấy khen",
    ].join("\n"),
  );
  await office.run("init", "--year", "2020", ...OFFICE, "--signatory", "Nguyễn Văn An");
  const ran = await office.run(
    "import",
    "don-vi.csv",
    "chi-tieu.csv",
    "thang-diem-P.csv",
    "ket-qua.csv",
    "khen-thuong.csv",
  );
  expect(ran.code).toBe(0);
  return office;
}

/** The pages of a document as LibreOffice lays it out, as text; and what pdfinfo says of it. */
function layOut(bytes: Buffer): { pages: string[]; info: string } {
  const folder = mkdtempSync(join(tmpdir(), "thidua-pdf-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "a.docx"), bytes);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const ran = spawnSync("soffice", [
    profile,
    "--headless",
    "--convert-to",
    "pdf",
    "--outdir",
    folder,
    join(folder, "a.docx"),
  ]);
  expect(ran.status).toBe(0);
  const text = spawnSync("pdftotext", ["-layout", join(folder, "a.pdf"), "-"], { encoding: "utf8" }).stdout;
  const info = spawnSync("pdfinfo", [join(folder, "a.pdf")], { encoding: "utf8" }).stdout;
  return { pages: text.split("\f").slice(0, -1), info };
}

describe.skipIf(absent.length > 0)("in LibreOffice", () => {
  test("a decision is A4, numbered from page 2, its list on pages of its own with the header row repeated", async () => {
    const office = await sampleOffice();
    await office.run("decide", "--date", "2021-04-16", "--number-from", "8", "-o", "qd");
    const { pages, info } = layOut(office.read("qd/Quyết định tặng Giấy khen năm 2020.docx"));
    expect(info).toMatch(/Page size: +595\.\d+ x 84[12]/);
    const [first = "", second = ""] = pages;
    expect(first).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(first).toContain("Số: 08/QĐ-UBND");
    expect(first.trimStart()).not.toMatch(/^1\n/);
    expect(second.trimStart()).toMatch(/^2\n/);
    const list = pages.filter((page) => page.includes("Trần Thị Bưởi"));
    expect(list.length).toBeGreaterThan(1);
    for (const page of list) expect(page).toMatch(/STT\s+Họ và tên\s+Chức vụ\s+Đơn vị/);
    expect(list[0]).not.toContain("Điều 3");
    const names = pages.join("\n").match(/Bà Trần Thị Bưởi \d+/g) ?? [];
    expect(new Set(names).size).toBe(90);
    expect(names).toHaveLength(90);
  });

  test("the signature never stands on a page without text before it", async () => {
    const office = await sampleOffice();
    await office.run("decide", "--date", "2021-04-16", "-o", "qd");
    const { pages } = layOut(office.read("qd/Quyết định tặng Giấy khen năm 2020.docx"));
    const signed = pages.find((page) => page.includes("Nguyễn Văn An")) ?? "";
    expect(signed).toContain("Nơi nhận:");
    expect(signed).toContain("chịu trách nhiệm thi hành Quyết định này./.");
  });

  test("the report opens with its sections, tables and figures in their order", async () => {
    const office = await sampleOffice();
    await office.run("report", "-o", "bao-cao.docx");
    const { pages, info } = layOut(office.read("bao-cao.docx"));
    expect(info).toMatch(/Page size: +595\.\d+ x 84[12]/);
    const text = pages.join("\n").replace(/\s+/g, " ");
    const order = [
      "BÁO CÁO",
      "huyện Lâm Bình (116% KH)",
      "Bảng điểm và xếp hạng",
      "HẠN CHẾ, NGUYÊN NHÂN",
      "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2021",
      "./.",
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(pages[1]?.trimStart()).toMatch(/^2\n/);
  });

  test("every part of a document is well-formed XML", async () => {
    const office = await sampleOffice();
    await office.run("decide", "--date", "2021-04-16", "-o", "qd");
    await office.run("report", "-o", "bao-cao.docx");
    for (const name of ["qd/Quyết định tặng Giấy khen năm 2020.docx", "bao-cao.docx"]) {
      const zip = new PizZip(office.read(name));
      const parts = Object.keys(zip.files).filter((part) => /\.(xml|rels)$/.test(part));
      expect(parts.length).toBeGreaterThan(5);
      for (const part of parts) {
        const { status, stderr } = spawnSync("xmllint", ["--noout", "--nonet", "-"], {
          input: zip.file(part)?.asText() ?? "",
          encoding: "utf8",
        });
        expect([part, status, stderr]).toEqual([part, 0, ""]);
      }
    }
  });
});
