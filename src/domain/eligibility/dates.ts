import type { Check, Found } from "../checks/check.js";
import { shortDate } from "../date.js";
import { achievedIn, foundOn, kindOf } from "./nominee.js";

export const decidedBeforeAchievement: Check = {
  code: "decided-before-achievement",
  severity: "medium",
  title: "Ngày quyết định khen trước năm thành tích",
  hint: "Sửa ngày quyết định hoặc năm thành tích trong danh sách khen thưởng rồi nạp lại.",
  limit: null,
  find: (year) =>
    year.awards.flatMap((award): Found[] => {
      const { decisionDate } = award;
      const achieved = achievedIn(award, year.year);
      if (decisionDate === null || Number(decisionDate.slice(0, 4)) >= achieved) return [];
      const message = `quyết định ngày ${shortDate(decisionDate)}, thành tích năm ${achieved}.`;
      return [foundOn(award, year, message, "decisionDate")];
    }),
};

export const otherYearsAchievement: Check = {
  code: "achievement-of-another-year",
  severity: "low",
  title: "Năm thành tích khác năm khen thưởng",
  hint: "Kiểm tra năm thành tích; nếu đúng, ghi rõ trong báo cáo là khen thành tích của năm nào để không tính vào kết quả của năm này.",
  limit:
    "quyết định ký năm sau cho thành tích năm trước là thường lệ; nêu khi thành tích là của năm khác với năm của danh sách, hoặc được quyết định sau hơn một năm",
  find: (year) =>
    year.awards.flatMap((award): Found[] => {
      const achieved = achievedIn(award, year.year);
      const decided = award.decisionDate === null ? null : Number(award.decisionDate.slice(0, 4));
      const isLate = decided !== null && decided > achieved + 1;
      const named = kindOf(award, year);
      if (named === null || (achieved === year.year && !isLate)) return [];
      const given = decided === null ? "" : `, quyết định năm ${decided}`;
      const message = `${named.name} cho thành tích năm ${achieved}, trong danh sách năm ${year.year}${given}.`;
      return [foundOn(award, year, message, award.achievementYear === null ? "decisionDate" : "achievementYear")];
    }),
};
