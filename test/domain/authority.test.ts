import { describe, expect, it } from "vitest";
import { type Decider, deciderOf, mayDecide } from "../../src/domain/authority.js";
import { AWARD_KINDS, awardKind } from "../../src/domain/awards.js";
import { GRANTS } from "../../src/domain/law/grants.js";

const CASES: readonly [award: string, decider: Decider, date: string, allowed: boolean | null][] = [
  ["giay-khen", "huyen", "2021-04-16", true],
  ["giay-khen", "huyen", "2025-06-30", true],
  ["giay-khen", "huyen", "2025-07-01", false],
  ["chien-si-thi-dua-co-so", "xa", "2025-06-30", false],
  ["chien-si-thi-dua-co-so", "xa", "2025-07-01", true],
  ["tap-the-lao-dong-tien-tien", "xa", "2025-06-30", false],
  ["tap-the-lao-dong-tien-tien", "xa", "2025-07-01", true],
  ["thon-to-dan-pho-van-hoa", "huyen", "2025-06-30", true],
  ["thon-to-dan-pho-van-hoa", "xa", "2025-06-30", false],
  ["thon-to-dan-pho-van-hoa", "xa", "2025-07-01", true],
  ["lao-dong-tien-tien", "xa", "2024-01-01", true],
  ["gia-dinh-van-hoa", "huyen", "2024-05-01", false],
  ["bang-khen", "tinh", "2021-04-16", true],
  ["bang-khen", "huyen", "2021-04-16", false],
  ["bang-khen", "so", "2025-12-01", false],
  ["giay-khen", "so", "2025-12-01", true],
  ["giay-khen", "tinh", "2025-12-01", false],
  ["co-thi-dua-tinh", "tinh", "2025-12-01", true],
  ["co-thi-dua-chinh-phu", "tinh", "2025-12-01", false],
  ["huan-chuong-lao-dong-hang-nhi", "tinh", "2025-12-01", false],
  ["xa-tieu-bieu", "tinh", "2023-12-31", false],
  ["xa-tieu-bieu", "tinh", "2024-01-01", true],
  ["giay-khen", "khac", "2025-12-01", null],
  ["bang-khen", "khac", "2025-12-01", false],
  ["giay-khen", "cum", "2021-04-16", false],
  ["giay-khen", "huyen", "2017-09-30", null],
  ["giay-khen", "huyen", "2017-10-01", true],
];

describe("mayDecide", () => {
  it.each(CASES)("%s by %s on %s: %s", (award, decider, date, allowed) => {
    const authority = mayDecide(award, decider, date);
    expect(authority.allowed).toBe(allowed);
    expect(authority.reason === null).toBe(allowed === true);
  });

  it("says who decides instead and what to do", () => {
    expect(mayDecide("bang-khen", "huyen", "2021-04-16").reason).toBe(
      "“Bằng khen” do Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định, không thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân cấp huyện. Hãy lập tờ trình đề nghị khen thưởng, hoặc sửa cột Danh hiệu/Hình thức nếu ghi nhầm.",
    );
    expect(mayDecide("co-thi-dua-chinh-phu", "tinh", "2025-12-01").reason).toContain(
      "do Thủ tướng Chính phủ quyết định",
    );
    expect(mayDecide("gia-dinh-van-hoa", "huyen", "2024-05-01").reason).toContain("Hãy chuyển danh sách");
    expect(mayDecide("giay-khen", "huyen", "2025-07-01").reason).toContain("không còn cấp huyện");
    expect(mayDecide("giay-khen", "cum", "2021-04-16").reason).toContain("issuer.name");
    expect(mayDecide("giay-khen", "cum", "2023-12-31").basis).toBe("Luật TĐKT 2003 (sửa đổi 2005, 2013)");
    expect(mayDecide("giay-khen", "cum", "2024-01-01").basis).toContain("Luật TĐKT 2022");
  });

  it("cites the decree of the two-tier reform for a commune, as read", () => {
    const { basis, mark } = mayDecide("giay-khen", "xa", "2025-07-01");
    expect({ basis, mark }).toEqual({ basis: "Nghị định số 129/2025/NĐ-CP Điều 59", mark: "V" });
  });

  it("is no more than recalled once the amended law is in force", () => {
    expect(mayDecide("giay-khen", "xa", "2026-09-30").mark).toBe("V");
    expect(mayDecide("giay-khen", "xa", "2026-10-01")).toMatchObject({ allowed: true, mark: "R" });
    expect(mayDecide("giay-khen", "xa", "2026-10-01").basis).toContain("Luật 06/2026/QH16");
  });

  it("knows clusters by their name, whatever their level", () => {
    expect(deciderOf({ name: "Cụm thi đua số 1", level: "khac" })).toBe("cum");
    expect(deciderOf({ name: "Khối thi đua các cơ quan", level: "khac" })).toBe("cum");
    expect(deciderOf({ name: "UBND huyện Bình Minh", level: "huyen" })).toBe("huyen");
  });

  it("names only awards of the catalogue, and throws on others", () => {
    for (const { awards } of GRANTS) for (const id of awards) expect(awardKind(id, AWARD_KINDS), id).not.toBeNull();
    expect(() => mayDecide("khong-co", "tinh", "2021-01-01")).toThrow("khong-co");
  });
});
