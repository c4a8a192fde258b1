import type { Subject } from "./award.js";
import type { Source } from "./law/source.js";

/** Who decides: Nhà nước (Chủ tịch nước) > Thủ tướng > bộ, tỉnh > cơ sở (sở, huyện, xã, đơn vị). */
export type AwardLevel = "state" | "government" | "province" | "local";

/** One danh hiệu thi đua or hình thức khen thưởng. */
export interface AwardKind {
  /** Vietnamese name without diacritics, also a command-line argument and part of file names. */
  id: string;
  /** As documents print it after "Tặng" (with “danh hiệu …” before a title). */
  name: string;
  category: "title" | "commendationForm";
  subjects: readonly Subject[];
  level: AwardLevel;
  /** Who gives it, in words; null when it is whichever office of the local level decides. */
  giver: string | null;
  /** Other ways officers write it; case, tones, "của", "cấp" and the abbreviations of award-match.ts need no alias. */
  aliases: readonly string[];
  /** First day it exists; null when it is older than the law the program holds. */
  from: string | null;
  /** Last day; null: still given. */
  to: string | null;
  /** What it was called up to a day, when that differs. */
  formerName: { until: string; name: string } | null;
  /** Where the kind itself is laid down; who may decide it has sources of its own (authority.ts). */
  source: Source;
}

const PRESIDENT = "Chủ tịch nước";
const PREMIER = "Thủ tướng Chính phủ";
const PROVINCE = "Chủ tịch Ủy ban nhân dân tỉnh";
const MINISTRY = "Bộ trưởng, thủ trưởng bộ, ban, ngành";

const PEOPLE: readonly Subject[] = ["individual"];
const GROUPS: readonly Subject[] = ["collective"];
const BOTH: readonly Subject[] = ["individual", "collective"];
const ALL: readonly Subject[] = ["individual", "collective", "household"];

type Details = Pick<AwardKind, "subjects"> & Partial<AwardKind> & { source: Source };

function title(level: AwardLevel, id: string, name: string, details: Details): AwardKind {
  return {
    id,
    name,
    category: "title",
    level,
    giver: null,
    aliases: [],
    from: null,
    to: null,
    formerName: null,
    ...details,
  };
}

function form(level: AwardLevel, id: string, name: string, details: Details): AwardKind {
  return { ...title(level, id, name, details), category: "commendationForm" };
}

function stateForm(id: string, name: string, subjects: readonly Subject[], mark: "V2" | "R", ...aliases: string[]) {
  // Đ9 k1 lists the families (V); which orders and medals there are is second-hand (V2) or recalled (R).
  return form("state", id, name, {
    subjects,
    giver: PRESIDENT,
    aliases,
    source: { text: "Luật TĐKT 2022 Điều 9", mark },
  });
}

