import type { AwardRecord, Subject } from "../../domain/award.js";
import { foldKey } from "../../domain/name.js";
import type { Row } from "../table/row.js";
import { readVotes } from "../table/votes.js";
import { type AwardHeadings, reportUnknownHeading } from "./award-heading.js";
import { readSubject } from "./subject.js";

/** A row of a list; null, with what is wrong told, when it has no name or no award, its own or that of the heading above. */
export function readAward(row: Row, nameIsUnit: boolean, above: AwardHeadings): AwardRecord | null {
  const name = row.name("name");
  // A heading comes before the award of the row above.
  const own = row.raw("award") === "" ? (above.award ?? row.text("award")) : row.text("award");
  const award = own ?? above.award ?? reportUnknownHeading(row, above) ?? row.required("award");
  const salutation = row.text("salutation");
  const subject = row.choice("subject", readSubject, "cá nhân, tập thể, hộ gia đình");
  const votes = readVotes(row);
  const record = {
    row: row.row,
    salutation,
    position: row.text("position"),
    workplace: nameIsUnit ? null : row.text("workplace"),
    achievement: row.text("achievement"),
    achievementYear: row.year("achievementYear"),
    directWorker: row.yesNo("directWorker"),
    leader: row.yesNo("leader"),
    gender: row.choice("gender", readGender, "Nam, Nữ"),
    birthDate: row.date("birthDate", true),
    occasion: row.text("occasion"),
    discipline: row.text("discipline"),
    votesFor: votes.for,
    votesTotal: votes.total,
    decisionNumber: row.text("decisionNumber"),
    decisionDate: row.date("decisionDate", false),
  };
  if (name === null || award === null) return null;
  return { ...record, name, award, subject };
}

function readGender(text: string): "male" | "female" | null {
  const key = foldKey(text);
  if (key === "nam" || key === "ong") return "male";
  return key === "nu" || key === "ba" ? "female" : null;
}

const SUBJECT_WORDS = { individual: "cá nhân", collective: "tập thể", household: "hộ gia đình" } as const;

/** The name of a person among collectives, of a household among persons …; a household's head is named like anybody. */
export function warnOfSubject(row: Row, told: Subject, taken: Subject | null): void {
  if (taken === null || taken === "household") return;
  const problem = {
    code: "subject-mismatch",
    message: `Tên này giống tên ${SUBJECT_WORDS[told]} nhưng đứng ở nhóm hoặc bảng ${SUBJECT_WORDS[taken]}; đang để là ${SUBJECT_WORDS[taken]}.`,
    hint: `Nếu là ${SUBJECT_WORDS[told]} thì chuyển dòng xuống đúng nhóm, hoặc thêm cột “Đối tượng” và ghi cho từng dòng, rồi nạp lại.`,
  };
  row.report("name", problem, "warning");
}
