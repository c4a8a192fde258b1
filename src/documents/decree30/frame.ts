import type { Document, Paragraph } from "docx";
import { authorityLine, legalBasis, resolution } from "./body.js";
import { type Block, body, line, SIZE, TEXT_WIDTH } from "./decree30.js";
import { distributionLine, documentFoot, signatureLine } from "./foot.js";
import { borderlessTable, documentHead, documentTitle, parentLine } from "./head.js";
import { type PageSection, pageDocument } from "./page.js";
import { dataTable } from "./table.js";

/** The head as its placeholders; minutes and ballots carry no place and date. */
export function head({ dated = true, numbered = true, subject }: HeadParts = {}) {
  return documentHead({
    parent: [parentLine("{{#co_co_quan_chu_quan}}{{co_quan_chu_quan}}{{/co_co_quan_chu_quan}}")],
    issuer: "{{co_quan_ban_hanh}}",
    number: numbered ? "Số: {{so}}/{{ky_hieu}}" : "",
    placeAndDate: dated ? "{{dia_danh}}, {{ngay_ban_hanh}}" : null,
    ...(subject === undefined ? {} : { subject }),
  });
}

export interface HeadParts {
  dated?: boolean;
  numbered?: boolean;
  /** V/v of a công văn. */
  subject?: string;
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

/** Mẫu 1.2: a decision in one's own power. `last` ends in "./." and stays with the foot; `below` follows on the same page. */
export function decisionDocument(
  title: string,
  parts: { articles: readonly Block[]; last: Block; below?: readonly Block[]; appendix?: readonly PageSection[] },
): Document {
  return pageDocument(title, [
    {
      children: [
        head(),
        ...documentTitle("QUYẾT ĐỊNH", "{{trich_yeu}}"),
        authorityLine("{{tham_quyen}}"),
        legalBasis("{{can_cu.dong}}"),
        resolution("QUYẾT ĐỊNH:"),
        ...parts.articles,
        parts.last,
        foot(),
        ...(parts.below ?? []),
      ],
    },
    ...(parts.appendix ?? []),
  ]);
}

/** Mẫu 1.9 biên bản: who, when, where; the agenda; the end; secretary left, chair right. */
export function minutesDocument(
  title: string,
  { blocks, meeting = "Cuộc họp", parties, signatures = ["THƯ KÝ", "CHỦ TỌA"] }: MinutesParts,
): Document {
  return pageDocument(title, [
    {
      children: [
        head({ dated: false }),
        ...documentTitle("BIÊN BẢN", "{{trich_yeu}}"),
        body("Thời gian bắt đầu: {{bat_dau}}."),
        body("Địa điểm: {{dia_diem}}."),
        ...blocks,
        body("Biên bản đã được đọc lại cho mọi người có mặt cùng nghe và nhất trí thông qua.", { keepNext: true }),
        body(`${meeting} kết thúc vào {{ket_thuc}}./.`, { keepNext: true }),
        signatureTable([
          ...(parties === undefined ? [] : [parties]),
          [
            { titles: [signatures[0]], name: "{{ten_thu_ky}}" },
            { titles: [signatures[1]], name: "{{ten_chu_toa}}" },
          ],
        ]),
        line("Nơi nhận:", { size: SIZE.distributionTitle, bold: true, italics: true, before: 12, keepNext: true }),
        distributionLine("- {{noi_nhan.dong}}"),
      ],
    },
  ]);
}

export interface MinutesParts {
  blocks: readonly Block[];
  meeting?: string;
  /** Who signs above secretary and chair. */
  parties?: readonly [Signer, Signer];
  signatures?: readonly [string, string];
}

/** Where somebody signs: the lines above the signature, the name beneath it. */
interface Signer {
  titles: readonly string[];
  name?: string;
}

/** Those who sign beside each other, each with room for it, all on one page. The paragraph before it must have `keepNext`. */
function signatureTable(rows: readonly (readonly [Signer | null, Signer])[]) {
  const half = TEXT_WIDTH / 2;
  return borderlessTable(
    [half, half],
    rows.map(([left, right], index) => {
      const keepNext = index < rows.length - 1;
      return [left === null ? [line("")] : signaturePlace(left, keepNext), signaturePlace(right, keepNext)];
    }),
  );
}

/** The one who signs an agreement for all, at the right; there is no Nơi nhận beside it. */
export function soleSignature() {
  return signatureTable([[null, { titles: ["{{ky.dong}}"], name: "{{nguoi_ky}}" }]]);
}

/** Many who sign, two beside each other: the list has columns `trai` and `phai`. */
export function signatureRows(list: string) {
  return signatureTable([[{ titles: [`{{${list}.trai}}`] }, { titles: [`{{${list}.phai}}`] }]]);
}

function signaturePlace({ titles, name = "" }: Signer, keepNext: boolean): Paragraph[] {
  return [
    line("", { size: 12, keepNext }),
    ...titles.map((title) => line(title, { bold: true, align: "center", keepNext })),
    line("", { before: 72, keepNext }),
    line(name, { bold: true, align: "center", keepNext }),
  ];
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
export function nomineeTables(of: NomineeColumns, width?: number): Block[] {
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

/** The ranking of a cluster, or with a column for them that of several. */
export function rankTable(before: readonly ListColumn[] = []) {
  return listTable("xep_hang", [
    ...before,
    { title: "Đơn vị", cell: "don_vi", width: null },
    { title: "Tổng điểm", cell: "diem", width: 1700, align: "right" },
    { title: "Xếp hạng", cell: "hang", width: 1900, align: "center" },
  ]);
}

const PLACE = [
  { title: "Chức vụ", cell: "chuc_vu", width: 1500 },
  { title: "Đơn vị", cell: "don_vi", width: 2100 },
] as const;
const AWARD = { title: "Danh hiệu, hình thức khen thưởng", cell: "hinh_thuc", width: 1900 } as const;
const SHARE = { title: "Tỷ lệ phiếu", cell: "ty_le_phieu", width: 1000, align: "center" } as const;

type NomineeColumns = "short" | "wide" | "vote" | "ballot" | "count" | "decided" | "money";

const NOMINEE_COLUMNS: Readonly<Record<NomineeColumns, readonly ListColumn[]>> = {
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
  decided: [
    { title: "Đơn vị", cell: "don_vi", width: 2000 },
    AWARD,
    { title: "Quyết định", cell: "quyet_dinh", width: 2100 },
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
    { title: "Đồng ý", cell: "", width: 1150 },
    { title: "Không đồng ý", cell: "", width: 1150 },
  ],
};
