import { FOOT_PLACEHOLDERS, HEAD_PLACEHOLDERS } from "../template/frame-value.js";
import type { Placeholder } from "../template/kind.js";

const RECIPIENT_COLUMNS = [
  ["ho_ten", "họ và tên hoặc tên tập thể", "Trần Thị Bưởi"],
  ["danh_xung", "danh xưng", "Bà"],
  ["ten_day_du", "danh xưng và họ tên", "Bà Trần Thị Bưởi"],
  ["chuc_vu", "chức vụ", "Giáo viên"],
  ["don_vi", "đơn vị công tác", "Trường Tiểu học Hoa Sen"],
  ["thanh_tich", "tóm tắt thành tích", "Hoàn thành xuất sắc nhiệm vụ"],
] as const;

/** The lists of a decision in the order its appendix shows them. */
export const RECIPIENT_GROUPS = [
  { list: "tap_the", subject: "collective", word: "tập thể" },
  { list: "ca_nhan", subject: "individual", word: "cá nhân" },
  { list: "ho_gia_dinh", subject: "household", word: "hộ gia đình" },
] as const;

/** What a template of a commendation decision may hold. */
export const DECISION_PLACEHOLDERS: readonly Placeholder[] = [
  ...HEAD_PLACEHOLDERS,
  {
    name: "trich_yeu",
    meaning: "trích yếu nội dung",
    example: "Về việc tặng Giấy khen cho các tập thể, cá nhân có thành tích xuất sắc",
    form: "text",
    required: true,
  },
  {
    name: "tham_quyen",
    meaning: "thẩm quyền ban hành",
    example: "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH MINH",
    form: "text",
    setting: "issuer.name",
  },
  {
    name: "nguoi_ban_hanh",
    meaning: "người có thẩm quyền ban hành",
    example: "Chủ tịch Ủy ban nhân dân huyện Bình Minh",
    form: "text",
    setting: "issuer.name",
  },
  {
    name: "can_cu.dong",
    meaning: "từng dòng căn cứ và dòng “Theo đề nghị của …”",
    example: "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
    form: "column",
  },
  { name: "dong_tu", meaning: "động từ của Điều 1", example: "Tặng", form: "text" },
  {
    name: "hinh_thuc",
    meaning: "danh hiệu hoặc hình thức khen thưởng",
    example: "Giấy khen của Chủ tịch Ủy ban nhân dân huyện Bình Minh",
    form: "text",
  },
  {
    name: "doi_tuong",
    meaning: "số lượng tập thể, cá nhân, hộ gia đình được khen",
    example: "298 tập thể và 1.454 cá nhân",
    form: "text",
  },
  {
    name: "ly_do",
    meaning: "lý do khen thưởng chung",
    example: "đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2020",
    form: "text",
  },
  {
    name: "nguoi_nhan",
    meaning: "tên, chức vụ, đơn vị của người được khen, khi quyết định cho một đối tượng",
    example: "bà Trần Thị Bưởi, Giáo viên, Trường Tiểu học Hoa Sen",
    form: "text",
  },
  {
    name: "thanh_tich",
    meaning: "lý do khen riêng, khi quyết định cho một đối tượng",
    example: "đã có sáng kiến trong giảng dạy",
    form: "text",
  },
  {
    name: "nguon_tien_thuong",
    meaning: "nguồn chi tiền thưởng",
    example: "Quỹ thi đua, khen thưởng huyện",
    form: "text",
  },
  {
    name: "trach_nhiem_thi_hanh",
    meaning: "những người chịu trách nhiệm thi hành",
    example: "Trưởng phòng Nội vụ và các tập thể, cá nhân có tên tại Điều 1",
    form: "text",
  },
  { name: "nam", meaning: "năm thành tích", example: "2020", form: "text" },
  {
    name: "co_danh_sach",
    meaning: "đúng khi quyết định có danh sách kèm theo, sai khi cho một đối tượng",
    example: "{{#co_danh_sach}}có danh sách kèm theo{{/co_danh_sach}}",
    form: "condition",
  },
  {
    name: "tieu_de_danh_sach",
    meaning: "tiêu đề của danh sách",
    example: "Tập thể, cá nhân được tặng Giấy khen năm 2020",
    form: "text",
  },
  ...RECIPIENT_GROUPS.flatMap(({ list, word }): Placeholder[] => [
    { name: `so_${list}`, meaning: `số ${word}`, example: "05", form: "text" },
    {
      name: `muc_${list}`,
      meaning: `số La Mã của mục ${word}, trống khi danh sách chỉ có một mục`,
      example: "I.",
      form: "text",
    },
    ...RECIPIENT_COLUMNS.map(
      ([column, meaning, example]): Placeholder => ({
        name: `${list}.${column}`,
        meaning: `${meaning} (${word})`,
        example,
        form: "column",
      }),
    ),
  ]),
  ...FOOT_PLACEHOLDERS,
];
