import { foot, head, layoutTable, line, prose, run, SECTION, title } from "./officer.js";

/** Models of Phụ lục III, Phần II, filled as an officer would; the people and places are invented. */

const BASIS = { italic: true } as const;
const ARTICLE = (label: string, text: string) => prose(run(`${label} `, { bold: true }) + run(text));

/** Mẫu 1.2, in the head's own power, with a list on pages of its own. */
export const DECISION = [
  head({ parent: "UBND TỈNH AN BÌNH", number: "Số: 05/QĐ-SNV" }),
  title("QUYẾT ĐỊNH", "Về việc tặng Giấy khen cho các tập thể, cá nhân năm 2025", 2600),
  line("GIÁM ĐỐC SỞ NỘI VỤ TỈNH AN BÌNH", { align: "center", bold: true, before: 240 }),
  prose("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", BASIS),
  prose(
    "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng;",
    BASIS,
  ),
  prose("Theo đề nghị của Trưởng phòng Thi đua - Khen thưởng.", BASIS),
  line("QUYẾT ĐỊNH:", { align: "center", bold: true, before: 120 }),
  ARTICLE(
    "Điều 1.",
    "Tặng Giấy khen cho 02 tập thể và 05 cá nhân có thành tích xuất sắc trong phong trào thi đua năm 2025 (có danh sách kèm theo).",
  ),
  ARTICLE(
    "Điều 2.",
    "Quyết định này có hiệu lực thi hành kể từ ngày ký; tiền thưởng thực hiện theo quy định của pháp luật hiện hành.",
  ),
  ARTICLE(
    "Điều 3.",
    "Chánh Văn phòng Sở, Trưởng phòng Thi đua - Khen thưởng và các tập thể, cá nhân có tên trên chịu trách nhiệm thi hành Quyết định này./.",
  ),
  foot(["- Như Điều 3;", "- UBND tỉnh (báo cáo);", "- Lưu: VT, TĐKT."], ["GIÁM ĐỐC"]),
  `<w:p><w:pPr>${SECTION}</w:pPr></w:p>`,
  line("DANH SÁCH", { align: "center", bold: true }),
  line("Tập thể, cá nhân được tặng Giấy khen", { align: "center", bold: true }),
  line("(Kèm theo Quyết định số 05/QĐ-SNV ngày 05 tháng 01 năm 2026 của Giám đốc Sở Nội vụ)", {
    align: "center",
    italic: true,
  }),
  ruledTable(3, true),
  line(""),
].join("");

/** Mẫu 1.4 with parts, sections, clauses and points, signed by a deputy for the collective. */
export const REPORT = [
  head({
    issuer: "ỦY BAN NHÂN DÂN TỈNH AN BÌNH",
    rule: 1500,
    number: "Số: 12/BC-UBND",
    date: "An Bình, ngày 29 tháng 6 năm 2026",
  }),
  title("BÁO CÁO", "Tổng kết công tác thi đua, khen thưởng năm 2025"),
  line("Kính gửi: Bộ Nội vụ", { align: "center", before: 120, after: 120 }),
  prose(
    "Thực hiện Kế hoạch số 15/KH-BNV ngày 10 tháng 02 năm 2025 của Bộ Nội vụ, Ủy ban nhân dân tỉnh báo cáo kết quả như sau:",
  ),
  line("Phần I", { align: "center", bold: true, before: 120 }),
  line("KẾT QUẢ CÔNG TÁC THI ĐUA, KHEN THƯỞNG", { align: "center", bold: true }),
  prose("I. CÔNG TÁC CHỈ ĐẠO", { bold: true }),
  prose("1. Về ban hành văn bản", { bold: true }),
  prose("a) Đã ban hành 05 văn bản chỉ đạo, hướng dẫn phong trào thi đua và công tác khen thưởng;"),
  prose("b) Đã tổ chức 03 đợt thi đua;"),
  prose("c) Đã kiểm tra 10 đơn vị;"),
  prose("d) Đã tập huấn cho 120 cán bộ;"),
  prose("đ) Đã sơ kết 02 phong trào;"),
  prose("e) Đã tuyên truyền trên báo, đài."),
  prose("II. KẾT QUẢ", { bold: true }),
  prose(
    "Trong năm, các đơn vị đã hoàn thành và hoàn thành vượt mức các chỉ tiêu được giao, nhiều tập thể được khen thưởng kịp thời.",
  ),
  prose("Trên đây là báo cáo tổng kết công tác thi đua, khen thưởng năm 2025 của Ủy ban nhân dân tỉnh An Bình./."),
  foot(["- Như trên;", "- Lưu: VT, NV."], ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
].join("");

/** Mẫu 1.5, to several receivers. */
export const LETTER = [
  head({
    parent: "UBND TỈNH AN BÌNH",
    number: "Số: 27/SNV-TĐKT",
    below: line("V/v đề nghị khen thưởng năm 2025", { align: "center", size: 12, before: 120 }),
  }),
  line("Kính gửi:", { align: "center", before: 240 }),
  line("- Ủy ban nhân dân các xã, phường;", { firstLine: 3000 }),
  line("- Các cụm, khối thi đua.", { firstLine: 3000, after: 120 }),
  prose(
    "Sở Nội vụ đề nghị các đơn vị gửi hồ sơ khen thưởng năm 2025 về Sở trước ngày 10 tháng 12 năm 2025 để tổng hợp, trình Ủy ban nhân dân tỉnh./.",
  ),
  foot(["- Như trên;", "- Giám đốc Sở;", "- Lưu: VT, TĐKT."], ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]),
].join("");

