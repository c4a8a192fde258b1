import type { Award } from "../award.js";
import type { Check, CheckedYear, Found } from "../checks/check.js";
import { groupBy } from "../group-by.js";
import type { Requirement } from "../law/requirements.js";
import { exact, formatDecimal, formatWhole, HUNDRED } from "../number.js";
import { countPeople, foundFrom, isDecided, kindOf, personKey, placeKey, requirementOf } from "./nominee.js";

export const quotaExceeded: Check = {
  code: "quota-exceeded",
  severity: "medium",
  title: "Nhiều hơn tỷ lệ tối đa",
  hint: "Xét chọn lại cho đúng tỷ lệ, hoặc nạp đủ danh sách được dùng làm căn cứ tính. Địa phương có tỷ lệ riêng thì ghi vào tệp phap-ly.xlsx (loại “tỷ lệ”).",
  limit:
    "Chiến sĩ thi đua cơ sở không quá 15% Lao động tiên tiến của đơn vị với quyết định trước 01/01/2024; về sau luật không quy định, chỉ theo tỷ lệ địa phương khai",
  find: (year) =>
    eachQuota(year).flatMap(({ first, name, percent, count, base, requirement }): Found[] => {
      if (base === 0 || exact(count).mul(HUNDRED).compare(exact(percent).mul(base)) <= 0) return [];
      const most = Number(exact(percent).mul(base).div(HUNDRED).floor().toString());
      const message = `${formatWhole(count)} ${name}, không quá ${formatDecimal(percent)}% ${requirement.base} (${formatWhole(base)}) là ${formatWhole(most)}.`;
      return [foundFrom(first, year, sentence(first, message), "award", requirement.source)];
    }),
};

export const quotaUnknown: Check = {
  code: "quota-unknown",
  severity: "low",
  title: "Chưa tính được tỷ lệ tối đa",
  hint: "Nạp danh sách được dùng làm căn cứ tính (ví dụ danh sách Lao động tiên tiến của đơn vị), hoặc tự đối chiếu.",
  limit: null,
  find: (year) =>
    eachQuota(year).flatMap(({ first, name, percent, count, base, requirement, isOpen }): Found[] => {
      if (base > 0 || !isOpen) return [];
      const message = `${formatWhole(count)} ${name}, không quá ${formatDecimal(percent)}% ${requirement.base}; chưa biết số này.`;
      return [foundFrom(first, year, sentence(first, message), "award", requirement.source)];
    }),
};

/** A quota is of a unit, or of all together where collectives are counted, and so not said of one nominee. */
function sentence({ subject, workplace }: Award, message: string): string {
  return subject === "individual" && workplace !== null ? `${workplace}: ${message}` : message;
}

interface Quota {
  first: Award;
  name: string;
  requirement: Requirement;
  percent: string;
  count: number;
  /** How many the share is of; 0: not known. */
  base: number;
  isOpen: boolean;
}

function eachQuota(year: CheckedYear): Quota[] {
  const limited = year.awards.flatMap((award) => {
    const requirement = requirementOf(award, "quota", year);
    const named = kindOf(award, year);
    const percent = requirement?.percent ?? null;
    return requirement === null || named === null || percent === null || exact(percent).equals(0)
      ? []
      : [{ award, name: named.name, percent, requirement }];
  });
  const placeOf = (award: Award) => (award.subject === "individual" ? placeKey(award) : "");
  const groups = groupBy(limited, ({ award, percent }) => `${award.awardId}|${percent}|${placeOf(award)}`);
  const alike = groupBy(limited.length === 0 ? [] : year.awards, (award) => `${award.subject}|${placeOf(award)}`);
  return [...groups.values()].flatMap((group): Quota[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { requirement, name, percent, award } = first;
    const others = alike.get(`${award.subject}|${placeOf(award)}`) ?? [];
    const counted = group.map((one) => one.award);
    const isBased = requirement.counts.some(
      (id) => id !== award.awardId && others.some((other) => other.awardId === id),
    );
    return [
      {
        ...{ first: award, name, requirement, percent },
        count: new Set(counted.map(personKey)).size,
        base: isBased ? countPeople(others, requirement.counts) : 0,
        isOpen: counted.some((one) => !isDecided(one)),
      },
    ];
  });
}
