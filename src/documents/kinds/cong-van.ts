import { AMENDMENT_PLACEHOLDERS, amendmentValues, requireCorrections, shorten } from "../draft/amendment-value.js";
import type { DraftKind } from "../draft/draft.js";
import { abstractField, field, framed } from "../draft/placeholder.js";
import { frameValues } from "../draft/value.js";

/** What was wrong in form is put right by a công văn (Decree 30/2020, art. 18.3). */
export const LETTER: DraftKind = {
  id: "cong-van",
  title: "Công văn đính chính",
  type: "CV",
  issuedBy: "office",
  summary: "đính chính sai sót về thể thức, kỹ thuật trình bày của quyết định khen thưởng đã ban hành",
  placeholders: framed([
    { ...abstractField("đính chính Quyết định số 08/QĐ-UBND"), meaning: "trích yếu, sau chữ “V/v”" },
    field("kinh_gui", "nơi nhận công văn ở dòng Kính gửi", "Các cơ quan, đơn vị có liên quan", '--to "…"'),
    field("co_quan", "cơ quan đính chính", "Ủy ban nhân dân huyện Bình Minh"),
    ...AMENDMENT_PLACEHOLDERS.filter(({ name }) => !name.startsWith("bo.")),
  ]),
  refuse: ({ amendment, ...facts }) =>
    amendment.corrections.some(({ right }) => right === null)
      ? {
          message: "Bỏ tên một người khỏi danh sách là sửa nội dung, không đính chính bằng công văn được.",
          hint: "Soạn quyết định (NĐ 30/2020, Điều 18 khoản 3): thidua draft quyet-dinh-sua-doi",
        }
      : requireCorrections({ amendment, ...facts }),
  compose(facts) {
    const { issuer, amendment, wishes } = facts;
    const { bo: _struck, ...values } = amendmentValues(facts);
    const what = amendment.decision === null ? null : shorten(amendment.decision);
    return [
      {
        values: {
          ...frameValues(facts),
          trich_yeu: wishes.about ?? (what === null ? null : `đính chính ${what}`),
          kinh_gui: wishes.to ?? "Các cơ quan, đơn vị có liên quan",
          co_quan: issuer,
          ...values,
        },
        stem: `Công văn đính chính${what === null ? "" : ` ${what}`}`,
        recipients: amendment.corrections.length,
      },
    ];
  },
};
