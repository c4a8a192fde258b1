import type { Subject } from "../../domain/award.js";
import { capitalize, decapitalize, upperVietnamese } from "../../domain/upper-case.js";
import { endLines, formatCount, joinAnd } from "../prose/count.js";
import { type FootInput, footValues, type HeadInput, headValues } from "../template/frame-value.js";
import type { TemplateItem, TemplateValues } from "../template/value.js";
import { RECIPIENT_GROUPS } from "./placeholder.js";

export interface DecisionRecipient {
  /** Ông, Bà, Đồng chí. */
  salutation: string | null;
  name: string;
  subject: Subject;
  position: string | null;
  workplace: string | null;
  achievement: string | null;
}

export interface DecisionInput {
  head: HeadInput;
  foot: FootInput;
  /** Thẩm quyền ban hành: "Chủ tịch Ủy ban nhân dân huyện Bình Minh"; shown in capitals above the căn cứ and, as given, in the appendix. */
  authority: string | null;
  /** Căn cứ and "Theo đề nghị của …" lines; end marks are put right. */
  legalBasis: readonly string[];
  award: {
    /** "Tặng", "Công nhận". */
    verb: string;
    /** "Giấy khen của Chủ tịch Ủy ban nhân dân huyện Bình Minh", "danh hiệu “Lao động tiên tiến”". */
    name: string;
    /** A title is of a year: the abstract says it, and no reason. */
    isTitle: boolean;
  };
  /** "đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2020". */
  reason: string | null;
  /** "Quỹ thi đua, khen thưởng huyện"; null: "Quỹ thi đua, khen thưởng". */
  bonusFund: string | null;
  /** Who carries it out besides those named in Điều 1: "Chánh Văn phòng …", "Trưởng phòng Nội vụ". */
  enforcers: readonly string[];
  /** In the order they are to be listed. */
  recipients: readonly DecisionRecipient[];
  /** Year of the achievements; null: not shown in the title of the list. */
  year: number | null;
  /** false: exactly one recipient, named in Điều 1, no appendix. */
  asList: boolean;
}

/** Values for the templates of both decisions, that gives forms and that recognises titles. `asList: false` with other than one recipient is a mistake of the caller. */
export function decisionValues(input: DecisionInput): TemplateValues {
  const { recipients, award, asList } = input;
  const only = recipients[0];
  if (!asList && (recipients.length !== 1 || only === undefined)) throw new Error("One recipient expected");
  const groups = RECIPIENT_GROUPS.map((group) => ({
    ...group,
    members: recipients.filter(({ subject }) => subject === group.subject),
  }));
  const present = groups.filter(({ members }) => members.length > 0);
  const words = present.map(({ word }) => word).join(", ");
  const verb = decapitalize(award.verb);
  const whom = recipients.length === 1 ? words : `các ${words}`;
  const reason = trimEnd(input.reason);
  const ofYear = input.year === null ? "" : ` năm ${input.year}`;
  const what = award.isTitle ? `${award.name}${ofYear}` : award.name;
  const values: TemplateValues = {
    ...headValues(input.head),
    ...footValues(input.foot),
    trich_yeu: asList
      ? [`Về việc ${verb} ${what} cho ${whom}`, award.isTitle ? null : reason?.replace(/^đã /, "")]
          .filter(Boolean)
          .join(" ")
      : `Về việc ${verb} ${what} cho ${callName(only)}`,
    tham_quyen: input.authority === null ? null : upperVietnamese(input.authority),
    nguoi_ban_hanh: input.authority,
    can_cu: endLines(input.legalBasis).map((dong) => ({ dong })),
    dong_tu: award.verb,
    hinh_thuc: award.name,
    doi_tuong: joinAnd(present.map(({ members, word }) => `${formatCount(members.length)} ${word}`)),
    ly_do: reason,
    nguoi_nhan: asList ? null : describe(only),
    thanh_tich: asList ? null : (ownReason(only) ?? reason),
    nguon_tien_thuong: input.bonusFund ?? "Quỹ thi đua, khen thưởng",
    trach_nhiem_thi_hanh: `${[...input.enforcers, "Thủ trưởng các cơ quan, đơn vị có liên quan"].join(", ")} và ${
      asList ? `${whom} có tên tại Điều 1` : callName(only)
    }`,
    nam: input.year === null ? null : String(input.year),
    co_danh_sach: asList,
    tieu_de_danh_sach: `${capitalize(words)} được ${verb} ${award.name}${ofYear}`,
  };
  for (const { list, members } of groups) {
    const place = present.findIndex((group) => group.list === list);
    values[list] = asList ? members.map(recipientItem) : [];
    values[`so_${list}`] = formatCount(members.length);
    values[`muc_${list}`] = present.length < 2 || place < 0 ? "" : `${["I", "II", "III"][place]}. `;
  }
  return values;
}

/** Name of the file, before `safeFileName`: for a list by its award, for one recipient by the name. */
export function decisionFileStem(input: DecisionInput): string {
  const what = `Quyết định ${decapitalize(input.award.verb)} ${input.award.name}`;
  const whom = input.asList ? "" : ` - ${input.recipients[0]?.name ?? ""}`;
  return `${what}${input.year === null ? "" : ` năm ${input.year}`}${whom}`;
}

function recipientItem(recipient: DecisionRecipient): TemplateItem {
  return {
    ho_ten: recipient.name,
    danh_xung: recipient.salutation ?? "",
    ten_day_du: fullName(recipient),
    chuc_vu: recipient.position ?? "",
    don_vi: recipient.workplace ?? "",
    thanh_tich: recipient.achievement ?? "",
  };
}

function fullName({ salutation, name }: DecisionRecipient): string {
  return salutation === null || salutation === "" ? name : `${salutation} ${name}`;
}

/** Inside a sentence: "bà Trần Thị Bưởi". */
function callName(recipient: DecisionRecipient | undefined): string {
  if (recipient === undefined) return "";
  return recipient.salutation ? decapitalize(fullName(recipient)) : recipient.name;
}

function describe(recipient: DecisionRecipient | undefined): string {
  if (recipient === undefined) return "";
  return [callName(recipient), describePlace(recipient)].filter(Boolean).join(", ");
}

/** Position and workplace: "Giáo viên, Trường Tiểu học Hoa Sen"; "" when neither is known, or the name says it. */
export function describePlace(recipient: Pick<DecisionRecipient, "name" | "position" | "workplace">): string {
  const workplace = recipient.name.includes(recipient.workplace ?? "") ? null : recipient.workplace;
  // The head of a body is named with it in one breath: "Giám đốc Sở Y tế".
  const joined = HEAD.test(recipient.position ?? "") ? " " : ", ";
  return [recipient.position, workplace].filter(Boolean).join(joined);
}

const HEAD = /^(phó )?(tổng )?(giám đốc|hiệu trưởng|chủ tịch|bí thư|viện trưởng|cục trưởng|chánh văn phòng)$/iu;

/** The achievement as the end of the sentence "Tặng … cho …, ": "đã …" when it reads so, else "vì: …" as typed. */
function ownReason(recipient: DecisionRecipient | undefined): string | null {
  const achievement = trimEnd(recipient?.achievement ?? null);
  if (achievement === null) return null;
  if (/^(đã|do|vì) /i.test(achievement)) return decapitalize(achievement);
  return /^(có|đạt|hoàn thành) /i.test(achievement) ? `đã ${decapitalize(achievement)}` : `vì: ${achievement}`;
}

function trimEnd(text: string | null): string | null {
  const trimmed = text?.replace(/[\s.;,]+$/, "") ?? "";
  return trimmed === "" ? null : trimmed;
}
