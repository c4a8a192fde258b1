import type { Amendment, Correction, DraftAward, DraftKind, DraftWishes } from "../../documents/draft/draft.js";
import { datePhrase } from "../../domain/date.js";
import { nameKey } from "../../domain/name.js";
import { decapitalize } from "../../domain/upper-case.js";
import { UserError } from "../../errors.js";

type Named = Pick<DraftWishes, "refersTo" | "wrong" | "right" | "strike" | "of">;

/** What the register knows of the mistakes typed, and what to tell of them. Throws UserError where it is not clear whose they are. */
export function readAmendment(
  recipients: readonly DraftAward[],
  wishes: Named,
  authority: string | null,
): { amendment: Amendment; warnings: string[] } {
  const { refersTo, wrong, right, strike } = wishes;
  if (wrong !== null && right === null) {
    throw new UserError(
      "Có chữ sai mà chưa có chữ đúng.",
      'Ghi thêm --right "…"; bỏ tên một người thì dùng --strike "…".',
    );
  }
  if (right !== null && wrong === null) throw new UserError("Có chữ đúng mà chưa có chữ sai.", 'Ghi thêm --wrong "…".');
  const meant = refersTo === null ? recipients : recipients.filter((one) => isOf(one, refersTo));
  const found = [
    ...(wrong === null || right === null ? [] : [findMistake(meant, wrong, right, wishes.of)]),
    ...(strike === null ? [] : [findStruck(meant, strike)]),
  ];
  const [award] = found.flatMap((one) => one.award ?? []);
  const warnings = found.flatMap(({ award: known, correction }) =>
    known === null && !isForm(correction.wrong)
      ? [`Không thấy “${correction.wrong}” trong danh sách đã có quyết định; văn bản ghi đúng như đã gõ.`]
      : [],
  );
  const decision = nameDecision(award ?? (refersTo === null ? null : (meant[0] ?? null)), authority) ?? refersTo;
  return { amendment: { decision, corrections: found.map(({ correction }) => correction) }, warnings };
}

/** "08/QĐ-UBND", "số 8", "Quyết định số 08/QĐ-UBND ngày …" against a number of the register. */
function isOf({ decisionNumber }: DraftAward, typed: string): boolean {
  const [wanted, known] = [typed, decisionNumber ?? ""].map((text) => /(\d+)\s*(?:\/\s*(\S+))?/u.exec(text));
  if (wanted == null || known == null || Number(wanted[1]) !== Number(known[1])) return false;
  return wanted[2] === undefined || known[2] === undefined || nameKey(wanted[2]) === nameKey(known[2]);
}

function nameDecision(award: DraftAward | null, authority: string | null): string | null {
  if (award?.decisionNumber == null) return null;
  const number = award.decisionNumber.replace(/^(quyết định )?(số)?[\s:]*/iu, "");
  const date = award.decisionDate === null ? "" : ` ${datePhrase(award.decisionDate)}`;
  return `Quyết định số ${number}${date}${authority === null ? "" : ` của ${authority}`}`;
}

interface Found {
  /** null: not in the register. */
  award: DraftAward | null;
  correction: Correction;
}

function findMistake(awards: readonly DraftAward[], wrong: string, right: string, of: string | null): Found {
  const named = of === null ? awards : awards.filter(({ name }) => nameKey(name).includes(nameKey(of)));
  const matches = named.flatMap((award) => {
    const field = listFields(award).find(([, text]) => nameKey(text) === nameKey(wrong));
    return field === undefined ? [] : [{ award, name: field[0] }];
  });
  const [match] = matches;
  if (match === undefined) {
    const person = of === null ? null : of;
    return { award: null, correction: { field: null, person, wrong, right } };
  }
  if (matches.length > 1) {
    const people = matches.slice(0, 5).map(({ award }) => describe(award));
    throw new UserError(
      `“${wrong}” là của ${matches.length} trường hợp: ${people.join("; ")}.`,
      'Ghi thêm --of "họ tên" (người nào), --refers-to "số quyết định" (quyết định nào).',
    );
  }
  const { award, name } = match;
  const isName = name === NAME || name === GROUP_NAME;
  const place = [award.position, award.workplace].filter(Boolean).join(", ");
  const field = isName && place !== "" ? `${name} (${place})` : name;
  return { award, correction: { field, person: isName ? null : callName(award), wrong, right } };
}

