import { expect, test } from "vitest";
import { LINT_RULES, lintDocument } from "../../../src/documents/lint/index.js";
import { ruledTable } from "./models.js";
import { foot, head, layoutTable, line, officerFile, prose, title } from "./officer.js";

const CENTRED = { align: "center" } as const;
const BOLD = { ...CENTRED, bold: true } as const;

/** As printed on thick paper: large letters, the national title in the middle. */
const CERTIFICATE = [
  line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { ...BOLD, size: 18 }),
  line("Độc lập - Tự do - Hạnh phúc", { ...BOLD, size: 16 }),
  line("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN HÒA", { ...BOLD, size: 20 }),
  line("TẶNG GIẤY KHEN", { ...BOLD, size: 36 }),
  line("Ông Nguyễn Văn An", { ...BOLD, size: 24 }),
  line("Đã có thành tích xuất sắc trong phong trào thi đua năm 2025", { ...CENTRED, size: 18 }),
  line("Quyết định số: 15/QĐ-UBND", { size: 12 }),
  line("An Hòa, ngày 05 tháng 01 năm 2026", { ...CENTRED, italic: true }),
  line("CHỦ TỊCH", BOLD),
  line("Trần Thị Bưởi", BOLD),
].join("");

/** Signed by all members beside each other, with the national title in the middle. */
const COVENANT = [
  line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { ...BOLD, size: 13 }),
  line("Độc lập - Tự do - Hạnh phúc", BOLD),
  title("GIAO ƯỚC THI ĐUA", "Cụm thi đua số 1 năm 2026", 2600),
  prose("Các đơn vị thành viên thống nhất ký giao ước thi đua với các nội dung sau đây, và quyết tâm thực hiện:"),
  prose("1. Hoàn thành và hoàn thành vượt mức các chỉ tiêu kinh tế - xã hội được giao./."),
  layoutTable([4700, 4700], [line("CHỦ TỊCH XÃ AN HÒA", BOLD), line("CHỦ TỊCH XÃ BÌNH YÊN", BOLD)]),
].join("");

const BALLOT = [
  head({ number: "" }),
  title("PHIẾU BẦU", "Danh hiệu “Chiến sĩ thi đua cơ sở” năm 2025", 2600),
  ruledTable(3, true),
  line(""),
].join("");

const GOES_WITH = line("(Kèm theo Tờ trình số 05/TTr-SNV ngày 05 tháng 01 năm 2026 của Sở Nội vụ)", {
  ...CENTRED,
  italic: true,
});
const LIST_TITLE = line("DANH SÁCH", BOLD) + line("Đề nghị tặng Giấy khen năm 2025", BOLD);
const TABLE = ruledTable(3, true) + line("");

/** The errors a reader would see. */
function errorsOf(document: string): string[] {
  return lintDocument(officerFile(document))
    .findings.filter(({ rule }) => rule.severity === "error")
    .map(({ rule }) => rule.id);
}

test.each([
  ["a ballot has no number and nobody signs it", BALLOT, "Phiếu bầu"],
  ["a list that goes with a submission has neither head nor foot", LIST_TITLE + GOES_WITH + TABLE, "Danh sách"],
  ["an appendix on its own is told by its label", line("Phụ lục I", BOLD) + TABLE, "Phụ lục kèm theo"],
  ["a covenant has no number and no single issuer", COVENANT, "Giao ước thi đua"],
  ["a certificate keeps the measures of its paper", CERTIFICATE, "Giấy khen, bằng khen"],
])("%s", (_, document, kind) => {
  const result = lintDocument(officerFile(document));
  expect(result.kind).toBe(kind);
  expect(errorsOf(document)).toEqual([]);
  expect(result.free?.reason).toMatch(/: không xét .*\.$/);
  const known = LINT_RULES.map(({ id }) => id);
  expect(result.free?.lacks.filter((id) => !known.includes(id))).toEqual([]);
});

test("a list with a head of its own goes with another document only where it says so", () => {
  const headed = head({ number: "" }) + LIST_TITLE;
  expect(errorsOf(headed + TABLE)).toContain("so-ky-hieu");
  expect(errorsOf(headed + GOES_WITH + TABLE)).not.toContain("so-ky-hieu");
});

test("what a free kind does have is still held to the decree", () => {
  expect(errorsOf(BALLOT.replace("Độc lập - Tự do", "Độc Lập-Tự Do"))).toEqual(["tieu-ngu"]);
  expect(errorsOf(CERTIFICATE.replace("Đã có", "{{thanh_tich}}"))).toEqual(["cho-dien"]);
});

test("a document with a named type is none of them, whatever it gives", () => {
  const report = [head({ number: "" }), title("BÁO CÁO", "Kết quả khen thưởng"), line("TẶNG GIẤY KHEN", BOLD)];
  const result = lintDocument(officerFile([...report, foot(["- Lưu: VT."], ["GIÁM ĐỐC"])].join("")));
  expect(result).toMatchObject({ kind: "Báo cáo", free: null });
  expect(result.findings.map(({ rule }) => rule.id)).toContain("so-ky-hieu");
});
