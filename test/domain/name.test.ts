import { expect, test } from "vitest";
import { askWhichName, cleanText, foldKey, nameKey, nearestName, unitKey } from "../../src/domain/name.js";

test.each([
  ["Hoà Bình", "hòa bình"],
  ["Hòa Bình".normalize("NFD"), "hòa bình"],
  ["  Thuỷ\u00A0 lợi ", "thủy lợi"],
  ["Hoàn thành", "hoàn thành"],
  ["Quý", "quý"],
  ["Huỳnh Suýt", "huỳnh suýt"],
  ["Ðơn vị", "đơn vị"],
  ["khoẻ", "khỏe"],
])("%s and its twins share a key", (text, key) => {
  expect(nameKey(text)).toBe(key);
});

test("keys keep diacritics: spending is not an indicator", () => {
  expect(nameKey("Chi tiêu")).not.toBe(nameKey("Chỉ tiêu"));
});

test.each([
  ["TP Tuyên Quang", "Thành phố Tuyên Quang"],
  ["TP. Tuyên Quang", "thành phố Tuyên Quang"],
  ["TX.Cai Lậy", "Thị xã Cai Lậy"],
  ["H. Lâm Bình", "Huyện Lâm Bình"],
  ["TT Hữu Lũng", "Thị trấn Hữu Lũng"],
  ["P. 1", "Phường 1"],
  ["UBND huyện Lâm Bình", "Ủy ban nhân dân huyện Lâm Bình"],
])("%s is the unit %s", (short, full) => {
  expect(unitKey(short)).toBe(unitKey(full));
});

test("a name that only begins like an abbreviation is left alone", () => {
  expect(unitKey("Hà Giang")).toBe("hà giang");
  expect(unitKey("Tân Phú")).toBe("tân phú");
});

test("zero-width and bidi characters vanish, words stay", () => {
  expect(cleanText("Lâm\u200B Bình\u202E ")).toBe("Lâm Bình");
  expect(foldKey("Trần thưởng")).toBe("tran thuong");
});

test("a name that lacks its type or its brackets is near, unless two could be meant", () => {
  const units = ["Thành phố Mẫu", "Xã Đông Mẫu", "Huyện Sông", "Thị trấn Sông", "Thu ngân sách"];
  expect(nearestName("Mẫu", units)).toBe("Thành phố Mẫu");
  expect(nearestName("UBND xã Đông Mẫu", units)).toBe("Xã Đông Mẫu");
  expect(nearestName("Thu ngân sách (tỷ đồng)", units)).toBe("Thu ngân sách");
  expect(nearestName("Sông", units)).toBeNull();
});

test("the nearest name is offered only when it is near", () => {
  const units = ["Huyện Lâm Bình", "Huyện Na Hang", "Huyện Hàm Yên"];
  expect(nearestName("Huyện Nà Hang", units)).toBe("Huyện Na Hang");
  expect(nearestName("Huyen Lam Binh", units)).toBe("Huyện Lâm Bình");
  expect(nearestName("Thành phố Huế", units)).toBeNull();
});

test("a short name that two units share is asked about with both, any other with the nearest", () => {
  const units = ["Huyện Mẫu Sơn", "Thị xã Mẫu Sơn", "Xã Đông Mẫu"];
  expect(askWhichName("Mẫu Sơn", units)).toBe(
    'Tên này có thể là "Huyện Mẫu Sơn" hoặc "Thị xã Mẫu Sơn": ghi đủ tên như vậy.',
  );
  expect(askWhichName("xã Đông Mâu", units)).toBe('Có phải là "Xã Đông Mẫu"?');
  expect(askWhichName("Trường Sa", units)).toBeNull();
});
