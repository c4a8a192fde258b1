import type { DraftKind, DraftTarget } from "../draft/draft.js";
import { LAUNCH_LISTS, launchValues } from "../draft/launch.js";
import { abstractField, field, framed, lines } from "../draft/placeholder.js";
import { bodyName, fileStem, frameValues, lineItems } from "../draft/value.js";
import { endLines, formatCount } from "../prose/count.js";
import { joinNames } from "../prose/join-names.js";

export const LAUNCH_PLAN: DraftKind = {
  id: "ke-hoach-phat-dong",
  title: "Kế hoạch phát động phong trào thi đua",
  type: "KH",
  issuedBy: "asked",
  isAddressed: false,
  summary: "kế hoạch phát động thi đua của năm công tác: của cơ quan, hoặc của cụm, khối ghi ở --cluster",
  placeholders: framed([
    abstractField("Phát động phong trào thi đua năm 2021"),
    lines("can_cu", "từng dòng căn cứ", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022."),
    {
      ...field("thuc_hien", "văn bản phát động của cấp trên", "Chỉ thị số 01/CT-UBND ngày 05/01/2021"),
      option: '--refers-to "…"',
    },
    {
      ...field("noi_phat_dong", "cơ quan, cụm, khối phát động", "Ủy ban nhân dân huyện Bình Minh"),
      setting: "issuer.name",
    },
    field("nam", "năm thi đua", "2021"),
    field("chu_de", "chủ đề thi đua", "Đoàn kết, sáng tạo, hoàn thành thắng lợi nhiệm vụ năm 2021"),
    ...LAUNCH_LISTS,
    field("cac_chi_tieu", "các chỉ tiêu thi đua; trống khi chưa có chỉ tiêu nào", "Trồng rừng (ha)"),
    {
      ...field("doi_tuong", "các đơn vị tham gia", "02 đơn vị: huyện An Lạc và huyện Bình Sơn"),
      remedy: "Nạp bảng đơn vị: thidua import TỆP (lấy mẫu bằng thidua sheet don-vi).",
    },
    {
      ...field("thang_diem", "tổng điểm và các nhóm tiêu chí", "tối đa 1.000 điểm, gồm: phát triển kinh tế (600 điểm)"),
      remedy: "Nạp thang điểm của năm: thidua import TỆP (lấy mẫu bằng thidua sheet thang-diem).",
    },
    lines("khen_thuong", "quy tắc đề nghị khen thưởng đã đặt", "Hạng 1: Cờ thi đua của Ủy ban nhân dân tỉnh;"),
    field("han_bao_cao", "thời hạn gửi báo cáo", "ngày 30 tháng 11 năm 2021"),
  ]),
  compose(facts) {
    const { year, members, legalBasis, target, wishes } = facts;
    const units = members.map(({ name }) => name);
    return [
      {
        values: {
          ...frameValues(facts),
          trich_yeu: wishes.about ?? `Phát động phong trào thi đua năm ${year}`,
          can_cu: lineItems(endLines(legalBasis)),
          thuc_hien: wishes.refersTo,
          noi_phat_dong: bodyName(facts),
          nam: String(year),
          chu_de: null,
          ...launchValues(target),
          cac_chi_tieu: target.indicators.map(nameIndicator).join("; "),
          doi_tuong: units.length === 0 ? null : `${formatCount(units.length)} đơn vị: ${joinNames(units)}`,
          thang_diem: target.scale === null ? null : sayScale(target.scale),
          khen_thuong: endLines(target.rewards).map((dong) => ({ dong })),
          han_bao_cao: null,
        },
        stem: fileStem(`Kế hoạch phát động phong trào thi đua năm ${year}`, facts),
        recipients: members.length,
      },
    ];
  },
};

/** "Trồng rừng (ha)". */
function nameIndicator({ name, measure }: DraftTarget["indicators"][number]): string {
  return measure === null ? name : `${name} (${measure})`;
}

/** "tối đa 270 điểm, gồm: Trồng rừng (60 điểm); Thu ngân sách (80 điểm)". */
function sayScale({ maxScore, groups }: NonNullable<DraftTarget["scale"]>): string {
  return `tối đa ${maxScore} điểm, gồm: ${groups.map(({ name, max }) => `${name} (${max} điểm)`).join("; ")}`;
}
