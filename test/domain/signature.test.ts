import { describe, expect, it } from "vitest";
import type { Issuer } from "../../src/domain/issuer.js";
import { authorityLine, headInProse, type SignatoryMode, signatureLines } from "../../src/domain/signature.js";

const DISTRICT: Issuer = { name: "UBND huyện Bình Minh", parentBody: null, level: "huyen" };
const DEPARTMENT: Issuer = { name: "Sở Y tế tỉnh An Bình", parentBody: "UBND tỉnh An Bình", level: "so" };
const COUNCIL: Issuer = { name: "Hội đồng Thi đua - Khen thưởng huyện", parentBody: null, level: "khac" };
const CLUSTER: Issuer = { name: "Cụm thi đua số 1", parentBody: null, level: "khac" };
const FACTORY: Issuer = { name: "Nhà máy Giấy An Bình", parentBody: null, level: "khac" };
const COMPANY: Issuer = { name: "Công ty Giấy An Bình", parentBody: null, level: "khac" };

const DECISIONS: readonly [Issuer, SignatoryMode, string | null, string[]][] = [
  [DISTRICT, "", "Chủ tịch", ["CHỦ TỊCH"]],
  [DISTRICT, "", null, ["CHỦ TỊCH"]],
  [DISTRICT, "TM", "Chủ tịch", ["CHỦ TỊCH"]],
  [DISTRICT, "", "Chủ tịch UBND huyện", ["CHỦ TỊCH"]],
  [DISTRICT, "KT", "Chủ tịch", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]],
  [DISTRICT, "KT", "Phó Chủ tịch", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]],
  [DISTRICT, "", "Phó Chủ tịch", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]],
  [DISTRICT, "TL", "Chánh Văn phòng", ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]],
  [DISTRICT, "TL", "Chủ tịch", ["TL. CHỦ TỊCH", "[Chưa có: chức vụ người ký]"]],
  [DISTRICT, "TUQ", "Trưởng phòng Nội vụ", ["TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG NỘI VỤ"]],
  [DISTRICT, "Q", "Chủ tịch", ["Q. CHỦ TỊCH"]],
  [DISTRICT, "", "Quyền Chủ tịch", ["Q. CHỦ TỊCH"]],
  [DEPARTMENT, "", "Giám đốc", ["GIÁM ĐỐC"]],
  [DEPARTMENT, "", "Giám đốc Sở Y tế", ["GIÁM ĐỐC"]],
  [DEPARTMENT, "KT", "Giám đốc", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]],
  [COMPANY, "KT", "Phó Tổng Giám đốc", ["KT. TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC"]],
  [FACTORY, "", null, ["[Chưa có: chức vụ người đứng đầu]"]],
  [FACTORY, "KT", "Quản đốc", ["KT. QUẢN ĐỐC", "PHÓ QUẢN ĐỐC"]],
];

const OTHERS: readonly [Issuer, SignatoryMode, string | null, string[]][] = [
  [DISTRICT, "", "Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]],
  [DISTRICT, "KT", "Phó Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]],
  [DISTRICT, "TM", "Phó Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]],
  [DISTRICT, "TL", "Chánh Văn phòng", ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]],
  [DEPARTMENT, "", "Giám đốc", ["GIÁM ĐỐC"]],
  [DEPARTMENT, "TM", "Giám đốc", ["GIÁM ĐỐC"]],
  [COUNCIL, "", "Chủ tịch", ["TM. HỘI ĐỒNG", "CHỦ TỊCH"]],
  [CLUSTER, "", "Cụm trưởng", ["TM. CỤM THI ĐUA", "CỤM TRƯỞNG"]],
  [CLUSTER, "", "Cụm phó", ["TM. CỤM THI ĐUA", "KT. CỤM TRƯỞNG", "CỤM PHÓ"]],
  [FACTORY, "TM", "Quản đốc", ["TM. NHÀ MÁY GIẤY AN BÌNH", "QUẢN ĐỐC"]],
];

describe("signatureLines", () => {
  it.each(DECISIONS)("of a decision by $name, mode %j, position %s", (issuer, mode, position, lines) => {
    expect(signatureLines(issuer, { mode, position, name: null }, "decision")).toEqual(lines);
  });

  it.each(OTHERS)("of a report by $name, mode %j, position %s", (issuer, mode, position, lines) => {
    expect(signatureLines(issuer, { mode, position, name: null }, "other")).toEqual(lines);
  });
});

describe("authorityLine", () => {
  it("is the head's, whoever signs for the head", () => {
    const signatory = { mode: "KT", position: "Phó Chủ tịch", name: null } as const;
    expect(authorityLine(DISTRICT, signatory)).toBe("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH MINH");
    expect(authorityLine(DEPARTMENT)).toBe("GIÁM ĐỐC SỞ Y TẾ TỈNH AN BÌNH");
    expect(authorityLine(COMPANY, { ...signatory, position: "Phó Tổng Giám đốc" })).toBe(
      "TỔNG GIÁM ĐỐC CÔNG TY GIẤY AN BÌNH",
    );
  });

  it.each([
    ["UBND huyện Bình Minh", "Chủ tịch Ủy ban nhân dân huyện Bình Minh"],
    ["Phòng Nội vụ huyện Bình Minh", "Trưởng phòng Nội vụ huyện Bình Minh"],
    ["Văn phòng UBND tỉnh", "Chánh Văn phòng Ủy ban nhân dân tỉnh"],
    ["Công an huyện Bình Minh", "Trưởng Công an huyện Bình Minh"],
    ["Chi cục Kiểm lâm tỉnh An Bình", "Chi cục trưởng Chi cục Kiểm lâm tỉnh An Bình"],
    ["Trường THPT số 1", "Hiệu trưởng Trường THPT số 1"],
    ["Nhà máy Giấy An Bình", "Nhà máy Giấy An Bình"],
  ])("in prose, for %s: %s", (name, prose) => {
    expect(headInProse({ name, parentBody: null, level: "khac" })).toBe(prose);
  });
});
