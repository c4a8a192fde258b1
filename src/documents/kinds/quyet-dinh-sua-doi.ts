import { upperVietnamese } from "../../domain/upper-case.js";
import { AMENDMENT_PLACEHOLDERS, amendmentValues, requireCorrections, shorten } from "../draft/amendment-value.js";
import type { DraftKind } from "../draft/draft.js";
import { abstractField, columns, field, framed } from "../draft/placeholder.js";
import { frameValues } from "../draft/value.js";
import { endLines, joinAnd } from "../prose/count.js";

/** What was wrong in content is mended by a document of the same kind (Decree 30/2020, art. 18.3). */
export const AMENDING_DECISION: DraftKind = {
  id: "quyet-dinh-sua-doi",
  title: "Quyết định sửa đổi",
  type: "QĐ",
  issuedBy: "office",
  summary: "sửa sai sót về nội dung của quyết định khen thưởng đã ban hành: họ tên, chức vụ, hình thức, hoặc bỏ tên",
  placeholders: framed([
    abstractField("Về việc sửa đổi một số nội dung của Quyết định số 08/QĐ-UBND ngày 16 tháng 4 năm 2021"),
    {
      ...field("tham_quyen", "thẩm quyền ban hành", "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH MINH"),
      setting: "issuer.name",
    },
    ...columns("can_cu", [
      [
        "dong",
        "từng dòng căn cứ và dòng “Theo đề nghị của …”",
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
      ],
    ]),
    ...AMENDMENT_PLACEHOLDERS,
    field(
      "trach_nhiem_thi_hanh",
      "những người chịu trách nhiệm thi hành",
      "Trưởng phòng Nội vụ và các tập thể, cá nhân có liên quan",
    ),
  ]),
  refuse: requireCorrections,
  compose(facts) {
    const { authority, legalBasis, enforcers, amendment, wishes } = facts;
    const { decision } = amendment;
    const about = decision === null ? null : `Về việc sửa đổi một số nội dung của ${decision.split(" của ")[0]}`;
    return [
      {
        values: {
          ...frameValues(facts),
          trich_yeu: wishes.about ?? about,
          tham_quyen: authority === null ? null : upperVietnamese(authority),
          can_cu: endLines(legalBasis).map((dong) => ({ dong })),
          ...amendmentValues(facts),
          trach_nhiem_thi_hanh: joinAnd([
            ...enforcers,
            "Thủ trưởng các cơ quan, đơn vị, tập thể, cá nhân có liên quan",
          ]),
        },
        stem: `Quyết định sửa đổi${decision === null ? "" : ` ${shorten(decision)}`}`,
        recipients: amendment.corrections.length,
      },
    ];
  },
};
