import fc from "fast-check";
import { expect, test } from "vitest";
import { safeFileName } from "../../src/documents/safe-file-name.js";

test.each([
  ["Quyết định tặng Giấy khen năm 2020", "Quyết định tặng Giấy khen năm 2020.docx"],
  ["../../etc/passwd", "etc-passwd.docx"],
  ["C:\\Windows\\System32", "C-Windows-System32.docx"],
  ["con", "_con.docx"],
  ["LPT1.txt", "_LPT1.txt.docx"],
  ["Lê Văn Cam. . ", "Lê Văn Cam.docx"],
  ["a\u0000b\u202Ec\uD800", "abc.docx"],
  ["   ", "van-ban.docx"],
  ["05/QĐ-UBND: “Giấy khen”?", "05-QĐ-UBND- “Giấy khen”-.docx"],
])("%j becomes %j", (text, expected) => {
  expect(safeFileName(text, "docx", new Set())).toBe(expected);
});

test("names that differ only in case or Unicode form do not meet in one folder", () => {
  const taken = new Set<string>();
  expect(safeFileName("Hòa Bình", "docx", taken)).toBe("Hòa Bình.docx");
  expect(safeFileName("HÒA BÌNH".normalize("NFD"), "docx", taken)).toBe("HÒA BÌNH (2).docx");
  expect(safeFileName("hòa bình", "docx", taken)).toBe("hòa bình (3).docx");
});

test("any text makes a name every system takes", () => {
  const taken = new Set<string>();
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", minLength: 100, maxLength: 400 })),
      (text) => {
        const before = taken.size;
        const name = safeFileName(text, "docx", taken);
        expect(taken.size).toBe(before + 1);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}.\s-][^\\/:*?"<>|\p{Cc}]*\.docx$/u);
        expect(name.normalize("NFC")).toBe(name);
      },
    ),
  );
});
