import type { Measurement, Result } from "../../domain/indicator.js";
import { nameKey } from "../../domain/name.js";
import { REPORT_SECTIONS } from "../../domain/report-section.js";
import { NOT_ASSIGNED } from "../../domain/rubric.js";
import type { UnitOfYear } from "../../domain/unit.js";
import { listAwards } from "../../store/award.js";
import { listIndicators } from "../../store/indicator.js";
import { listMovements } from "../../store/movement.js";
import type { Db } from "../../store/open.js";
import { listReportTexts } from "../../store/report-text.js";
import { listResults } from "../../store/result.js";
import type { StoredRubric } from "../../store/rubric.js";
import { listScores, type StoredScore } from "../../store/score.js";
import { listUnitNames, listUnits } from "../../store/unit.js";
import { FOR_ANY_REPORT } from "../intake/report-texts.js";
import { planValues } from "./plan-columns.js";
import type { FieldValues } from "./sheet-cells.js";

/** What a `don-vi` sheet of the year says. */
export function listUnitRecords(db: Db, year: number): FieldValues[] {
  const names = listUnitNames(db);
  return listUnits(db, year).map(({ source: _, ...unit }) => ({ ...unit, aliases: aliasesOf(unit, names), year }));
}

function aliasesOf({ id, name }: Pick<UnitOfYear, "id" | "name">, names: ReturnType<typeof listUnitNames>): string[] {
  return names.filter((entry) => entry.id === id && entry.name !== name).map((entry) => entry.name);
}

/** What a `chi-tieu` sheet says. */
export function listIndicatorRecords(db: Db): FieldValues[] {
  return listIndicators(db).map(({ source: _, ...indicator }) => indicator);
}

/** What a long `ket-qua` sheet of the year says. */
export function listResultRecords(db: Db, year: number): FieldValues[] {
  const indicators = new Map(listIndicators(db).map(({ id, name }) => [id, name]));
  const units = new Map(listUnits(db, year).map(({ id, name }) => [id, name]));
  return listResults(db, year).map((result) =>
    toResultValues(result, units.get(result.unitId) ?? "", indicators.get(result.indicatorId) ?? "", year),
  );
}

/** "Không giao" stands where no figure does: under the plan, else under the result. */
export function toResultValues(result: Result, unit: string, indicator: string, year: number): FieldValues {
  const { assigned, planned, actual, stated, source: _, ...rest } = result;
  const refused = (value: Measurement, here: boolean) => (here && !assigned ? "Không giao" : value);
  return {
    ...rest,
    ...planValues(rest.otherPlans, rest.typed),
    unit,
    indicator,
    assigned,
    planned: refused(planned, planned === null),
    actual: refused(actual, planned !== null),
    attainmentPercent: stated.attainmentPercent,
    evaluation: stated.evaluation,
    year,
  };
}

/** What a `cham-diem` sheet says: scores people gave under the rubric. */
export function listScoreRecords(db: Db, year: number, rubric: StoredRubric): FieldValues[] {
  const units = new Map(listUnits(db, year).map(({ id, name }) => [id, name]));
  const criteria = new Map(rubric.criteria.map(({ code, name }) => [nameKey(code), { code, name }]));
  return listScores(db, rubric.id).map(({ unitId, codeKey, ...score }) => ({
    ...toScoreValues(score),
    unit: units.get(unitId) ?? "",
    criterion: criteria.get(codeKey)?.name ?? codeKey,
    criterionCode: criteria.get(codeKey)?.code ?? codeKey,
  }));
}

/** "Không giao" where a round says so. */
export function toScoreValues(score: Omit<StoredScore, "unitId" | "codeKey">): FieldValues {
  const said = (value: string | null) => (value === NOT_ASSIGNED ? "Không giao" : value);
  const { selfScore, crossScore, verifiedScore } = score;
  return {
    ...score,
    selfScore: said(selfScore),
    crossScore: said(crossScore),
    verifiedScore: said(verifiedScore),
  };
}

/** What a `khen-thuong` sheet of the year says. */
export function listAwardRecords(db: Db, year: number): FieldValues[] {
  return listAwards(db, year).map((award) => ({ ...award }));
}

/** What a `phong-trao` sheet of the year says. */
export function listMovementRecords(db: Db, year: number): FieldValues[] {
  return listMovements(db, year).map(({ source: _, ...movement }) => ({ ...movement, kind: movement.kindText }));
}

/** What a `noi-dung` sheet of the year says, section after section in the order of the report. */
export function listReportTextRecords(db: Db, year: number): FieldValues[] {
  const texts = listReportTexts(db, year);
  const ordered = REPORT_SECTIONS.flatMap(({ id }) => texts.filter(({ section }) => section === id));
  return ordered.map(({ unit, cluster, section, content }) => {
    const isForAny = unit === null && cluster === null;
    return { unit: isForAny ? FOR_ANY_REPORT : unit, cluster, section, content };
  });
}

/** What a `thang-diem` sheet says. */
export function listCriterionRecords(rubric: StoredRubric): FieldValues[] {
  return rubric.criteria.map((criterion) => ({ ...criterion }));
}
