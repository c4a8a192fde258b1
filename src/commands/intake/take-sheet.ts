import type { Problem } from "../../domain/problem.js";
import type { FormatId } from "../../readers/table/reading.js";
import { type Stored, startStored } from "../../store/import.js";
import { storeIndicators } from "../../store/indicator.js";
import { storeMovements } from "../../store/movement.js";
import type { Db } from "../../store/open.js";
import { takeAwards } from "./awards.js";
import { takeReportTexts } from "./report-texts.js";
import { takeResults } from "./results.js";
import { takeRubric } from "./rubrics.js";
import { takeScores } from "./scores.js";
import { checkCluster, type IncomingSheet } from "./sheet.js";
import { listNames, warnOfTwins } from "./twins.js";
import { takeUnits, warnOfNearClusters } from "./units.js";

/** Units, indicators and results before the rubrics, scores, awards and words that refer to them. */
export const INTAKE_ORDER: readonly (FormatId | undefined)[] = [
  "don-vi",
  "chi-tieu",
  "ket-qua",
  "thang-diem",
  "cham-diem",
  "khen-thuong",
  "phong-trao",
  "noi-dung",
];

/** Stores the records of a recognised sheet under the import `importId`; what is wrong is added to `problems`. */
export function takeSheet(db: Db, sheet: IncomingSheet, importId: number, problems: Problem[]): Stored {
  const before = listNames(db);
  const stored = takeRecords(db, sheet, importId, problems);
  problems.push(...warnOfTwins(db, sheet, before));
  return stored;
}

function takeRecords(db: Db, sheet: IncomingSheet, importId: number, problems: Problem[]): Stored {
  const { content } = sheet.reading;
  checkCluster(db, sheet);
  switch (content?.format) {
    case "don-vi":
      problems.push(...warnOfNearClusters(sheet, content.records));
      return takeUnits(db, sheet, content.records, importId, problems);
    case "chi-tieu":
      return storeIndicators(db, content.records, { importId });
    case "thang-diem":
      return takeRubric(db, sheet, content, importId, problems);
    case "ket-qua":
      return takeResults(db, sheet, content, importId, problems);
    case "cham-diem":
      return takeScores(db, sheet, content.records, importId, problems);
    case "khen-thuong":
      return takeAwards(db, sheet, content.records, importId, problems);
    case "phong-trao":
      return storeMovements(db, content.records, { year: sheet.year, importId });
    case "noi-dung":
      return takeReportTexts(db, sheet, content.records, importId, problems);
    case "phap-ly":
    case "phoi":
    case undefined:
      return startStored();
  }
}