/** THE LIST of award kinds, in the order of award statistics: state, Prime Minister, province and ministry, local. */
export const AWARD_KINDS: readonly AwardKind[] = [
  stateForm("huan-chuong-sao-vang", "Huân chương Sao vàng", BOTH, "V2", "HCSV"),
  stateForm("huan-chuong-ho-chi-minh", "Huân chương Hồ Chí Minh", BOTH, "V2", "HCHCM"),
  stateForm("huan-chuong-doc-lap-hang-nhat", "Huân chương Độc lập hạng Nhất", BOTH, "V2", "HCĐL hạng Nhất"),
  stateForm("huan-chuong-doc-lap-hang-nhi", "Huân chương Độc lập hạng Nhì", BOTH, "V2", "HCĐL hạng Nhì"),
  stateForm("huan-chuong-doc-lap-hang-ba", "Huân chương Độc lập hạng Ba", BOTH, "V2", "HCĐL hạng Ba"),
  stateForm("huan-chuong-quan-cong-hang-nhat", "Huân chương Quân công hạng Nhất", BOTH, "V2", "HCQC hạng Nhất"),
  stateForm("huan-chuong-quan-cong-hang-nhi", "Huân chương Quân công hạng Nhì", BOTH, "V2", "HCQC hạng Nhì"),
  stateForm("huan-chuong-quan-cong-hang-ba", "Huân chương Quân công hạng Ba", BOTH, "V2", "HCQC hạng Ba"),
  stateForm("huan-chuong-lao-dong-hang-nhat", "Huân chương Lao động hạng Nhất", BOTH, "V2", "HCLĐ hạng Nhất"),
  stateForm("huan-chuong-lao-dong-hang-nhi", "Huân chương Lao động hạng Nhì", BOTH, "V2", "HCLĐ hạng Nhì"),
  stateForm("huan-chuong-lao-dong-hang-ba", "Huân chương Lao động hạng Ba", BOTH, "V2", "HCLĐ hạng Ba"),
  stateForm("huan-chuong-chien-cong-hang-nhat", "Huân chương Chiến công hạng Nhất", BOTH, "V2", "HCCC hạng Nhất"),
  stateForm("huan-chuong-chien-cong-hang-nhi", "Huân chương Chiến công hạng Nhì", BOTH, "V2", "HCCC hạng Nhì"),
  stateForm("huan-chuong-chien-cong-hang-ba", "Huân chương Chiến công hạng Ba", BOTH, "V2", "HCCC hạng Ba"),
  stateForm("huan-chuong-bao-ve-to-quoc-hang-nhat", "Huân chương Bảo vệ Tổ quốc hạng Nhất", BOTH, "V2"),
  stateForm("huan-chuong-bao-ve-to-quoc-hang-nhi", "Huân chương Bảo vệ Tổ quốc hạng Nhì", BOTH, "V2"),
  stateForm("huan-chuong-bao-ve-to-quoc-hang-ba", "Huân chương Bảo vệ Tổ quốc hạng Ba", BOTH, "V2"),
  stateForm("huan-chuong-dai-doan-ket-dan-toc", "Huân chương Đại đoàn kết dân tộc", BOTH, "V2"),
  stateForm("huan-chuong-dung-cam", "Huân chương Dũng cảm", BOTH, "V2"),
  stateForm("huan-chuong-huu-nghi", "Huân chương Hữu nghị", BOTH, "R"),
  stateForm("huy-chuong-huu-nghi", "Huy chương Hữu nghị", PEOPLE, "R"),
  stateForm("huy-chuong-quan-ky-quyet-thang", "Huy chương Quân kỳ quyết thắng", PEOPLE, "R", "HC Quân kỳ quyết thắng"),
  stateForm("huy-chuong-vi-an-ninh-to-quoc", "Huy chương Vì an ninh Tổ quốc", PEOPLE, "R"),
  stateForm("huy-chuong-chien-si-ve-vang-hang-nhat", "Huy chương Chiến sĩ vẻ vang hạng Nhất", PEOPLE, "R"),
  stateForm("huy-chuong-chien-si-ve-vang-hang-nhi", "Huy chương Chiến sĩ vẻ vang hạng Nhì", PEOPLE, "R"),
  stateForm("huy-chuong-chien-si-ve-vang-hang-ba", "Huy chương Chiến sĩ vẻ vang hạng Ba", PEOPLE, "R"),
  stateForm("huy-chuong-thanh-nien-xung-phong", "Huy chương Thanh niên xung phong vẻ vang", PEOPLE, "R"),
  stateForm("ba-me-viet-nam-anh-hung", "Bà mẹ Việt Nam anh hùng", PEOPLE, "V2", "BMVNAH", "Mẹ Việt Nam anh hùng"),
  stateForm("anh-hung-llvt", "Anh hùng Lực lượng vũ trang nhân dân", BOTH, "V2", "AHLLVT", "AHLLVTND"),
  stateForm("anh-hung-lao-dong", "Anh hùng Lao động", BOTH, "V2", "AHLĐ"),
  stateForm("nha-giao-nhan-dan", "Nhà giáo nhân dân", PEOPLE, "V2", "NGND"),
  stateForm("nha-giao-uu-tu", "Nhà giáo ưu tú", PEOPLE, "V2", "NGƯT"),
  stateForm("thay-thuoc-nhan-dan", "Thầy thuốc nhân dân", PEOPLE, "V2", "TTND"),
  stateForm("thay-thuoc-uu-tu", "Thầy thuốc ưu tú", PEOPLE, "V2", "TTƯT"),
  stateForm("nghe-si-nhan-dan", "Nghệ sĩ nhân dân", PEOPLE, "V2", "NSND"),
  stateForm("nghe-si-uu-tu", "Nghệ sĩ ưu tú", PEOPLE, "V2", "NSƯT"),
  stateForm("nghe-nhan-nhan-dan", "Nghệ nhân nhân dân", PEOPLE, "R", "NNND"),
  stateForm("nghe-nhan-uu-tu", "Nghệ nhân ưu tú", PEOPLE, "R", "NNƯT"),
  stateForm("giai-thuong-ho-chi-minh", "Giải thưởng Hồ Chí Minh", PEOPLE, "R"),
  stateForm("giai-thuong-nha-nuoc", "Giải thưởng Nhà nước", PEOPLE, "R"),

  title("government", "chien-si-thi-dua-toan-quoc", "Chiến sĩ thi đua toàn quốc", {
    subjects: PEOPLE,
    giver: PREMIER,
    aliases: ["CSTĐTQ", "CSTĐ TQ"],
    source: { text: "Luật TĐKT 2022 Điều 21", mark: "V" },
  }),
  title("government", "co-thi-dua-chinh-phu", "Cờ thi đua của Chính phủ", {
    subjects: GROUPS,
    giver: PREMIER,
    aliases: ["Cờ thi đua Thủ tướng", "Cờ thi đua Thủ tướng Chính phủ", "CTĐCP"],
    source: { text: "Luật TĐKT 2022 Điều 25", mark: "V" },
  }),
  form("government", "bang-khen-thu-tuong", "Bằng khen của Thủ tướng Chính phủ", {
    subjects: ALL,
    giver: PREMIER,
    aliases: ["Bằng khen Thủ tướng", "Bằng khen Chính phủ", "BKTTg", "BKTTCP"],
    source: { text: "Luật TĐKT 2022 Điều 73", mark: "R" },
  }),

  title("province", "co-thi-dua-tinh", "Cờ thi đua của Ủy ban nhân dân tỉnh", {
    subjects: GROUPS,
    giver: PROVINCE,
    aliases: ["Cờ thi đua", "Cờ thi đua cấp tỉnh", "Cờ thi đua Chủ tịch UBND tỉnh"],
    source: { text: "Luật TĐKT 2022 Điều 26", mark: "V2" },
  }),
  title("province", "co-thi-dua-bo", "Cờ thi đua của bộ, ban, ngành", {
    subjects: GROUPS,
    giver: MINISTRY,
    aliases: ["Cờ thi đua bộ", "Cờ thi đua ngành", "Cờ thi đua Tổng Liên đoàn", "Cờ thi đua Trung ương"],
    source: { text: "Luật TĐKT 2022 Điều 26", mark: "V2" },
  }),
  title("province", "co-thi-dua-quan-khu", "Cờ thi đua của quân khu, đại học quốc gia", {
    subjects: GROUPS,
    giver: "Tư lệnh quân khu, Giám đốc đại học quốc gia",
    aliases: ["Cờ thi đua quân khu", "Cờ thi đua đại học quốc gia", "Cờ thi đua ĐHQG"],
    from: "2024-01-01",
    source: { text: "NĐ 98/2023, NĐ 152/2025 (bảng mức tiền thưởng)", mark: "V2" },
  }),
  title("province", "chien-si-thi-dua-tinh", "Chiến sĩ thi đua cấp tỉnh", {
    subjects: PEOPLE,
    giver: PROVINCE,
    aliases: ["CSTĐT", "CSTĐ tỉnh", "CSTĐ thành phố"],
    source: { text: "Luật TĐKT 2022 Điều 22", mark: "V" },
  }),
  title("province", "chien-si-thi-dua-bo", "Chiến sĩ thi đua bộ, ban, ngành", {
    subjects: PEOPLE,
    giver: MINISTRY,
    aliases: ["Chiến sĩ thi đua cấp bộ", "Chiến sĩ thi đua cấp ngành", "Chiến sĩ thi đua toàn ngành", "CSTĐB"],
    source: { text: "Luật TĐKT 2022 Điều 22", mark: "V" },
  }),
  title("province", "tap-the-lao-dong-xuat-sac", "Tập thể lao động xuất sắc", {
    subjects: GROUPS,
    giver: PROVINCE,
    aliases: ["TTLĐXS"],
    source: { text: "Luật TĐKT 2022 Điều 27", mark: "V2" },
  }),
  title("province", "don-vi-quyet-thang", "Đơn vị quyết thắng", {
    subjects: GROUPS,
    giver: PROVINCE,
    aliases: ["ĐVQT"],
    source: { text: "Luật TĐKT 2022 Điều 27", mark: "V2" },
  }),
  title("province", "xa-tieu-bieu", "Xã, phường, đặc khu tiêu biểu", {
    subjects: GROUPS,
    giver: PROVINCE,
    aliases: ["Xã tiêu biểu", "Phường tiêu biểu", "Thị trấn tiêu biểu", "Đặc khu tiêu biểu"],
    from: "2024-01-01",
    formerName: { until: "2025-06-30", name: "Xã, phường, thị trấn tiêu biểu" },
    source: { text: "Luật TĐKT 2022 Điều 29", mark: "V" },
  }),
  form("province", "bang-khen", "Bằng khen", {
    subjects: ALL,
    giver: PROVINCE,
    aliases: ["Bằng khen cấp tỉnh", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"],
    source: { text: "Luật TĐKT 2022 Điều 74", mark: "V2" },
  }),
  form("province", "bang-khen-bo", "Bằng khen của bộ, ban, ngành", {
    subjects: ALL,
    giver: MINISTRY,
    aliases: [
      ...["Bằng khen bộ", "Bằng khen ngành", "Bằng khen Tổng Liên đoàn", "Bằng khen Trung ương"],
      ...["Bằng khen Ngân hàng Nhà nước", "Bằng khen Kiểm toán nhà nước", "Bằng khen Bảo hiểm xã hội Việt Nam"],
      ...["Bằng khen Tòa án nhân dân tối cao", "Bằng khen Viện kiểm sát nhân dân tối cao"],
      ...["Bằng khen Liên minh Hợp tác xã Việt Nam", "Bằng khen Ban Chấp hành Trung ương", "Bằng khen Ủy ban Dân tộc"],
    ],
    source: { text: "Luật TĐKT 2022 Điều 74", mark: "V2" },
  }),
  form("province", "bang-khen-quan-khu", "Bằng khen của quân khu, đại học quốc gia", {
    subjects: ALL,
    giver: "Tư lệnh quân khu, Giám đốc đại học quốc gia",
    aliases: ["Bằng khen quân khu", "Bằng khen đại học quốc gia", "Bằng khen ĐHQG"],
    source: { text: "NĐ 98/2023, NĐ 152/2025 (bảng mức tiền thưởng)", mark: "V2" },
  }),
  form("province", "ky-niem-chuong", "Kỷ niệm chương", {
    subjects: PEOPLE,
    giver: MINISTRY,
    aliases: ["KNC"],
    source: { text: "Luật TĐKT 2022 Điều 9", mark: "V" },
  }),

  title("local", "chien-si-thi-dua-co-so", "Chiến sĩ thi đua cơ sở", {
    subjects: PEOPLE,
    aliases: ["CSTĐCS", "CSTĐ CS"],
    source: { text: "Luật TĐKT 2022 Điều 23, 80; NĐ 129/2025 Điều 59", mark: "V" },
  }),
  title("local", "lao-dong-tien-tien", "Lao động tiên tiến", {
    subjects: PEOPLE,
    aliases: ["LĐTT"],
    source: { text: "Luật TĐKT 2022 Điều 80; NĐ 129/2025 Điều 59", mark: "V" },
  }),
  title("local", "chien-si-tien-tien", "Chiến sĩ tiên tiến", {
    subjects: PEOPLE,
    aliases: ["CSTT"],
    source: { text: "Luật TĐKT 2022 Điều 80", mark: "V" },
  }),
  title("local", "tap-the-lao-dong-tien-tien", "Tập thể lao động tiên tiến", {
    subjects: GROUPS,
    aliases: ["TTLĐTT"],
    source: { text: "Luật TĐKT 2022 Điều 80; NĐ 129/2025 Điều 59", mark: "V" },
  }),
  title("local", "don-vi-tien-tien", "Đơn vị tiên tiến", {
    subjects: GROUPS,
    aliases: ["ĐVTT"],
    source: { text: "Luật TĐKT 2022 Điều 80", mark: "V" },
  }),
  title("local", "thon-to-dan-pho-van-hoa", "Thôn, tổ dân phố văn hóa", {
    subjects: GROUPS,
    aliases: [
      ...["Thôn văn hóa", "Tổ dân phố văn hóa", "TDP văn hóa", "Khu dân cư văn hóa", "Khu phố văn hóa", "Làng văn hóa"],
      ...["Bản văn hóa", "Ấp văn hóa", "Khóm văn hóa", "Buôn văn hóa", "Thôn, bản, tổ dân phố văn hóa"],
    ],
    source: { text: "Luật TĐKT 2022 Điều 80; NĐ 129/2025 Điều 59", mark: "V" },
  }),
  title("local", "gia-dinh-van-hoa", "Gia đình văn hóa", {
    subjects: ["household"],
    aliases: ["GĐVH", "Hộ gia đình văn hóa"],
    source: { text: "Luật TĐKT 2022 Điều 80; NĐ 129/2025 Điều 59", mark: "V" },
  }),
  form("local", "giay-khen", "Giấy khen", {
    subjects: ALL,
    source: { text: "Luật TĐKT 2022 Điều 75, 80; NĐ 129/2025 Điều 59", mark: "V" },
  }),
];

/** The kind with this id, or null. */
export function awardKind(id: string, kinds: readonly AwardKind[]): AwardKind | null {
  return kinds.find((kind) => kind.id === id) ?? null;
}

/** Whether it is given on that day; what it was before the law the program holds does not matter. */
export function isGivenOn({ from, to }: AwardKind, date: string): boolean {
  return (from === null || from <= date) && (to === null || date <= to);
}

/** The kind's name on a date; null means today's name. */
export function awardName(kind: AwardKind, date: string | null): string {
  const former = kind.formerName;
  return former !== null && date !== null && date <= former.until ? former.name : kind.name;
}

/** As it follows "tặng" in a sentence: Bằng khen; danh hiệu “Lao động tiên tiến”; flags take no quotes. */
export function awardPhrase(kind: AwardKind, date: string | null): string {
  const name = awardName(kind, date);
  return isRecognized(kind) ? `danh hiệu “${name}”` : name;
}

/** A title one is recognised as ("công nhận"), and not a flag, which is given ("tặng") though the law counts it among titles. */
export function isRecognized({ category, name }: AwardKind): boolean {
  return category === "title" && !name.startsWith("Cờ");
}
