import PizZip from "pizzip";
import { expect, test } from "vitest";
import type { IssuerLevel } from "../../src/domain/issuer-level.js";
import { legalBasis } from "../../src/domain/law/legal-basis.js";
import { LEGAL_PERIODS } from "../../src/domain/law/periods.js";
import { makeOffice } from "../fake-office.js";

/** With a form it gives and a title it recognises. */
const ISSUERS: readonly [level: IssuerLevel, name: string, position: string, award: string, title: string][] = [
  ["tinh", "Ủy ban nhân dân tỉnh An Bình", "Chủ tịch", "Bằng khen", "Tập thể lao động xuất sắc"],
  ["huyen", "Ủy ban nhân dân huyện Bình Minh", "Chủ tịch", "Giấy khen", "Tập thể lao động tiên tiến"],
  ["xa", "Ủy ban nhân dân xã Đông", "Chủ tịch", "Giấy khen", "Lao động tiên tiến"],
  ["so", "Sở Y tế", "Giám đốc", "Giấy khen", "Tập thể lao động tiên tiến"],
  ["khac", "Công ty Hoa Mẫu", "Giám đốc", "Giấy khen", "Lao động tiên tiến"],
];

const CASES = LEGAL_PERIODS.flatMap(({ id, from, to }) =>
  ISSUERS.map((issuer) => [id, issuer[0], from, to, issuer] as const),
);

/** The căn cứ of a decision, one paragraph each. */
function readBasis(bytes: Buffer): string[] {
  const xml = new PizZip(bytes).file("word/document.xml")?.asText() ?? "";
  return xml
    .split("</w:p>")
    .map((paragraph) => [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""))
    .filter((line) => /^(Căn cứ|Theo đề nghị) /.test(line));
}

test.each(CASES)("%s, %s: the decision of %s cites the law of that day", async (_id, level, from, to, issuer) => {
  const [, name, position, award, title] = issuer;
  const office = makeOffice();
  const settings = ["--issuer", name, "--level", level, "--place", "An Bình", "--position", position, "--year", "2020"];
  await office.run("init", ...settings, "--proposer", "Trưởng phòng Nội vụ");
  const subject = title.startsWith("Tập thể") ? "Tập thể" : "Cá nhân";
  office.write(
    "khen-thuong.csv",
    `Họ và tên;Đối tượng;Danh hiệu\nTrần Thị Bưởi;Cá nhân;${award}\nTổ Bưởi;${subject};${title}\n`,
  );
  await office.run("import", "khen-thuong.csv");
  const days = to === null ? [from] : [from, to];
  for (const [date, given, kind] of [
    ...days.map((day) => [day, award, "quyet-dinh-khen-thuong"] as const),
    [from, title, "quyet-dinh-danh-hieu"] as const,
  ]) {
    const ran = await office.run("decide", "--award", given, "--date", date, "-o", `${date} ${kind}`, "--json");
    expect(ran.code, ran.err).toBe(0);
    const {
      documents,
      warnings,
      legalBasis: told,
    } = ran.json<{
      documents: { path: string; kind: string }[];
      warnings: string[];
      legalBasis: { text: string; mark: string | null; missing: string | null }[];
    }>();
    expect(documents.map((document) => document.kind)).toEqual([kind]);
    const path = documents[0]?.path.slice(office.folder.length + 1) ?? "";
    const lines = readBasis(office.read(path));

    const wanted = legalBasis({ date, level }).lines;
    expect(lines.slice(0, -1)).toEqual(wanted.map(({ text }) => `${text};`));
    expect(lines.at(-1)).toBe("Theo đề nghị của Trưởng phòng Nội vụ.");
    expect(told.map(({ text }) => text)).toEqual(wanted.map(({ text }) => text));
    // What only the office knows, and what nobody has read, is never printed as if it were law.
    for (const { text, missing, mark } of told) {
      expect(text.includes("[Chưa có:")).toBe(missing !== null);
      if (missing?.startsWith("nghị định")) {
        const asking = warnings.filter((warning) => warning.includes("thidua config basis.decree"));
        expect(asking).toHaveLength(1);
      } else if (missing !== null) expect(warnings.join("\n")).toContain(`Phần căn cứ chưa có: ${missing}.`);
      if (mark === "R") expect(warnings.join("\n")).toContain(`nhớ lại, chưa đối chiếu): ${text}.`);
    }
    const isDecreeKnown = /Nghị định số (91\/2017|98\/2023|152\/2025)\/NĐ-CP/u.test(lines.join("\n"));
    expect(isDecreeKnown).toBe(date < "2026-10-01");
    expect(lines.some((line) => line.includes("[Chưa có: nghị định"))).toBe(date >= "2026-10-01");
  }
});

test("the setting basis.citation cites laws with their numbers in the decision too", async () => {
  const office = makeOffice();
  await office.run(
    "init",
    "--issuer",
    "Ủy ban nhân dân xã Đông",
    "--level",
    "xa",
    "--citation",
    "number",
    "--year",
    "2025",
  );
  office.write("khen-thuong.csv", "Họ và tên;Đối tượng;Danh hiệu\nTrần Thị Bưởi;Cá nhân;Giấy khen\n");
  await office.run("import", "khen-thuong.csv");
  await office.run("decide", "--date", "2025-12-20", "-o", "qd");
  const lines = readBasis(office.read("qd/Quyết định tặng Giấy khen năm 2025.docx"));
  expect(lines[0]).toBe("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;");
});
