import { type AwardRecord, type Subject, unitOfPeople } from "../../domain/award.js";
import type { AwardFinder } from "../../domain/award-match.js";
import type { AwardKind } from "../../domain/awards.js";
import { unitKey } from "../../domain/name.js";
import { formatWhole } from "../../domain/number.js";
import type { Problem } from "../../domain/problem.js";
import { awardKey, type ResolvedAward, storeAwards } from "../../store/award.js";
import type { Stored } from "../../store/import.js";
import type { Db } from "../../store/open.js";
import { listUnitNames } from "../../store/unit.js";
import { type IncomingSheet, problemAt } from "./sheet.js";

const SUBJECT_TEXT: Readonly<Record<Subject, string>> = {
  individual: "cá nhân",
  collective: "tập thể",
  household: "hộ gia đình",
};

/** Stores a `khen-thuong` sheet: every award recognised, every recipient known as a person, a collective or a household. */
export function takeAwards(
  db: Db,
  sheet: IncomingSheet,
  records: readonly AwardRecord[],
  importId: number,
  problems: Problem[],
): Stored {
  const units = new Map(listUnitNames(db).map(({ key, id }) => [key, id]));
  const rows = new Map<string, number>();
  const resolved = records.flatMap((record): ResolvedAward[] => {
    const { kind, nearest } = sheet.findAward(record.award);
    if (kind === null) {
      problems.push(
        problemAt(sheet, record.row, "award", record.award, describeUnknown(record.award, nearest, sheet.findAward)),
      );
      return [];
    }
    const subject = settleSubject(sheet, record, kind, problems);
    if (subject === null) return [];
    const place = subject === "collective" ? record.name : record.workplace;
    const unitId =
      place === null ? null : (units.get(unitKey(place)) ?? units.get(unitKey(unitOfPeople(place))) ?? null);
    const award = { record, awardId: kind.id, subject, unitId };
    const earlier = rows.get(awardKey(award));
    if (earlier !== undefined) {
      const message = `Trùng với dòng ${earlier}: cùng tên, đơn vị, chức vụ và cùng một hình thức khen.`;
      const hint =
        "Xóa một dòng; nếu là hai người, ghi thêm Ngày sinh hoặc Chức vụ; nếu là hai lần khen, ghi Loại khen hoặc Năm thành tích khác nhau.";
      problems.push(problemAt(sheet, record.row, "name", record.name, { code: "duplicate-recipient", message, hint }));
      return [];
    }
    rows.set(awardKey(award), record.row);
    return [award];
  });
  const kept: number[] = [];
  const stored = storeAwards(db, resolved, { year: sheet.year, importId }, (row) => kept.push(row));
  if (kept.length > 0) problems.push(describeKept(sheet, kept));
  return stored;
}

const SHOWN_ROWS = 10;

/** One warning for the sheet: a whole list is often decided at once. */
function describeKept(sheet: IncomingSheet, rows: readonly number[]): Problem {
  const more = rows.length > SHOWN_ROWS ? ", …" : "";
  const where = `dòng ${rows.slice(0, SHOWN_ROWS).join(", ")}${more}`;
  return problemAt(sheet, null, null, null, {
    code: "kept-decision",
    message: `Giữ số, ngày quyết định đã có của ${formatWhole(rows.length)} trường hợp mà bảng này để trống (${where}).`,
    hint: "Muốn bỏ các số ấy thì hoàn tác lần đã ghi (xem thidua history); muốn đổi thì ghi số khác trong bảng.",
    severity: "warning",
  });
}

function describeUnknown(
  text: string,
  nearest: string | null,
  findAward: AwardFinder,
): { code: string; message: string; hint: string } {
  const parts = text.split(/[,;+]|\s(?:và|&)\s/u).filter((part) => findAward(part).kind !== null);
  if (parts.length > 1) {
    const message = "Ô này ghi nhiều danh hiệu, hình thức khen thưởng.";
    return { code: "several-awards", message, hint: "Ghi mỗi danh hiệu, hình thức trên một dòng riêng." };
  }
  const hint = nearest === null ? "Ghi đúng tên danh hiệu hoặc hình thức khen thưởng." : `Có phải là "${nearest}"?`;
  return { code: "unknown-award", message: "Không có danh hiệu hoặc hình thức khen thưởng này.", hint };
}

/** What the sheet says, else the only subject the award has; anything that cannot be is a problem. */
function settleSubject(
  sheet: IncomingSheet,
  record: AwardRecord,
  kind: AwardKind,
  problems: Problem[],
): Subject | null {
  const subject = record.subject ?? (kind.subjects.length === 1 ? (kind.subjects[0] ?? null) : null);
  if (subject === null) {
    const hint =
      "Thêm cột Đối tượng (cá nhân, tập thể, hộ gia đình), hoặc xếp các dòng dưới mục I. Tập thể, II. Cá nhân.";
    const problem = { code: "unknown-subject", message: "Không rõ là cá nhân hay tập thể.", hint };
    problems.push(problemAt(sheet, record.row, "name", record.name, problem));
  } else if (!kind.subjects.includes(subject)) {
    const allowed = kind.subjects.map((one) => SUBJECT_TEXT[one]).join(", ");
    const message = `${kind.name} chỉ dành cho ${allowed}, dòng này là ${SUBJECT_TEXT[subject]}.`;
    const hint = "Sửa lại Đối tượng hoặc Danh hiệu/Hình thức.";
    problems.push(problemAt(sheet, record.row, "award", record.award, { code: "wrong-subject", message, hint }));
    return null;
  }
  return subject;
}
