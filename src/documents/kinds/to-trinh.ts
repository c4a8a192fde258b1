import { endLines } from "../count.js";
import type { DraftKind } from "../draft.js";
import { abstractField, columns, field, framed, NOMINEE_PLACEHOLDERS } from "../draft-placeholder.js";
import { awardLines, bodyName, countSubjects, frameValues, nomineeValues } from "../draft-value.js";

export const SUBMISSION: DraftKind = {
  id: "to-trinh",
  title: "Tờ trình đề nghị khen thưởng",
  type: "TTr",
  issuedBy: "office",
  summary: "trình cấp trên khen, từ danh sách đề nghị ngoài thẩm quyền của cơ quan, kèm danh sách",
  placeholders: framed([
    abstractField("Về việc đề nghị khen thưởng năm 2020"),
    field("kinh_gui", "nơi nhận tờ trình ở dòng Kính gửi", "Chủ tịch Ủy ban nhân dân tỉnh An Bình", '--to "…"'),
    ...columns("can_cu", [["dong", "từng dòng căn cứ", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022."]]),
    field("noi_trinh", "cơ quan, cụm trình", "Ủy ban nhân dân huyện Bình Minh"),
    field("doi_tuong", "số lượng tập thể, cá nhân, hộ gia đình", "02 tập thể và 03 cá nhân"),
    ...columns("de_nghi", [["dong", "từng danh hiệu, hình thức với số lượng", "Bằng khen: 02 tập thể và 03 cá nhân."]]),
    field("ly_do", "lý do đề nghị", "đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2020"),
    field("nam", "năm thành tích", "2020"),
    ...NOMINEE_PLACEHOLDERS,
  ]),
  refuse({ year, nominees, forAbove }) {
    if (forAbove.length > 0) return null;
    if (nominees.length > 0) {
      return {
        message: `Mọi đề nghị của năm ${year} đều thuộc thẩm quyền của cơ quan nên không phải trình.`,
        hint: "Soạn quyết định: thidua decide",
      };
    }
    return { message: `Năm ${year} chưa có đề nghị khen thưởng nào.`, hint: "Nạp danh sách: thidua import TỆP." };
  },
  compose(facts) {
    const { year, forAbove, wishes, above, legalBasis } = facts;
    return [
      {
        values: {
          ...frameValues(facts),
          trich_yeu: wishes.about ?? `Về việc đề nghị khen thưởng năm ${year}`,
          kinh_gui: wishes.to ?? above,
          can_cu: endLines(legalBasis).map((dong) => ({ dong })),
          noi_trinh: bodyName({ ...facts, cluster: null }),
          doi_tuong: countSubjects(forAbove),
          de_nghi: awardLines(forAbove),
          ly_do: wishes.reason ?? `đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm ${year}`,
          nam: String(year),
          ...nomineeValues(forAbove),
        },
        stem: `Tờ trình đề nghị khen thưởng năm ${year}`,
        recipients: forAbove.length,
      },
    ];
  },
};
