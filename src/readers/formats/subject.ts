import type { Subject } from "../../domain/award.js";
import { foldKey, nameKey } from "../../domain/name.js";

const SUBJECTS: ReadonlyMap<string, Subject> = new Map([
  ["ca nhan", "individual"],
  ["canhan", "individual"],
  ["cn", "individual"],
  ["nguoi", "individual"],
  ["tap the", "collective"],
  ["tapthe", "collective"],
  ["tt", "collective"],
  ["don vi", "collective"],
  ["to chuc", "collective"],
  ["ho gia dinh", "household"],
  ["hogiadinh", "household"],
  ["gia dinh", "household"],
  ["giadinh", "household"],
  ["ho", "household"],
  ["hgd", "household"],
]);

/** Cá nhân, tập thể, hộ gia đình and the codes of the award software (CANHAN, TAPTHE, HOGIADINH). */
export function readSubject(text: string): Subject | null {
  return SUBJECTS.get(foldKey(text).replace(/_/g, " ")) ?? null;
}

/** "I. Tập thể" → collective; null when a heading names none, or more than one. */
export function subjectOfHeading(text: string): Subject | null {
  const key = nameKey(text);
  const named: Subject[] = [];
  if (key.includes("cá nhân")) named.push("individual");
  if (key.includes("tập thể")) named.push("collective");
  if (key.includes("gia đình")) named.push("household");
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** "Tập thể", "Cá nhân (03 người)": it stands over those who are named, and is the name of nobody. */
export function isSubjectHeading(text: string): boolean {
  return /^(các )?(tập thể|cá nhân|hộ gia đình|gia đình)( ?[:(].*)?$/u.test(nameKey(text));
}

/** What a column of names holds by its header: "Họ và tên" → individual; null for "Họ và tên/Tên tập thể". */
export function subjectOfHeader(header: string): Subject | null {
  const key = nameKey(header);
  if (key.includes("chủ hộ")) return "household";
  if (/^(cấp bậc, )?họ/.test(key)) return key.includes("tập thể") || key.includes("gia đình") ? null : "individual";
  return subjectOfHeading(header);
}

const COLLECTIVE =
  /^(tập thể|nhân dân và cán bộ|cán bộ và nhân dân|nhân dân|ủy ban|uỷ ban|ubnd|hđnd|ubmttq|ban (chấp hành|chỉ huy|chỉ đạo|quản lý|dân vận|tổ chức|tuyên giáo|kinh tế)|phòng|trường|trung tâm|trạm|công an|công ty|công đoàn|chi (bộ|cục|nhánh|hội|đoàn)|đảng (bộ|ủy)|hội|đoàn (thanh niên|tncs|thể)|đội|tổ (dân phố|hợp tác|sản xuất|công tác|liên gia|\d)|thôn|ấp|khu phố|khối|xã|phường|thị (trấn|xã)|huyện|thành phố|tỉnh|sở|văn phòng|bệnh viện|hợp tác xã|htx|doanh nghiệp|liên đoàn|câu lạc bộ|cơ quan|kho bạc|ngân hàng|tòa án|viện|hạt kiểm lâm|bảo hiểm|lực lượng|quỹ|nhóm|bộ chỉ huy|mặt trận)(?!\p{L})/u;
const INDIVIDUAL = /^(ông|bà|anh|chị|em|đ\/c|đồng chí|cháu|thầy|cô)\s/;
const HOUSEHOLD = /^(hộ|gia đình)\s/;

/** What the name itself tells: "Trường …" is a collective, "Bà …" a person; null when it does not tell. */
export function subjectOfName(name: string, salutation: string | null): Subject | null {
  if (salutation !== null) return "individual";
  const key = nameKey(name);
  if (HOUSEHOLD.test(key)) return "household";
  if (INDIVIDUAL.test(key)) return "individual";
  return COLLECTIVE.test(key) ? "collective" : null;
}
