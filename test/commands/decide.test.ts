import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import PizZip from "pizzip";
import { expect, test } from "vitest";
import { type FakeOffice, FIXTURES, makeOffice } from "../fake-office.js";

interface DecideJson {
  documents: { path: string; kind: string; award: string; unit: null; recipients: number }[];
  warnings: string[];
}

const HEADER = "Họ và tên;Đối tượng;Chức vụ;Đơn vị;Danh hiệu/Hình thức;Số quyết định";

async function officeWith(rows: string[], settings: string[] = DISTRICT): Promise<FakeOffice> {
  const office = makeOffice();
  office.write("khen-thuong.csv", [HEADER, ...rows].join("\n"));
  await office.run("init", "--year", "2020", ...settings);
  expect(await office.run("import", "khen-thuong.csv")).toMatchObject({ code: 0 });
  return office;
}

const DISTRICT = [
  "--issuer",
  "Ủy ban nhân dân huyện Bình Minh",
  "--level",
  "huyen",
  "--place",
  "Bình Minh",
  "--position",
  "Chủ tịch",
];

/** The text of a document, one line a paragraph. */
function textOf(bytes: Buffer): string {
  const xml = new PizZip(bytes).file("word/document.xml")?.asText() ?? "";
  const texts = xml
    .split("</w:p>")
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)].map((match) => match[1] ?? " ").join(""),
    );
  return texts
    .join("\n")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
}

