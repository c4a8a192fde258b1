import { padNumber } from "../../domain/decision-number.js";
import { capitalize, decapitalize, upperVietnamese } from "../../domain/upper-case.js";
import { describePlace } from "../decision/value.js";
import { chooseDecided, type DecidedAwards, requireDecided } from "../draft/decided.js";
import { deciderInProse, decisionOf } from "../draft/decision.js";
import type { ComposedDraft, DraftAward, DraftFacts, DraftKind } from "../draft/draft.js";
import { field } from "../draft/placeholder.js";
import { frameValues } from "../draft/value.js";
import { FOOT_PLACEHOLDERS, HEAD_PLACEHOLDERS } from "../template/frame-value.js";
import type { Placeholder } from "../template/kind.js";
import { wrapText } from "../word/text-width.js";
import { CERTIFICATE_LINES, CERTIFICATE_SIZE, CERTIFICATE_WIDTH } from "./page.js";

/** A kind of certificate: the form it is the paper of, and the awards of the catalogue that are it. */
export function certificateKind({
  id,
  name,
  awards,
}: {
  id: string;
  name: string;
  awards: readonly string[];
}): DraftKind {
  const choose = (facts: DraftFacts): DecidedAwards =>
    chooseDecided(facts, { wants: ({ kind }) => awards.includes(kind.id), first: "decided" });
  return {
    id,
    title: name,
    type: "QĐ",
    issuedBy: "office",
    isSignedByHead: true,
    perRecipient: true,
    summary: `${name.toLocaleLowerCase("vi")} A4 ngang cho từng người nhận, in trên giấy trắng; in trên phôi có sẵn: --blank`,
    placeholders: placeholdersOf(name),
    refuse: (facts) => requireDecided(choose(facts), facts, `được tặng ${name}`),
    compose(facts) {
      const { awards: given, warnings } = choose(facts);
      const digits = String(given.length).length;
      return given.map((award, index): ComposedDraft => {
        const order = given.length === 1 ? "" : `${String(index + 1).padStart(digits, "0")} `;
        return {
          values: certificateValues(award, index, name, facts),
          stem: `${order}${name} - ${award.name}`,
          recipients: 1,
          warnings: [
            ...(index > 0 ? [] : [...warnings, ...warnOfDecision(given)]),
            ...warnOfLength(award, name, facts),
          ],
        };
      });
    },
  };
}

function placeholdersOf(name: string): Placeholder[] {
  return [
    field("nguoi_tang", "người có thẩm quyền tặng, viết hoa", "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH MINH"),
    field("hinh_thuc", "hình thức khen thưởng", name),
    field("ten", "danh xưng và họ tên, hoặc tên tập thể", "Bà Trần Thị Bưởi"),
    field("chuc_vu_don_vi", "chức vụ, đơn vị công tác", "Giáo viên, Trường Tiểu học Hoa Sen"),
    field("thanh_tich", "thành tích", "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2020"),
    condition("ten_dai", "đúng khi tên dài hơn một dòng của trang, để viết chữ nhỏ hơn"),
    condition("thanh_tich_dai", "đúng khi thành tích dài hơn hai dòng của trang, để viết chữ nhỏ hơn"),
    field("so_quyet_dinh", "số, ký hiệu quyết định", "125/QĐ-UBND"),
    field("ngay_quyet_dinh", "ngày quyết định", "ngày 16 tháng 4 năm 2021"),
    field("so_so_vang", "số sổ vàng, để trống khi chưa có", "15", "--book-from SỐ"),
    ...HEAD_PLACEHOLDERS.filter((placeholder) => placeholder.name === "dia_danh"),
    ...FOOT_PLACEHOLDERS.filter((placeholder) => !placeholder.name.startsWith("noi_nhan")),
  ];
}

function condition(name: string, meaning: string): Placeholder {
  return { name, meaning, example: "", form: "condition" };
}

function certificateValues(award: DraftAward, index: number, form: string, facts: DraftFacts): ComposedDraft["values"] {
  const decider = deciderInProse(facts);
  const decision = decisionOf(award, facts);
  const { bookFrom } = facts.wishes;
  const name = calledName(award);
  const achievement = achievementOf(award, facts);
  const { name: nameSize, achievement: achievementSize } = CERTIFICATE_SIZE;
  const { dia_danh, ky, nguoi_ky } = frameValues(facts);
  return {
    nguoi_tang: decider === null ? null : upperVietnamese(decider),
    hinh_thuc: form,
    ten: name,
    chuc_vu_don_vi: describePlace(award),
    thanh_tich: achievement,
    ten_dai: wrapText(name, CERTIFICATE_WIDTH, nameSize.usual, true).length > 1,
    thanh_tich_dai: wrapText(achievement, CERTIFICATE_WIDTH, achievementSize.usual).length > 2,
    so_quyet_dinh: decision.number,
    ngay_quyet_dinh: decision.date,
    so_so_vang: bookFrom === null ? "" : padNumber(String(bookFrom + index)),
    dia_danh,
    ky,
    nguoi_ky,
  };
}

function calledName({ salutation, name }: DraftAward): string {
  return [salutation, name].filter(Boolean).join(" ");
}

/** A whole page holds what people write; beyond that it says whose would go on to a second one. */
function warnOfLength(award: DraftAward, form: string, facts: DraftFacts): string[] {
  const { name, achievement } = CERTIFICATE_SIZE;
  const isLong =
    wrapText(calledName(award), CERTIFICATE_WIDTH, name.long, true).length > CERTIFICATE_LINES.name ||
    wrapText(achievementOf(award, facts), CERTIFICATE_WIDTH, achievement.long).length > CERTIFICATE_LINES.achievement;
  if (!isLong) return [];
  return [
    `${form} của ${award.name}: tên hoặc thành tích dài, có thể sang trang thứ hai; rút gọn trong danh sách rồi nạp lại.`,
  ];
}

/** As it stands under the name: "Đã có thành tích …"; one that is not told is that of the decision. */
function achievementOf({ achievement, achievementYear }: DraftAward, { year, wishes }: DraftFacts): string {
  const own = achievement?.trim().replace(/[\s.;,]+$/, "") ?? "";
  if (own === "") {
    return capitalize(
      wishes.reason ?? `đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm ${achievementYear ?? year}`,
    );
  }
  return /^(có|đạt|hoàn thành)\s/iu.test(own) ? `Đã ${decapitalize(own)}` : capitalize(own);
}

function warnOfDecision(given: readonly DraftAward[]): string[] {
  if (given.every(({ decisionNumber, decisionDate }) => decisionNumber !== null && decisionDate !== null)) return [];
  return [
    "Có trường hợp chưa có số hoặc ngày quyết định: lấy theo --number, --date, không ghi thì để trống. Ghi vào danh sách bằng thidua decide --record.",
  ];
}
