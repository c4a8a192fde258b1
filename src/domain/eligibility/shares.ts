import type { Award } from "../award.js";
import type { Check, CheckedYear, Found } from "../checks/check.js";
import { groupBy } from "../group-by.js";
import { exact, formatDecimal, formatWhole, HUNDRED } from "../number.js";
import { achievedIn, countPeople, foundOn, isDecided, kindOf, placeKey, requirementOf, unitOf } from "./nominee.js";

export const shareBelow: Check = {
  code: "share-below",
  severity: "medium",
  title: "Tập thể chưa đủ tỷ lệ Lao động tiên tiến",
  hint: "Đối chiếu danh sách Lao động tiên tiến và cột Số lao động của bảng đơn vị; sửa rồi nạp lại nếu thiếu.",
  limit:
    "Tập thể lao động tiên tiến, xuất sắc: từ 70% số lao động của tập thể; người đạt Chiến sĩ thi đua cơ sở được tính là Lao động tiên tiến",
  find: (year) => eachShare(year).flatMap(({ found, isBelow }) => (isBelow ? [found] : [])),
};

export const shareUnknown: Check = {
  code: "share-unknown",
  severity: "low",
  title: "Chưa tính được tỷ lệ Lao động tiên tiến của tập thể",
  hint: "Ghi cột Số lao động trong bảng đơn vị và nạp danh sách Lao động tiên tiến của tập thể, hoặc tự đối chiếu hồ sơ.",
  limit: null,
  find: (year) =>
    eachShare(year).flatMap(({ found, award, isBelow }) => (isBelow === null && !isDecided(award) ? [found] : [])),
};

/** A collective that needs a share, with what is known of it; `isBelow` null: it cannot be told. */
interface Share {
  award: Award;
  found: Found;
  isBelow: boolean | null;
}

function eachShare(year: CheckedYear): Share[] {
  const membersOf = indexMembers(year);
  return year.awards.flatMap((award): Share[] => {
    const requirement = requirementOf(award, "share", year);
    const named = kindOf(award, year);
    const percent = requirement?.percent ?? null;
    if (requirement === null || named === null || percent === null || award.subject !== "collective") return [];
    const { source, counts } = requirement;
    const members = membersOf(award);
    const advanced = countPeople(members, counts);
    const headcount = unitOf(award, year.units)?.headcount ?? null;
    const needs = `${named.name} cần từ ${formatDecimal(percent)}% Lao động tiên tiến`;
    const tell = (message: string) => foundOn(award, year, `${needs}; ${message}`, "award", source);
    if (headcount === null || headcount === 0 || advanced === 0) {
      const gaps = [
        ...(headcount === null || headcount === 0 ? ["chưa có Số lao động của tập thể"] : []),
        ...(advanced === 0 ? ["chưa có danh sách Lao động tiên tiến của tập thể"] : []),
      ];
      return [{ award, found: tell(`${gaps.join(", ")}.`), isBelow: null }];
    }
    const isBelow = exact(advanced).mul(HUNDRED).compare(exact(percent).mul(headcount)) < 0;
    return [{ award, found: tell(`mới có ${formatWhole(advanced)}/${formatWhole(headcount)} người.`), isBelow }];
  });
}

export const withoutFighter: Check = {
  code: "collective-without-fighter",
  severity: "medium",
  title: "Tập thể lao động xuất sắc chưa thấy có Chiến sĩ thi đua cơ sở",
  hint: "Nạp danh sách Chiến sĩ thi đua cơ sở của tập thể nếu có; không có thì xét danh hiệu khác.",
  limit: null,
  find: (year) => {
    const membersOf = indexMembers(year);
    return year.awards.flatMap((award): Found[] => {
      const requirement = requirementOf(award, "holders", year);
      const named = kindOf(award, year);
      const members = membersOf(award);
      // A collective of which no list of people is known tells nothing.
      if (requirement?.times == null || named === null || members.length === 0) return [];
      const holders = countPeople(members, requirement.counts);
      if (holders >= requirement.times) return [];
      const message = `${named.name} cần từ ${requirement.times} ${requirement.base}; danh sách của tập thể có ${holders}.`;
      return [foundOn(award, year, message, "award", requirement.source)];
    });
  },
};

/** Looks up the awards to people of a collective, for the same year of achievement. */
function indexMembers({ history, year }: CheckedYear): (collective: Award) => Award[] {
  const people = history.filter(({ award }) => award.subject === "individual");
  const lists = groupBy(people, (past) => `${placeKey(past.award)}|${achievedIn(past.award, past.year)}`);
  return (collective) => {
    const list = lists.get(`${placeKey(collective)}|${achievedIn(collective, year)}`) ?? [];
    return list.map(({ award }) => award);
  };
}
