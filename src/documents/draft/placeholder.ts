import { RECIPIENT_GROUPS } from "../decision/placeholder.js";
import { FOOT_PLACEHOLDERS, HEAD_PLACEHOLDERS } from "../template/frame-value.js";
import type { Placeholder } from "../template/kind.js";

/** The head of what has no number: ballots, covenants. */
export const UNNUMBERED_HEAD: readonly Placeholder[] = HEAD_PLACEHOLDERS.filter(
  ({ name }) => !["so", "ky_hieu"].includes(name),
);

/** A text of a draft. `option`: what fills it, as typed. */
export function field(name: string, meaning: string, example: string, option?: string): Placeholder {
  return { name, meaning, example, form: "text", ...(option === undefined ? {} : { option }) };
}

/** A column of a list, as "list.column". */
export function column(name: string, meaning: string, example: string, option?: string): Placeholder {
  return { ...field(name, meaning, example, option), form: "column" };
}

/** The columns of a list, as [column, meaning, example]. */
export function columns(list: string, of: readonly (readonly [string, string, string])[]): Placeholder[] {
  return of.map(([name, meaning, example]) => column(`${list}.${name}`, meaning, example));
}

/** One paragraph for each line of a list; `remedy`: what fills it where there is none. */
export function lines(list: string, meaning: string, example: string, remedy?: string): Placeholder {
  return { name: `${list}.dong`, meaning, example, form: "column", ...(remedy === undefined ? {} : { remedy }) };
}

/** Trích yếu, with the example of the kind. */
export function abstractField(example: string): Placeholder {
  return { ...field("trich_yeu", "trích yếu nội dung", example), required: true };
}

/** Head and foot of a numbered document of a named type (Mẫu 1.2, 1.4, 1.5) around what is its own. */
export function framed(own: readonly Placeholder[]): Placeholder[] {
  return [...HEAD_PLACEHOLDERS, ...own, ...FOOT_PLACEHOLDERS];
}

/** Minutes (Mẫu 1.9): no place and date in the head, two signatures. */
export function minutesFramed(own: readonly Placeholder[]): Placeholder[] {
  return [
    ...HEAD_PLACEHOLDERS.filter(({ name }) => !["dia_danh", "ngay_ban_hanh"].includes(name)),
    ...own,
    field("bat_dau", "giờ và ngày bắt đầu", "8 giờ 00, ngày 10 tháng 12 năm 2020", '--start "8 giờ 00" và --date NGÀY'),
    field("dia_diem", "địa điểm họp", "Hội trường Ủy ban nhân dân huyện Bình Minh", '--meeting-place "…"'),
    field("chu_toa", "họ tên, chức vụ người chủ trì", "Ông Nguyễn Văn An, Chủ tịch Hội đồng", '--chair "…"'),
    field("thu_ky", "họ tên, chức vụ thư ký", "Bà Trần Thị Bưởi, chuyên viên", '--secretary "…"'),
    field(
      "ket_thuc",
      "giờ và ngày kết thúc",
      "10 giờ 30, ngày 10 tháng 12 năm 2020",
      '--end "10 giờ 30" và --date NGÀY',
    ),
    field("ten_chu_toa", "họ tên người chủ trì ở chỗ ký", "Nguyễn Văn An"),
    field("ten_thu_ky", "họ tên thư ký ở chỗ ký", "Trần Thị Bưởi"),
    ...FOOT_PLACEHOLDERS.filter(({ name }) => name.startsWith("noi_nhan")),
  ];
}

/** A ranking: `rankRows`. */
export const RANK_COLUMNS: readonly Placeholder[] = columns("xep_hang", [
  ["don_vi", "tên đơn vị", "Huyện Lâm Bình"],
  ["diem", "tổng điểm", "95,5"],
  ["hang", "thứ hạng", "1"],
]);

const NOMINEE_COLUMNS = [
  ["ho_ten", "họ và tên hoặc tên tập thể", "Trần Thị Bưởi"],
  ["ten_day_du", "danh xưng và họ tên", "Bà Trần Thị Bưởi"],
  ["chuc_vu", "chức vụ", "Giáo viên"],
  ["don_vi", "đơn vị công tác", "Trường Tiểu học Hoa Sen"],
  ["hinh_thuc", "danh hiệu hoặc hình thức khen thưởng", "Giấy khen"],
  ["thanh_tich", "tóm tắt thành tích", "Hoàn thành xuất sắc nhiệm vụ"],
  ["phieu", "số phiếu đồng ý trên tổng số thành viên", "14/15"],
  ["ty_le_phieu", "tỷ lệ phiếu trên tổng số thành viên", "93,3%"],
  ["ghi_chu", "ghi chú", "Khen đột xuất"],
] as const;

/** The three lists of nominees or recipients, collectives first. */
export const NOMINEE_PLACEHOLDERS: readonly Placeholder[] = RECIPIENT_GROUPS.flatMap(({ list, word }) => [
  field(`so_${list}`, `số ${word}`, "05"),
  field(`muc_${list}`, `số La Mã của mục ${word}, trống khi danh sách chỉ có một mục`, "I."),
  ...columns(
    list,
    NOMINEE_COLUMNS.map(([name, meaning, example]) => [name, `${meaning} (${word})`, example]),
  ),
]);
