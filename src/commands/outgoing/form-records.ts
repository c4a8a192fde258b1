import type { AwardFinder } from "../../domain/award-match.js";
import { USUAL_BLANK } from "../../domain/blank.js";
import { buildRubric } from "../../domain/build-rubric.js";
import { nameKey } from "../../domain/name.js";
import { REPORT_SECTIONS } from "../../domain/report-section.js";
import type { FormatId } from "../../readers/table/reading.js";
import type { Db } from "../../store/open.js";
import { listRubrics } from "../../store/rubric.js";
import { listScores } from "../../store/score.js";
import { listUnits } from "../../store/unit.js";
import { readYearResults } from "../../store/year.js";
import { FOR_ANY_REPORT } from "../intake/report-texts.js";
import type { FieldValues } from "./sheet-cells.js";
import {
  listIndicatorRecords,
  listMovementRecords,
  listReportTextRecords,
  listUnitRecords,
  toResultValues,
  toScoreValues,
} from "./year-records.js";

/**
 * The lines a form of the year is handed out with: what is known already, so that it says the same when it comes back
 * untouched, and a line for each thing still to be told. Empty where every line is for others to write.
 */
export function listFormRecords(db: Db, year: number, format: FormatId, findAward: AwardFinder): FieldValues[] {
  switch (format) {
    case "don-vi":
      return listUnitRecords(db, year);
    case "chi-tieu":
      return listIndicatorRecords(db);
    case "ket-qua":
      return listResultLines(db, year);
    case "cham-diem":
      return listScoreLines(db, year, findAward);
    case "phong-trao":
      return listMovementRecords(db, year);
    case "noi-dung":
      return listSectionLines(db, year);
    case "thang-diem":
    case "khen-thuong":
    case "phap-ly":
      return [];
    case "phoi":
      return [{ field: USUAL_BLANK.paper }, ...USUAL_BLANK.fields.map((place) => ({ ...place }))];
  }
}

/** Each unit × each indicator, with its measure and what is known of it. */
function listResultLines(db: Db, year: number): FieldValues[] {
  const { units, indicators, results } = readYearResults(db, year);
  const known = new Map(results.map((result) => [`${result.unitId}|${result.indicatorId}`, result]));
  return units.flatMap((unit) =>
    indicators.map((indicator) => {
      const result = known.get(`${unit.id}|${indicator.id}`);
      if (result !== undefined) return toResultValues(result, unit.name, indicator.name, year);
      return { unit: unit.name, indicator: indicator.name, measure: indicator.measure };
    }),
  );
}

/** Each unit × each criterion that people score, under the rubric a score of that unit would go to. */
function listScoreLines(db: Db, year: number, findAward: AwardFinder): FieldValues[] {
  const rubrics = listRubrics(db, year);
  return readYearResults(db, year).units.flatMap((unit) => {
    const rubric = rubrics.find(({ cluster }) => cluster === null || cluster === unit.cluster);
    if (rubric === undefined) return [];
    const given = new Map(
      listScores(db, rubric.id).map((score) => [`${score.unitId}|${score.codeKey}`, toScoreValues(score)]),
    );
    const criteria = buildRubric(rubric.criteria, rubric.name, findAward).rubric.criteria;
    return criteria
      .filter(({ leaf }) => leaf?.indicator === null && leaf.rule.source !== "facts")
      .map(({ code, name }) => ({
        ...given.get(`${unit.id}|${nameKey(code)}`),
        unit: unit.name,
        criterion: name,
        criterionCode: code,
      }));
  });
}

/** Each section of each cluster of the year, and below them what is written already for others. */
function listSectionLines(db: Db, year: number): FieldValues[] {
  const known = listReportTextRecords(db, year);
  const clusters = [...new Set(listUnits(db, year).flatMap(({ cluster }) => cluster ?? []))];
  const owners = clusters.length === 0 ? [null] : clusters;
  const isOf = (record: FieldValues, owner: string | null) =>
    owner === null ? record.unit === FOR_ANY_REPORT : record.cluster === owner;
  const lines = owners.flatMap((owner) =>
    REPORT_SECTIONS.flatMap(({ id }): FieldValues[] => {
      const written = known.filter((record) => record.section === id && isOf(record, owner));
      return written.length > 0 ? written : [{ cluster: owner, section: id }];
    }),
  );
  return [...lines, ...known.filter((record) => !lines.includes(record))];
}
