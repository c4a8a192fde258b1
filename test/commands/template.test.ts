import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DOCUMENT_KINDS } from "../../src/documents/index.js";
import { readPackage, writePackage } from "../../src/documents/word/package.js";
import { makeDocx, p, paragraphs, partText } from "../documents/make-docx.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const TEMPLATES = join(import.meta.dirname, "..", "..", "templates");
const REPORT = "bao-cao-tong-ket";
const DECISION = "quyet-dinh-khen-thuong";

interface ListJson {
  templates: { kind: string; path: string; source: string; placeholders?: { name: string; meaning: string }[] }[];
}
interface CheckJson {
  templates: { kind: string; errors: number; warnings: number; leftOut: string[] }[];
  problems: { code: string; severity: string; message: string; column: string; place?: string; file: string }[];
}

/** An office with a few results and people to commend. */
async function smallOffice(): Promise<FakeOffice> {
  const office = makeOffice();
  office.write("don-vi.csv", "Tên đơn vị;Cụm/Khối\nXã An;Cụm 1\nXã Bình;Cụm 1\n");
  office.write(
    "ket-qua.csv",
    "Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\nXã An;Trồng rừng;100;110\nXã Bình;Trồng rừng;100;90\n",
  );
  const people = [
    "Bà;Trần Thị Bưởi;Cá nhân;Kế toán;Trạm Y tế;Giấy khen",
    ";Hộ bà Lê Thị Cam;Hộ gia đình;;Xã An;Giấy khen",
  ];
  office.write(
    "khen-thuong.csv",
    ["Danh xưng;Họ và tên;Đối tượng;Chức vụ;Đơn vị;Danh hiệu/Hình thức", ...people].join("\n"),
  );
  const ran = await office.run("import", "don-vi.csv", "ket-qua.csv", "khen-thuong.csv", "--year", "2020");
  expect(ran).toMatchObject({ code: 0 });
  return office;
}

/** The shipped template with its text changed, as an officer's copy beside the database. */
function editCopy(office: FakeOffice, kind: string, change: (xml: string) => string): void {
  mkdirSync(office.path("mau"), { recursive: true });
  const parts = readPackage(readFileSync(join(TEMPLATES, `${kind}.docx`)));
  const before = partText(parts);
  const after = change(before);
  expect(after).not.toBe(before);
  parts.set("word/document.xml", Buffer.from(after));
  writeFileSync(office.path(`mau/${kind}.docx`), writePackage(parts));
}

describe("template list", () => {
  test("names every kind with the file that is used, and the office's copy once there is one", async () => {
    const office = makeOffice();
    const before = (await office.run("template", "list", "--json")).json<ListJson>().templates;
    expect(before.map(({ kind, source }) => [kind, source])).toEqual(DOCUMENT_KINDS.map(({ id }) => [id, "shipped"]));
    await office.run("template", "copy", REPORT);
    const [report] = (await office.run("template", "list", "--json")).json<ListJson>().templates;
    expect(report).toMatchObject({ kind: REPORT, source: "office", path: office.path(`mau/${REPORT}.docx`) });
    expect((await office.run("template")).out).toContain(`mau/${REPORT}.docx (của cơ quan)`);
  });

  test.each(DOCUMENT_KINDS)(
    "with $id gives the name, meaning and example of each placeholder",
    async ({ id, placeholders }) => {
      const { out } = await makeOffice().run("template", "list", id);
      for (const { name, meaning } of placeholders) {
        expect(out).toContain(name);
        expect(out).toContain(meaning);
      }
      const json = (await makeOffice().run("template", "list", id, "--json")).json<ListJson>();
      expect(json.templates[0]?.placeholders?.map(({ name }) => name)).toEqual(placeholders.map(({ name }) => name));
    },
  );

  test("a kind that is not there is said with those there are; a title or the beginning of an id will do", async () => {
    const ran = await makeOffice().run("template", "list", "hop-dong");
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(DECISION);
    for (const name of ["Báo cáo tổng kết", "bao-cao"]) {
      expect((await makeOffice().run("template", "list", name)).code).toBe(0);
    }
    expect((await makeOffice().run("template", "sua")).err).toContain(
      "list (xem), copy (chép ra để sửa), check (kiểm tra)",
    );
  });
});

