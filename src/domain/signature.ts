import { collectiveName, headPosition, type Issuer, isCommittee, issuerName } from "./issuer.js";
import { cleanText, nameKey } from "./name.js";
import { capitalize, upperVietnamese } from "./upper-case.js";

/** Quyền hạn ký (NĐ 30/2020 Điều 13): blank for the head in own power, TM., KT., TL., TUQ., Q. */
export type SignatoryMode = "" | "TM" | "KT" | "TL" | "TUQ" | "Q";

export const SIGNATORY_MODES: readonly { id: SignatoryMode; name: string }[] = [
  { id: "", name: "thủ trưởng tự ký" },
  { id: "TM", name: "thay mặt tập thể (TM.)" },
  { id: "KT", name: "cấp phó ký thay (KT.)" },
  { id: "TL", name: "ký thừa lệnh (TL.)" },
  { id: "TUQ", name: "ký thừa ủy quyền (TUQ.)" },
  { id: "Q", name: "quyền thủ trưởng (Q.)" },
];

/** Who signs, as the settings give it; `position` may be the signer's own or, with KT, the head's. */
export interface Signatory {
  position: string | null;
  mode: SignatoryMode;
  /** null leaves the place for the name blank. */
  name: string | null;
}

/**
 * Thẩm quyền ban hành of a decision in the head's own power, as prose names it: "Chủ tịch Ủy ban nhân dân huyện Bình Minh",
 * "Trưởng phòng Nội vụ". The issuer itself when neither its name nor the signatory's position tells its head.
 */
export function headInProse(issuer: Issuer, signatory: Signatory | null = null): string {
  const name = issuerName(issuer);
  const head = headOf(issuer, signatory);
  if (head === null) return name;
  // "Trưởng phòng Nội vụ", "Chánh Văn phòng Huyện ủy": the word both share is said once.
  const shared = head.slice(head.indexOf(" ") + 1);
  const isShared = head.includes(" ") && nameKey(name).startsWith(nameKey(shared));
  return isShared ? `${head}${name.slice(shared.length)}` : `${head} ${name}`;
}

/** The same in capitals, as it stands above the căn cứ: "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH MINH". */
export function authorityLine(issuer: Issuer, signatory: Signatory | null = null): string {
  return upperVietnamese(headInProse(issuer, signatory));
}

/**
 * The lines above the signature, in capitals. A commendation decision is in the head's own power, so it never carries TM.
 * (16 of 16 decisions read); any other document of a UBND, council or cluster is signed for the collective. A deputy
 * always signs KT. (NĐ 30/2020 Đ13), whatever the mode says. A position that is not known is left as "[Chưa có: …]".
 */
export function signatureLines(issuer: Issuer, signatory: Signatory, document: "decision" | "other"): string[] {
  const position = cleanPosition(signatory.position ?? "");
  const mode = modeOf(signatory, position);
  const head = headLine(issuer, signatory);
  const collective = document === "other" ? collectiveLine(issuer, mode) : [];
  switch (mode) {
    case "KT":
      return [...collective, `KT. ${head}`, deputyLine(position, head)];
    case "Q":
      return [...collective, `Q. ${head}`];
    case "TL":
    case "TUQ": {
      const own = upperVietnamese(position);
      return [`${mode}. ${head}`, own === "" || own === head ? NO_POSITION : own];
    }
    default:
      return [...collective, position === "" ? head : upperVietnamese(position)];
  }
}

const NO_HEAD = "[Chưa có: chức vụ người đứng đầu]";
const NO_POSITION = "[Chưa có: chức vụ người ký]";

function modeOf(signatory: Signatory, position: string): SignatoryMode {
  if (signatory.mode !== "" && signatory.mode !== "TM") return signatory.mode;
  if (isDeputy(position)) return "KT";
  return /^(quyền|q\.)\s/iu.test(signatory.position?.trim() ?? "") ? "Q" : signatory.mode;
}

function headLine(issuer: Issuer, signatory: Signatory): string {
  const head = headOf(issuer, signatory);
  return head === null ? NO_HEAD : upperVietnamese(head);
}

/** A UBND is headed by its Chủ tịch; elsewhere the office knows better than the name of the body (Tổng Giám đốc). */
function headOf(issuer: Issuer, signatory: Signatory | null): string | null {
  const byName = headPosition(issuer);
  if (signatory === null || isCommittee(issuerName(issuer))) return byName;
  if (signatory.mode === "TL" || signatory.mode === "TUQ") return byName;
  const position = cleanPosition(signatory.position ?? "");
  const head = isDeputy(position) ? withoutDeputy(position) : position;
  return head === "" ? byName : head;
}

function deputyLine(position: string, head: string): string {
  if (isDeputy(position)) return upperVietnamese(position);
  return head === NO_HEAD ? NO_POSITION : `PHÓ ${head}`;
}

/** "Phó Chủ tịch", "Cụm phó". */
function isDeputy(position: string): boolean {
  return /^phó |^(cụm|khối|tổ|đội|hiệu) phó$/.test(nameKey(position));
}

function withoutDeputy(position: string): string {
  return capitalize(
    position
      .replace(/\s+thường trực$/iu, "")
      .replace(/^phó\s+/iu, "")
      .replace(/^(\S+)\s+phó$/iu, "$1 trưởng"),
  );
}

/** "Quyền Chủ tịch", "KT. Chủ tịch", "Chủ tịch UBND huyện" → "Chủ tịch"; "Giám đốc Sở Y tế" → "Giám đốc". */
function cleanPosition(position: string): string {
  return cleanText(position)
    .replace(/^(KT|TM|TL|TUQ|Q)\.\s*/u, "")
    .replace(/^quyền\s+/iu, "")
    .replace(/\s+(UBND|Ủy ban nhân dân|Uỷ ban nhân dân)(\s.*)?$/iu, "")
    .replace(/\s+(Sở|Trường|Trung tâm|Bệnh viện|Công ty|Cụm|Khối|Hội)(\s.*)?$/u, "");
}

/** "TM. ỦY BAN NHÂN DÂN", "TM. HỘI ĐỒNG"; bodies run by one head have none. */
function collectiveLine(issuer: Issuer, mode: SignatoryMode): string[] {
  const name = issuerName(issuer);
  const collective = collectiveName(name);
  if (collective !== null) return mode === "TL" || mode === "TUQ" ? [] : [`TM. ${upperVietnamese(collective)}`];
  return mode === "TM" && headPosition(issuer) === null ? [`TM. ${upperVietnamese(name)}`] : [];
}
