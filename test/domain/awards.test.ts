import { describe, expect, it } from "vitest";
import { AWARD_KINDS, awardKind, awardName, awardPhrase } from "../../src/domain/awards.js";
import { PROGRAM_LAW } from "../../src/domain/law/law.js";

const { findAward } = PROGRAM_LAW;

const RECOGNISED: readonly [string, string][] = [
  ["Giấy khen", "giay-khen"],
  ["GIẤY KHEN", "giay-khen"],
  ["giay khen", "giay-khen"],
  ["GK", "giay-khen"],
  ["Giấy khen của Chủ tịch UBND huyện", "giay-khen"],
  ["Giấy khen của Giám đốc Sở Y tế", "giay-khen"],
  ["Giấy khen của Công ty A", "giay-khen"],
  ["Giấy khen đột xuất", "giay-khen"],
  ["Giấy khen (chuyên đề)", "giay-khen"],
  ["Bằng khen", "bang-khen"],
  ["BK", "bang-khen"],
  ["Bằng khen UBND tỉnh", "bang-khen"],
  ["BK của CT UBND tỉnh", "bang-khen"],
  ["Bằng khen cấp tỉnh", "bang-khen"],
  ["Chủ tịch UBND tỉnh tặng bằng khen", "bang-khen"],
  ["BK TTg", "bang-khen-thu-tuong"],
  ["Bằng khen của Thủ tướng Chính phủ", "bang-khen-thu-tuong"],
  ["Bằng khen Bộ Y tế", "bang-khen-bo"],
  ["Bằng khen của Bộ trưởng Bộ Tài chính", "bang-khen-bo"],
  ["Bằng khen Tổng LĐLĐ Việt Nam", "bang-khen-bo"],
  ["CSTĐCS", "chien-si-thi-dua-co-so"],
  ["CSTĐ cấp cơ sở", "chien-si-thi-dua-co-so"],
  ["Chiến sỹ thi đua cơ sở", "chien-si-thi-dua-co-so"],
  ["Chiến sĩ thi đua cơ sở năm 2020", "chien-si-thi-dua-co-so"],
  ["Công nhận danh hiệu “Chiến sĩ thi đua cơ sở”", "chien-si-thi-dua-co-so"],
  ["CSTĐ cấp tỉnh", "chien-si-thi-dua-tinh"],
  ["Chiến sĩ thi đua cấp Bộ", "chien-si-thi-dua-bo"],
  ["CSTĐ toàn quốc", "chien-si-thi-dua-toan-quoc"],
  ["LĐTT", "lao-dong-tien-tien"],
  ['Danh hiệu "Lao động tiên tiến"', "lao-dong-tien-tien"],
  ["Tập thể LĐTT", "tap-the-lao-dong-tien-tien"],
  ["TT LĐTT", "tap-the-lao-dong-tien-tien"],
  ["TTLĐXS", "tap-the-lao-dong-xuat-sac"],
  ["Tập thể LĐ xuất sắc", "tap-the-lao-dong-xuat-sac"],
  ["HCLĐ hạng Nhì", "huan-chuong-lao-dong-hang-nhi"],
  ["Huân chương lao động hạng III", "huan-chuong-lao-dong-hang-ba"],
  ["Huân chương Lao động hạng 1 của Chủ tịch nước", "huan-chuong-lao-dong-hang-nhat"],
  ["Cờ thi đua của Chính phủ", "co-thi-dua-chinh-phu"],
  ["Cờ thi đua của Thủ tướng", "co-thi-dua-chinh-phu"],
  ["Thủ tướng Chính phủ tặng cờ thi đua", "co-thi-dua-chinh-phu"],
  ["Cờ CP", "co-thi-dua-chinh-phu"],
  ["Cờ thi đua", "co-thi-dua-tinh"],
  ["Cờ thi đua của UBND tỉnh", "co-thi-dua-tinh"],
  ["Cờ thi đua của Bộ Công an", "co-thi-dua-bo"],
  ["gia đình văn hoá", "gia-dinh-van-hoa"],
  ["Thôn văn hóa", "thon-to-dan-pho-van-hoa"],
  ["Khu dân cư văn hoá", "thon-to-dan-pho-van-hoa"],
  ["Phường tiêu biểu", "xa-tieu-bieu"],
  ["Kỷ niệm chương “Vì sự nghiệp giáo dục”", "ky-niem-chuong"],
  ["Anh hùng LLVT nhân dân", "anh-hung-llvt"],
];

