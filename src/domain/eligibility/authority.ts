import { type Authority, type Decider, mayDecide } from "../authority.js";
import type { Award } from "../award.js";
import { isGivenOn } from "../awards.js";
import type { Check, CheckedYear, Found } from "../checks/check.js";
import { shortDate } from "../date.js";
import { groupBy } from "../group-by.js";
import { inferLevel, isCluster } from "../issuer-level.js";
import { NO_DISTRICT } from "../law/grants.js";
import { nameKey } from "../name.js";
import { foundFrom, foundOn, isDecided, kindOf, lawDay } from "./nominee.js";

export const awardBeyondAuthority: Check = {
  code: "award-beyond-authority",
  severity: "low",
  title: "Danh hiệu, hình thức khen do cấp khác quyết định",
  hint: "Lập tờ trình gửi cấp có thẩm quyền, hoặc sửa cột Danh hiệu/Hình thức nếu ghi nhầm.",
  limit: null,
  find: (year) => {
    const { decider, awards } = year;
    if (decider === null) return [];
    // "Bằng khen của Chủ tịch UBND tỉnh" says itself who gives it.
    const open = awards.filter((award) => award.decisionNumber === null && giverOf(award, year) === null);
    return [...groupBy(open, ({ awardId }) => awardId).values()].flatMap((nominees): Found[] => {
      const [first] = nominees;
      const named = first === undefined ? null : kindOf(first, year);
      if (first === undefined || named === null) return [];
      const authority = mayDecide(first.awardId, decider, lawDay(first, year), year.law);
      if (authority.allowed !== false) return [];
      const message = `${named.name}: ${nominees.length} trường hợp. ${authority.reason}`;
      return [foundFrom(first, year, message, "award", sourceOf(authority))];
    });
  },
};

export const giverBeyondAuthority: Check = {
  code: "giver-beyond-authority",
  severity: "high",
  title: "Người tặng ghi trong bảng không có thẩm quyền",
  hint: "Đối chiếu quyết định: sửa người tặng nếu ghi nhầm; chưa ký thì trình cấp có thẩm quyền; đã ký thì báo cơ quan quản lý để xử lý quyết định.",
  limit: null,
  find: (year) =>
    year.awards.flatMap((award): Found[] => {
      const giver = giverOf(award, year);
      const decider = giver === null ? null : deciderNamed(giver, lawDay(award, year));
      if (decider === null || kindOf(award, year) === null) return [];
      const authority = mayDecide(award.awardId, decider, lawDay(award, year), year.law);
      if (authority.allowed !== false) return [];
      return [foundOn(award, year, `ghi “${award.award}”. ${authority.reason}`, "award", sourceOf(authority))];
    }),
};

export const districtDecision: Check = {
  code: "district-decision",
  severity: "high",
  title: "Quyết định của cấp huyện từ ngày không còn cấp huyện",
  hint: "Kiểm tra ngày quyết định; cơ quan nay là cấp xã hay cấp tỉnh thì sửa issuer.name, issuer.level: thidua config issuer.level xa.",
  limit: null,
  find: (year) => {
    if (year.decider !== "huyen") return [];
    const late = year.awards.filter(
      (award) => isDecided(award) && (award.decisionDate ?? "") >= NO_DISTRICT && giverOf(award, year) === null,
    );
    return late.flatMap((award): Found[] => {
      if (kindOf(award, year)?.kind.level !== "local") return [];
      const authority = mayDecide(award.awardId, "huyen", award.decisionDate ?? "", year.law);
      const message = `quyết định ngày ${shortDate(award.decisionDate ?? "")}. ${authority.reason}`;
      return authority.allowed === false ? [foundOn(award, year, message, "decisionDate", sourceOf(authority))] : [];
    });
  },
};

export const notGivenThen: Check = {
  code: "award-not-given-then",
  severity: "high",
  title: "Danh hiệu, hình thức không có vào ngày quyết định",
  hint: "Kiểm tra ngày quyết định và tên danh hiệu, hình thức; xem danh mục của một ngày: thidua awards --on NGÀY.",
  limit: null,
  find: (year) =>
    year.awards.flatMap((award): Found[] => {
      const named = kindOf(award, year);
      const day = lawDay(award, year);
      if (named === null || isGivenOn(named.kind, day)) return [];
      const { from, to, source } = named.kind;
      const when =
        from !== null && day < from ? `chỉ có từ ngày ${shortDate(from)}` : `chỉ có đến ngày ${shortDate(to ?? "")}`;
      const dated =
        award.decisionDate === null ? `xét theo ngày ${shortDate(day)}` : `quyết định ngày ${shortDate(day)}`;
      return [foundOn(award, year, `${named.name} ${when}; ${dated}.`, "award", source)];
    }),
};

function giverOf({ award }: Award, { law }: CheckedYear): string | null {
  return law.findAward(award).givenBy;
}

/** Heads of clusters, too, are named by what they head. */
const HEAD =
  /^(chủ tịch|phó chủ tịch|ct|giám đốc|gđ|trưởng|cụm trưởng|khối trưởng|trưởng cụm|trưởng khối|thủ trưởng)\s+/u;

/** Who a giver as typed is ("Chủ tịch UBND huyện", "Cụm trưởng Cụm thi đua số 1"); null when the words do not tell. */
function deciderNamed(giver: string, date: string): Decider | null {
  const key = nameKey(giver);
  if (/^(cụm|khối) trưởng|^trưởng (cụm|khối)/u.test(key) || isCluster(key.replace(HEAD, ""))) return "cum";
  const body = key
    .replace(HEAD, "")
    .replace(/^(uỷ ban|ubnd)(?= )/u, (word) => (word === "ubnd" ? "ủy ban nhân dân" : "ủy ban"));
  // "Chủ tịch UBND xã" without a name.
  const level = inferLevel(body, date) ?? inferLevel(`${body} x`, date);
  return level === "khac" ? null : level;
}

function sourceOf({ basis, mark }: Authority) {
  return { text: basis, mark };
}
