import type { Award } from "../award.js";
import type { Check, CheckedYear, Found } from "../checks/check.js";
import { groupBy } from "../group-by.js";
import { lawOn, type Source } from "../law/source.js";
import { twinKey } from "../lookalike.js";
import { nameKey } from "../name.js";
import { achievedIn, foundOn, kindOf, lawDay, personKey, personName, placeKey, unitOf } from "./nominee.js";

/** Không tặng nhiều hình thức cho một thành tích. */
const ONE_FORM: Source = { text: "Luật TĐKT 2022 Điều 5", mark: "V" };

export const sameNomineeTwice: Check = {
  code: "same-nominee-twice",
  severity: "high",
  title: "Một tên, một đơn vị, một danh hiệu ghi nhiều lần",
  hint: "Xóa dòng thừa; nếu là hai người thì ghi Ngày sinh của cả hai; nếu là hai thành tích thì ghi Năm thành tích hoặc Loại khen.",
  limit: null,
  find: (year) =>
    eachGroup(
      year,
      (award) => `${award.awardId}|${award.subject}|${personKey(award)}|${occasionOf(award, year)}`,
    ).flatMap((group) =>
      twinsIn(group, year, (first) => `đã có ở dòng ${first.row}, cùng đơn vị, cùng danh hiệu, hình thức.`),
    ),
};

export const formsForOneAchievement: Check = {
  code: "several-forms-one-achievement",
  severity: "medium",
  title: "Nhiều hình thức khen cho một thành tích",
  hint: "Mỗi thành tích chỉ chọn một hình thức khen thưởng; nếu là thành tích khác nhau thì ghi rõ ở cột Thành tích, Loại khen.",
  limit:
    "chỉ xét hình thức khen thưởng (bằng khen, giấy khen, huân chương …), cùng năm thành tích, cùng loại khen, cùng lời ghi thành tích hoặc đều để trống",
  find: (year) => {
    const isForm = (award: Award) => kindOf(award, year)?.kind.category === "commendationForm";
    const key = (award: Award) =>
      `${award.subject}|${personKey(award)}|${occasionOf(award, year)}|${nameKey(award.achievement ?? "")}`;
    return eachGroup(year, key, isForm).flatMap((group): Found[] => {
      const names = [...new Set(group.map((award) => kindOf(award, year)?.name ?? award.award))];
      const [first] = group;
      if (first === undefined || names.length < 2) return [];
      const rows = group.map(({ row }) => row).join(", ");
      const message = `${names.join(" và ")} (dòng ${rows}) mà không ghi thành tích khác nhau.`;
      return [foundOn(first, year, message, "award", lawOn(ONE_FORM, lawDay(first, year)))];
    });
  },
};

export const nearTwinNominee: Check = {
  code: "near-twin-nominee",
  severity: "medium",
  title: "Hai tên chỉ khác dấu hoặc khoảng cách trong một đơn vị",
  hint: "Đối chiếu hồ sơ: một người thì sửa cho giống nhau, xóa dòng thừa; hai người thì để nguyên.",
  limit: null,
  find: (year) =>
    eachGroup(
      year,
      (award) => `${award.subject}|${twinKey(personName(award))}|${placeKey(award)}`,
      isNotCollective,
    ).flatMap((group) => {
      const spellings = [...groupBy(group, personName).values()].flatMap((same) => same.slice(0, 1));
      return twinsIn(spellings, year, (first) => `gần giống “${first.name}” ở dòng ${first.row}, cùng đơn vị.`);
    }),
};

export const sameNameElsewhere: Check = {
  code: "same-name-elsewhere",
  severity: "low",
  title: "Cùng tên, cùng danh hiệu ở đơn vị khác",
  hint: "Có thể là hai người; kiểm tra để một người không có tên ở hai đơn vị. Ghi Ngày sinh để phân biệt.",
  limit: null,
  find: (year) =>
    eachGroup(year, (award) => `${award.awardId}|${personName(award)}`, isNotCollective).flatMap((group) => {
      const places = [...groupBy(group, placeKey).values()].flatMap((same) => same.slice(0, 1));
      const alike = places.filter(({ birthDate }, index) => {
        const first = places[0]?.birthDate ?? null;
        return index === 0 || birthDate === null || first === null || birthDate === first;
      });
      return twinsIn(alike, year, (first) => {
        const where = unitOf(first, year.units)?.name ?? first.workplace ?? "chưa ghi đơn vị";
        return `cũng có ở dòng ${first.row} (${where}).`;
      });
    }),
};

function isNotCollective({ subject }: Award): boolean {
  return subject !== "collective";
}

/** Groups of two or more. */
function eachGroup(
  { awards }: CheckedYear,
  keyOf: (award: Award) => string,
  isWanted: (award: Award) => boolean = () => true,
): Award[][] {
  return [...groupBy(awards.filter(isWanted), keyOf).values()].filter((group) => group.length > 1);
}

/** Every award of the group but the first, each told with the first; two birth dates are two people. */
function twinsIn(group: readonly Award[], year: CheckedYear, tell: (first: Award) => string): Found[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  return others
    .filter(({ birthDate }) => birthDate === null || first.birthDate === null || birthDate === first.birthDate)
    .map((award) => foundOn(award, year, tell(first), "name"));
}

function occasionOf(award: Award, { year }: CheckedYear): string {
  return `${achievedIn(award, year)}|${nameKey(award.occasion ?? "")}`;
}
