import { shortDate } from "../../domain/date.js";
import { capitalize } from "../../domain/upper-case.js";
import type { DraftAward, DraftKind } from "../draft/draft.js";
import {
  abstractField,
  columns,
  field,
  framed,
  lines,
  NOMINEE_PLACEHOLDERS,
  RANK_COLUMNS,
} from "../draft/placeholder.js";
import {
  awardLines,
  bodyName,
  countSubjects,
  fileStem,
  frameValues,
  nomineeValues,
  rankRows,
  withColumns,
} from "../draft/value.js";
import { joinAnd } from "../prose/count.js";

export const NOTICE: DraftKind = {
  id: "thong-bao",
  title: "Thông báo kết quả thi đua, khen thưởng",
  type: "TB",
  issuedBy: "cluster",
  isAddressed: false,
  summary: "thông báo kết quả chấm điểm, xếp hạng và các trường hợp đã có quyết định khen thưởng",
  placeholders: framed([
    abstractField("Kết quả chấm điểm, xếp hạng thi đua năm 2020"),
    field("ket_qua", "kết quả được thông báo", "kết quả chấm điểm, xếp hạng thi đua"),
    field("nam", "năm thi đua", "2020"),
    { ...field("noi_thong_bao", "cơ quan, cụm, khối thông báo", "Cụm thi đua số 1"), setting: "issuer.name" },
    ...columns("xep_hang", [["cum", "cụm, khối của đơn vị, khi thông báo của nhiều cụm, khối", "Cụm thi đua số 1"]]),
    ...RANK_COLUMNS,
    field("doi_tuong", "số lượng được khen thưởng", "02 tập thể và 03 cá nhân"),
    lines("khen_thuong", "từng danh hiệu, hình thức với số lượng", "Bằng khen: 02 tập thể và 03 cá nhân."),
    ...withColumns(NOMINEE_PLACEHOLDERS, [["quyet_dinh", "số, ngày quyết định", "Số 05/QĐ-UBND ngày 16/4/2021"]]),
  ]),
  refuse({ year, rankings, recipients }) {
    if (rankings.length + recipients.length > 0) return null;
    return {
      message: `Năm ${year} chưa có xếp hạng và chưa có quyết định khen thưởng nào để thông báo.`,
      hint: "Nạp thang điểm, kết quả rồi xem bằng thidua rank; số quyết định ghi bằng thidua decide --record hoặc trong danh sách.",
    };
  },
  compose(facts) {
    const { year, rankings, recipients, wishes } = facts;
    const results = joinAnd([
      ...(rankings.length === 0 ? [] : ["kết quả chấm điểm, xếp hạng thi đua"]),
      ...(recipients.length === 0 ? [] : ["kết quả khen thưởng"]),
    ]);
    const several = rankings.length > 1;
    return [
      {
        values: {
          ...frameValues(facts),
          trich_yeu: wishes.about ?? `${capitalize(results)} năm ${year}`,
          ket_qua: results,
          nam: String(year),
          noi_thong_bao: bodyName(facts),
          xep_hang: rankings.flatMap((ranking) =>
            rankRows(ranking).map((row) => ({ cum: several ? (ranking.cluster ?? "") : "", ...row })),
          ),
          doi_tuong: countSubjects(recipients),
          khen_thuong: awardLines(recipients),
          ...nomineeValues(recipients, (award) => ({ quyet_dinh: nameDecision(award) })),
        },
        stem: fileStem(`Thông báo ${results} năm ${year}`, facts),
        recipients: recipients.length,
      },
    ];
  },
};

/** "Số 05/QĐ-UBND ngày 16/4/2021". */
function nameDecision({ decisionNumber, decisionDate }: DraftAward): string {
  const day = decisionDate === null ? "" : ` ngày ${shortDate(decisionDate)}`;
  return decisionNumber === null ? "" : `Số ${decisionNumber}${day}`;
}