describe("template copy", () => {
  test("writes the shipped bytes beside the database, wherever one stands, and says what next", async () => {
    const office = makeOffice();
    mkdirSync(office.path("so-lieu"));
    const ran = await office.run("template", "copy", REPORT, "--db", "so-lieu/thidua.db");
    expect(ran).toMatchObject({ code: 0 });
    const copy = office.read(`so-lieu/mau/${REPORT}.docx`);
    expect(copy.equals(readFileSync(join(TEMPLATES, `${REPORT}.docx`)))).toBe(true);
    expect(ran.out).toContain(`so-lieu/mau/${REPORT}.docx`);
    expect(ran.err).toContain(`thidua template check ${REPORT}`);
  });

  test("leaves an edited copy alone without --force, and an unedited one is no mistake", async () => {
    const office = makeOffice();
    await office.run("template", "copy", DECISION);
    expect((await office.run("template", "copy", DECISION)).out).toContain("còn nguyên");
    editCopy(office, DECISION, (xml) => xml.replace("Điều 2.", "Điều Hai."));
    const edited = office.read(`mau/${DECISION}.docx`);
    const refused = await office.run("template", "copy", DECISION);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/đã có và khác mẫu có sẵn.*--force/);
    expect(office.read(`mau/${DECISION}.docx`).equals(edited)).toBe(true);
    expect((await office.run("template", "copy", DECISION, "--force")).code).toBe(0);
    expect(office.read(`mau/${DECISION}.docx`).equals(edited)).toBe(false);
  });

  test("-o takes a file or a folder; the way to use such a copy is told", async () => {
    const office = makeOffice();
    expect((await office.run("template", "copy", REPORT, "-o", "cua-toi.docx")).err).toContain(
      '--template "cua-toi.docx"',
    );
    expect((await office.run("template", "copy", REPORT, DECISION, "-o", "thu-muc/")).code).toBe(0);
    expect(readdirSync(office.path("thu-muc")).sort()).toEqual([`${REPORT}.docx`, `${DECISION}.docx`]);
    expect((await office.run("template", "copy", REPORT, "-o", "cua-toi.doc")).err).toContain("đuôi .docx");
    expect((await office.run("template", "copy")).err).toContain("Chưa ghi loại mẫu");
  });
});

describe("the office's copy", () => {
  test("is used by report and decide, which say so; --template overrides it", async () => {
    const office = await smallOffice();
    editCopy(office, REPORT, (xml) => xml.replace("ĐẶC ĐIỂM TÌNH HÌNH", "KHÁI QUÁT CHUNG"));
    editCopy(office, DECISION, (xml) => xml.replace("Điều 2.", "Điều Hai."));
    const report = await office.run("report", "-o", "a.docx", "--json");
    expect(paragraphs(office.read("a.docx")).join("\n")).toContain("KHÁI QUÁT CHUNG");
    expect(report.err).toContain(`Soạn theo mẫu mau/${REPORT}.docx.`);
    expect(report.json()).toMatchObject({ template: { source: "office", path: office.path(`mau/${REPORT}.docx`) } });
    expect((await office.run("decide", "-o", "qd")).err).toContain(`Soạn theo mẫu mau/${DECISION}.docx.`);
    const other = await office.run("report", "--template", join(TEMPLATES, `${REPORT}.docx`), "-o", "b.docx", "--json");
    expect(other.json()).toMatchObject({ template: { source: "option" } });
    expect(paragraphs(office.read("b.docx")).join("\n")).toContain("ĐẶC ĐIỂM TÌNH HÌNH");
  });

  test("open in Word is read all the same; one saved as .doc or under another name is not used, and that is said", async () => {
    const office = await smallOffice();
    await office.run("template", "copy", REPORT);
    office.write(`mau/~$${REPORT.slice(2)}.docx`, "Hương");
    expect((await office.run("report", "-o", "a.docx")).code).toBe(0);
    office.write(`mau/${DECISION}.doc`, "x");
    const ran = await office.run("decide", "-o", "qd");
    expect(ran.code).toBe(0);
    expect(ran.err).toContain(`Không dùng ${DECISION}.doc trong mau`);
  });

  test("that is broken stops the work before anything is written", async () => {
    const office = await smallOffice();
    editCopy(office, REPORT, (xml) => xml.replace("{{@tinh_hinh}}", "{{@tinh_hin}}"));
    const ran = await office.run("report", "-o", "a.docx");
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(`mau/${REPORT}.docx(thân văn bản) [{{@tinh_hin}}]`);
    expect(existsSync(office.path("a.docx"))).toBe(false);
  });

  test("of an older version still works; what it has no place for is said, by check and where there is content for it", async () => {
    const office = await smallOffice();
    editCopy(office, REPORT, (xml) => xml.replace("{{@bang_chi_tieu}}", ""));
    const checked = await office.run("template", "check", REPORT, "--json");
    expect(checked.code).toBe(0);
    expect(checked.json<CheckJson>().templates[0]).toMatchObject({
      errors: 0,
      warnings: 1,
      leftOut: ["bang_chi_tieu"],
    });
    expect(checked.json<CheckJson>().problems[0]?.message).toContain("{{@bang_chi_tieu}} (bảng tỷ lệ");
    const ran = await office.run("report", "-o", "a.docx");
    expect(ran.code).toBe(0);
    expect(ran.err).toContain("Mẫu không có {{@bang_chi_tieu}}");
  });

  test("without a place for some of the recipients: nobody is dropped in silence", async () => {
    const office = await smallOffice();
    editCopy(office, DECISION, (xml) =>
      xml.replaceAll(/\{\{(ho_gia_dinh\.\w+|stt)\}\}/g, "").replaceAll("{{nguoi_nhan}}", "ông"),
    );
    expect((await office.run("decide", "-o", "a")).err).toContain("danh sách {{ho_gia_dinh.…}}");
    expect((await office.run("decide", "--per", "recipient", "-o", "b")).err).toContain("Mẫu không có {{nguoi_nhan}}");
  });
});

