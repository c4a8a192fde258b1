import type { DraftKind } from "../draft/draft.js";
import { abstractField, field, NOMINEE_PLACEHOLDERS, UNNUMBERED_HEAD } from "../draft/placeholder.js";
import { frameValues, nomineeValues, requireNominees } from "../draft/value.js";

export const BALLOT: DraftKind = {
  id: "phieu-bau",
  title: "Phiếu bầu",
  type: null,
  issuedBy: "cluster",
  summary: "phiếu bình xét từ danh sách đề nghị, có ô đồng ý, không đồng ý",
  placeholders: [
    ...UNNUMBERED_HEAD,
    abstractField("Bình xét danh hiệu thi đua, hình thức khen thưởng năm 2020"),
    field("nam", "năm bình xét", "2020"),
    ...NOMINEE_PLACEHOLDERS,
  ],
  refuse: requireNominees,
  compose(facts) {
    const { so: _number, ky_hieu: _symbol, noi_nhan: _to, ky: _by, nguoi_ky: _name, ...head } = frameValues(facts);
    return [
      {
        values: {
          ...head,
          trich_yeu: `Bình xét danh hiệu thi đua, hình thức khen thưởng năm ${facts.year}`,
          nam: String(facts.year),
          ...nomineeValues(facts.nominees),
        },
        stem: `Phiếu bầu năm ${facts.year}`,
        recipients: facts.nominees.length,
      },
    ];
  },
};
