import { describe, expect, it } from "vitest";
import { documentSymbol } from "../../src/domain/document-symbol.js";
import { bonusFund, headerLines, type Issuer, issuerName } from "../../src/domain/issuer.js";
import { inferLevel, isCluster } from "../../src/domain/issuer-level.js";
import { defaultProposer, enforcers } from "../../src/domain/proposer.js";
import { upperVietnamese } from "../../src/domain/upper-case.js";

function issuer(name: string, parentBody: string | null = null, level: Issuer["level"] = "khac"): Issuer {
  return { name, parentBody, level };
}

describe("issuerName", () => {
  it.each([
    ["UBND huyện Bình Minh", "Ủy ban nhân dân huyện Bình Minh"],
    ["Uỷ ban nhân dân huyện Bình Minh", "Ủy ban nhân dân huyện Bình Minh"],
    ["ỦY BAN NHÂN DÂN HUYỆN BÌNH MINH", "Ủy ban nhân dân huyện Bình Minh"],
    ["UBND H. Bình Minh", "Ủy ban nhân dân huyện Bình Minh"],
    ["UBND TP Bình Minh", "Ủy ban nhân dân thành phố Bình Minh"],
    ["UBND TX. Bình Minh", "Ủy ban nhân dân thị xã Bình Minh"],
    ["UBND P.1", "Ủy ban nhân dân Phường 1"],
    ["UBND TP.HCM", "Ủy ban nhân dân Thành phố Hồ Chí Minh"],
    ["Văn phòng HĐND và UBND huyện", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện"],
    ["Sở  Y tế tỉnh An Bình", "Sở Y tế tỉnh An Bình"],
  ])("spells out %s", (typed, full) => {
    expect(issuerName(issuer(typed))).toBe(full);
    expect(issuerName(issuer(typed.normalize("NFD")))).toBe(full);
  });
});

describe("headerLines", () => {
  it("breaks a committee's name after its first words and prints no parent it was not given", () => {
    expect(headerLines(issuer("UBND huyện Bình Minh"))).toEqual({
      parent: [],
      issuer: ["ỦY BAN NHÂN DÂN", "HUYỆN BÌNH MINH"],
    });
  });

  it("prints the parent body above, and the place once", () => {
    expect(headerLines(issuer("Sở Y tế tỉnh An Bình", "UBND tỉnh An Bình"))).toEqual({
      parent: ["ỦY BAN NHÂN DÂN", "TỈNH AN BÌNH"],
      issuer: ["SỞ Y TẾ"],
    });
    expect(headerLines(issuer("UBND xã Hòa Vang", "UBND huyện Bình Minh")).issuer).toEqual([
      "ỦY BAN NHÂN DÂN",
      "XÃ HÒA VANG",
    ]);
  });
});

describe("documentSymbol", () => {
  it.each([
    ["UBND huyện Bình Minh", "QĐ", "QĐ-UBND"],
    ["UBND huyện Bình Minh", "BC", "BC-UBND"],
    ["Sở Y tế tỉnh An Bình", "QĐ", "QĐ-SYT"],
    ["Sở Giáo dục và Đào tạo", "QĐ", "QĐ-SGDĐT"],
    ["Sở Lao động - Thương binh và Xã hội", "TTr", "TTr-SLĐTBXH"],
    ["SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "QĐ", "QĐ-SLĐTBXH"],
    ["Sở Văn hóa, Thể thao và Du lịch tỉnh An Bình", "QĐ", "QĐ-SVHTTDL"],
    ["Hội đồng Thi đua - Khen thưởng huyện Bình Minh", "TTr", "TTr-HĐTĐKT"],
    ["Văn phòng UBND tỉnh", "QĐ", "QĐ-VPUBND"],
    ["Phòng Nội vụ huyện Bình Minh", "TTr", "TTr-PNV"],
  ] as const)("of %s is %s-…", (name, type, symbol) => {
    expect(documentSymbol(issuer(name), type)).toBe(symbol);
  });

  it("takes the office's own abbreviation when given", () => {
    expect(documentSymbol(issuer("Sở Nông nghiệp và Môi trường"), "QĐ", "SNN")).toBe("QĐ-SNN");
  });
});

describe("inferLevel", () => {
  it.each([
    ["UBND tỉnh An Bình", "tinh"],
    ["UBND TP.HCM", "tinh"],
    ["UBND thành phố Đà Nẵng", "tinh"],
    ["UBND TP. Bình Minh", "huyen"],
    ["Uỷ ban nhân dân huyện Bình Minh", "huyen"],
    ["ỦY BAN NHÂN DÂN THỊ XÃ BÌNH MINH", "huyen"],
    ["UBND thị trấn Bình Minh", "xa"],
    ["UBND P.1", "xa"],
    ["UBND đặc khu Bình Minh", "xa"],
    ["Sở Y tế", "so"],
    ["Thanh tra tỉnh", "so"],
    ["Văn phòng UBND tỉnh An Bình", "so"],
    ["Phòng Nội vụ", "khac"],
    ["Cụm thi đua số 1", "khac"],
    ["Trường THPT số 1", "khac"],
    ["Bình Minh", null],
    ["", null],
  ])("of %s is %s", (name, level) => {
    expect(inferLevel(name)).toBe(level);
  });

  it("takes Huế for a city of its province until 2024", () => {
    expect(inferLevel("UBND thành phố Huế", "2024-12-31")).toBe("huyen");
    expect(inferLevel("UBND thành phố Huế", "2025-01-01")).toBe("tinh");
  });

  it("knows a cluster by its name", () => {
    expect(["Cụm thi đua số 1", "Khối thi đua số 5", "Cụm 2"].every(isCluster)).toBe(true);
    expect(isCluster("UBND huyện Cụm Sơn")).toBe(false);
  });
});

describe("who proposes, pays and carries out", () => {
  it.each([
    ["tinh", "2021-04-16", "Giám đốc Sở Nội vụ", "V"],
    ["huyen", "2025-06-30", "Trưởng phòng Nội vụ", "V"],
    ["xa", "2025-06-30", "công chức Văn phòng - Thống kê", "R"],
    ["xa", "2025-07-01", "Trưởng phòng Văn hóa - Xã hội", "R"],
    ["so", "2025-07-01", "Chánh Văn phòng Sở", "R"],
  ] as const)("at level %s on %s proposes %s", (level, date, text, mark) => {
    expect(defaultProposer(level, date)).toEqual({ text, mark });
  });

  it("knows no usual proposer in other bodies, nor in a district that is no more", () => {
    expect(defaultProposer("khac", "2021-04-16")).toBeNull();
    expect(defaultProposer("huyen", "2025-07-01")).toBeNull();
  });

  it("pays from the fund of whoever decides", () => {
    expect(bonusFund(issuer("UBND huyện Bình Minh"))).toBe("Quỹ thi đua, khen thưởng huyện Bình Minh");
    expect(bonusFund(issuer("Sở Y tế"))).toBe("Quỹ thi đua, khen thưởng của Sở Y tế");
  });

  it("names the offices that carry a decision out", () => {
    expect(enforcers(issuer("UBND huyện Bình Minh", null, "huyen"), "2021-04-16")).toEqual([
      "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện",
      "Trưởng phòng Nội vụ",
    ]);
    expect(enforcers(issuer("UBND tỉnh An Bình", null, "tinh"), "2021-04-16")).toEqual([
      "Chánh Văn phòng Ủy ban nhân dân tỉnh",
      "Giám đốc Sở Nội vụ",
    ]);
    expect(enforcers(issuer("UBND xã Hòa Vang", null, "xa"), "2025-06-30")).toEqual(["Công chức Văn phòng - Thống kê"]);
    expect(enforcers(issuer("Trường THPT số 1"), "2021-04-16")).toEqual([]);
  });
});

describe("upperVietnamese", () => {
  const LOWER = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
  const UPPER = "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ";

  it("raises every letter, composed or not, and gives composed letters back", () => {
    expect(upperVietnamese(LOWER)).toBe(UPPER);
    expect(upperVietnamese(LOWER.normalize("NFD"))).toBe(UPPER);
  });
});
