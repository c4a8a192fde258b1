import type { Document } from "docx";
import { buildCertificateOfMeritTemplate } from "./shipped/bang-khen.js";
import { buildBonusTableTemplate } from "./shipped/bang-tien-thuong.js";
import { buildReportTemplate } from "./shipped/bao-cao-tong-ket.js";
import { buildHandoverMinutesTemplate } from "./shipped/bien-ban-ban-giao-co.js";
import { buildReviewMinutesTemplate } from "./shipped/bien-ban-binh-xet.js";
import { buildConferenceMinutesTemplate } from "./shipped/bien-ban-hoi-nghi.js";
import { buildCountMinutesTemplate } from "./shipped/bien-ban-kiem-phieu.js";
import { buildLetterTemplate } from "./shipped/cong-van.js";
import { buildAwardListTemplate } from "./shipped/danh-sach.js";
import { buildCovenantTemplate } from "./shipped/giao-uoc.js";
import { buildLetterOfCommendationTemplate } from "./shipped/giay-khen.js";
import { buildInvitationTemplate } from "./shipped/giay-moi.js";
import { buildLaunchPlanTemplate } from "./shipped/ke-hoach-phat-dong.js";
import { buildBallotTemplate } from "./shipped/phieu-bau.js";
import { buildTitleDecisionTemplate } from "./shipped/quyet-dinh-danh-hieu.js";
import { buildDecisionTemplate } from "./shipped/quyet-dinh-khen-thuong.js";
import { buildAmendingDecisionTemplate } from "./shipped/quyet-dinh-sua-doi.js";
import { buildNoticeTemplate } from "./shipped/thong-bao.js";
import { buildAwardStatisticsTemplate } from "./shipped/thong-ke-khen-thuong.js";
import { buildSubmissionTemplate } from "./shipped/to-trinh.js";
import { packTemplate } from "./template/pack-template.js";

const BUILDERS: Readonly<Record<string, () => Document>> = {
  "bao-cao-tong-ket": buildReportTemplate,
  "quyet-dinh-khen-thuong": buildDecisionTemplate,
  "quyet-dinh-danh-hieu": buildTitleDecisionTemplate,
  "to-trinh": buildSubmissionTemplate,
  "danh-sach": buildAwardListTemplate,
  "bien-ban-binh-xet": buildReviewMinutesTemplate,
  "bien-ban-kiem-phieu": buildCountMinutesTemplate,
  "phieu-bau": buildBallotTemplate,
  "giao-uoc": buildCovenantTemplate,
  "bien-ban-hoi-nghi": buildConferenceMinutesTemplate,
  "thong-bao": buildNoticeTemplate,
  "giay-moi": buildInvitationTemplate,
  "ke-hoach-phat-dong": buildLaunchPlanTemplate,
  "bien-ban-ban-giao-co": buildHandoverMinutesTemplate,
  "quyet-dinh-sua-doi": buildAmendingDecisionTemplate,
  "cong-van": buildLetterTemplate,
  "bang-tien-thuong": buildBonusTableTemplate,
  "giay-khen": buildLetterOfCommendationTemplate,
  "bang-khen": buildCertificateOfMeritTemplate,
  "thong-ke-khen-thuong": buildAwardStatisticsTemplate,
};

/** The shipped templates by kind, built from the Decree 30 blocks; the same bytes each time. */
export async function buildShippedTemplates(): Promise<{ kind: string; bytes: Uint8Array }[]> {
  const built: { kind: string; bytes: Uint8Array }[] = [];
  for (const [kind, build] of Object.entries(BUILDERS)) {
    built.push({ kind, bytes: await packTemplate(build()) });
  }
  return built;
}
