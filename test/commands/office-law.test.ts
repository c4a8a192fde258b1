import { readFileSync } from "node:fs";
import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";

const HEADER = "Loại quy định;Danh hiệu/Hình thức;Cấp;Đối tượng;Nội dung;Từ ngày;Đến ngày;Thay cho;Nguồn";

interface AwardsJson {
  baseSalary: { amount: number; source: string; mark: string };
  legalBasis: { text: string; source: string; mark: string | null; missing: string | null }[];
  awards: {
    id: string;
    name: string;
    subject: string;
    multiplier: number | null;
    amount: number | null;
    bonusSource: { source: string; mark: string } | null;
    deciders: { text: string; source: string; mark: string };
    authority: { allowed: boolean | null } | null;
  }[];
  requirements: { award: string; kind: string; percent: string | null; source: string }[];
  officeLaw: { file: string; rows: { row: number }[] } | null;
}

function officeWith(...rows: string[]): FakeOffice {
  const office = makeOffice();
  office.write("phap-ly.csv", [HEADER, ...rows].join("\n"));
  return office;
}

async function awardsOf(office: FakeOffice, on: string, ...more: string[]): Promise<AwardsJson> {
  const ran = await office.run("awards", "--on", on, "--json", ...more);
  expect([ran.code, ran.err]).toEqual([0, ran.err]);
  return ran.json<AwardsJson>();
}

const basisOf = ({ legalBasis }: AwardsJson) => legalBasis.map(({ text }) => text);

