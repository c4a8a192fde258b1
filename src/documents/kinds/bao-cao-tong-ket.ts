import { foldKey } from "../../domain/name.js";
import type { Period } from "../../domain/period.js";
import { decapitalize } from "../../domain/upper-case.js";
import { clusterWords } from "../prose/words.js";
import { nameClusters, type ReportScope } from "../report/scope.js";
import {
  FOOT_PLACEHOLDERS,
  type FootInput,
  footValues,
  HEAD_PLACEHOLDERS,
  type HeadInput,
  headValues,
} from "../template/frame-value.js";
import type { DocumentKind } from "../template/kind.js";
import type { TemplateValues } from "../template/value.js";

export const REPORT: DocumentKind = {
  id: "bao-cao-tong-ket",
  title: "Báo cáo tổng kết",
  placeholders: [
    ...HEAD_PLACEHOLDERS,
    {
      name: "trich_yeu",
      meaning: "trích yếu nội dung",
      example: "Tổng kết công tác thi đua, khen thưởng năm 2020; phương hướng, nhiệm vụ năm 2021",
      form: "text",
      required: true,
    },
    {
      name: "kinh_gui",
      meaning: "nơi nhận báo cáo ở dòng Kính gửi (để trống thì bỏ cả dòng)",
      example: "Ủy ban nhân dân tỉnh An Bình",
      form: "text",
    },
    {
      name: "don_vi_bao_cao",
      meaning: "đơn vị hoặc cụm thi đua lập báo cáo",
      example: "Cụm thi đua số 1",
      form: "text",
      setting: "issuer.name",
    },
    { name: "nam", meaning: "năm báo cáo", example: "2020", form: "text" },
    { name: "nam_sau", meaning: "năm sau năm báo cáo", example: "2021", form: "text" },
    { name: "ky_bao_cao", meaning: "kỳ báo cáo", example: "6 tháng đầu năm 2020", form: "text" },
    {
      name: "ky_tiep_theo",
      meaning: "thời gian sau kỳ báo cáo, mà phần phương hướng nói tới",
      example: "6 tháng cuối năm 2020",
      form: "text",
    },
    { name: "ten_cum", meaning: "cụm, khối trong tiêu đề mục hoạt động của cụm", example: "Cụm", form: "text" },
    {
      name: "noi_dung_bao_cao",
      meaning: "trích yếu nói trong câu kết",
      example: "tổng kết công tác thi đua, khen thưởng năm 2020 và phương hướng, nhiệm vụ năm 2021",
      form: "text",
    },
    {
      name: "nguoi_trinh",
      meaning: "người trình Hội nghị ở câu kết (để trống thì bỏ)",
      example: "Cụm trưởng",
      form: "text",
    },
    { name: "du_thao", meaning: "đúng khi soạn dự thảo (--draft)", example: "", form: "condition" },
    {
      name: "tinh_hinh",
      meaning: "đặc điểm tình hình: đoạn mở đầu, thuận lợi, khó khăn",
      example: "{{@tinh_hinh}}",
      form: "block",
    },
    { name: "chi_dao", meaning: "công tác chỉ đạo, triển khai", example: "{{@chi_dao}}", form: "block" },
    { name: "chi_tieu", meaning: "các đoạn về kết quả thực hiện chỉ tiêu", example: "{{@chi_tieu}}", form: "block" },
    {
      name: "bang_chi_tieu",
      meaning:
        "bảng tỷ lệ thực hiện kế hoạch theo đơn vị; báo cáo của một đơn vị: bảng kế hoạch, thực hiện từng chỉ tiêu",
      example: "{{@bang_chi_tieu}}",
      form: "block",
    },
    {
      name: "bieu_do_ty_le",
      meaning: "biểu đồ tỷ lệ thực hiện kế hoạch theo đơn vị (từ 3 đơn vị)",
      example: "{{@bieu_do_ty_le}}",
      form: "block",
    },
    {
      name: "bieu_do_so_sanh",
      meaning: "biểu đồ so sánh với năm trước (từ 3 đơn vị hoặc 3 chỉ tiêu)",
      example: "{{@bieu_do_so_sanh}}",
      form: "block",
    },
    { name: "phong_trao", meaning: "các phong trào thi đua", example: "{{@phong_trao}}", form: "block" },
    {
      name: "bang_phong_trao",
      meaning: "bảng các phong trào thi đua và bảng số phong trào theo cấp, loại, thời gian",
      example: "{{@bang_phong_trao}}",
      form: "block",
    },
    { name: "khen_thuong", meaning: "các đoạn về công tác khen thưởng", example: "{{@khen_thuong}}", form: "block" },
    { name: "bang_khen_thuong", meaning: "bảng thống kê khen thưởng", example: "{{@bang_khen_thuong}}", form: "block" },
    { name: "hoat_dong_cum", meaning: "hoạt động của cụm, khối", example: "{{@hoat_dong_cum}}", form: "block" },
    { name: "cham_diem", meaning: "các đoạn về chấm điểm, xếp hạng", example: "{{@cham_diem}}", form: "block" },
    { name: "bang_diem", meaning: "bảng điểm và xếp hạng", example: "{{@bang_diem}}", form: "block" },
    {
      name: "bieu_do_diem",
      meaning: "biểu đồ điểm của các đơn vị theo nhóm tiêu chí (từ 3 đơn vị)",
      example: "{{@bieu_do_diem}}",
      form: "block",
    },
    { name: "de_nghi", meaning: "đề nghị suy tôn theo kết quả xếp hạng", example: "{{@de_nghi}}", form: "block" },
    {
      name: "bang_de_nghi",
      meaning: "bảng đề nghị khen thưởng theo quy tắc của cụm, khối (propose.rules)",
      example: "{{@bang_de_nghi}}",
      form: "block",
    },
    {
      name: "tuyen_truyen",
      meaning: "công tác tuyên truyền, nhân điển hình tiên tiến",
      example: "{{@tuyen_truyen}}",
      form: "block",
    },
    { name: "kiem_tra", meaning: "công tác kiểm tra, giám sát", example: "{{@kiem_tra}}", form: "block" },
    {
      name: "bo_may",
      meaning: "tổ chức bộ máy, Hội đồng Thi đua - Khen thưởng",
      example: "{{@bo_may}}",
      form: "block",
    },
    { name: "quy", meaning: "quỹ thi đua, khen thưởng", example: "{{@quy}}", form: "block" },
    { name: "uu_diem", meaning: "ưu điểm", example: "{{@uu_diem}}", form: "block" },
    {
      name: "han_che",
      meaning: "các đoạn về hạn chế, nguyên nhân (không có thì bỏ cả mục)",
      example: "{{@han_che}}",
      form: "block",
    },
    { name: "bai_hoc", meaning: "bài học kinh nghiệm", example: "{{@bai_hoc}}", form: "block" },
    {
      name: "phuong_huong",
      meaning: "các đoạn về phương hướng, nhiệm vụ",
      example: "{{@phuong_huong}}",
      form: "block",
    },
    { name: "kien_nghi", meaning: "kiến nghị, đề xuất", example: "{{@kien_nghi}}", form: "block" },
    {
      name: "phu_luc_chi_tieu",
      meaning: "phụ lục: kế hoạch, thực hiện từng chỉ tiêu của từng đơn vị; bảng quá rộng tự nằm trang ngang",
      example: "{{@phu_luc_chi_tieu}}",
      form: "block",
    },
    {
      name: "phu_luc_diem",
      meaning:
        "phụ lục: điểm từng tiêu chí, khi bảng điểm trong báo cáo không đủ chỗ; tiêu chí có điểm các vòng chấm khác nhau",
      example: "{{@phu_luc_diem}}",
      form: "block",
    },
    ...FOOT_PLACEHOLDERS,
  ],
};

