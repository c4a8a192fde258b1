/** What every section of a report has. */
interface SectionSpec {
  id: string;
  /** Short, as sheets of ours have it: no comma, and all of them fit in a list of a spreadsheet program. */
  label: string;
  /** As the outline of a report has it, without its number. */
  title: string;
  /** Other words officers head it with; `findReportSection` compares them. */
  aliases: readonly string[];
}

/** THE LIST of sections of a report, in the order of its outline (năm tổng kết, then năm sau). */
export const REPORT_SECTIONS = [
  {
    id: "tinh-hinh",
    label: "Tình hình",
    title: "Đặc điểm tình hình",
    aliases: ["Thuận lợi, khó khăn", "Tình hình chung", "Khái quát tình hình", "Bối cảnh", "Mở đầu", "Đặc điểm chung"],
  },
  { id: "thuan-loi", label: "Thuận lợi", title: "Thuận lợi", aliases: ["Những thuận lợi", "Điều kiện thuận lợi"] },
  {
    id: "kho-khan",
    label: "Khó khăn",
    title: "Khó khăn",
    aliases: ["Những khó khăn", "Khó khăn, thách thức", "Khó khăn, vướng mắc", "Thiên tai, dịch bệnh"],
  },
  {
    id: "chi-dao",
    label: "Chỉ đạo",
    title: "Công tác chỉ đạo, triển khai",
    aliases: [
      "Công tác chỉ đạo",
      "Công tác lãnh đạo, chỉ đạo",
      "Lãnh đạo, chỉ đạo",
      "Chỉ đạo, điều hành",
      "Công tác chỉ đạo, điều hành",
      "Công tác chỉ đạo, tổ chức thực hiện",
      "Công tác chỉ đạo, tổ chức phong trào thi đua",
      "Triển khai thực hiện",
      "Văn bản đã ban hành",
      "Ký kết giao ước thi đua",
    ],
  },
  {
    id: "chi-tieu",
    label: "Chỉ tiêu",
    title: "Kết quả thực hiện các chỉ tiêu",
    aliases: [
      "Kết quả thực hiện chỉ tiêu",
      "Thực hiện các chỉ tiêu",
      "Thực hiện chỉ tiêu, nhiệm vụ",
      "Kết quả thực hiện nhiệm vụ",
      "Kết quả thực hiện các chỉ tiêu kinh tế - xã hội",
      "Kết quả phát triển kinh tế - xã hội",
      "Chỉ tiêu kinh tế - xã hội",
    ],
  },
  {
    id: "phong-trao",
    label: "Phong trào",
    title: "Các phong trào thi đua",
    aliases: [
      "Phong trào thi đua",
      "Kết quả phong trào thi đua",
      "Kết quả các phong trào thi đua",
      "Tổ chức phong trào thi đua",
      "Công tác thi đua",
      "Phong trào",
    ],
  },
  {
    id: "khen-thuong",
    label: "Khen thưởng",
    title: "Công tác khen thưởng",
    aliases: ["Khen thưởng", "Kết quả khen thưởng", "Kết quả công tác khen thưởng"],
  },
  {
    id: "hoat-dong-cum",
    label: "Hoạt động cụm",
    title: "Hoạt động của cụm, khối",
    aliases: [
      "Hoạt động cụm",
      "Hoạt động của cụm",
      "Hoạt động của cụm thi đua",
      "Hoạt động khối",
      "Hoạt động của khối",
      "Hoạt động của khối thi đua",
      "Hoạt động cụm, khối",
      "Hoạt động của cụm, khối thi đua",
      "Bàn giao Cờ thường trực",
    ],
  },
  {
    id: "cham-diem",
    label: "Chấm điểm",
    title: "Chấm điểm, bình xét, suy tôn",
    aliases: [
      "Chấm điểm",
      "Chấm điểm, xếp hạng",
      "Chấm điểm, bình xét",
      "Bình xét, suy tôn",
      "Bình xét thi đua",
      "Suy tôn",
      "Kết quả chấm điểm",
      "Kết quả bình xét",
    ],
  },
  {
    id: "tuyen-truyen",
    label: "Tuyên truyền",
    title: "Công tác tuyên truyền, nhân điển hình tiên tiến",
    aliases: [
      "Tuyên truyền",
      "Công tác tuyên truyền",
      "Điển hình tiên tiến",
      "Nhân điển hình tiên tiến",
      "Phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến",
    ],
  },
  {
    id: "kiem-tra",
    label: "Kiểm tra",
    title: "Công tác kiểm tra, giám sát",
    aliases: [
      "Kiểm tra",
      "Công tác kiểm tra",
      "Kiểm tra, giám sát",
      "Thanh tra, kiểm tra",
      "Kiểm tra chéo",
      "Giải quyết khiếu nại, tố cáo",
    ],
  },
  {
    id: "bo-may",
    label: "Bộ máy",
    title: "Tổ chức bộ máy, Hội đồng Thi đua - Khen thưởng",
    aliases: [
      "Bộ máy",
      "Tổ chức bộ máy",
      "Tổ chức, bộ máy",
      "Bộ máy, hội đồng",
      "Hội đồng Thi đua - Khen thưởng",
      "Cán bộ làm công tác thi đua, khen thưởng",
    ],
  },
  {
    id: "quy",
    label: "Quỹ",
    title: "Quỹ thi đua, khen thưởng",
    aliases: ["Quỹ", "Quỹ khen thưởng", "Kinh phí", "Kinh phí khen thưởng", "Trích lập và sử dụng quỹ"],
  },
  {
    id: "uu-diem",
    label: "Ưu điểm",
    title: "Ưu điểm",
    aliases: ["Những ưu điểm", "Kết quả nổi bật", "Mặt được", "Đánh giá chung"],
  },
  {
    id: "han-che",
    label: "Hạn chế",
    title: "Hạn chế, tồn tại",
    aliases: ["Hạn chế", "Tồn tại", "Tồn tại, hạn chế", "Những tồn tại, hạn chế", "Khuyết điểm", "Mặt chưa được"],
  },
  {
    id: "nguyen-nhan",
    label: "Nguyên nhân",
    title: "Nguyên nhân",
    aliases: ["Nguyên nhân của hạn chế", "Nguyên nhân khách quan", "Nguyên nhân chủ quan"],
  },
  {
    id: "bai-hoc",
    label: "Bài học",
    title: "Bài học kinh nghiệm",
    aliases: ["Bài học", "Kinh nghiệm", "Một số bài học kinh nghiệm"],
  },
  {
    id: "phuong-huong",
    label: "Phương hướng",
    title: "Phương hướng, nhiệm vụ",
    aliases: [
      "Phương hướng",
      "Nhiệm vụ",
      "Phương hướng, nhiệm vụ năm sau",
      "Phương hướng, nhiệm vụ, giải pháp",
      "Phương hướng, nhiệm vụ trọng tâm",
      "Nhiệm vụ, giải pháp",
      "Nhiệm vụ trọng tâm",
      "Mục tiêu, nhiệm vụ",
      "Kế hoạch năm sau",
    ],
  },
  {
    id: "kien-nghi",
    label: "Kiến nghị",
    title: "Kiến nghị, đề xuất",
    aliases: ["Kiến nghị", "Đề xuất", "Đề xuất, kiến nghị", "Kiến nghị, đề nghị", "Đề nghị"],
  },
] as const satisfies readonly SectionSpec[];

/** Id of a section: its Vietnamese name without diacritics. */
export type ReportSectionId = (typeof REPORT_SECTIONS)[number]["id"];

const TITLES = new Map<ReportSectionId, string>(REPORT_SECTIONS.map(({ id, title }) => [id, title]));

/** What people call the section. */
export function sectionTitle(id: ReportSectionId): string {
  return TITLES.get(id) ?? id;
}