describe("phap-ly beside the database", () => {
  it("overrides a multiplier and the base salary on its own days only, and each figure says so", async () => {
    const office = officeWith(
      "hệ số;Giấy khen;xa;cá nhân;0,5;01/01/2027;;;NĐ 10/2027/NĐ-CP Điều 5",
      "lương cơ sở;;;;2.700.000;01/01/2027;;;NĐ 11/2027/NĐ-CP",
    );
    const find = ({ awards }: AwardsJson) =>
      awards.find(({ id, subject }) => id === "giay-khen" && subject === "individual");
    const before = await awardsOf(office, "2026-12-31", "--level", "xa");
    expect(find(before)).toMatchObject({ multiplier: 0.3, amount: 760_000 });
    expect(before.officeLaw).toEqual({ file: "phap-ly.csv", rows: [] });
    const after = await awardsOf(office, "2027-01-01", "--level", "xa");
    expect(find(after)).toMatchObject({
      multiplier: 0.5,
      amount: 1_350_000,
      bonusSource: { source: "NĐ 10/2027/NĐ-CP Điều 5 (phap-ly.csv, dòng 2)", mark: "CQ" },
    });
    expect(after.baseSalary).toMatchObject({
      amount: 2_700_000,
      source: "NĐ 11/2027/NĐ-CP (phap-ly.csv, dòng 3)",
      mark: "CQ",
    });
    expect(after.officeLaw?.rows.map(({ row }) => row)).toEqual([2, 3]);
    const shown = await office.run("awards", "--on", "1/1/2027", "--level", "xa");
    expect(shown.out).toContain("Tệp pháp lý của cơ quan: phap-ly.csv, áp dụng ngày này: dòng 2, 3.");
    expect(shown.out).toContain("NĐ 10/2027/NĐ-CP Điều 5 (phap-ly.csv, dòng 2) — cơ quan tự khai");
  });

  it("puts a căn cứ in the place of the act with the same number, or of the one Thay cho names", async () => {
    const office = officeWith(
      "căn cứ;;;;Thông tư số 01/2024/TT-BNV ngày 23 tháng 02 năm 2024 của Bộ trưởng Bộ Nội vụ;01/03/2024;;;",
      "căn cứ;;xã;;Nghị định số 9/2027/NĐ-CP ngày 02 tháng 02 năm 2027 của Chính phủ;01/01/2025;;129/2025/NĐ-CP;",
    );
    const texts = basisOf(await awardsOf(office, "2024-06-01", "--level", "tinh"));
    expect(texts.filter((text) => text.includes("01/2024/TT-BNV"))).toEqual([
      "Căn cứ Thông tư số 01/2024/TT-BNV ngày 23 tháng 02 năm 2024 của Bộ trưởng Bộ Nội vụ",
    ]);
    const commune = basisOf(await awardsOf(office, "2025-09-01", "--level", "xa"));
    expect(commune.join()).not.toContain("129/2025");
    expect(commune[3]).toContain("9/2027/NĐ-CP");
    expect(basisOf(await awardsOf(office, "2025-09-01", "--level", "tinh")).join()).not.toContain("9/2027");
  });

  it("fills the decree the program asks for, the regulation and the functions, and takes a line away", async () => {
    const office = officeWith(
      "căn cứ;;;;Nghị định số 1/2026/NĐ-CP ngày 01 tháng 9 năm 2026 của Chính phủ;01/10/2026;;;",
      "căn cứ;;;;Thông tư số 2/2026/TT-BNV ngày 05 tháng 9 năm 2026;01/10/2026;;;",
      "căn cứ;;;;Quyết định số 3/2026/QĐ-UBND ngày 10 tháng 9 năm 2026;01/10/2026;;quy chế;",
      "căn cứ;;sở;;Quyết định số 4/2026/QĐ-UBND ngày 11 tháng 9 năm 2026;01/10/2026;;chức năng, nhiệm vụ;",
      "căn cứ;;;;;01/10/2026;;06/2026/QH16;",
    );
    const told = await awardsOf(office, "2026-11-20", "--level", "so");
    expect(basisOf(told)).toEqual([
      "Căn cứ Quyết định số 4/2026/QĐ-UBND ngày 11 tháng 9 năm 2026",
      "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
      "Căn cứ Nghị định số 1/2026/NĐ-CP ngày 01 tháng 9 năm 2026 của Chính phủ",
      "Căn cứ Thông tư số 2/2026/TT-BNV ngày 05 tháng 9 năm 2026",
      "Căn cứ Quyết định số 3/2026/QĐ-UBND ngày 10 tháng 9 năm 2026",
    ]);
    expect(told.legalBasis.every(({ missing }) => missing === null)).toBe(true);
    expect(told.legalBasis[0]?.source).toBe("phap-ly.csv, dòng 5");
  });

  it("adds a title of the office's own, which lists of awards may then use, with who decides it and its money", async () => {
    const office = officeWith(
      "danh hiệu;Đơn vị kiểu mẫu;xã;tập thể;Đơn vị mẫu; ĐVKM;01/01/2026;;;Quyết định số 5/QĐ-UBND".replace(
        "Đơn vị mẫu; ĐVKM",
        '"Đơn vị mẫu; ĐVKM"',
      ),
      "hệ số;ĐVKM;;;1,2;01/01/2026;;;Quyết định số 5/QĐ-UBND",
      "thẩm quyền;Tập thể lao động tiên tiến;xã;;không;01/01/2026;;;Quyết định số 6/QĐ-UBND",
      "tỷ lệ;Chiến sĩ thi đua cơ sở;;;15%;01/01/2026;;;Quyết định số 7/QĐ-UBND",
    );
    const told = await awardsOf(office, "2026-03-01", "--level", "xa");
    expect(told.awards.find(({ id }) => id === "don-vi-kieu-mau")).toMatchObject({
      subject: "collective",
      amount: 2_810_000,
      authority: { allowed: true },
      deciders: { text: "Chủ tịch Ủy ban nhân dân cấp xã", mark: "CQ" },
    });
    const unit = told.awards.find(({ id }) => id === "tap-the-lao-dong-tien-tien");
    expect(unit?.authority?.allowed).toBe(false);
    expect(unit?.deciders.text).toBe("thủ trưởng sở và cơ quan tương đương");
    expect(
      told.requirements.find(({ kind, award }) => kind === "quota" && award === "chien-si-thi-dua-co-so"),
    ).toMatchObject({
      percent: "15",
      source: "Quyết định số 7/QĐ-UBND (phap-ly.csv, dòng 5)",
    });
    expect(
      (await awardsOf(office, "2025-12-31", "--level", "xa")).awards.some(({ id }) => id === "don-vi-kieu-mau"),
    ).toBe(false);

    await office.run("init", "--issuer", "Ủy ban nhân dân xã Đông", "--level", "xa", "--year", "2026");
    office.write(
      "khen-thuong.csv",
      "Tên tập thể;Đối tượng;Danh hiệu\nThôn Một;Tập thể;ĐVKM\nThôn Hai;Tập thể;TTLĐTT\n",
    );
    expect(await office.run("import", "khen-thuong.csv")).toMatchObject({ code: 0 });
    const decided = await office.run("decide", "--date", "2026-03-01", "-o", "qd", "--json");
    const { documents, warnings, officeLaw } = decided.json<{
      documents: { path: string; award: string }[];
      warnings: string[];
      officeLaw: string;
    }>();
    expect(documents.map(({ award }) => award)).toEqual(["don-vi-kieu-mau"]);
    expect(officeLaw).toBe("phap-ly.csv");
    expect(warnings.join("\n")).toContain(
      "Theo tệp pháp lý của cơ quan: thẩm quyền khen Đơn vị kiểu mẫu theo Quyết định số 5/QĐ-UBND (phap-ly.csv, dòng 2).",
    );
    expect(warnings.join("\n")).toContain(
      "Không soạn 1 trường hợp: “Tập thể lao động tiên tiến” không thuộc thẩm quyền",
    );
    const xml = new PizZip(readFileSync(documents[0]?.path ?? "")).file("word/document.xml")?.asText();
    expect(xml).toContain("Đơn vị kiểu mẫu");
  });

  it("names every wrong cell by row and column, and nothing is done until they are right", async () => {
    const office = officeWith(
      "hệ số;Giấy khn;;;0,5;01/01/2027;;;NĐ 10/2027/NĐ-CP",
      "lương;;;;2.700.000;01/01/2027;;;NĐ 11/2027/NĐ-CP",
      "lương cơ sở;;;;2,7;01/01/2027;;;NĐ 11/2027/NĐ-CP",
      "hệ số;Giấy khen;quận;;0,5;01/01/2027;;;NĐ 10/2027/NĐ-CP",
      "hệ số;Bằng khen;;;0,5;01/01/2027;31/12/2026;;NĐ 10/2027/NĐ-CP",
      "hệ số;Bằng khen;;;0,5;;;;NĐ 10/2027/NĐ-CP",
      "hệ số;Bằng khen;;;0,5;01/01/2028;;;",
      "thẩm quyền;Giấy khen;;;;01/01/2027;;;Quyết định số 1",
      "căn cứ;;;;Nghị định X;01/01/2027;;luật cũ;",
      "hệ số;Cờ thi đua;;;9;01/01/2027;;;NĐ 10/2027/NĐ-CP",
      "hệ số;Cờ thi đua;;;10;01/01/2028;;;NĐ 10/2027/NĐ-CP",
    );
    for (const argv of [["awards"], ["awards", "--on", "2021-04-16"]]) {
      const ran = await office.run(...argv, "--json");
      expect(ran.code).toBe(1);
      const { problems } = ran.json<{ problems: { file: string; row: number; column: string; code: string }[] }>();
      expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
        [2, "Danh hiệu/Hình thức", "unknown-award"],
        [3, "Loại quy định", "unknown-choice"],
        [4, "Nội dung", "impossible-value"],
        [5, "Cấp", "unknown-choice"],
        [6, "Đến ngày", "ends-before-it-begins"],
        [7, "Từ ngày", "missing-value"],
        [8, "Nguồn", "missing-value"],
        [9, "Cấp", "missing-value"],
        [10, "Thay cho", "unknown-choice"],
        [12, "Từ ngày", "overlapping-rows"],
      ]);
      expect(problems.every(({ file }) => file === "phap-ly.csv")).toBe(true);
    }
    expect((await office.run("awards")).err).toContain("Có phải là");
  });

  it("may be filled in from a blank workbook, made beside the database", async () => {
    const office = makeOffice();
    const made = await office.run("sheet", "phap-ly", "--json");
    expect(made.json()).toMatchObject({ path: office.path("phap-ly.xlsx"), format: "phap-ly" });
    expect((await awardsOf(office, "2026-03-01")).officeLaw).toEqual({ file: "phap-ly.xlsx", rows: [] });
  });

  it("is one file: of two, neither is taken", async () => {
    const office = officeWith("lương cơ sở;;;;2.700.000;01/01/2027;;;NĐ 11/2027/NĐ-CP");
    await office.run("sheet", "phap-ly");
    const ran = await office.run("awards");
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("Có 2 tệp pháp lý: phap-ly.xlsx, phap-ly.csv. Giữ lại một tệp");
  });

  it("taken away, leaves the program's law, and what used its awards is named", async () => {
    const office = officeWith("danh hiệu;Đơn vị kiểu mẫu;xã;tập thể;;01/01/2026;;;Quyết định số 5/QĐ-UBND");
    await office.run("init", "--issuer", "Ủy ban nhân dân xã Đông", "--level", "xa", "--year", "2026");
    office.write(
      "khen-thuong.csv",
      "Tên tập thể;Đối tượng;Danh hiệu\nThôn Một;Tập thể;Đơn vị kiểu mẫu\nThôn Hai;Tập thể;Giấy khen\n",
    );
    await office.run("import", "khen-thuong.csv");
    office.write("phap-ly.csv", `${HEADER}\nlương cơ sở;;;;2.700.000;01/01/2027;;;NĐ 11/2027/NĐ-CP\n`);
    expect((await office.run("check")).code).toBe(0);
    const { documents, warnings } = (await office.run("decide", "--date", "2026-03-01", "-o", "qd", "--json")).json<{
      documents: { award: string }[];
      warnings: string[];
    }>();
    expect(documents.map(({ award }) => award)).toEqual(["giay-khen"]);
    expect(warnings.join("\n")).toContain("không có trong chương trình và tệp pháp lý: Đơn vị kiểu mẫu");
  });

  it("is not imported, and importing it says what to do instead", async () => {
    const ran = await officeWith().run("import", "phap-ly.csv");
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(
      "phap-ly.csv là tệp pháp lý của cơ quan, không phải bảng để nạp. Đặt tệp cạnh cơ sở dữ liệu",
    );
  });

  it("may be what docs/law.md shows, word for word", async () => {
    const document = readFileSync(new URL("../../docs/law.md", import.meta.url), "utf8");
    const office = makeOffice();
    office.write("phap-ly.csv", /```csv\n([\s\S]*?)```/.exec(document)?.[1] ?? "");
    const told = await awardsOf(office, "2027-07-01", "--level", "xa");
    expect(told.officeLaw?.rows).toHaveLength(7);
    expect(told.awards.map(({ id }) => id)).toContain("thon-kieu-mau");
  });
});
