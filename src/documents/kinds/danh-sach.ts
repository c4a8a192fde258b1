import type { DraftKind } from "../draft/draft.js";
import { abstractField, field, NOMINEE_PLACEHOLDERS } from "../draft/placeholder.js";
import { nomineeValues } from "../draft/value.js";

export const AWARD_LIST: DraftKind = {
  id: "danh-sach",
  title: "Danh sách đề nghị, khen thưởng",
  type: null,
  issuedBy: "office",
  summary: "danh sách kèm theo trên trang ngang: người được đề nghị; đã có quyết định cả thì người được khen",
  placeholders: [
    abstractField("Đề nghị khen thưởng năm 2020"),
    field("kem_theo", "văn bản mà danh sách kèm theo", "Tờ trình số 12/TTr-UBND ngày 05/4/2021", '--refers-to "…"'),
    ...NOMINEE_PLACEHOLDERS,
  ],
  refuse({ year, nominees, recipients }) {
    if (nominees.length + recipients.length > 0) return null;
    return { message: `Năm ${year} chưa có danh sách khen thưởng.`, hint: "Nạp danh sách: thidua import TỆP." };
  },
  compose({ year, nominees, recipients, wishes }) {
    const isProposed = nominees.length > 0;
    const awards = isProposed ? nominees : recipients;
    const what = isProposed ? "Đề nghị khen thưởng" : "Được khen thưởng";
    return [
      {
        values: {
          trich_yeu: wishes.about ?? `${what} năm ${year}`,
          kem_theo: wishes.refersTo,
          ...nomineeValues(awards),
        },
        stem: `Danh sách ${what.toLocaleLowerCase("vi")} năm ${year}`,
        recipients: awards.length,
      },
    ];
  },
};
