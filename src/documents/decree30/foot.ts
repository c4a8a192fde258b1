import type { Paragraph, Table } from "docx";
import { line, SIZE, TEXT_WIDTH } from "./decree30.js";
import { borderlessTable } from "./head.js";

/** Twips; Nơi nhận at the left, the signature centred in the right half. */
const LEFT = 4100;
/** Points of the blank line between the body and the foot. */
const GAP = 12;

export interface Foot {
  /** Lines of Nơi nhận, made with `distributionLine`. */
  distribution: readonly Paragraph[];
  /** Quyền hạn, chức vụ in capitals (`TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`), made with `signatureLine`. */
  signature: readonly Paragraph[];
  /** Họ và tên; may be blank in a draft. */
  signatory: string;
}

/** Nơi nhận | signature with room to sign and seal. One row that never breaks; the paragraph before it must have `keepNext`. */
export function documentFoot(foot: Foot): Table {
  return borderlessTable(
    [LEFT, TEXT_WIDTH - LEFT],
    [
      [
        [
          line("", { size: GAP }),
          line("Nơi nhận:", { size: SIZE.distributionTitle, bold: true, italics: true }),
          ...foot.distribution,
        ],
        [
          line("", { size: GAP }),
          ...foot.signature,
          // Room for the signature and the round seal: about 30 mm.
          line("", { before: 72 }),
          line(foot.signatory, { bold: true, align: "center" }),
        ],
      ],
    ],
  );
}

/** `- Như Điều 3;` */
export function distributionLine(content: string): Paragraph {
  return line(content, { size: SIZE.distribution });
}

/** One line of the authority and position. */
export function signatureLine(content: string): Paragraph {
  return line(content, { bold: true, align: "center" });
}
