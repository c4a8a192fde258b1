/** Cá nhân, tập thể, hộ gia đình. */
export type Subject = "individual" | "collective" | "household";

/** One row of a `khen-thuong` sheet: somebody nominated for, or given, a title or a commendation form. */
export interface AwardRecord {
  row: number;
  /** Danh xưng: Ông, Bà, Đồng chí. */
  salutation: string | null;
  name: string;
  /** null when the sheet does not say and the name does not tell. */
  subject: Subject | null;
  position: string | null;
  /** Đơn vị: where the person works, as typed; null for a collective that is itself the unit. */
  workplace: string | null;
  /** Danh hiệu/Hình thức as typed; `Law.findAward` recognises it. */
  award: string;
  achievement: string | null;
  /** Năm thành tích, when it differs from the year of the award. */
  achievementYear: number | null;
  directWorker: boolean | null;
  leader: boolean | null;
  gender: "male" | "female" | null;
  /** YYYY-MM-DD, or YYYY when only the year is given. */
  birthDate: string | null;
  /** Loại khen: công trạng, chuyên đề, đột xuất, đối ngoại … as typed. */
  occasion: string | null;
  /** Kỷ luật as typed: a form of discipline, that one is being considered, "không". */
  discipline: string | null;
  votesFor: number | null;
  votesTotal: number | null;
  decisionNumber: string | null;
  /** YYYY-MM-DD. */
  decisionDate: string | null;
}

/** A nominee or recipient of a year, its award recognised. */
export interface Award extends Omit<AwardRecord, "subject" | "award"> {
  id: number;
  /** Id in the catalogue of awards. */
  awardId: string;
  /** The award as typed. */
  award: string;
  subject: Subject;
  /** The unit the workplace (or the collective itself) is, when it is one we know. */
  unitId: number | null;
  importId: number;
}

const PEOPLE =
  /^(?:(?:tập thể|toàn thể|cán bộ|công chức|viên chức|công nhân|người lao động|nhân dân|đảng bộ|chính quyền|mặt trận tổ quốc|(?:các )?lực lượng vũ trang)(?:\s*,)?\s+(?:và\s+)?)+/iu;

/** The unit that "Nhân dân và cán bộ xã Đông" means: xã Đông. A name without such words stays. */
export function unitOfPeople(name: string): string {
  return name.normalize("NFC").replace(PEOPLE, "");
}
