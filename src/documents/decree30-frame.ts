import type { Document } from "docx";
import { type Block, body, line, SIZE, TEXT_WIDTH } from "./decree30.js";
import { distributionLine, documentFoot, signatureLine } from "./decree30-foot.js";
import { borderlessTable, documentHead, documentTitle, parentLine } from "./decree30-head.js";
import { type PageSection, pageDocument } from "./decree30-page.js";
import { dataTable } from "./decree30-table.js";

/** The head as its placeholders; minutes and ballots carry no place and date. */
export function head({ dated = true, numbered = true }: { dated?: boolean; numbered?: boolean } = {}) {
  return documentHead({
    parent: [parentLine("{{#co_co_quan_chu_quan}}{{co_quan_chu_quan}}{{/co_co_quan_chu_quan}}")],
    issuer: "{{co_quan_ban_hanh}}",
    number: numbered ? "Số: {{so}}/{{ky_hieu}}" : "",
    placeAndDate: dated ? "{{dia_danh}}, {{ngay_ban_hanh}}" : null,
  });
}

/** Nơi nhận and the signature as their placeholders. The paragraph before it must have `keepNext`. */
export function foot() {
  return documentFoot({
    distribution: [distributionLine("- {{noi_nhan.dong}}")],
    signature: [signatureLine("{{ky.dong}}")],
    signatory: "{{nguoi_ky}}",
  });
}

/** Mẫu 1.4: every named type that is not a decision. `last` ends in "./." and stays with the foot. */
export function namedDocument(
  title: string,
  type: string,
  { blocks, last, appendix = [] }: { blocks: readonly Block[]; last: string; appendix?: readonly PageSection[] },
): Document {
  return pageDocument(title, [
    { children: [head(), ...documentTitle(type, "{{trich_yeu}}"), ...blocks, body(last, { keepNext: true }), foot()] },
    ...appendix,
  ]);
}

/** Mẫu 1.9 biên bản: who, when, where; the agenda; the end; secretary left, chair right. */
export function minutesDocument(
  title: string,
  { blocks, meeting = "Cuộc họp", signatures = ["THƯ KÝ", "CHỦ TỌA"] }: MinutesParts,
): Document {
  return pageDocument(title, [
    {
      children: [
        head({ dated: false }),
        ...documentTitle("BIÊN BẢN", "{{trich_yeu}}"),
        body("Thời gian bắt đầu: {{bat_dau}}."),
        body("Địa điểm: {{dia_diem}}."),
        ...blocks,
        body(`${meeting} kết thúc vào {{ket_thuc}}./.`, { keepNext: true }),
        twoSignatures(signatures, ["{{ten_thu_ky}}", "{{ten_chu_toa}}"]),
        line("Nơi nhận:", { size: SIZE.distributionTitle, bold: true, italics: true, before: 12, keepNext: true }),
        distributionLine("- {{noi_nhan.dong}}"),
      ],
    },
  ]);
}

export interface MinutesParts {
  blocks: readonly Block[];
  meeting?: string;
  signatures?: readonly [string, string];
}

/** Two who sign beside each other, with room for both. */
export function twoSignatures(titles: readonly [string, string], names: readonly [string, string]) {
  const side = (title: string, name: string) => [
    line("", { size: 12 }),
    line(title, { bold: true, align: "center" }),
    line("", { before: 72 }),
    line(name, { bold: true, align: "center" }),
  ];
  const half = TEXT_WIDTH / 2;
  return borderlessTable([half, half], [[side(titles[0], names[0]), side(titles[1], names[1])]]);
}

const ORDINAL = { title: "STT", align: "center", width: 700 } as const;

/** A table of one list: `{{stt}}` and a column each; `total`: the cells of a last row, after the one of `{{stt}}`. */
export function listTable(list: string, columns: readonly ListColumn[], width?: number, total: readonly string[] = []) {
  return dataTable(
    [ORDINAL, ...columns],
    [
      { cells: ["{{stt}}", ...columns.map(({ cell }) => (cell === "" ? "" : `{{${list}.${cell}}}`))] },
      ...(total.length === 0 ? [] : [{ cells: ["", ...total], bold: true }]),
    ],
    { size: SIZE.table + (width === undefined ? 1 : 0), ...(width === undefined ? {} : { width }) },
  );
}

