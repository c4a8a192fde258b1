import type { DraftKind } from "./draft/draft.js";
import { CERTIFICATE_OF_MERIT } from "./kinds/bang-khen.js";
import { BONUS_TABLE } from "./kinds/bang-tien-thuong.js";
import { REPORT } from "./kinds/bao-cao-tong-ket.js";
import { HANDOVER_MINUTES } from "./kinds/bien-ban-ban-giao-co.js";
import { REVIEW_MINUTES } from "./kinds/bien-ban-binh-xet.js";
import { CONFERENCE_MINUTES } from "./kinds/bien-ban-hoi-nghi.js";
import { COUNT_MINUTES } from "./kinds/bien-ban-kiem-phieu.js";
import { LETTER } from "./kinds/cong-van.js";
import { AWARD_LIST } from "./kinds/danh-sach.js";
import { COVENANT } from "./kinds/giao-uoc.js";
import { LETTER_OF_COMMENDATION } from "./kinds/giay-khen.js";
import { INVITATION } from "./kinds/giay-moi.js";
import { LAUNCH_PLAN } from "./kinds/ke-hoach-phat-dong.js";
import { BALLOT } from "./kinds/phieu-bau.js";
import { TITLE_DECISION } from "./kinds/quyet-dinh-danh-hieu.js";
import { DECISION } from "./kinds/quyet-dinh-khen-thuong.js";
import { AMENDING_DECISION } from "./kinds/quyet-dinh-sua-doi.js";
import { NOTICE } from "./kinds/thong-bao.js";
import { AWARD_STATISTICS } from "./kinds/thong-ke-khen-thuong.js";
import { SUBMISSION } from "./kinds/to-trinh.js";
import type { DocumentKind } from "./template/kind.js";

/** The kinds `draft` writes, in the order of `draft --list`. */
export const DRAFT_KINDS: readonly DraftKind[] = [
  SUBMISSION,
  AWARD_LIST,
  REVIEW_MINUTES,
  COUNT_MINUTES,
  BALLOT,
  COVENANT,
  CONFERENCE_MINUTES,
  NOTICE,
  INVITATION,
  LAUNCH_PLAN,
  HANDOVER_MINUTES,
  AMENDING_DECISION,
  LETTER,
  BONUS_TABLE,
  LETTER_OF_COMMENDATION,
  CERTIFICATE_OF_MERIT,
  AWARD_STATISTICS,
];

/** THE LIST of document kinds. Adding one: `kinds/<id>.ts`, its builder in `shipped/<id>.ts`, `templates/<id>.docx`, its line here. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [REPORT, DECISION, TITLE_DECISION, ...DRAFT_KINDS];
