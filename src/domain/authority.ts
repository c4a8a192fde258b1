import { type AwardKind, awardKind, awardName, isGivenOn } from "./awards.js";
import { shortDate } from "./date.js";
import { type IssuerLevel, isCluster } from "./issuer-level.js";
import { DECREE_129, type Grant, NO_DISTRICT, OWN_AWARDS } from "./law/grants.js";
import { type Law, PROGRAM_LAW } from "./law/law.js";
import { FIRST_DAY } from "./law/periods.js";
import { isInForce, lawOn, type Mark, type Source, sourceOn } from "./law/source.js";

/** Who would sign: the head of an issuer of that level, or a cụm/khối thi đua, which decides nothing. */
export type Decider = IssuerLevel | "cum";

export interface Authority {
  /** null when the law the program holds does not tell; the office has to check. */
  allowed: boolean | null;
  /** The rule as officers cite it. */
  basis: string;
  mark: Mark;
  /** Why not (or why it cannot be told) and what to do, in Vietnamese; null when allowed. */
  reason: string | null;
}

const CLUSTER_SOURCE: Source = { text: "Luật TĐKT 2022 Điều 77–80 (không có cụm, khối)", mark: "R" };

const DECIDERS: Record<Decider, string> = {
  tinh: "Chủ tịch Ủy ban nhân dân cấp tỉnh",
  so: "thủ trưởng sở và cơ quan tương đương",
  huyen: "Chủ tịch Ủy ban nhân dân cấp huyện",
  xa: "Chủ tịch Ủy ban nhân dân cấp xã",
  khac: "thủ trưởng cơ quan, tổ chức, đơn vị này",
  cum: "cụm, khối thi đua",
};

/** The decider an issuer's settings stand for: a cụm/khối by its name, otherwise its level. */
export function deciderOf(issuer: { name: string; level: IssuerLevel }): Decider {
  return isCluster(issuer.name) ? "cum" : issuer.level;
}

/** Whether `decider` may sign a decision giving this award on `date`. Throws on an id that is not in the catalogue. */
export function mayDecide(awardId: string, decider: Decider, date: string, law: Law = PROGRAM_LAW): Authority {
  const kind = awardKind(awardId, law.kinds);
  if (kind === null) throw new Error(`Unknown award id: ${awardId}`);
  const name = `“${awardName(kind, date)}”`;
  const grant = law.grants.find(
    (one) => one.decider === decider && one.awards.includes(awardId) && isInForce(one, date),
  );
  if (grant !== undefined && !isRefused(grant)) return ruled(true, grant.source, date, null);
  if (grant !== undefined)
    return ruled(false, grant.source, date, `${name} không thuộc thẩm quyền của ${DECIDERS[decider]}. ${PROPOSE}`);
  if (date < FIRST_DAY) return unknown(NO_LAW);
  if (decider === "cum") return ruled(false, lawOn(CLUSTER_SOURCE, date), date, CLUSTER);
  if (decider === "huyen" && date >= NO_DISTRICT) return ruled(false, DECREE_129, date, DISTRICT_ENDED);
  if (!isGivenOn(kind, date))
    return ruled(false, kind.source, date, `${name} ${daysGiven(kind)}. Hãy kiểm tra lại ngày quyết định.`);
  if (decider === "khac" && OWN_AWARDS.includes(awardId)) return unknown(`${name}: ${OTHER_BODY}`);
  const who = decidersOn(kind, date, law);
  const remedy = kind.level === "local" ? FORWARD : PROPOSE;
  const reason = `${name} do ${who.text} quyết định, không thuộc thẩm quyền của ${DECIDERS[decider]}. ${remedy}`;
  return ruled(false, who.source, date, reason);
}

const FORWARD = "Hãy chuyển danh sách cho nơi có thẩm quyền, hoặc sửa cột Danh hiệu/Hình thức nếu ghi nhầm.";
const PROPOSE = "Hãy lập tờ trình đề nghị khen thưởng, hoặc sửa cột Danh hiệu/Hình thức nếu ghi nhầm.";
const NO_LAW = `Chương trình không có quy định về thẩm quyền khen thưởng trước ngày ${shortDate(FIRST_DAY)}. Hãy tự đối chiếu văn bản, hoặc kiểm tra lại ngày quyết định.`;
const CLUSTER =
  "Cụm, khối thi đua bình xét, suy tôn và đề nghị khen thưởng, không có thẩm quyền quyết định khen thưởng. Hãy khai cơ quan ký quyết định ở mục issuer.name.";
const DISTRICT_ENDED = `Từ ngày ${shortDate(NO_DISTRICT)} không còn cấp huyện nên Chủ tịch Ủy ban nhân dân cấp huyện không ký quyết định khen thưởng. Hãy kiểm tra lại ngày quyết định và mục issuer.level.`;
const OTHER_BODY =
  "doanh nghiệp, hợp tác xã, đơn vị sự nghiệp có thể được quyết định, nhưng chương trình không biết cơ quan này thuộc loại nào. Hãy tự đối chiếu quy định trước khi ký.";

/** Who decides it on a day, in words, and where that is laid down. */
export function decidersOn(kind: AwardKind, date: string, law: Law = PROGRAM_LAW): { text: string; source: Source } {
  const rules = law.grants.filter((grant) => grant.awards.includes(kind.id) && isInForce(grant, date));
  const first = new Map(rules.toReversed().map((grant) => [grant.decider, grant]));
  const grants = rules.filter((grant) => first.get(grant.decider) === grant && !isRefused(grant));
  const names = [...new Set(grants.map((grant) => DECIDERS[grant.decider]))];
  const [grant] = grants;
  if (grant !== undefined) return { text: joinOr(names), source: sourceOn(grant.source, date) };
  return { text: kind.giver ?? "cấp có thẩm quyền khác", source: kindSourceOn(kind, date) };
}

/** Where an award is laid down, as of a day: the catalogue holds the articles of the law of 2022. */
export function kindSourceOn({ source }: AwardKind, date: string): Source {
  return lawOn(source, date);
}

function joinOr(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} hoặc ${names.at(-1)}`;
}

function isRefused(grant: Grant): boolean {
  return "isRefused" in grant && grant.isRefused === true;
}

function daysGiven({ from, to }: AwardKind): string {
  return to === null ? `chỉ có từ ngày ${shortDate(from ?? FIRST_DAY)}` : `chỉ có đến ngày ${shortDate(to)}`;
}

function ruled(allowed: boolean, source: Source, date: string, reason: string | null): Authority {
  const { text, mark } = sourceOn(source, date);
  return { allowed, basis: text, mark, reason };
}

function unknown(reason: string): Authority {
  return { allowed: null, basis: "chưa xác định", mark: "R", reason };
}