/** Mẫu 1.9: no place and date in the head, two signatures. */
export const MINUTES = [
  head({ parent: "UBND TỈNH AN BÌNH", number: "Số: 08/BB-SNV", date: null }),
  title("BIÊN BẢN", "Họp bình xét thi đua, khen thưởng năm 2025"),
  prose("Thời gian bắt đầu: 08 giờ 00, ngày 05 tháng 01 năm 2026."),
  prose("Địa điểm: Phòng họp số 1."),
  prose("Chủ trì (chủ tọa): Bà Trần Thị Bình."),
  prose("Thư ký (người ghi biên bản): Ông Lê Văn Chung."),
  prose(
    "Cuộc họp thống nhất đề nghị tặng Giấy khen cho 02 tập thể và kết thúc vào 11 giờ 00, ngày 05 tháng 01 năm 2026./.",
  ),
  layoutTable(
    [4700, 4700],
    [
      line("THƯ KÝ", { align: "center", bold: true }) +
        line("") +
        line("Lê Văn Chung", { align: "center", bold: true }),
      line("CHỦ TỌA", { align: "center", bold: true }) +
        line("") +
        line("Trần Thị Bình", { align: "center", bold: true }),
    ],
  ),
  line("Nơi nhận:", { size: 12, bold: true, italic: true }),
  line("- Các thành viên;", { size: 11 }),
  line("- Lưu: VT, Hồ sơ.", { size: 11 }),
].join("");

/** A submission laid out with tabs instead of tables, as older files are; a draft, its number and day blank. */
export const TABBED_SUBMISSION = [
  tabbed([
    run("ỦY BAN NHÂN DÂN", { size: 13, bold: true }),
    run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { size: 13, bold: true }),
  ]),
  tabbed([run("XÃ AN BÌNH", { size: 13, bold: true }), run("Độc lập - Tự do - Hạnh phúc", { bold: true })]),
  tabbed([run("________"), run("________________________")]),
  tabbed([run("Số:       /TTr-UBND", { size: 13 }), run("An Bình, ngày     tháng 12 năm 2025", { italic: true })]),
  title("TỜ TRÌNH", "Về việc đề nghị khen thưởng năm 2025"),
  line("Kính gửi: Ủy ban nhân dân tỉnh An Bình", { align: "center", before: 120, after: 120 }),
  prose(
    "Ủy ban nhân dân xã An Bình kính trình Ủy ban nhân dân tỉnh xem xét, tặng Bằng khen cho 03 cá nhân có thành tích xuất sắc./.",
  ),
  tabbed([run("Nơi nhận:", { size: 12, bold: true, italic: true }), run("TM. ỦY BAN NHÂN DÂN", { bold: true })]),
  tabbed([run("- Như trên;", { size: 11 }), run("CHỦ TỊCH", { bold: true })]),
  line("- Lưu: VT.", { size: 11 }),
  line(""),
  tabbed([run(" "), run("Nguyễn Văn An", { bold: true })]),
].join("");

function tabbed(runs: readonly string[]): string {
  return line(runs.join("<w:r><w:tab/></w:r>"));
}

/** A table with lines, its first row repeated or not. */
export function ruledTable(rows: number, repeats: boolean): string {
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:color="000000"/>`;
  const row = (index: number) =>
    `<w:tr>${index === 0 && repeats ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>${line(index === 0 ? "STT" : String(index), { size: 13 })}</w:tc><w:tc><w:tcPr><w:tcW w:w="8000" w:type="dxa"/></w:tcPr>${line(index === 0 ? "Họ và tên" : "Trần Thị Bưởi", { size: 13 })}</w:tc></w:tr>`;
  return `<w:tbl><w:tblPr><w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("")}</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="8000"/></w:tblGrid>${Array.from({ length: rows }, (_, index) => row(index)).join("")}</w:tbl>`;
}

export const MODELS = { DECISION, REPORT, LETTER, MINUTES, TABBED_SUBMISSION };
