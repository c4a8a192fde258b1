import { describe, expect, it } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";
import { textOf } from "../read-docx.js";

const LAW = [
  "Loại quy định;Danh hiệu/Hình thức;Cấp;Đối tượng;Nội dung;Từ ngày;Đến ngày;Thay cho;Nguồn",
  "danh hiệu;Đơn vị kiểu mẫu;xã;tập thể;ĐVKM;01/01/2026;;;Quyết định số 5/QĐ-UBND",
].join("\n");

async function officeWithOwnAward(): Promise<FakeOffice> {
  const office = makeOffice();
  office.write("phap-ly.csv", LAW);
  await office.run("init", "--issuer", "Ủy ban nhân dân xã Đông", "--level", "xa", "--year", "2026");
  office.write("don-vi.csv", "Tên đơn vị;Cụm/Khối\nThôn Một;Cụm 1\nThôn Hai;Cụm 1\n");
  office.write("thang-diem.csv", "Mã;Tiêu chí;Điểm tối đa;Cách chấm;Tham số\nI;Khen;10;thuong-danh-hieu;ĐVKM=7\n");
  office.write(
    "khen-thuong.csv",
    "DANH SÁCH KHEN THƯỞNG;\nSTT;Tên tập thể;Thành tích\nI;Đơn vị kiểu mẫu\n1;Thôn Một;Dẫn đầu xã\nII;Tập thể lao động tiên tiến\n2;Thôn Hai;Hoàn thành tốt\n",
  );
  const imported = await office.run("import", "don-vi.csv", "thang-diem.csv", "khen-thuong.csv");
  expect([imported.code, imported.err]).toEqual([0, imported.err]);
  return office;
}

describe("an award of the office's own file of law", () => {
  it("is told by headings of lists, earns points of a rubric and is counted in reports like any other", async () => {
    const office = await officeWithOwnAward();
    const awards = (await office.run("export", "awards", "--format", "json")).json<{ rows: { award: string }[] }>();
    expect(awards.rows.map(({ award }) => award)).toEqual(["Đơn vị kiểu mẫu", "Tập thể lao động tiên tiến"]);
    const ranked = (await office.run("rank", "--json")).json<{
      clusters: { units: { unit: string; score: number }[] }[];
    }>();
    expect(ranked.clusters[0]?.units.map(({ unit, score }) => [unit, score])).toEqual([
      ["Thôn Một", 7],
      ["Thôn Hai", 0],
    ]);
    const report = await office.run("report", "-o", "bao-cao.docx", "--json");
    expect([report.code, report.err]).toEqual([0, report.err]);
    const text = textOf(office, "bao-cao.docx");
    expect(text).toContain("danh hiệu “Đơn vị kiểu mẫu”");
    const before = text.indexOf("Thống kê khen thưởng");
    expect(text.slice(before)).toContain("Đơn vị kiểu mẫu");
  });

  it("may be what the cluster's own rules propose, as a setting too", async () => {
    const office = await officeWithOwnAward();
    expect(await office.run("config", "propose.rules", "hạng 1 → Đơn vị kiểu mẫu")).toMatchObject({ code: 0 });
    const { proposals } = (await office.run("propose", "--json")).json<{ proposals: { award: string }[] }>();
    expect(proposals.map(({ award }) => award)).toEqual(["don-vi-kieu-mau"]);
  });

  it("a rubric that names it stops when the file no longer does, and says what to do", async () => {
    const office = await officeWithOwnAward();
    office.write("phap-ly.csv", LAW.replaceAll("Đơn vị kiểu mẫu", "Thôn tiêu biểu").replaceAll("ĐVKM", "TTB"));
    const ranked = await office.run("rank");
    expect(ranked.code).toBe(2);
    expect(ranked.err).toContain('Thang điểm "thang-diem", dòng 2: Không có danh hiệu, hình thức khen thưởng "ĐVKM".');
    expect(ranked.err).toContain("tệp pháp lý");
  });
});
