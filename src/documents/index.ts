import type { DraftKind } from "./draft.js";
import type { DocumentKind } from "./kind.js";
import { CERTIFICATE_OF_MERIT } from "./kinds/bang-khen.js";
import { BONUS_TABLE } from "./kinds/bang-tien-thuong.js";
import { REPORT } from "./kinds/bao-cao-tong-ket.js";
import { REVIEW_MINUTES } from "./kinds/bien-ban-binh-xet.js";
import { COUNT_MINUTES } from "./kinds/bien-ban-kiem-phieu.js";
import { AWARD_LIST } from "./kinds/danh-sach.js";
import { LETTER_OF_COMMENDATION } from "./kinds/giay-khen.js";
import { BALLOT } from "./kinds/phieu-bau.js";
import { DECISION } from "./kinds/quyet-dinh-khen-thuong.js";
import { AWARD_STATISTICS } from "./kinds/thong-ke-khen-thuong.js";
import { SUBMISSION } from "./kinds/to-trinh.js";

/** The kinds `draft` writes, in the order of `draft --list`. */
export const DRAFT_KINDS: readonly DraftKind[] = [
  SUBMISSION,
  AWARD_LIST,
  REVIEW_MINUTES,
  COUNT_MINUTES,
  BALLOT,
  BONUS_TABLE,
  LETTER_OF_COMMENDATION,
  CERTIFICATE_OF_MERIT,
  AWARD_STATISTICS,
];

/** THE LIST of document kinds. Adding one: `kinds/<id>.ts`, its builder in `shipped/<id>.ts`, `templates/<id>.docx`, its line here. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [REPORT, DECISION, ...DRAFT_KINDS];
