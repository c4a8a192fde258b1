import type { Check, CheckedYear, Found } from "../checks/check.js";
import { type Exact, exact, formatDecimal, formatWhole, HUNDRED } from "../number.js";
import { foundOn, isDecided, kindOf, requirementOf } from "./nominee.js";

const MEMBERS = "tính trên tổng số thành viên hội đồng, không phải trên số người dự họp";

export const votesBelowShare: Check = {
  code: "votes-below-share",
  severity: "high",
  title: "Số phiếu đồng ý chưa đủ tỷ lệ",
  hint: "Đối chiếu biên bản kiểm phiếu; thành viên vắng mặt được lấy ý kiến bằng văn bản. Chưa đủ phiếu thì hội đồng không trình danh hiệu, hình thức này.",
  limit: `AHLLVT, AHLĐ, Chiến sĩ thi đua toàn quốc, cấp tỉnh 90%; Chiến sĩ thi đua cơ sở, Cờ thi đua 80%, ${MEMBERS}; không làm tròn`,
  find: (year) =>
    eachVoted(year).flatMap(({ award, name, percent, law }): Found[] => {
      const { votesFor, votesTotal } = award;
      if (votesFor === null || votesTotal === null || isEnough(votesFor, votesTotal, percent)) return [];
      const needed = votesNeeded(votesTotal, percent);
      const message = `${name} được ${votesFor}/${votesTotal} phiếu; cần từ ${formatDecimal(percent)}%, tức ít nhất ${formatWhole(needed)}/${votesTotal}.`;
      return [foundOn(award, year, message, "votesFor", law)];
    }),
};

export const votesMissing: Check = {
  code: "votes-missing",
  severity: "low",
  title: "Chưa có kết quả bỏ phiếu",
  hint: "Ghi cột Số phiếu/Tổng số như 9/11 (tổng số là mọi thành viên hội đồng) khi đã bỏ phiếu, rồi nạp lại.",
  limit: null,
  find: (year) =>
    eachVoted(year).flatMap(({ award, name, percent, law }): Found[] => {
      const { votesFor, votesTotal } = award;
      if ((votesFor !== null && votesTotal !== null) || isDecided(award)) return [];
      const gap = votesFor === null ? "chưa ghi số phiếu" : "chưa ghi tổng số thành viên hội đồng";
      const message = `${name} phải bỏ phiếu (từ ${formatDecimal(percent)}%), ${gap}.`;
      return [foundOn(award, year, message, "votesFor", law)];
    }),
};

/** Awards that are voted on, with the share they need. */
function eachVoted(year: CheckedYear) {
  return year.awards.flatMap((award) => {
    const requirement = requirementOf(award, "votes", year);
    const named = kindOf(award, year);
    const percent = requirement?.percent ?? null;
    if (requirement === null || named === null || percent === null || exact(percent).equals(0)) return [];
    return [{ award, name: named.name, percent, law: requirement.source }];
  });
}

function isEnough(votesFor: number, votesTotal: number, percent: string): boolean {
  return exact(votesFor).mul(HUNDRED).compare(shareOf(votesTotal, percent).mul(HUNDRED)) >= 0;
}

/** The fewest votes of so many members that make up the share. */
export function votesNeeded(votesTotal: number, percent: string): number {
  return Number(shareOf(votesTotal, percent).ceil().toString());
}

function shareOf(votesTotal: number, percent: string): Exact {
  return exact(percent).mul(votesTotal).div(HUNDRED);
}
