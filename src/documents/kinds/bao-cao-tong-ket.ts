import { foldKey } from "../../domain/name.js";
import {
  FOOT_PLACEHOLDERS,
  type FootInput,
  footValues,
  HEAD_PLACEHOLDERS,
  type HeadInput,
  headValues,
} from "../frame-value.js";
import type { DocumentKind } from "../kind.js";
import type { TemplateValues } from "../template-value.js";

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
    { name: "tinh_hinh", meaning: "đoạn mở đầu: đặc điểm tình hình", example: "{{@tinh_hinh}}", form: "block" },
    {
      name: "chi_dao",
      meaning: "các đoạn về công tác chỉ đạo, tổ chức phong trào thi đua",
      example: "{{@chi_dao}}",
      form: "block",
    },
    {
      name: "bang_phong_trao",
      meaning: "bảng các phong trào thi đua và bảng số phong trào theo cấp, loại, thời gian",
      example: "{{@bang_phong_trao}}",
      form: "block",
    },
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
    { name: "cham_diem", meaning: "các đoạn về chấm điểm, xếp hạng", example: "{{@cham_diem}}", form: "block" },
    { name: "bang_diem", meaning: "bảng điểm và xếp hạng", example: "{{@bang_diem}}", form: "block" },
    {
      name: "bieu_do_diem",
      meaning: "biểu đồ điểm của các đơn vị theo nhóm tiêu chí (từ 3 đơn vị)",
      example: "{{@bieu_do_diem}}",
      form: "block",
    },
    { name: "khen_thuong", meaning: "các đoạn về công tác khen thưởng", example: "{{@khen_thuong}}", form: "block" },
    { name: "bang_khen_thuong", meaning: "bảng thống kê khen thưởng", example: "{{@bang_khen_thuong}}", form: "block" },
    {
      name: "han_che",
      meaning: "các đoạn về hạn chế, nguyên nhân (không có thì bỏ cả mục)",
      example: "{{@han_che}}",
      form: "block",
    },
    {
      name: "phuong_huong",
      meaning: "các đoạn về phương hướng, nhiệm vụ",
      example: "{{@phuong_huong}}",
      form: "block",
    },
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
  year: number;
  /** Cụm, khối or office that reports; null: not set. */
  reporter: string | null;
  /** Kính gửi; null: the line is left out. */
  addressee: string | null;
}

/** Values for `templates/bao-cao-tong-ket.docx`; the blocks come from `composeReport`. */
export function reportValues({ head, foot, year, reporter, addressee }: ReportFrame): TemplateValues {
  return {
    ...headValues(head),
    ...footValues(foot),
    // A line of its own for each half: a year never stands apart from its "năm".
    trich_yeu: `Tổng kết công tác thi đua, khen thưởng năm ${year};\nphương hướng, nhiệm vụ năm ${year + 1}`,
    kinh_gui: addressee ?? "",
    don_vi_bao_cao: reporter,
    nam: String(year),
    nam_sau: String(year + 1),
  };
}

/** Name of the file, before `safeFileName`: "bao-cao-tong-ket-cum-thi-dua-so-1-2020". */
export function reportFileStem(cluster: string | null, year: number): string {
  const slug = foldKey(cluster ?? "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return ["bao-cao-tong-ket", slug, String(year)].filter((part) => part !== "").join("-");
}
