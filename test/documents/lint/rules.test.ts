import { describe, expect, test } from "vitest";
import { LINT_RULES, lintDocument } from "../../../src/documents/lint/index.js";
import { DECISION, LETTER, MODELS, REPORT, ruledTable } from "./models.js";
import { line, officerFile, PAGE_FIELD } from "./officer.js";

type Change = readonly [part: "body" | "styles" | "header1" | "header2" | "footer1", from: string | RegExp, to: string];

interface Breach {
  model: keyof typeof MODELS;
  change: readonly Change[];
  /** What the finding tells, in part. */
  found: string;
}

/** Changes what stands in the paragraph that holds `text`, and nothing else. */
function within(text: string, from: string | RegExp, to: string): Change {
  return [
    "body",
    new RegExp(`<w:p>(?:(?!</w:p>)[\\s\\S])*?${escapePattern(text)}(?:(?!</w:p>)[\\s\\S])*?</w:p>`),
    `WITHIN${JSON.stringify([typeof from === "string" ? escapePattern(from) : from.source, to])}`,
  ];
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function apply(xml: string, [, from, to]: Change): string {
  if (!to.startsWith("WITHIN")) return xml.replace(from, () => to);
  const [inner, replacement] = JSON.parse(to.slice(6)) as [string, string];
  return xml.replace(from, (paragraph) => paragraph.replace(new RegExp(inner, "g"), () => replacement));
}

const size = (from: number, to: number) => [`<w:sz w:val="${from * 2}"/>`, `<w:sz w:val="${to * 2}"/>`] as const;
const text = (from: string | RegExp, to: string): Change => ["body", from, to];
const decision = (change: Change, found: string): Breach => ({ model: "DECISION", change: [change], found });
const report = (change: Change, found: string): Breach => ({ model: "REPORT", change: [change], found });
const letter = (change: Change, found: string): Breach => ({ model: "LETTER", change: [change], found });

/** One breach of each rule, at least; the models themselves keep all of them. */
const BREACHES: Readonly<Record<string, readonly Breach[]>> = {
  "kho-giay": [report(text('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'), "216 × 279 mm")],
  "huong-giay": [
    report(text('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"'), "trang ngang"),
  ],
  "le-trang": [
    report(text('w:left="1701"', 'w:left="1440"'), "lề trái 25,4 mm"),
    report(text('w:top="1134"', 'w:top="0.5in"'), "lề trên 12,7 mm"),
  ],
  "so-trang": [{ model: "DECISION", change: [["header1", PAGE_FIELD, ""]], found: "không có số trang" }],
  "so-trang-vi-tri": [
    {
      model: "DECISION",
      change: [
        ["header1", PAGE_FIELD, ""],
        ["footer1", "</w:p>", `${PAGE_FIELD}</w:p>`],
      ],
      found: "số trang ở lề dưới",
    },
    {
      model: "DECISION",
      change: [["header1", '<w:jc w:val="center"/>', '<w:jc w:val="end"/>']],
      found: "số trang không ở giữa",
    },
  ],
  "so-trang-dau": [
    { model: "DECISION", change: [["body", /<w:titlePg\/>/g, ""]], found: "trang đầu hiện số trang" },
    {
      model: "DECISION",
      change: [["header2", "</w:p>", '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>']],
      found: "trang đầu hiện số trang",
    },
  ],
  "so-trang-chu": [
    {
      model: "DECISION",
      change: [["header1", "<w:r><w:t>2", '<w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t>2']],
      found: "cỡ 11",
    },
    {
      model: "DECISION",
      change: [["body", '<w:pgNumType w:start="1"/>', '<w:pgNumType w:start="1" w:fmt="lowerRoman"/>']],
      found: "lowerRoman",
    },
  ],
  "so-trang-phu-luc": [
    {
      model: "DECISION",
      change: [
        text(/<w:p><w:pPr><w:sectPr>.*?<\/w:sectPr><\/w:pPr><\/w:p>/s, `<w:p><w:r><w:br w:type="page"/></w:r></w:p>`),
      ],
      found: "số trang không bắt đầu lại từ 1",
    },
  ],
  "phong-chu": [
    { model: "REPORT", change: [["styles", /<w:rFonts w:ascii="Times New Roman"[^>]*>/, ""]], found: "Calibri" },
    report(within("Trong năm", "<w:rPr>", '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'), "Arial"),
  ],
  "phong-cu": [
    report(within("Trong năm", "<w:rPr>", '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'), ".VnTime"),
  ],
  "bang-ma-cu": [
    report(text("Trong năm, các đơn vị đã hoàn thành", "Trong n¨m, c¸c ®¬n vÞ ®· hoµn thµnh"), "chữ mã cũ"),
    report(text("Trong năm, các đơn vị đã hoàn thành", "Trong naêm, caùc ñôn vò ñaõ hoaøn thaønh"), "chữ mã cũ"),
  ],
  "dung-san": [report(text("Trong năm, các đơn vị", "Trong năm, các đơn vị".normalize("NFD")), "Unicode tổ hợp")],
  "chu-d": [decision(text("Điều 2.", "Ðiều 2."), "“Ðiều”")],
  "mau-chu": [report(within("Trong năm", "<w:rPr>", '<w:rPr><w:color w:val="FF0000"/>'), "màu #FF0000")],
  "quoc-hieu": [
    decision(text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XHCN VIỆT NAM"), "viết khác"),
    decision(text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""), "không thấy Quốc hiệu"),
  ],
  "quoc-hieu-chu": [
    decision(within("CỘNG HÒA XÃ HỘI", ...size(13, 15)), "cỡ 15"),
    decision(within("CỘNG HÒA XÃ HỘI", "<w:b/>", '<w:b w:val="0"/>'), "không đậm"),
  ],
  "quoc-hieu-vi-tri": [
    decision(
      text(
        /<w:tbl>.*?<\/w:tbl>/s,
        line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { size: 13, bold: true, align: "center" }),
      ),
      "không ở bên phải",
    ),
  ],
  "tieu-ngu": [decision(text("Độc lập - Tự do - Hạnh phúc", "Độc Lập-Tự Do-Hạnh Phúc"), "Độc Lập-Tự Do-Hạnh Phúc")],
  "tieu-ngu-chu": [decision(within("Độc lập - Tự do", ...size(14, 12)), "cỡ 12")],
  "tieu-ngu-ke": [decision(within("Độc lập - Tự do", /cx="\d+"/, 'cx="400000"'), "đường kẻ dài")],
  "co-quan": [decision(text("SỞ NỘI VỤ", ""), "không thấy tên cơ quan")].map((one) => ({
    ...one,
    change: [...one.change, text("UBND TỈNH AN BÌNH", "")],
  })),
  "co-quan-chu": [decision(within(">SỞ NỘI VỤ<", "<w:b/>", "<w:i/>"), "không đậm, nghiêng")],
  "chu-quan-chu": [decision(within("UBND TỈNH AN BÌNH", "<w:rPr>", "<w:rPr><w:b/>"), "đậm")],
  "co-quan-ke": [
    decision(within(">SỞ NỘI VỤ<", /<w:r><mc:AlternateContent>.*<\/mc:AlternateContent><\/w:r>/, ""), "đường kẻ"),
  ].map((one) => ({
    ...one,
    change: [
      ...one.change,
      within("Độc lập - Tự do", /<w:r><mc:AlternateContent>.*<\/mc:AlternateContent><\/w:r>/, ""),
      within("Về việc tặng", /<w:r><mc:AlternateContent>.*<\/mc:AlternateContent><\/w:r>/, ""),
    ],
  })),
  "so-ky-hieu": [decision(text("Số: 05/QĐ-SNV", ""), "không thấy dòng Số")],
  "so-chu": [decision(within("Số: 05/QĐ-SNV", ...size(13, 14)), "cỡ 14")],
  "so-trinh-bay": [
    decision(text("Số: 05/QĐ-SNV", "Số 05/QĐ-SNV"), "Số 05/QĐ-SNV"),
    decision(text("Số: 05/QĐ-SNV", "Số: 05/QĐ - SNV"), "Số: 05/QĐ - SNV"),
    decision(text("Số: 05/QĐ-SNV", "Số: 05/QĐ-snv"), "Số: 05/QĐ-snv"),
  ],
  "so-them-0": [decision(text("Số: 05/", "Số: 5/"), "“5”")],
  "ky-hieu-loai": [
    decision(text("Số: 05/QĐ-SNV", "Số: 05/BC-SNV"), "BC-SNV"),
    decision(text("Số: 05/QĐ-SNV", "Số: 05/2026/QĐ-SNV"), "có năm"),
    letter(text("Số: 27/SNV-TĐKT", "Số: 27/CV-SNV"), "CV-SNV"),
  ],
  "dia-danh-ngay": [
    decision(text("An Bình, ngày 05 tháng 01 năm 2026<", "<"), "không thấy địa danh"),
    decision(text("An Bình, ngày 05 tháng 01 năm 2026<", "an bình ngày 05 tháng 01 năm 2026<"), "an bình ngày"),
  ],
  "ngay-chu": [decision(within(">An Bình, ngày 05", "<w:i/>", ""), "không nghiêng")],
  "ngay-them-0": [
    decision(text("An Bình, ngày 05 tháng 01 năm 2026<", "An Bình, ngày 5 tháng 1 năm 2026<"), "ngày 5 tháng 1"),
    report(text("ngày 29 tháng 6", "ngày 29 tháng 06"), "ngày 29 tháng 06"),
  ],
  "do-khan-chu": [letter(text("</w:tc>", `${line("KHẨN", { size: 12, align: "center" })}</w:tc>`), "cỡ 12, không đậm")],
  "ten-loai": [
    report(text(">BÁO CÁO<", ">BÁO CÁO TỔNG KẾT NĂM 2025<"), "chung một dòng"),
    { model: "MINUTES", change: [text(">BIÊN BẢN<", "><")], found: "không thấy tên loại" },
  ],
  "ten-loai-chu": [decision(within(">QUYẾT ĐỊNH<", ...size(14, 16)), "cỡ 16")],
  "trich-yeu": [decision(text(/<w:p>(?:(?!<\/w:p>).)*Về việc tặng.*?<\/w:p>/s, ""), "không thấy trích yếu")],
  "trich-yeu-chu": [
    decision(within("Về việc tặng", "<w:b/>", ""), "không đậm"),
    report(text("Tổng kết công tác thi đua, khen thưởng năm 2025<", "TỔNG KẾT CÔNG TÁC THI ĐUA NĂM 2025<"), "in hoa"),
  ],
  "trich-yeu-ke": [decision(within("Về việc tặng", /cx="\d+"/, 'cx="4500000"'), "đường kẻ dài 12,5 cm")],
  vv: [
    letter(text("V/v đề nghị khen thưởng năm 2025", ""), "không thấy trích yếu"),
    letter(text("V/v đề nghị khen thưởng năm 2025", "Về việc khen thưởng năm 2025"), "Về việc"),
  ],
  "vv-chu": [
    letter(within("V/v đề nghị", ...size(12, 14)), "cỡ 14"),
    letter(within("V/v đề nghị", 'w:before="120"', 'w:before="0"'), "cách dòng Số 0 pt"),
  ],
  "kinh-gui": [
    {
      model: "TABBED_SUBMISSION",
      change: [text("Kính gửi: Ủy ban nhân dân tỉnh An Bình", "")],
      found: "không thấy Kính gửi",
    },
    report(text("Kính gửi: Bộ", "Kính gửi Bộ"), "Kính gửi Bộ"),
  ],
  "kinh-gui-chu": [report(within("Kính gửi: Bộ", ...size(14, 12)), "cỡ 12")],
  "kinh-gui-dau": [letter(text("các xã, phường;", "các xã, phường,"), "kết thúc bằng “,”")],
  "tham-quyen": [
    decision(text("GIÁM ĐỐC SỞ NỘI VỤ TỈNH AN BÌNH", ""), "không thấy thẩm quyền"),
    decision(within("GIÁM ĐỐC SỞ NỘI VỤ TỈNH", "<w:b/>", ""), "không đậm"),
  ],
  "can-cu": [decision(text(/Căn cứ (?=Luật|Nghị)/g, "Thực hiện "), "không thấy căn cứ")],
  "can-cu-chu": [decision(within("Căn cứ Luật", "<w:i/>", ""), "không nghiêng")],
  "can-cu-dau": [
    decision(text("Trưởng phòng Thi đua - Khen thưởng.", "Trưởng phòng Thi đua - Khen thưởng,"), "kết thúc bằng “,”"),
    decision(text("ngày 15 tháng 6 năm 2022;", "ngày 15 tháng 6 năm 2022."), "kết thúc bằng “.”"),
  ],
  "can-cu-day-du": [
    decision(
      text("Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025", "Nghị định 152/2025/NĐ-CP"),
      "thiếu “số …/…”, ngày tháng năm",
    ),
  ],
  "luat-so-hieu": [
    decision(text("khen thưởng ngày 15 tháng 6 năm 2022;", "khen thưởng số 06/2022/QH15;"), "số 06/2022/QH15"),
  ],
  "luat-ngay": [decision(text("khen thưởng ngày 15 tháng 6 năm 2022;", "khen thưởng;"), "không có ngày")],
  "dong-quyet-dinh": [
    decision(text(">QUYẾT ĐỊNH:<", "><"), "không thấy dòng"),
    decision(text(">QUYẾT ĐỊNH:<", ">QUYẾT ĐỊNH<"), "không có dấu hai chấm"),
  ],
  "loi-van-co": [report(within("Trong năm", ...size(14, 12)), "cỡ 12")],
  "loi-van-dung": [report(within("Trong năm", "<w:rPr>", "<w:rPr><w:i/>"), "cả đoạn nghiêng")],
  "canh-deu": [report(within("Trong năm", 'w:val="both"', 'w:val="start"'), "canh trái")],
  "lui-dau-dong": [
    report(within("Trong năm", 'w:firstLine="720"', 'w:firstLine="1134"'), "lùi 2 cm"),
    report(within("Trong năm", '<w:ind w:firstLine="720"/>', ""), "lùi 0 cm"),
  ],
  "cach-doan": [report(within("Trong năm", 'w:before="120"', 'w:before="0"'), "cách đoạn trên 0 pt")],
  "gian-dong": [
    report(within("Trong năm", 'w:after="0"', 'w:after="0" w:line="480" w:lineRule="auto"'), "giãn dòng 2"),
    report(within("Trong năm", 'w:after="0"', 'w:after="0" w:line="240" w:lineRule="exact"'), "Exactly 12 pt"),
  ],
  "phan-chuong": [
    report(text(">Phần I<", ">PHẦN I<"), "in hoa"),
    report(within(">Phần I<", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'), "không canh giữa"),
  ],
  "phan-so": [report(text(">Phần I<", ">Phần thứ nhất<"), "Phần thứ nhất")],
  "muc-la-ma": [report(text("II. KẾT QUẢ<", "II. Kết quả<"), "không in hoa")],
  "dieu-chu": [
    decision(text("Điều 2. ", "Điều 2: "), "“Điều 2:”"),
    decision(within("Điều 2. ", "<w:b/>", ""), "không đậm"),
  ],
  "dieu-thu-tu": [decision(text("Điều 3. ", "Điều 4. "), "Điều 4")],
  "khoan-dau": [report(text("1. Về ban hành", "1) Về ban hành"), "“1)”")],
  "diem-chu": [
    report(text("đ) Đã sơ kết", "e) Đã sơ kết"), "“e)”"),
    report(text("a) Đã ban hành", "a. Đã ban hành"), "“a.”"),
    report(text("e) Đã tuyên truyền", "f) Đã tuyên truyền"), "“f)”"),
  ],
  "ket-thuc": [decision(text("thi hành Quyết định này./.", "thi hành Quyết định này."), "kết thúc bằng")],
  "noi-nhan": [report(text("Nơi nhận:", ""), "không thấy Nơi nhận")],
  "noi-nhan-chu": [
    report(within("Nơi nhận:", "<w:i/>", ""), "không nghiêng"),
    report(within("Nơi nhận:", ...size(12, 14)), "cỡ 14"),
  ],
  "noi-nhan-liet-ke": [
    decision(within("- Như Điều 3;", ...size(11, 12)), "cỡ 12"),
    decision(text("- Như Điều 3;", "+ Như Điều 3;"), "đầu dòng không có"),
    decision(text("- Như Điều 3;", "- Như Điều 3."), "kết thúc bằng “.”"),
  ],
  "noi-nhan-luu": [decision(text("- Lưu: VT, TĐKT.", "- Lưu VT"), "- Lưu VT")],
  "nhu-tren": [letter(text("- Như trên;", "- Các xã, phường;"), "- Các xã, phường;")],
  "quyen-han": [decision(text(">GIÁM ĐỐC<", "><"), "không thấy quyền hạn")],
  "quyen-han-chu": [
    decision(text(">GIÁM ĐỐC<", ">Giám đốc<"), "không viết hoa hết"),
    decision(within(">GIÁM ĐỐC<", ...size(14, 15)), "cỡ 15"),
  ],
  "quyen-han-viet-tat": [
    report(text("TM. ỦY BAN", "T/M ỦY BAN"), "T/M ỦY BAN NHÂN DÂN"),
    report(text("KT. CHỦ TỊCH", "KT CHỦ TỊCH"), "KT CHỦ TỊCH"),
  ],
  "quyen-han-ghep": [
    report(text("KT. CHỦ TỊCH", ""), "“PHÓ CHỦ TỊCH” không có KT."),
    report(text(">PHÓ CHỦ TỊCH<", ">CHỦ TỊCH<"), "“KT. CHỦ TỊCH” rồi “CHỦ TỊCH”"),
  ],
  "quyen-han-tham-quyen": [decision(text(">GIÁM ĐỐC<", ">TM. SỞ NỘI VỤ<"), "TM. SỞ NỘI VỤ")],
  "nguoi-ky-chu": [
    decision(text(">Nguyễn Văn An<", ">NGUYỄN VĂN AN<"), "in hoa"),
    decision(within(">Nguyễn Văn An<", "<w:b/>", ""), "không đậm"),
  ],
  "hoc-vi": [decision(text(">Nguyễn Văn An<", ">ThS. Nguyễn Văn An<"), "ThS.")],
  "phu-luc-chu": [decision(text(">DANH SÁCH<", ">PHỤ LỤC<"), "in hoa")],
  "phu-luc-so": [decision(text(">DANH SÁCH<", ">Phụ lục 1<"), "Phụ lục 1")],
  "phu-luc-ten": [decision(within(">DANH SÁCH<", "<w:b/>", ""), "không đậm")],
  "kem-theo": [decision(text(/\(Kèm theo Quyết định.*?Nội vụ\)/, ""), "không có dòng Kèm theo")],
  "kem-theo-chu": [decision(within("(Kèm theo Quyết định", "<w:i/>", ""), "không nghiêng")],
  "phu-luc-chi-dan": [decision(text(" (có danh sách kèm theo)", ""), "lời văn không nhắc")],
  "bang-tieu-de": [decision(text(ruledTable(3, true), ruledTable(30, false)), "30 dòng")],
  "uy-ban": [report(text("Ủy ban nhân dân tỉnh báo cáo", "Uỷ ban nhân dân tỉnh báo cáo"), "Uỷ ban")],
  "chien-si": [report(text("nhiều tập thể", "nhiều chiến sỹ"), "chiến sỹ")],
  "khoang-trang": [
    report(text("nhiều tập thể", "nhiều  tập thể"), "nhiều  tập"),
    report(text("Trong năm, các", "Trong năm , các"), "năm ,"),
  ],
  "con-thieu": [report(text("nhiều tập thể", "[Chưa có: số tập thể]"), "[Chưa có: số tập thể]")],
  "cho-dien": [report(text("nhiều tập thể", "{{so_tap_the}} tập thể"), "{{so_tap_the}}")],
  "to-mau": [report(within("Trong năm", "<w:rPr>", '<w:rPr><w:highlight w:val="yellow"/>'), "tô nền")],
};

function breach({ model, change }: Breach): Uint8Array {
  const bodyChanges = change.filter(([part]) => part === "body");
  return officerFile(MODELS[model], (name, xml) => {
    const part = name === "word/document.xml" ? "body" : name.replace(/^word\/|\.xml$/g, "");
    const mine = part === "body" ? bodyChanges : change.filter(([one]) => one === part);
    return mine.reduce((changed, one) => {
      const now = apply(changed, one);
      expect(now, `${one[1]} is not in the ${part}`).not.toBe(changed);
      return now;
    }, xml);
  });
}

test("each rule has a breach here, and no rule is broken by the models", () => {
  expect(Object.keys(BREACHES).sort()).toEqual(LINT_RULES.map(({ id }) => id).sort());
  expect([DECISION, REPORT, LETTER].every((model) => lintDocument(officerFile(model)).findings.length === 0)).toBe(
    true,
  );
});

describe.each(LINT_RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const cases = (BREACHES[id] ?? []).map((one) => [one.found, one] as const);
  test.each(cases)("tells: %s", (found, one) => {
    const findings = lintDocument(breach(one)).findings.filter((finding) => finding.rule === rule);
    expect(findings.map((finding) => finding.found).join("\n")).toContain(found);
    for (const { place, wanted } of findings)
      expect([place.part, wanted].every((words) => words.length > 1)).toBe(true);
  });
});