const NOT_RECOGNISED: readonly [string, string | null][] = [
  ["Giấy khn", "Giấy khen"],
  ["Chiến sĩ thi đua", "Chiến sĩ thi đua cơ sở"],
  ["Huân chương Lao động", "Huân chương Lao động hạng Ba"],
  ["LĐTT, Giấy khen", "Lao động tiên tiến"],
  ["Giấy khen; Bằng khen", "Giấy khen"],
  ["Bằng khen của Chủ tịch UBND huyện", "Bằng khen"],
  ["Cờ thi đua của UBND xã", "Cờ thi đua của Ủy ban nhân dân tỉnh"],
  ["", null],
  ["Hoàn thành tốt nhiệm vụ", null],
];

describe("findAward", () => {
  it.each(RECOGNISED)("reads %s as %s", (text, id) => {
    expect(findAward(text).kind?.id).toBe(id);
  });

  it.each(NOT_RECOGNISED)("does not take %j for an award, and suggests %s", (text, nearest) => {
    expect(findAward(text)).toEqual({ kind: null, givenBy: null, nearest });
  });

  it("reads every name and alias of the catalogue as its own kind, decomposed and in capitals too", () => {
    for (const kind of AWARD_KINDS) {
      for (const name of [kind.name, kind.formerName?.name ?? kind.name, ...kind.aliases]) {
        expect(findAward(name).kind?.id, name).toBe(kind.id);
        expect(findAward(name.normalize("NFD").toLocaleUpperCase("vi")).kind?.id, name).toBe(kind.id);
      }
    }
  });

  it.each([
    ["Giấy khen của Chủ tịch UBND xã năm 2020", "Chủ tịch UBND xã"],
    ["Giấy khen UBND huyện", "UBND huyện"],
    ["Chủ tịch UBND huyện tặng Giấy khen", "Chủ tịch UBND huyện"],
    ["Chiến sĩ thi đua cơ sở năm 2020", null],
    ["Giấy khen", null],
  ])("tells who gives %s", (text, givenBy) => {
    expect(findAward(text).givenBy).toBe(givenBy);
  });
});

describe("AWARD_KINDS", () => {
  it("stands in the order of statistics, from the state down", () => {
    const order = ["state", "government", "province", "local"];
    const levels = AWARD_KINDS.map((kind) => order.indexOf(kind.level));
    expect(levels).toEqual([...levels].sort());
  });

  it("has each id once, in kebab-case, and keys that no two kinds share", () => {
    const ids = AWARD_KINDS.map((kind) => kind.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(awardKind("giay-khen", AWARD_KINDS)?.name).toBe("Giấy khen");
    expect(awardKind("khong-co", AWARD_KINDS)).toBeNull();
  });

  it("names communes as the law of the day does", () => {
    const kind = awardKind("xa-tieu-bieu", AWARD_KINDS);
    if (kind === null) throw new Error("missing");
    expect(awardName(kind, "2025-06-30")).toBe("Xã, phường, thị trấn tiêu biểu");
    expect(awardName(kind, "2025-07-01")).toBe("Xã, phường, đặc khu tiêu biểu");
    expect(awardName(kind, null)).toBe("Xã, phường, đặc khu tiêu biểu");
  });

  it.each([
    ["giay-khen", "Giấy khen"],
    ["lao-dong-tien-tien", "danh hiệu “Lao động tiên tiến”"],
    ["co-thi-dua-tinh", "Cờ thi đua của Ủy ban nhân dân tỉnh"],
  ])("prints %s after the verb as %s", (id, phrase) => {
    const kind = awardKind(id, AWARD_KINDS);
    expect(kind === null ? null : awardPhrase(kind, "2021-04-16")).toBe(phrase);
  });
});