export interface ListColumn {
  title: string;
  /** Column of the list; "": an empty cell to write in. */
  cell: string;
  width: number | null;
  align?: "left" | "center" | "right";
}

/** The three lists of nominees under their headings, each gone when empty. */
export function nomineeTables(of: "short" | "wide" | "vote" | "ballot" | "count" | "money", width?: number): Block[] {
  const groups = [
    { list: "tap_the", heading: "TẬP THỂ", name: "Tên tập thể", cell: "ho_ten" },
    { list: "ca_nhan", heading: "CÁ NHÂN", name: "Họ và tên", cell: "ten_day_du" },
    { list: "ho_gia_dinh", heading: "HỘ GIA ĐÌNH", name: "Hộ gia đình", cell: "ten_day_du" },
  ];
  return groups.flatMap(({ list, heading, name, cell }) => [
    line(`{{#co_${list}}}`),
    line(`{{muc_${list}}}${heading}`, { bold: true, before: 8, after: 4, keepNext: true }),
    listTable(
      list,
      [{ title: name, cell, width: null }, ...NOMINEE_COLUMNS[of]],
      width,
      of === "money"
        ? ["Cộng", ...NOMINEE_COLUMNS.money.map(({ cell }) => (cell === "tien" ? `{{cong_${list}}}` : ""))]
        : [],
    ),
    line(`{{/co_${list}}}`),
  ]);
}

const PLACE = [
  { title: "Chức vụ", cell: "chuc_vu", width: 1500 },
  { title: "Đơn vị", cell: "don_vi", width: 2100 },
] as const;
const AWARD = { title: "Danh hiệu, hình thức khen thưởng", cell: "hinh_thuc", width: 1900 } as const;
const SHARE = { title: "Tỷ lệ phiếu", cell: "ty_le_phieu", width: 1000, align: "center" } as const;

const NOMINEE_COLUMNS: Readonly<
  Record<"short" | "wide" | "vote" | "ballot" | "count" | "money", readonly ListColumn[]>
> = {
  short: [...PLACE, AWARD],
  wide: [
    ...PLACE,
    AWARD,
    { title: "Tóm tắt thành tích", cell: "thanh_tich", width: 3600 },
    SHARE,
    { title: "Ghi chú", cell: "ghi_chu", width: 1100 },
  ],
  vote: [
    { title: "Đơn vị", cell: "don_vi", width: 1900 },
    AWARD,
    { title: "Số phiếu đồng ý", cell: "phieu", width: 1000, align: "center" },
    SHARE,
    { title: "Kết quả", cell: "ket_qua", width: 1100, align: "center" },
  ],
  count: [
    AWARD,
    { title: "Đồng ý", cell: "dong_y", width: 900, align: "center" },
    { title: "Còn lại", cell: "con_lai", width: 1000, align: "center" },
    { title: "Tỷ lệ trên tổng số thành viên", cell: "ty_le_phieu", width: 1400, align: "center" },
  ],
  money: [
    { title: "Chức vụ", cell: "chuc_vu", width: 1250 },
    { title: "Đơn vị", cell: "don_vi", width: 1700 },
    { title: "Danh hiệu, hình thức khen thưởng", cell: "hinh_thuc", width: 1700 },
    { title: "Quyết định", cell: "quyet_dinh", width: 1500 },
    { title: "Lương cơ sở (đồng)", cell: "luong_co_so", width: 1150, align: "right" },
    { title: "Hệ số", cell: "he_so", width: 750, align: "center" },
    { title: "Tiền thưởng (đồng)", cell: "tien", width: 1350, align: "right" },
    { title: "Ký nhận", cell: "", width: 1200 },
    { title: "Ghi chú", cell: "luu_y", width: 1700 },
  ],
  ballot: [
    { title: "Đơn vị", cell: "don_vi", width: 1900 },
    AWARD,
    { title: "Đồng ý", cell: "", width: 950 },
    { title: "Không đồng ý", cell: "", width: 950 },
  ],
};
