import { groupBy } from "../../domain/group-by.js";
import type { ComposedDraft, DraftAward, DraftFacts, DraftKind } from "../draft/draft.js";
import { abstractField, columns, field, framed, NOMINEE_PLACEHOLDERS } from "../draft/placeholder.js";
import { awardLines, countSubjects, frameValues, nomineeValues } from "../draft/value.js";
import { endLines } from "../prose/count.js";

export const SUBMISSION: DraftKind = {
  id: "to-trinh",
  title: "Tờ trình đề nghị khen thưởng",
  type: "TTr",
  issuedBy: "office",
  summary:
    "trình cấp trên khen, từ danh sách đề nghị ngoài thẩm quyền của cơ quan, kèm danh sách; mỗi cấp quyết định một tờ",
  placeholders: framed([
    abstractField("Về việc đề nghị khen thưởng năm 2020"),
    field("kinh_gui", "nơi nhận tờ trình ở dòng Kính gửi", "Chủ tịch Ủy ban nhân dân tỉnh An Bình", '--to "…"'),
    ...columns("can_cu", [["dong", "từng dòng căn cứ", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022."]]),
    field("trinh_ai", "cấp mà nơi nhận trình tiếp, trống khi nơi nhận tự quyết định", "trình Thủ tướng Chính phủ"),
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
    const groups = [...groupBy(facts.forAbove, ({ decider }) => decider ?? "").entries()];
    return groups.map(([decider, awards], index) => composeOne(facts, { decider, awards, order: index }));
  },
};

/** A submission about the awards of one decider; "": the body it goes to decides. */
function composeOne(
  facts: DraftFacts,
  { decider, awards, order }: { decider: string; awards: readonly DraftAward[]; order: number },
): ComposedDraft {
  const { year, wishes, above, legalBasis, issuer, head } = facts;
  // An office with nobody above it turns to the Prime Minister, who submits further (a habit recalled, not read in the law).
  const to = wishes.to ?? above ?? (decider === "" ? null : PREMIER);
  const further = decider === "" || decider === to ? "" : `trình ${decider} `;
  const number = head.number === null ? null : String(Number(head.number) + order);
  return {
    values: {
      ...frameValues({ ...facts, head: { ...head, number } }),
      trich_yeu: wishes.about ?? `Về việc đề nghị ${further}khen thưởng năm ${year}`,
      kinh_gui: to,
      trinh_ai: further,
      can_cu: endLines(legalBasis).map((dong) => ({ dong })),
      noi_trinh: issuer,
      doi_tuong: countSubjects(awards),
      de_nghi: awardLines(awards),
      ly_do: wishes.reason ?? `đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm ${year}`,
      nam: String(year),
      ...nomineeValues(awards),
    },
    stem: `Tờ trình đề nghị ${further}khen thưởng năm ${year}`,
    recipients: awards.length,
  };
}

const PREMIER = "Thủ tướng Chính phủ";
