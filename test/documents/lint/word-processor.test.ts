import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Packer } from "docx";
import { describe, expect, onTestFinished, test } from "vitest";
import { appendixStart } from "../../../src/documents/decree30/appendix.js";
import {
  addressee,
  article,
  authorityLine,
  legalBasis,
  partHeading,
  resolution,
  sectionHeading,
  subsectionHeading,
} from "../../../src/documents/decree30/body.js";
import { body, line } from "../../../src/documents/decree30/decree30.js";
import { distributionLine, documentFoot, type Foot, signatureLine } from "../../../src/documents/decree30/foot.js";
import { documentHead, documentTitle, parentLine } from "../../../src/documents/decree30/head.js";
import { pageDocument } from "../../../src/documents/decree30/page.js";
import { dataTable } from "../../../src/documents/decree30/table.js";
import { lintDocument } from "../../../src/documents/lint/index.js";
import { fitRules } from "../../../src/documents/template/rule.js";
import { readPackage, writePackage } from "../../../src/documents/word/package.js";
import { MODELS } from "./models.js";
import { officerFile } from "./officer.js";

const HEAD = {
  parent: [parentLine("ỦY BAN NHÂN DÂN TỈNH AN BÌNH")],
  issuer: "SỞ NỘI VỤ",
  placeAndDate: "An Bình, ngày 05 tháng 01 năm 2026",
};
const FOOT: Foot = {
  distribution: [distributionLine("- Như trên;"), distributionLine("- Lưu: VT, TĐKT.")],
  signature: [signatureLine("KT. GIÁM ĐỐC"), signatureLine("PHÓ GIÁM ĐỐC")],
  signatory: "Nguyễn Văn An",
};
const SENTENCE = "Trong năm 2025, các đơn vị đã hoàn thành và hoàn thành vượt mức các chỉ tiêu được giao";

/** Documents made of our own blocks, as other kinds of documents will be. */
const OURS = {
  decision: pageDocument("Quyết định", [
    {
      children: [
        documentHead({ ...HEAD, number: "Số: 05/QĐ-SNV" }),
        ...documentTitle(
          "QUYẾT ĐỊNH",
          "Về việc tặng Giấy khen cho các tập thể, cá nhân có thành tích xuất sắc năm 2025",
        ),
        authorityLine("GIÁM ĐỐC SỞ NỘI VỤ TỈNH AN BÌNH"),
        legalBasis("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"),
        legalBasis("Theo đề nghị của Trưởng phòng Thi đua - Khen thưởng."),
        resolution("QUYẾT ĐỊNH:"),
        article("Điều 1.", "Tặng Giấy khen cho 02 tập thể (có danh sách kèm theo)."),
        article("Điều 2.", "Các tập thể có tên trên chịu trách nhiệm thi hành Quyết định này./.", { keepNext: true }),
        documentFoot(FOOT),
      ],
    },
    {
      landscape: true,
      children: [
        ...appendixStart({
          label: null,
          title: "DANH SÁCH",
          subtitle: "Tập thể được tặng Giấy khen",
          accompanies: "(Kèm theo Quyết định số 05/QĐ-SNV ngày 05 tháng 01 năm 2026 của Giám đốc Sở Nội vụ)",
        }),
        dataTable(
          [{ title: "STT" }, { title: "Tên tập thể" }],
          Array.from({ length: 60 }, (_, index) => ({ cells: [String(index + 1), "Phòng Nội vụ"] })),
        ),
      ],
    },
  ]),
  submission: pageDocument("Tờ trình", [
    {
      children: [
        documentHead({
          ...HEAD,
          number: "Số:        /TTr-SNV",
          placeAndDate: "An Bình, ngày      tháng      năm 2026",
        }),
        ...documentTitle("TỜ TRÌNH", "Về việc đề nghị tặng Bằng khen năm 2025"),
        addressee("Kính gửi: Ủy ban nhân dân tỉnh An Bình"),
        ...partHeading("Phần I", "KẾT QUẢ"),
        sectionHeading("I. CÔNG TÁC CHỈ ĐẠO"),
        subsectionHeading("1. Về ban hành văn bản"),
        body(`${SENTENCE}.`),
        body(`${SENTENCE}./.`, { keepNext: true }),
        documentFoot(FOOT),
      ],
    },
  ]),
  minutes: pageDocument("Biên bản", [
    {
      children: [
        documentHead({ ...HEAD, number: "Số: 08/BB-SNV", placeAndDate: null }),
        ...documentTitle("BIÊN BẢN", "Họp bình xét thi đua, khen thưởng năm 2025"),
        body("Thời gian bắt đầu: 08 giờ 00, ngày 05 tháng 01 năm 2026."),
        body("Cuộc họp kết thúc vào 11 giờ 00, ngày 05 tháng 01 năm 2026./.", { keepNext: true }),
        line(""),
        documentFoot({
          ...FOOT,
          distribution: [distributionLine("- Lưu: VT, Hồ sơ.")],
          signature: [signatureLine("CHỦ TỌA")],
        }),
      ],
    },
  ]),
};

async function ourFile(name: keyof typeof OURS): Promise<Uint8Array> {
  const parts = readPackage(await Packer.toBuffer(OURS[name]));
  const xml = fitRules(new TextDecoder().decode(parts.get("word/document.xml")));
  return writePackage(new Map<string, Uint8Array | string>([...parts, ["word/document.xml", xml]]));
}

function told(bytes: Uint8Array): string[] {
  return lintDocument(bytes).findings.map(({ rule, place, found }) => `${rule.id}: ${found} (${place.text})`);
}

test.each(Object.keys(OURS) as (keyof typeof OURS)[])(
  "a %s built of our own blocks has nothing wrong",
  async (name) => {
    expect(told(await ourFile(name))).toEqual([]);
  },
);

const hasOffice = spawnSync("which", ["soffice"]).status === 0;

/** The same document opened and saved by LibreOffice. */
function saveAgain(files: Readonly<Record<string, Uint8Array>>): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "thidua-lint-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const names = Object.keys(files);
  for (const name of names) writeFileSync(join(folder, `${name}.docx`), files[name] ?? "");
  const ran = spawnSync("soffice", [
    `-env:UserInstallation=file://${folder}/profile`,
    "--headless",
    ...["--convert-to", "docx:MS Word 2007 XML", "--outdir", join(folder, "out")],
    ...names.map((name) => join(folder, `${name}.docx`)),
  ]);
  expect(ran.status).toBe(0);
  return new Map(names.map((name) => [name, readFileSync(join(folder, "out", `${name}.docx`))]));
}

describe.skipIf(!hasOffice)("saved again by LibreOffice", () => {
  test("correct documents stay without a finding", async () => {
    const models = Object.entries(MODELS).map(([name, model]) => [name, officerFile(model)] as const);
    const ours = await Promise.all(
      (Object.keys(OURS) as (keyof typeof OURS)[]).map(async (name) => [name, await ourFile(name)] as const),
    );
    const saved = saveAgain(Object.fromEntries([...models, ...ours]));
    expect([...saved].map(([name, bytes]) => [name, told(bytes)])).toEqual([...saved.keys()].map((name) => [name, []]));
  });

  test("a fault is still found", () => {
    const bytes = officerFile(MODELS.REPORT, (_part, xml) => xml.replace('w:left="1701"', 'w:left="1440"'));
    expect(told(saveAgain({ bao: bytes }).get("bao") ?? bytes).join()).toContain("le-trang: lề trái 25,4 mm");
  });
});
