import { nameKey } from "../../domain/name.js";

/** Words of measure in provincial and district tables, alone or behind a scale word ("nghìn người"). */
const MEASURES = new Set(
  [
    "%, ‰, điểm %, phần trăm, ha, m2, m², km2, km², tấn, tạ, yến, kg, g, lít, m, km, cm, m3, m³, kwh, mwh, kw, mw",
    "đồng, đ, usd, vnd, con, cái, chiếc, bộ, cây, đàn, người, dân, hộ, hộ dân, lao động, lượt, lượt người, lần, ca, suất, vụ, việc, cuộc",
    "buổi, giờ, ngày, tháng, năm, xã, huyện, thôn, bản, ấp, tổ, nhóm, tiêu chí, chỉ tiêu, nhiệm vụ, điểm, lớp, trường, phòng học",
    "học sinh, học viên, trẻ, cháu, giường, giường bệnh, bệnh nhân, bác sĩ, trạm, căn, nhà, ngôi nhà, mô hình, công trình, dự án",
    "sản phẩm, doanh nghiệp, hợp tác xã, tổ hợp tác, hồ sơ, bài, tin, tin bài, văn bản, báo cáo, sáng kiến, đề tài, tập thể, cá nhân",
    "phong trào, đơn vị, đơn vị máu, tuyến, giếng, thuê bao, máy, quyển, cuốn, tờ, mũi, liều, tổ chức, hội nghị, hội viên, đoàn viên",
    "đảng viên, chi bộ, thanh niên, đồng chí, đ/c, giải, bậc, hạng, tiết, môn, đạt/không đạt, đạt",
  ].flatMap((line) => line.split(", ")),
);

const SCALE = /^(nghìn|ngàn|triệu|tr|tỷ|tỉ|vạn|trăm|1000|100|10000)\s*/;

/** Whether a word measures something (ha, tỷ đồng, tạ/ha, nghìn người), and so is no unit that reports. */
export function isMeasure(text: string): boolean {
  const key = nameKey(text).replace(/[.()]/g, "");
  if (MEASURES.has(key)) return true;
  const parts = key.split("/");
  return parts.every((part) => isSimpleMeasure(part.trim()));
}

function isSimpleMeasure(part: string): boolean {
  const rest = part.replace(SCALE, "").replace(SCALE, "").trim();
  return rest === "" ? part !== "" : MEASURES.has(rest);
}

/** Whether figures of a measure are written with the sign: % for "%", "điểm %", "phần trăm". */
export function takesSign(measure: string, sign: string): boolean {
  return measure.includes(sign) || nameKey(measure).includes(sign === "%" ? "phần trăm" : "phần nghìn");
}

/** More than half of the different texts are measures; false for an empty column. */
export function areMeasures(texts: readonly string[]): boolean {
  const different = [...new Set(texts)];
  return different.filter(isMeasure).length * 2 > different.length;
}

/** What the brackets at the end of a name measure: "Thu ngân sách (tỷ đồng)", "Suy dinh dưỡng (cân nặng/chiều cao, %)"; else null. */
export function measureInName(name: string): string | null {
  const inside = /[([]([^()[\]]+)[)\]]\s*$/.exec(name)?.[1];
  const last = inside
    ?.split(/[,;]/)
    .at(-1)
    ?.replace(/^\s*(đvt|đơn vị tính|đơn vị)\s*:/i, "")
    .trim();
  return last !== undefined && isMeasure(last) ? last : null;
}
