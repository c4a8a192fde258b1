import { FOOT_PLACEHOLDERS, HEAD_PLACEHOLDERS } from "../frame-value.js";
import type { DocumentKind } from "../kind.js";

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
    },
    { name: "nam", meaning: "năm báo cáo", example: "2020", form: "text" },
    { name: "nam_sau", meaning: "năm sau năm báo cáo", example: "2021", form: "text" },
    { name: "tinh_hinh", meaning: "đoạn mở đầu: đặc điểm tình hình", example: "{{@tinh_hinh}}", form: "block" },
    { name: "chi_tieu", meaning: "các đoạn về kết quả thực hiện chỉ tiêu", example: "{{@chi_tieu}}", form: "block" },
    { name: "bang_chi_tieu", meaning: "bảng chỉ tiêu theo từng đơn vị", example: "{{@bang_chi_tieu}}", form: "block" },
    { name: "cham_diem", meaning: "các đoạn về chấm điểm, xếp hạng", example: "{{@cham_diem}}", form: "block" },
    { name: "bang_diem", meaning: "bảng điểm và xếp hạng", example: "{{@bang_diem}}", form: "block" },
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
    ...FOOT_PLACEHOLDERS,
  ],
};