/** What a report says outside its computed blocks. */
export interface ReportFrame {
  head: HeadInput;
  foot: FootInput;
  period: Period;
  scope: ReportScope;
  /** Cụm, khối, unit or office that reports; null: not set. */
  reporter: string | null;
  /** Kính gửi; null: the line is left out. */
  addressee: string | null;
  /** Marks it as DỰ THẢO. */
  isDraft: boolean;
}

/** Values for `templates/bao-cao-tong-ket.docx`; the blocks come from `composeReport`. */
export function reportValues({ head, foot, period, scope, reporter, addressee, isDraft }: ReportFrame): TemplateValues {
  const subject = `${abstractVerb(scope, period)} công tác thi đua, khen thưởng ${period.name}`;
  const cluster = scope.kind === "cluster" ? clusterWords(scope.name).short : null;
  return {
    ...headValues(head),
    ...footValues(foot),
    // A line of its own for each half: a year never stands apart from its "năm".
    trich_yeu: `${subject};\nphương hướng, nhiệm vụ ${period.next}`,
    noi_dung_bao_cao: `${decapitalize(subject)} và phương hướng, nhiệm vụ ${period.next}`,
    kinh_gui: addressee ?? "",
    don_vi_bao_cao: reporter,
    nguoi_trinh: cluster === null ? "" : `${cluster} trưởng`,
    ten_cum: nameClusters(scope),
    nam: String(period.year),
    nam_sau: String(period.year + 1),
    ky_bao_cao: period.name,
    ky_tiep_theo: period.next,
    du_thao: isDraft,
  };
}

/** A year is summed up (tổng kết), a part of it reviewed (sơ kết); one unit reports what it did. */
function abstractVerb(scope: ReportScope, { isWhole }: Period): string {
  if (scope.kind === "unit") return "Kết quả";
  return isWhole ? "Tổng kết" : "Sơ kết";
}

/** Name of the file, before `safeFileName`: "bao-cao-tong-ket-cum-thi-dua-so-1-2020", "bao-cao-so-ket-6-thang-xa-an-2020". */
export function reportFileStem(about: string | null, { id, isWhole, year }: Period): string {
  const slug = foldKey(about ?? "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return [isWhole ? "bao-cao-tong-ket" : `bao-cao-so-ket-${id}`, slug, String(year)]
    .filter((part) => part !== "")
    .join("-");
}
