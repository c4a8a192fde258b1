import { findAward } from "../award-match.js";
import { awardKind } from "../awards.js";
import { groupBy } from "../group-by.js";
import type { Check, Found } from "./check.js";

/** Awards of a year are decided by the end of the next first quarter; the law of that day counts for those undated. */
const LAST_MONTH_DAY = "03-31";

export const awardBeyondAuthority: Check = {
  code: "award-beyond-authority",
  severity: "low",
  title: "Danh hiệu, hình thức khen do cấp khác quyết định",
  hint: "Lập tờ trình gửi cấp có thẩm quyền, hoặc sửa cột Danh hiệu/Hình thức nếu ghi nhầm.",
  limit: null,
  find: ({ awards, authorityOf, year, today }) => {
    const usual = `${year + 1}-${LAST_MONTH_DAY}`;
    const undated = today < usual ? today : usual;
    // "Bằng khen của Chủ tịch UBND tỉnh" says itself who gives it.
    const open = awards.filter(
      ({ decisionNumber, award }) => decisionNumber === null && findAward(award).givenBy === null,
    );
    return [...groupBy(open, ({ awardId }) => awardId)].flatMap(([awardId, nominees]): Found[] => {
      const [first] = nominees;
      const authority = authorityOf(awardId, first?.decisionDate ?? undated);
      if (first === undefined || authority?.allowed !== false) return [];
      const { importId, row } = first;
      const message = `${awardKind(awardId)?.name ?? first.award}: ${nominees.length} trường hợp. ${authority.reason} (${authority.basis})`;
      return [{ unit: null, message, place: { source: { importId, row }, field: "award" } }];
    });
  },
};

export const decidedBeforeAchievement: Check = {
  code: "decided-before-achievement",
  severity: "medium",
  title: "Ngày quyết định khen trước năm thành tích",
  hint: "Sửa ngày quyết định hoặc năm thành tích trong danh sách khen thưởng rồi nạp lại.",
  limit: null,
  find: ({ awards, year }) =>
    awards.flatMap(({ name, decisionDate, achievementYear, importId, row }): Found[] => {
      const achieved = achievementYear ?? year;
      if (decisionDate === null || Number(decisionDate.slice(0, 4)) >= achieved) return [];
      const message = `${name}: quyết định ngày ${decisionDate}, thành tích năm ${achieved}.`;
      return [{ unit: null, message, place: { source: { importId, row }, field: "decisionDate" } }];
    }),
};