test("the sample list: 298 collectives and 1.454 individuals in one decision, each exactly once", async () => {
  const office = makeOffice();
  office.bring("demo");
  await office.run("init", "--year", "2020", ...DISTRICT);
  await office.run("import", "khen-thuong.csv");
  const { documents } = (await office.run("decide", "--date", "2021-04-16", "-o", "qd", "--json")).json<DecideJson>();
  expect(documents).toEqual([
    {
      path: office.path("qd/Quyết định tặng Giấy khen năm 2020.docx"),
      kind: "quyet-dinh-khen-thuong",
      award: "giay-khen",
      unit: null,
      recipients: 1752,
    },
  ]);
  const text = textOf(office.read("qd/Quyết định tặng Giấy khen năm 2020.docx"));
  expect(text).toContain("Điều 1. Tặng Giấy khen cho 298 tập thể và 1.454 cá nhân");
  const [, appendix = ""] = text.split("DANH SÁCH");
  const rows = office
    .read("khen-thuong.csv")
    .toString("utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(";"));
  const wanted = new Map<string, number>();
  for (const row of rows) {
    const name = [row[0], row[1]].filter(Boolean).join(" ");
    wanted.set(name, (wanted.get(name) ?? 0) + 1);
  }
  const lines = appendix.split("\n").map((line) => line.trim());
  const found = new Map<string, number>();
  for (const line of lines) if (wanted.has(line)) found.set(line, (found.get(line) ?? 0) + 1);
  expect([...wanted].filter(([name, count]) => (found.get(name) ?? 0) < count)).toEqual([]);
  expect(lines.filter((line) => /^\d+$/.test(line)).map(Number)).toEqual([
    ...Array.from({ length: 298 }, (_, index) => index + 1),
    ...Array.from({ length: 1454 }, (_, index) => index + 1),
  ]);
});

test("head, authority, căn cứ and signature follow the issuer and the date", async () => {
  const office = await officeWith(["Trần Thị Bưởi;Cá nhân;Giáo viên;Trường Tiểu học Hoa Sen;Giấy khen;"]);
  await office.run(
    "decide",
    "--date",
    "5/2/2021",
    "--number-from",
    "7",
    "-o",
    "qd",
    "--submission",
    "số 12/TTr-PNV ngày 01 tháng 02 năm 2021",
  );
  const text = textOf(office.read("qd/Quyết định tặng Giấy khen năm 2020.docx"));
  for (const line of [
    "HUYỆN BÌNH MINH",
    "Số: 07/QĐ-UBND",
    "Bình Minh, ngày 05 tháng 02 năm 2021",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH MINH",
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
    "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017",
    "Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 12/TTr-PNV ngày 01 tháng 02 năm 2021.",
  ]) {
    expect(text).toContain(line);
  }
  expect(text).not.toContain("TM.");
  expect(text).not.toContain("152/2025");
});

test("the same list signed in a commune after the reform cites the law of that day", async () => {
  const settings = [
    "--issuer",
    "Ủy ban nhân dân xã Đông",
    "--level",
    "xa",
    "--place",
    "Đông",
    "--position",
    "Chủ tịch",
  ];
  const office = await officeWith(["Trần Thị Bưởi;Cá nhân;Giáo viên;Trường Tiểu học Hoa Sen;Giấy khen;"], settings);
  await office.run("decide", "--date", "2025-12-20", "-o", "qd");
  const text = textOf(office.read("qd/Quyết định tặng Giấy khen năm 2020.docx"));
  expect(text).toContain("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;");
  expect(text).toContain("Căn cứ Nghị định số 152/2025/NĐ-CP");
  expect(text).toContain("Nghị định số 129/2025/NĐ-CP");
  expect(text).not.toContain("91/2017");
});

test("number and date stay blank unless given, and the person is told which law was taken", async () => {
  const office = await officeWith(["Trần Thị Bưởi;Cá nhân;Giáo viên;Trường Tiểu học Hoa Sen;Giấy khen;"]);
  await office.run("config", "issuer.level", "xa");
  const ran = await office.run("decide", "-o", "qd");
  const text = textOf(office.read("qd/Quyết định tặng Giấy khen năm 2020.docx"));
  expect(text).toMatch(/Số:\s+\/QĐ-UBND/);
  expect(text).toMatch(/Bình Minh, ngày\s+tháng\s+năm 2026/);
  expect(ran.err).toContain("Chưa có ngày quyết định");
});

test("one decision per award kind, in the order of the catalogue, with a series of numbers", async () => {
  const office = await officeWith([
    "Trần Thị Bưởi;Cá nhân;Giáo viên;Trường Tiểu học Hoa Sen;Giấy khen;",
    "Trần Thị Bưởi;Cá nhân;Giáo viên;Trường Tiểu học Hoa Sen;Lao động tiên tiến;",
    "Lê Văn Cam;Cá nhân;Kế toán;Trạm Y tế;CSTĐCS;",
    "Trường Tiểu học Hoa Sen;Tập thể;;;Giấy khen;",
  ]);
  const { documents } = (
    await office.run("decide", "--date", "2021-04-16", "--number-from", "20", "-o", "qd", "--json")
  ).json<DecideJson>();
  expect(documents.map(({ award, recipients }) => [award, recipients])).toEqual([
    ["chien-si-thi-dua-co-so", 1],
    ["lao-dong-tien-tien", 1],
    ["giay-khen", 2],
  ]);
  const numbers = documents.map(
    ({ path }) => /Số: (\d+)\//.exec(textOf(office.read(path.slice(office.folder.length + 1))))?.[1],
  );
  expect(numbers).toEqual(["20", "21", "22"]);
});

test("--per recipient names each in a decision of their own, and no list", async () => {
  const office = await officeWith([
    "Trần Thị Bưởi;Cá nhân;Giáo viên;Trường Tiểu học Hoa Sen;Giấy khen;",
    "Trần Thị Bưởi;Cá nhân;Y tá;Trạm Y tế;Giấy khen;",
    "Tổ 5;Tập thể;;;Giấy khen;",
  ]);
  await office.run("decide", "--per", "recipient", "--date", "2021-04-16", "-o", "qd");
  const names = readdirSync(office.path("qd"))
    .filter((name) => name !== "danh-muc.csv")
    .sort();
  expect(names).toEqual([
    "1 Quyết định tặng Giấy khen năm 2020 - Trần Thị Bưởi.docx",
    "2 Quyết định tặng Giấy khen năm 2020 - Trần Thị Bưởi.docx",
    "3 Quyết định tặng Giấy khen năm 2020 - Tổ 5.docx",
  ]);
  const texts = names.map((name) => textOf(office.read(`qd/${name}`)));
  expect(texts[0]).toContain("Trần Thị Bưởi, Giáo viên, Trường Tiểu học Hoa Sen");
  expect(texts[1]).toContain("Trần Thị Bưởi, Y tá, Trạm Y tế");
  for (const text of texts) expect(text).not.toContain("DANH SÁCH");
});

test("awards beyond the issuer's power are left out with the reason, those decided already and those of others too", async () => {
  const office = await officeWith([
    "Trần Thị Bưởi;Cá nhân;Giáo viên;Trường Tiểu học Hoa Sen;Giấy khen;",
    "Lê Văn Cam;Cá nhân;Kế toán;Trạm Y tế;Bằng khen;",
    "Lý Thị Đào;Cá nhân;Kế toán;Trạm Y tế;Giấy khen;15/QĐ-UBND",
    "Vũ Văn Mận;Cá nhân;Kế toán;Trạm Y tế;Giấy khen của Chủ tịch UBND xã;",
  ]);
  const { documents, warnings } = (
    await office.run("decide", "--date", "2021-04-16", "-o", "qd", "--json")
  ).json<DecideJson>();
  expect(documents.map(({ recipients }) => recipients)).toEqual([1]);
  expect(warnings.join("\n")).toContain("Bỏ qua 1 trường hợp đã có số quyết định.");
  expect(warnings.join("\n")).toContain("Bỏ qua 1 trường hợp do cấp khác khen: Giấy khen của Chủ tịch UBND xã.");
  expect(warnings.join("\n")).toContain("không thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân cấp huyện");
});

test("an award asked for by name is drafted all the same, with the warning", async () => {
  const office = await officeWith(["Lê Văn Cam;Cá nhân;Kế toán;Trạm Y tế;Bằng khen;"]);
  const { documents, warnings } = (
    await office.run("decide", "--award", "bằng khen", "--date", "2021-04-16", "-o", "qd", "--json")
  ).json<DecideJson>();
  expect(documents).toHaveLength(1);
  expect(warnings.join("\n")).toContain("không thuộc thẩm quyền");
});

test("achievements of several years: no year is claimed, and it is said; a decision before them is pointed out", async () => {
  const office = makeOffice();
  office.write(
    "khen-thuong.csv",
    "Họ và tên;Đối tượng;Danh hiệu/Hình thức;Năm thành tích\nTrần Thị Bưởi;Cá nhân;Giấy khen;2019\nLê Văn Cam;Cá nhân;Giấy khen;2021\n",
  );
  await office.run("init", "--year", "2020", ...DISTRICT);
  await office.run("import", "khen-thuong.csv");
  const { documents, warnings } = (
    await office.run("decide", "--date", "2020-12-20", "-o", "qd", "--json")
  ).json<DecideJson>();
  const text = textOf(office.read(documents[0]?.path.slice(office.folder.length + 1) ?? ""));
  expect(text).toContain("đã có thành tích xuất sắc trong phong trào thi đua yêu nước (có danh sách kèm theo)");
  expect(warnings.join("\n")).toContain("nhiều năm thành tích (2019, 2021)");
  expect(warnings.join("\n")).toContain("trước năm thành tích 2021");
});

test("a proposer and a submission typed with their introducing words are not said twice", async () => {
  const office = await officeWith(["Lê Văn Cam;Cá nhân;Giám đốc;Sở Y tế;Giấy khen;"]);
  await office.run("config", "council.proposer", "Theo đề nghị của Trưởng phòng Nội vụ.");
  await office.run(
    "decide",
    "--per",
    "recipient",
    "--date",
    "2021-04-16",
    "-o",
    "qd",
    "--submission",
    "Tờ trình số 12/TTr-PNV",
  );
  const text = textOf(office.read("qd/1 Quyết định tặng Giấy khen năm 2020 - Lê Văn Cam.docx"));
  expect(text).toContain("Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 12/TTr-PNV.");
  expect(text).toContain("Lê Văn Cam, Giám đốc Sở Y tế");
});

test("an output folder that is a file is said as such", async () => {
  const office = await officeWith(["Lê Văn Cam;Cá nhân;Kế toán;Trạm Y tế;Giấy khen;"]);
  office.write("tep", "x");
  expect((await office.run("decide", "--date", "2021-04-16", "-o", "tep")).err).toContain(
    "là một tệp, không phải thư mục",
  );
});

test("without settings every gap is marked in the document and the setting that fills it is named", async () => {
  const office = await officeWith(["Lê Văn Cam;Cá nhân;Kế toán;Trạm Y tế;Giấy khen;"], []);
  const ran = await office.run("decide", "--date", "2021-04-16", "-o", "qd");
  expect(ran.code).toBe(0);
  expect(textOf(office.read("qd/Quyết định tặng Giấy khen năm 2020.docx"))).toContain(
    "[Chưa có: tên cơ quan ban hành văn bản]",
  );
  expect(ran.err).toContain('thidua config issuer.name "…"');
  expect(ran.err).toContain('thidua config issuer.place "…"');
});

test("names, tags and formulas in the data stay text", async () => {
  const name = "=1+1 {{ho_ten}} <b>&amp; A/B: C?";
  const office = await officeWith([`"${name}";Cá nhân;Kế toán;Trạm Y tế;Giấy khen;`]);
  await office.run("decide", "--per", "recipient", "--date", "2021-04-16", "-o", "qd");
  const [file = ""] = readdirSync(office.path("qd"));
  expect(file).not.toMatch(/[<>:"/\\|?*]/);
  expect(textOf(office.read(`qd/${file}`)).replaceAll("&amp;amp;", "&amp;")).toContain("=1+1 {{ho_ten}} <b>");
});

test("the same data gives the same bytes", async () => {
  const office = await officeWith(["Lê Văn Cam;Cá nhân;Kế toán;Trạm Y tế;Giấy khen;"]);
  await office.run("decide", "--date", "2021-04-16", "-o", "a");
  await office.run("decide", "--date", "2021-04-16", "-o", "b");
  const name = "Quyết định tặng Giấy khen năm 2020.docx";
  expect(office.read(`a/${name}`).equals(office.read(`b/${name}`))).toBe(true);
});

test("--force replaces what is there, and nothing temporary is left behind", async () => {
  const office = await officeWith(["Lê Văn Cam;Cá nhân;Kế toán;Trạm Y tế;Giấy khen;"]);
  await office.run("decide", "--date", "2021-04-16", "-o", "qd");
  expect((await office.run("decide", "--date", "2021-04-17", "-o", "qd")).code).toBe(2);
  expect((await office.run("decide", "--date", "2021-04-17", "-o", "qd", "--force")).code).toBe(0);
  expect(readdirSync(office.path("qd"))).toEqual(["Quyết định tặng Giấy khen năm 2020.docx"]);
  expect(textOf(office.read("qd/Quyết định tặng Giấy khen năm 2020.docx"))).toContain("ngày 17 tháng 4 năm 2021");
});

test("an officer's edited template is used: other words, a column less", async () => {
  const office = await officeWith(["Lê Văn Cam;Cá nhân;Kế toán;Trạm Y tế;Giấy khen;"]);
  const zip = new PizZip(readFileSync(join(FIXTURES, "..", "templates", "quyet-dinh-khen-thuong.docx")));
  const xml = zip.file("word/document.xml")?.asText() ?? "";
  const edited = xml.replace(/Điều 2\./, "Điều Hai.").replaceAll("{{ca_nhan.chuc_vu}}", "");
  expect(edited).not.toBe(xml);
  zip.file("word/document.xml", edited);
  office.write("mau.docx", zip.generate({ type: "nodebuffer" }));
  const ran = await office.run("decide", "--template", "mau.docx", "--date", "2021-04-16", "-o", "qd");
  expect(ran.code).toBe(0);
  const text = textOf(office.read("qd/Quyết định tặng Giấy khen năm 2020.docx"));
  expect(text).toContain("Điều Hai.");
  expect(text).not.toContain("Kế toán");
});

test("a folder that cannot be written is said", async () => {
  const office = await officeWith(["Lê Văn Cam;Cá nhân;Kế toán;Trạm Y tế;Giấy khen;"]);
  office.write("tep", "một tệp, không phải thư mục");
  const ran = await office.run("decide", "--date", "2021-04-16", "-o", "tep/qd");
  expect(ran.code).toBe(2);
  expect(ran.err).toContain("Kiểm tra đường dẫn và quyền ghi của thư mục");
  expect(existsSync(office.path("tep/qd"))).toBe(false);
});

test("a title is a decision of its own kind and template, beside the forms; an office's copies are used for each", async () => {
  const office = makeOffice();
  const body = ["--issuer", "Ủy ban nhân dân xã Đông", "--level", "xa", "--place", "Đông", "--position", "Chủ tịch"];
  await office.run("init", "--year", "2025", ...body);
  office.write(
    "khen.csv",
    "Danh xưng;Họ và tên;Đối tượng;Danh hiệu\nBà;Trần Thị Bưởi;Cá nhân;Giấy khen\nÔng;Lê Văn Cam;Cá nhân;Lao động tiên tiến\n",
  );
  expect(await office.run("import", "khen.csv")).toMatchObject({ code: 0 });
  for (const kind of ["quyet-dinh-khen-thuong", "quyet-dinh-danh-hieu"]) {
    expect(await office.run("template", "copy", kind)).toMatchObject({ code: 0 });
  }
  const ran = await office.run("decide", "--date", "2026-01-05", "--number-from", "3", "-o", "qd", "--json");
  expect(ran.code, ran.err).toBe(0);
  const { documents, templates } = ran.json<{
    documents: { path: string; kind: string; award: string }[];
    templates: { kind: string; source: string }[];
  }>();
  expect(templates).toMatchObject([
    { kind: "quyet-dinh-danh-hieu", source: "office" },
    { kind: "quyet-dinh-khen-thuong", source: "office" },
  ]);
  expect(documents.map(({ kind, award }) => [kind, award])).toEqual([
    ["quyet-dinh-danh-hieu", "lao-dong-tien-tien"],
    ["quyet-dinh-khen-thuong", "giay-khen"],
  ]);
  const [title = "", form = ""] = documents.map(({ path }) => textOf(readFileSync(path)));
  expect(title).toContain("Số: 03/QĐ-UBND");
  expect(title).toContain("Về việc công nhận danh hiệu “Lao động tiên tiến” năm 2025 cho cá nhân");
  expect(title).toContain(
    "Điều 1. Công nhận danh hiệu “Lao động tiên tiến” năm 2025 cho 01 cá nhân (có danh sách kèm theo).",
  );
  expect(title).toContain("Cá nhân được công nhận danh hiệu “Lao động tiên tiến” năm 2025");
  expect(form).toContain("Số: 04/QĐ-UBND");
  expect(form).toContain("Điều 1. Tặng Giấy khen cho 01 cá nhân đã có thành tích xuất sắc");
});
