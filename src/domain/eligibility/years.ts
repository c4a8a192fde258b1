import type { Award } from "../award.js";
import type { Check, CheckedYear, Found } from "../checks/check.js";
import { groupBy } from "../group-by.js";
import type { Requirement } from "../law/requirements.js";
import { achievedIn, foundOn, isDecided, kindOf, personName, placeKey, requirementOf } from "./nominee.js";

const LIMIT =
  "3 lần Chiến sĩ thi đua cơ sở cho cấp tỉnh, 2 lần cấp tỉnh cho toàn quốc (cách nhau không quá 3 năm, vì mỗi lần cấp tỉnh cần 3 năm); tính đến năm thành tích hoặc năm liền trước. Đơn vị không có danh sách của năm nào thì năm ấy là chưa biết, không phải là không đạt";

export const yearsNotInARow: Check = {
  code: "years-not-in-a-row",
  severity: "medium",
  title: "Chưa thấy đủ số lần liên tục",
  hint: "Đối chiếu quyết định công nhận của các năm. Nếu có mà chương trình chưa biết (đổi đơn vị, đổi tên, ghi sót), nạp hoặc sửa danh sách của năm đó.",
  limit: LIMIT,
  find: (year) => findRuns(year, (run, { orElse }) => orElse === null && run.includes("absent")),
};

export const yearsUnknown: Check = {
  code: "years-unknown",
  severity: "low",
  title: "Chưa có danh sách các năm trước để đối chiếu số lần liên tục",
  hint: "Nạp danh sách khen thưởng của năm còn thiếu (thidua import TỆP --year NĂM), hoặc tự đối chiếu quyết định trong hồ sơ.",
  limit: null,
  find: (year) =>
    findRuns(
      year,
      (run, { orElse }, award) =>
        orElse === null && !run.includes("absent") && run.includes("unknown") && !isDecided(award),
    ),
};

export const otherStandard: Check = {
  code: "other-standard",
  severity: "low",
  title: "Bằng khen phải xét theo tiêu chuẩn khác",
  hint: "Nêu rõ trong tờ trình, báo cáo thành tích: xét theo tiêu chuẩn nào và minh chứng.",
  limit: null,
  find: (year) => findRuns(year, (run, { orElse }) => orElse !== null && run.includes("absent")),
};

/** Whether somebody holds the award in a year; unknown where the database has no list of theirs. */
type Held = "held" | "absent" | "unknown";

/** Nominees whose years, the better of the two runs that may count, are such that `isTold`. */
function findRuns(
  year: CheckedYear,
  isTold: (run: readonly Held[], requirement: Requirement, award: Award) => boolean,
): Found[] {
  const lists = indexHistory(year);
  return year.awards.flatMap((award): Found[] => {
    const requirement = award.subject === "individual" ? requirementOf(award, "years", year) : null;
    const named = kindOf(award, year);
    if (requirement?.times == null || named === null || (requirement.orElse !== null && isOneOff(award))) return [];
    const last = achievedIn(award, year.year);
    const held = (at: number) => lists(award, requirement.counts, at);
    const { times, apart = 1 } = requirement;
    const runs = [last, last - 1].flatMap((end) =>
      Array.from({ length: apart }, (_, less) =>
        Array.from({ length: times ?? 0 }, (_, index) => end - (less + 1) * ((times ?? 0) - 1 - index)),
      ),
    );
    const [best = []] = runs.toSorted((one, other) => cost(one.map(held)) - cost(other.map(held)));
    const run = best.map(held);
    if (!isTold(run, requirement, award)) return [];
    const told = best.map((at, index) => `năm ${at} ${TOLD[run[index] ?? "unknown"]}`).join(", ");
    const instead = requirement.orElse === null ? "" : ` Chỉ xét được theo tiêu chuẩn khác: ${requirement.orElse}.`;
    const message = `${named.name} cần ${requirement.times} lần liên tục ${requirement.base}; ${told}.${instead}`;
    return [foundOn(award, year, message, "award", requirement.source)];
  });
}

const TOLD: Readonly<Record<Held, string>> = {
  held: "có",
  absent: "không thấy trong danh sách của đơn vị",
  unknown: "chưa biết",
};

/** One year not held weighs more than any number unknown. */
function cost(run: readonly Held[]): number {
  return run.reduce((sum, held) => sum + { held: 0, unknown: 1, absent: 100 }[held], 0);
}

/** Khen chuyên đề, đột xuất are given for something else than years of service. */
function isOneOff({ occasion }: Award): boolean {
  return occasion !== null && /chuyên đề|đột xuất|đối ngoại|cống hiến/iu.test(occasion.normalize("NFC"));
}

/** Looks a nominee up in the lists of all years, by name, place and, where both have one, birth date. */
function indexHistory({ history }: CheckedYear) {
  const byName = groupBy(history, ({ award, year }) => `${personName(award)}|${achievedIn(award, year)}`);
  const lists = new Set(
    history.map(({ award, year }) => `${award.awardId}|${placeKey(award)}|${achievedIn(award, year)}`),
  );
  return (nominee: Award, kinds: readonly string[], at: number): Held => {
    const same = (byName.get(`${personName(nominee)}|${at}`) ?? []).filter(
      ({ award }) => kinds.includes(award.awardId) && award.subject === "individual" && !isOtherBirth(award, nominee),
    );
    const place = placeKey(nominee);
    if (same.some(({ award }) => placeKey(award) === place || isSameBirth(award, nominee))) return "held";
    // Somebody of that name elsewhere may be the one, moved since.
    if (same.length > 0 || place === "") return "unknown";
    return kinds.some((kind) => lists.has(`${kind}|${place}|${at}`)) ? "absent" : "unknown";
  };
}

function isSameBirth(one: Award, other: Award): boolean {
  return one.birthDate !== null && other.birthDate !== null && !isOtherBirth(one, other);
}

/** A year alone ("1980") fits any day of it. */
function isOtherBirth({ birthDate: one }: Award, { birthDate: other }: Award): boolean {
  if (one === null || other === null) return false;
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) !== other.slice(0, length);
}
