/** Phôi in sẵn: a printed blank on which only what differs is printed, at measured places. */
export interface Blank {
  paper: Paper;
  fields: readonly BlankField[];
}

/** Lying sheets. */
export type Paper = "A4" | "A3";

/** Millimetres. */
export const PAPERS: Readonly<Record<Paper, { width: number; height: number }>> = {
  A4: { width: 297, height: 210 },
  A3: { width: 420, height: 297 },
};

/** Where one text stands. Millimetres from the left and upper edge of the sheet. */
export interface BlankField {
  field: BlankFieldId;
  left: number;
  /** Of the line the letters stand on (the dotted line of the blank), the first of several. */
  baseline: number;
  width: number;
  /** Points. */
  size: number;
  /** How many lines there is room for. */
  lines: number;
  align: "left" | "center" | "right";
  bold: boolean;
  italics: boolean;
}

export type BlankFieldId = (typeof BLANK_FIELDS)[number]["id"];

/** THE LIST of what may be printed on a blank: the word in the table of positions and the placeholder of certificates. */
export const BLANK_FIELDS = [
  { id: "nguoi_tang", name: "người tặng" },
  { id: "ten", name: "tên người, tập thể" },
  { id: "chuc_vu_don_vi", name: "chức vụ, đơn vị" },
  { id: "thanh_tich", name: "thành tích" },
  { id: "dia_danh_ngay", name: "địa danh, ngày" },
  { id: "ky", name: "chức vụ người ký" },
  { id: "nguoi_ky", name: "người ký" },
  { id: "so_quyet_dinh", name: "số quyết định" },
  { id: "ngay_quyet_dinh", name: "ngày quyết định" },
  { id: "so_so_vang", name: "số sổ vàng" },
] as const;

function place(
  field: BlankFieldId,
  left: number,
  baseline: number,
  width: number,
  size: number,
  more: Partial<BlankField> = {},
): BlankField {
  return { field, left, baseline, width, size, lines: 1, align: "center", bold: false, italics: false, ...more };
}

/** An A4 blank as many are; every office has to measure its own. */
export const USUAL_BLANK: Blank = {
  paper: "A4",
  fields: [
    place("ten", 40, 105, 217, 26, { bold: true }),
    place("chuc_vu_don_vi", 40, 115, 217, 16),
    place("thanh_tich", 40, 126, 217, 16, { lines: 2 }),
    place("dia_danh_ngay", 155, 146, 115, 14, { italics: true }),
    place("ky", 155, 153, 115, 14, { bold: true, lines: 2 }),
    place("nguoi_ky", 155, 188, 115, 14, { bold: true }),
    place("so_quyet_dinh", 60, 176, 70, 13, { align: "left" }),
    place("ngay_quyet_dinh", 60, 182, 70, 13, { align: "left" }),
    place("so_so_vang", 60, 188, 70, 13, { align: "left" }),
  ],
};

/** A row of the table of positions: a text and its place, or the paper. */
export type BlankRecord = { row: number } & ({ paper: Paper } | BlankField);
