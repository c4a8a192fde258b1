import { foldKey } from "../name.js";
import { namedParameters, ParameterError } from "./parameters.js";
import type { Alternative, Rule } from "./rule.js";

/** Chọn một: of its children, which exclude each other, only one counts: the best, or the one the unit put forward. */
export const chonMot: Rule = {
  id: "chon-mot",
  title: "chỉ tính một trong các tiêu chí con",
  parameters: ["lấy=cao nhất (mặc định) hoặc lấy=đơn vị chọn (dòng có điểm chấm hoặc số vụ)"],
  read(text) {
    const byUnit = readWay(namedParameters(text, ["lấy"]).get("lấy"));
    return {
      source: "children",
      choose: (alternatives) => {
        const claimed = byUnit ? alternatives.filter((one) => one.claimed) : [];
        const index = alternatives.indexOf(best(claimed.length > 0 ? claimed : alternatives));
        if (alternatives[index]?.score === null) return { index, reason: "chưa phương án nào có điểm" };
        if (!byUnit) return { index, reason: "phương án cao điểm nhất" };
        if (claimed.length === 0)
          return { index, reason: "đơn vị chưa chọn phương án nào, tính phương án cao điểm nhất" };
        if (claimed.length === 1) return { index, reason: "phương án đơn vị chọn" };
        return { index, reason: `phương án cao điểm nhất trong ${claimed.length} phương án đơn vị chọn` };
      },
    };
  },
};

function readWay(text: string | undefined): boolean {
  const key = foldKey(text ?? "cao nhất");
  if (key === "cao nhat") return false;
  if (key === "don vi chon") return true;
  throw new ParameterError(`"lấy=${text}" không có; ghi "lấy=cao nhất" hoặc "lấy=đơn vị chọn".`);
}

/** The first of the highest; one without a score is below all. */
function best(alternatives: readonly Alternative[]): Alternative {
  return alternatives.reduce((a, b) => {
    if (b.score === null) return a;
    return a.score === null || b.score.compare(a.score) > 0 ? b : a;
  });
}
