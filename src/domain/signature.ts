import { headPosition, type Issuer, isCollective, isCommittee, issuerName } from "./issuer.js";
import { nameKey } from "./name.js";
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
 * The lines above the signature, in capitals. A commendation decision is in the head's own power, so it never carries TM.
 * (law practice: 16 of 16 decisions read); any other document of a UBND, council or cluster is signed for the collective.
 * A position that is not known is left as "[Chưa có: …]".
 */
export function signatureLines(issuer: Issuer, signatory: Signatory, document: "decision" | "other"): string[] {
  const { head, own } = positions(issuer, signatory);
  const collective = document === "other" ? collectiveLine(issuer, signatory.mode) : [];
  switch (signatory.mode) {
    case "KT":
      return [...collective, `KT. ${head}`, own];
    case "Q":
      return [...collective, `Q. ${head}`];
    case "TL":
    case "TUQ":
      return [`${signatory.mode}. ${head}`, own];
    default:
      return [...collective, own];
  }
}

const NO_HEAD = "[Chưa có: chức vụ người đứng đầu]";
const NO_POSITION = "[Chưa có: chức vụ người ký]";

function positions(issuer: Issuer, signatory: Signatory): { head: string; own: string } {
  const typed = cleanPosition(signatory.position ?? "");
  const known = headOf(issuer);
  const isDeputy = /^phó(?= )|(?<= )phó(?= |$)/u.test(nameKey(typed));
  const head =
    known ?? (isDeputy ? withoutDeputy(typed) : signatory.mode === "TL" || signatory.mode === "TUQ" ? null : typed);
  const upperHead = head === null || head === "" ? NO_HEAD : upperVietnamese(head);
  return { head: upperHead, own: ownPosition(signatory.mode, typed, isDeputy, upperHead) };
}

function ownPosition(mode: SignatoryMode, typed: string, isDeputy: boolean, head: string): string {
  const position = upperVietnamese(typed);
  if (mode === "KT") return isDeputy ? position : head === NO_HEAD ? NO_POSITION : deputyOf(head);
  if (mode === "TL" || mode === "TUQ") return typed === "" || position === head ? NO_POSITION : position;
  return typed === "" ? (head === NO_HEAD ? NO_POSITION : head) : position;
}

/** "Trưởng" of a room or board is printed with its word: TRƯỞNG PHÒNG, TRƯỞNG BAN. */
function headOf(issuer: Issuer): string | null {
  const head = headPosition(issuer);
  if (head !== "Trưởng") return head;
  const first = issuerName(issuer).split(" ")[0] ?? "";
  return nameKey(first) === "công" ? "Trưởng Công an" : `Trưởng ${first.toLocaleLowerCase("vi")}`;
}

/** "Quyền Chủ tịch", "Q. Chủ tịch", "KT. Chủ tịch" → "Chủ tịch"; "Chủ tịch UBND huyện" → "Chủ tịch". */
function cleanPosition(position: string): string {
  return position
    .trim()
    .replace(/^(KT|TM|TL|TUQ|Q)\.\s*/u, "")
    .replace(/^quyền\s+/iu, "")
    .replace(/\s+(UBND|Ủy ban nhân dân|Uỷ ban nhân dân)(\s.*)?$/iu, "");
}

function withoutDeputy(position: string): string {
  return capitalize(position.replace(/^phó\s+/iu, "").replace(/^(.+)\s+phó$/iu, "$1 trưởng"));
}

function deputyOf(head: string): string {
  return `PHÓ ${head}`;
}

function collectiveLine(issuer: Issuer, mode: SignatoryMode): string[] {
  const name = issuerName(issuer);
  if (isCommittee(name)) return ["TM. ỦY BAN NHÂN DÂN"];
  if (isCollective(name)) return [`TM. ${upperVietnamese(name)}`];
  return mode === "TM" ? [`TM. ${upperVietnamese(name)}`] : [];
}