describe("template check", () => {
  test("tells all faults at once with their places, and ends with 1", async () => {
    const office = makeOffice();
    office.write("cua-toi.docx", makeDocx(p("{{trich_yue}}") + p("Ông {{ca_nhan.ho_tem}}") + p("{{nguoi_ky")));
    const ran = await office.run("template", "check", "cua-toi.docx", "--json");
    expect(ran.code).toBe(1);
    const { templates, problems } = ran.json<CheckJson>();
    expect(templates[0]).toMatchObject({ errors: 3 });
    expect(problems.filter(({ severity }) => severity === "error").map(({ column }) => column)).toEqual([
      "{{trich_yue}}",
      "{{ca_nhan.ho_tem}}",
      "{{nguoi_ky",
    ]);
    expect(problems.filter(({ code }) => code === "missing-placeholder").length).toBeGreaterThan(5);
  });

  test("finds the kind of a file by its name, --kind, or what stands in it", async () => {
    const office = makeOffice();
    const decision = readFileSync(join(TEMPLATES, `${DECISION}.docx`));
    office.write("mau-huyen.docx", decision);
    office.write(`${REPORT}-moi.docx`, decision);
    const kindOf = async (...argv: string[]) =>
      (await office.run("template", "check", ...argv, "--json")).json<CheckJson>().templates[0]?.kind;
    expect(await kindOf("mau-huyen.docx")).toBe(DECISION);
    expect(await kindOf(`${REPORT}-moi.docx`)).toBe(REPORT);
    expect(await kindOf(`${REPORT}-moi.docx`, "--kind", "quyet-dinh-khen")).toBe(DECISION);
  });

  test("without a name looks at those in use; Word's own files beside them are passed over", async () => {
    const office = makeOffice();
    const ran = await office.run("template", "check");
    expect(ran.code).toBe(0);
    expect(ran.out.split("\n").filter((line) => line.includes("mẫu có sẵn): không có lỗi."))).toHaveLength(
      DOCUMENT_KINDS.length,
    );
    office.write("~$u.docx", "x");
    const passed = await office.run("template", "check", "~$u.docx");
    expect(passed).toMatchObject({ code: 0, out: "" });
    expect(passed.err).toContain("Bỏ qua ~$u.docx");
    expect((await office.run("template", "check", "khong-co.docx")).err).toContain("Không tìm thấy mẫu khong-co.docx");
  });
});

const hasWriter = spawnSync("which", ["soffice"]).status === 0;
if (!hasWriter) console.warn("Templates saved by LibreOffice are not tried: soffice not installed.");

describe.skipIf(!hasWriter)("a template opened and saved in LibreOffice", () => {
  test.each(["docx", "doc", "odt", "rtf", "pdf"])("as .%s", async (ending) => {
    const office = await smallOffice();
    mkdirSync(office.path("mau"));
    for (const kind of [REPORT, DECISION]) {
      const argv = [
        "--headless",
        "--convert-to",
        ending,
        "--outdir",
        office.path("mau"),
        join(TEMPLATES, `${kind}.docx`),
      ];
      expect(spawnSync("soffice", [`-env:UserInstallation=file://${office.path("ho-so")}`, ...argv]).status).toBe(0);
    }
    if (ending !== "docx") {
      const ran = await office.run("report", "--template", `mau/${REPORT}.${ending}`, "-o", "a.docx");
      expect(ran.code).toBe(1);
      expect(ran.err).toMatch(/tệp này là (văn bản|PDF).*(\.docx|PDF)/);
      return;
    }
    expect(await office.run("template", "check")).toMatchObject({ code: 0 });
    const shipped = (kind: string) => ["--template", join(TEMPLATES, `${kind}.docx`)];
    await office.run("report", "-o", "a.docx");
    await office.run("report", "-o", "b.docx", ...shipped(REPORT));
    await office.run("decide", "-o", "a");
    await office.run("decide", "-o", "b", ...shipped(DECISION));
    const [name = ""] = readdirSync(office.path("a"));
    expect(paragraphs(office.read("a.docx"))).toEqual(paragraphs(office.read("b.docx")));
    expect(paragraphs(office.read(`a/${name}`))).toEqual(paragraphs(office.read(`b/${name}`)));
  });
});
