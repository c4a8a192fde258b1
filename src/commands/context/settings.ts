import type { AwardFinder } from "../../domain/award-match.js";
import { BONUS_ROUNDINGS } from "../../domain/bonus-money.js";
import { ISSUER_LEVELS } from "../../domain/issuer-level.js";
import { nearestName } from "../../domain/name.js";
import { RULES_HINT, readProposalRules } from "../../domain/proposal-rule.js";
import { SIGNATORY_MODES } from "../../domain/signature.js";
import { UserError } from "../../errors.js";
import { parseYear } from "./context.js";

/** One setting of the office. */
export interface Setting {
  key: string;
  /** Flag of `init`. */
  flag: string;
  /** Vietnamese, as asked by `init` and shown by `config`. */
  label: string;
  example: string;
  /** The values it may take, with their meaning; null = any text. */
  choices: readonly { value: string; name: string }[] | null;
}

/** THE LIST of settings. */
export const SETTINGS: readonly Setting[] = [
  {
    key: "issuer.name",
    flag: "--issuer",
    label: "Cơ quan ban hành văn bản",
    example: "Ủy ban nhân dân huyện Bình Minh",
    choices: null,
  },
  {
    key: "issuer.parent",
    flag: "--parent",
    label: "Cơ quan chủ quản (để trống nếu không có)",
    example: "Ủy ban nhân dân tỉnh An Bình",
    choices: null,
  },
  {
    key: "issuer.level",
    flag: "--level",
    label: "Cấp của cơ quan ban hành",
    example: "huyen",
    choices: ISSUER_LEVELS.map(({ id, name }) => ({ value: id, name: `${id}: ${name}` })),
  },
  { key: "issuer.place", flag: "--place", label: "Địa danh ghi trên văn bản", example: "Bình Minh", choices: null },
  { key: "signatory.position", flag: "--position", label: "Chức vụ người ký", example: "Chủ tịch", choices: null },
  {
    key: "signatory.mode",
    flag: "--mode",
    label: "Hình thức ký (để trống khi ký với quyền của người đứng đầu)",
    example: "KT",
    choices: SIGNATORY_MODES.map(({ id, name }) => ({ value: id, name: `${id || "(để trống)"}: ${name}` })),
  },
  {
    key: "signatory.name",
    flag: "--signatory",
    label: "Họ và tên người ký (bản nháp có thể để trống)",
    example: "Nguyễn Văn An",
    choices: null,
  },
  {
    key: "council.proposer",
    flag: "--proposer",
    label: 'Người đề nghị khen thưởng ("Theo đề nghị của …")',
    example: "Trưởng phòng Nội vụ",
    choices: null,
  },
  {
    key: "basis.regulation",
    flag: "--regulation",
    label: "Căn cứ: quyết định ban hành quy chế (quy định) thi đua, khen thưởng của tỉnh",
    example:
      "Quyết định số 12/2020/QĐ-UBND ngày 15 tháng 5 năm 2020 của Ủy ban nhân dân tỉnh An Bình ban hành Quy chế thi đua, khen thưởng",
    choices: null,
  },
  {
    key: "basis.functions",
    flag: "--functions",
    label: "Căn cứ: văn bản quy định chức năng, nhiệm vụ (chỉ sở và cơ quan khác)",
    example:
      "Quyết định số 20/2022/QĐ-UBND ngày 10 tháng 6 năm 2022 của Ủy ban nhân dân tỉnh An Bình quy định chức năng, nhiệm vụ của Sở Nội vụ",
    choices: null,
  },
  {
    key: "basis.decree",
    flag: "--decree",
    label: "Căn cứ: nghị định, thông tư chương trình chưa có",
    example: "Nghị định số …/2026/NĐ-CP ngày … của Chính phủ quy định chi tiết Luật Thi đua, khen thưởng",
    choices: null,
  },
  {
    key: "basis.citation",
    flag: "--citation",
    label: "Cách dẫn luật trong phần căn cứ (để trống: theo ngày, như Nghị định số 30/2020/NĐ-CP)",
    example: "date",
    choices: [
      { value: "", name: "(để trống): theo tên và ngày" },
      { value: "date", name: "date: theo tên và ngày" },
      { value: "number", name: "number: kèm số, ký hiệu của luật" },
    ],
  },
  {
    key: "bonus.rounding",
    flag: "--rounding",
    label: "Cách làm tròn tiền thưởng (để trống: lên hàng chục nghìn đồng, theo nghị định)",
    example: "ceil10k",
    choices: [
      { value: "", name: "(để trống): như ceil10k" },
      ...BONUS_ROUNDINGS.map(({ id, name }) => ({ value: id, name: `${id}: ${name}` })),
    ],
  },
  {
    key: "plan.level",
    flag: "--plan",
    label: "Cấp kế hoạch dùng để tính khi bảng có nhiều cột kế hoạch (để trống: cột kế hoạch của từng bảng)",
    example: "Huyện giao",
    choices: null,
  },
  {
    key: "propose.rules",
    flag: "--rules",
    label: "Quy tắc đề nghị khen thưởng theo xếp hạng (để trống: quy tắc mặc định của chương trình)",
    example: "hạng 1 → Cờ thi đua; hạng 2-3 → Bằng khen; tăng hạng ≥ 3 → Giấy khen",
    choices: null,
  },
  { key: "year", flag: "--year", label: "Năm công tác", example: "2020", choices: null },
];

/** The setting of that key. Throws UserError with the nearest key. */
export function findSetting(key: string): Setting {
  const setting = SETTINGS.find((candidate) => candidate.key === key);
  if (setting !== undefined) return setting;
  const keys = SETTINGS.map((candidate) => candidate.key);
  const near = nearestName(key, keys);
  const hint = `${near === null ? "" : `Có phải là "${near}"? `}Các cài đặt: ${keys.join(", ")}.`;
  throw new UserError(`Không có cài đặt "${key}".`, hint);
}

/** The value as stored; `findAward` knows the awards its rules may name. Throws UserError when the setting does not take it. */
export function checkSetting(setting: Setting, value: string, findAward: AwardFinder): string {
  const text = value.normalize("NFC").replace(/\s+/g, " ").trim();
  if (setting.key === "year" && text !== "") return String(parseYear(text));
  if (setting.key === "propose.rules" && text !== "") {
    const { trouble } = readProposalRules(text, findAward);
    if (trouble !== null) throw new UserError(trouble, RULES_HINT);
  }
  if (setting.choices === null) return text;
  const wanted = setting.key === "signatory.mode" ? text.replace(/\.$/, "").toUpperCase() : text.toLowerCase();
  if (text === "" || setting.choices.some((choice) => choice.value === wanted)) return wanted;
  const list = setting.choices.map(({ name }) => name).join("; ");
  throw new UserError(`"${value}" không dùng được cho ${setting.key}.`, `Chọn một trong: ${list}.`);
}
