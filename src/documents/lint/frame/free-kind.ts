import { type FreeFrame, type NamedType, namedType } from "./named-type.js";
import { isCapitals, type Piece } from "./piece.js";

const NO_NUMBER = ["so-ky-hieu", "dia-danh-ngay", "ten-loai"];
const NO_FOOT = ["noi-nhan", "quyen-han", "ket-thuc"];

const BALLOT: FreeFrame = {
  lacks: [...NO_NUMBER, ...NO_FOOT],
  reason: "Phiếu để thành viên đánh dấu, không lấy số và không ai ký: không xét số, ngày, nơi nhận, chữ ký.",
};

const COVENANT: FreeFrame = {
  lacks: [...NO_NUMBER, ...NO_FOOT, "quoc-hieu-vi-tri", "co-quan", "trich-yeu-ke"],
  reason:
    "Giao ước do các đơn vị cùng ký, không thuộc tên loại có chữ viết tắt ở Phụ lục III: không xét số, tên một cơ quan ban hành, nơi nhận.",
};

const STATISTICS: FreeFrame = {
  lacks: ["so-ky-hieu", "ten-loai", "ket-thuc"],
  reason:
    "Biểu thống kê đi cùng báo cáo, không thuộc tên loại có chữ viết tắt ở Phụ lục III: không xét số, dấu kết thúc.",
};

const ATTACHED: FreeFrame = {
  // The rule of an appendix stands below "(Kèm theo …)".
  lacks: [
    ...[...NO_NUMBER, ...NO_FOOT, "quoc-hieu", "tieu-ngu", "trich-yeu-ke"],
    ...["co-quan", "co-quan-chu", "co-quan-ke", "chu-quan-chu"],
  ],
  reason:
    "Danh sách, phụ lục kèm theo mang số, ngày và chữ ký của văn bản chính (Phụ lục I, Phần I, Mục III.1): không xét phần đầu, phần ký.",
};

const CERTIFICATE: FreeFrame = {
  lacks: [
    ...NO_NUMBER,
    ...NO_FOOT,
    ...["kho-giay", "huong-giay", "le-trang", "so-trang", "so-trang-vi-tri", "so-trang-dau", "so-trang-chu"],
    ...["phong-chu", "mau-chu", "quoc-hieu", "quoc-hieu-chu", "quoc-hieu-vi-tri"],
    ...["tieu-ngu", "tieu-ngu-chu", "tieu-ngu-ke", "co-quan", "co-quan-chu", "co-quan-ke", "chu-quan-chu"],
    ...["so-chu", "so-trinh-bay", "ngay-chu", "ten-loai-chu", "trich-yeu", "trich-yeu-chu", "trich-yeu-ke"],
    ...["loi-van-co", "loi-van-dung", "canh-deu", "lui-dau-dong", "cach-doan", "gian-dong"],
    ...["quyen-han-chu", "nguoi-ky-chu"],
  ],
  reason:
    "Giấy khen, bằng khen theo mẫu của Chính phủ về thi đua, khen thưởng, in trên phôi: không xét khổ giấy, cỡ chữ, số, trích yếu, nơi nhận.",
};

/** Kinds told by their title. */
const TITLED: readonly NamedType[] = [
  ...["Phiếu bầu", "Phiếu bình xét", "Phiếu biểu quyết", "Phiếu tín nhiệm", "Phiếu lấy ý kiến"].map((name) =>
    namedType(name, null, BALLOT),
  ),
  ...["Giao ước thi đua", "Bản giao ước thi đua", "Giao ước", "Bản giao ước"].map((name) =>
    namedType(name, null, COVENANT),
  ),
  ...["Thống kê khen thưởng", "Thống kê", "Biểu thống kê", "Bảng thống kê"].map((name) =>
    namedType(name, null, STATISTICS),
  ),
  ...["Danh sách", "Phụ lục"].map((name) => namedType(name, null, ATTACHED)),
];

/** The free kind a title names; more words may follow it on its line. */
export function findFreeKind(key: string): NamedType | null {
  return TITLED.find((type) => key === type.key || key.startsWith(`${type.key} `)) ?? null;
}

const CERTIFICATE_LINE = /^(truy )?tặng( (giấy khen|bằng khen|cờ thi đua|danh hiệu|kỷ niệm chương))?( .*)?$/;
const CERTIFICATE_TITLE = /^(giấy khen|bằng khen|giấy chứng nhận|bằng chứng nhận)$/;

/** A certificate: "TẶNG BẰNG KHEN" or "GIẤY KHEN" on a line of its own, or the number of the golden book. */
export function findCertificate(top: readonly Piece[]): NamedType | null {
  const isOne = top.some(
    ({ key, text }) =>
      (isCapitals(text) && (CERTIFICATE_LINE.test(key) || CERTIFICATE_TITLE.test(key))) ||
      /^(vào )?(số )?sổ vàng/.test(key),
  );
  return isOne ? namedType("Giấy khen, bằng khen", null, CERTIFICATE) : null;
}

const LABEL = /^(phụ lục|phụ biểu)( (số )?([ivxlc]+|\d+))?[.:]?$/;

/** A list or table that goes with another document: it says so, or begins as an appendix and has no national title. */
export function findAttached(top: readonly Piece[], type: NamedType | null, hasNation: boolean): NamedType | null {
  const isList = type?.free === ATTACHED;
  const goesWith = top.slice(0, 24).some(({ key }) => /^\(?(ban hành )?kèm theo /.test(key));
  if (isList) return hasNation && !goesWith ? null : type;
  const isAppendix = !hasNation && (LABEL.test(top[0]?.key ?? "") || goesWith);
  return type === null && isAppendix ? namedType("Phụ lục kèm theo", null, ATTACHED) : type;
}