function findStruck(awards: readonly DraftAward[], strike: string): Found {
  const matches = awards.filter(({ name }) => nameKey(name) === nameKey(strike));
  if (matches.length > 1) {
    const people = matches.slice(0, 5).map(describe);
    throw new UserError(
      `Có ${matches.length} trường hợp tên “${strike}”: ${people.join("; ")}.`,
      'Ghi thêm --refers-to "số quyết định".',
    );
  }
  const [award = null] = matches;
  const person = award === null ? null : [callName(award), award.position, award.workplace].filter(Boolean).join(", ");
  return { award, correction: { field: null, person, wrong: strike, right: null } };
}

const NAME = "Họ và tên";
const GROUP_NAME = "Tên tập thể";

/** What a decision says of a recipient, as [field, text]. */
function listFields(award: DraftAward): [string, string][] {
  const fields: [string, string | null][] = [
    [award.subject === "collective" ? GROUP_NAME : NAME, award.name],
    ["Danh hiệu, hình thức khen thưởng", award.kind.name],
    ["Chức vụ", award.position],
    ["Đơn vị", award.workplace],
    ["Thành tích", award.achievement],
  ];
  return fields.flatMap(([name, text]): [string, string][] => (text === null ? [] : [[name, text]]));
}

function callName({ salutation, name }: DraftAward): string {
  return salutation === null ? name : `${decapitalize(salutation)} ${name}`;
}

function describe(award: DraftAward): string {
  return `${callName(award)} (${[award.workplace, award.kind.name, award.decisionNumber].filter(Boolean).join(", ")})`;
}

/** Components of form: number and symbol, place and date, abstract, receivers, căn cứ, layout (Decree 30/2020, art. 8). */
function isForm(text: string): boolean {
  return /\d+\s*\/\s*(QĐ|TTr|BC|BB)|ngày.+tháng|^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$|^(nơi nhận|lưu:|căn cứ|về việc|v\/v|kính gửi|quốc hiệu|tiêu ngữ|phụ lục|kèm theo|số:)/iu.test(
    text.trim(),
  );
}

const RULE = "NĐ 30/2020/NĐ-CP, Điều 18 khoản 3";

/** Which of the two documents the mistakes call for, told where it is the other or cannot be judged. */
export function judgeAmendment(kind: DraftKind, { corrections }: Amendment): string[] {
  if (kind.id !== "quyet-dinh-sua-doi" && kind.id !== "cong-van") return [];
  return corrections.flatMap(({ wrong, right, field }) => {
    const isContent = right === null || field !== null;
    if (isContent && kind.id === "cong-van") {
      return [
        `“${wrong}” là sai sót về nội dung: sửa bằng văn bản cùng hình thức (${RULE}). Dùng: thidua draft quyet-dinh-sua-doi`,
      ];
    }
    if (!isContent && isForm(wrong) && kind.id !== "cong-van") {
      return [
        `“${wrong}” là sai sót về thể thức, kỹ thuật trình bày: đính chính bằng công văn (${RULE}). Dùng: thidua draft cong-van`,
      ];
    }
    if (isContent || isForm(wrong)) return [];
    return [
      `Chưa rõ “${wrong}” sai về gì. ${RULE}: sai nội dung thì sửa bằng quyết định (quyet-dinh-sua-doi), sai thể thức, kỹ thuật trình bày, thủ tục ban hành thì đính chính bằng công văn (cong-van).`,
    ];
  });
}
