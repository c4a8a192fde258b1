import type { DirectionGuesses } from "../../domain/direction-guess.js";
import type { Indicator, Measurement, ResultRecord } from "../../domain/indicator.js";
import { measureKey, moneyPower } from "../../domain/measure.js";
import { formatMeasurement } from "../../domain/measurement.js";
import { askWhichName, nameKey, rememberByKey, unitKey } from "../../domain/name.js";
import type { Problem } from "../../domain/problem.js";
import type { ResultContent } from "../../readers/table/reading.js";
import type { Stored } from "../../store/import.js";
import { createIndicator } from "../../store/indicator.js";
import type { Db } from "../../store/open.js";
import { type ResultPlace, storeResults } from "../../store/result.js";
import type { KeptField, KeptValue } from "../../store/result-replacer.js";
import { createUnit, ensureUnitYear } from "../../store/unit.js";
import { knowIndicators, knowUnits } from "./known-names.js";
import { type IncomingSheet, problemAt } from "./sheet.js";
import { compareWithStated } from "./stated.js";

/**
 * Stores the records of a `ket-qua` sheet. Units and indicators nobody has described are made when the database has
 * none yet, or with --create; otherwise each is a problem with the nearest known name.
 */
export function takeResults(
  db: Db,
  sheet: IncomingSheet,
  content: ResultContent,
  importId: number,
  problems: Problem[],
): Stored {
  const indicators = knowIndicators(db, sheet, importId);
  const resolve = createResolver(db, sheet, content.directions, { importId, indicators, problems });
  let compared = 0;
  const stored = storeResults(
    db,
    content.records,
    resolve,
    { year: sheet.year, importId },
    {
      absentIn: listAbsent(sheet),
      force: sheet.force,
      onKept: (kept) => problems.push(keptByHand(sheet, kept)),
      onFigures({ record, planned, actual }) {
        compared++;
        const indicator = indicators.find(record.indicator, nameKey(record.indicator));
        if (indicator !== undefined) compareWithStated(sheet, { ...record, planned, actual }, indicator, problems);
      },
    },
  );
  if (compared > 0) problems.push(statedNotStored(sheet, compared));
  return stored;
}

interface Resolving {
  importId: number;
  indicators: ReturnType<typeof knowIndicators>;
  problems: Problem[];
}

/** The unit and the indicator of each record, known or made; null when one is unknown, which is told once for each name. */
function createResolver(
  db: Db,
  sheet: IncomingSheet,
  directions: DirectionGuesses,
  { importId, indicators, problems }: Resolving,
): (record: ResultRecord) => ResultPlace | null {
  const units = knowUnits(db, sheet, importId);
  const makeUnits = !sheet.strict && (sheet.create || units.isEmpty);
  const makeIndicators = !sheet.strict && (sheet.create || indicators.isEmpty);
  const unitOf = rememberByKey(unitKey, (key, record: ResultRecord) => {
    const { unit: name, row } = record;
    const { cluster, year } = sheet;
    const known = units.find(name, key);
    if (known !== undefined) {
      ensureUnitYear(db, { id: known, cluster, year, importId, row });
      return known;
    }
    if (!makeUnits && !units.isNew(key)) {
      problems.push(unknownName(sheet, record, "unit", units.names));
      return null;
    }
    const id = createUnit(db, { name, key, cluster, year, importId, row });
    units.add(key, id);
    return id;
  });
  const indicatorOf = rememberByKey(nameKey, (key, record: ResultRecord) => {
    const { indicator: name, measure, row } = record;
    const known = indicators.find(name, key);
    if (known !== undefined) return known;
    if (!makeIndicators && !indicators.isNew(key)) {
      problems.push(unknownName(sheet, record, "indicator", indicators.names));
      return null;
    }
    const direction = directions.get(key);
    const made = { id: createIndicator(db, { name, measure, direction, importId, row }), measure, direction };
    indicators.add(key, made);
    return made;
  });
  return (record) => {
    const unitId = unitOf(record.unit, record);
    const indicator = indicatorOf(record.indicator, record);
    if (unitId === null || indicator === null) return null;
    compareWithIndicator(sheet, record, indicator, problems);
    compareWithStated(sheet, record, indicator, problems);
    return { unitId, indicatorId: indicator.id };
  };
}

function statedNotStored(sheet: IncomingSheet, count: number): Problem {
  const code = "stated-not-stored";
  const message = `${count} chỗ đã có kế hoạch, thực hiện nên giữ nguyên; tỷ lệ, đánh giá ghi trong bảng chỉ được đối chiếu.`;
  const hint = "Không phải làm gì; nếu muốn sửa số liệu thì nạp bảng có cột Kế hoạch và Thực hiện.";
  return problemAt(sheet, null, null, null, { code, message, hint, severity: "warning" });
}

/** Fields the sheet has no column for; in a wide one each record has columns of its own. */
function listAbsent({ reading: { columns } }: IncomingSheet): (record: ResultRecord) => readonly KeptField[] {
  const shared = KEPT.filter((field) => columns[field] === undefined);
  return ({ cells }) => (cells === undefined ? shared : shared.filter((field) => cells[field] === undefined));
}

const KEPT: readonly KeptField[] = ["measure", "planned", "actual", "previous", "reason", "note"];

function keptByHand(sheet: IncomingSheet, { record, field }: KeptValue): Problem {
  const value = record[field];
  const text = value === null ? null : formatMeasurement(value);
  const problem = {
    code: "kept-by-hand",
    message: `Số liệu này của ${record.unit} đã được sửa tay nên giữ số sửa tay.`,
    hint: "Muốn lấy số trong bảng thì nạp lại với --force.",
    severity: "warning" as const,
  };
  return problemAt(sheet, record.row, field, text, problem, record.cells);
}

const WHAT = { unit: "đơn vị", indicator: "chỉ tiêu" } as const;

function unknownName(
  sheet: IncomingSheet,
  record: ResultRecord,
  field: keyof typeof WHAT,
  known: readonly string[],
): Problem {
  const name = record[field];
  const meant = askWhichName(name, known);
  const list = field === "unit" ? "don-vi" : "chi-tieu";
  const add = sheet.strict
    ? `nạp bảng ${list} có ${WHAT[field]} này trước`
    : `thêm --create nếu đúng là ${WHAT[field]} mới`;
  const hint = `${meant === null ? "" : `${meant} `}Sửa lại tên, hoặc ${add}.`;
  const problem = { code: `unknown-${field}`, message: `Không có ${WHAT[field]} này.`, hint };
  return problemAt(sheet, record.row, field, name, problem, record.cells);
}

function compareWithIndicator(
  sheet: IncomingSheet,
  record: ResultRecord,
  indicator: Pick<Indicator, "measure" | "direction">,
  problems: Problem[],
): void {
  const [ours, theirs] = [indicator.measure, record.measure];
  if (ours !== null && theirs !== null && ours !== theirs && measureKey(ours) !== measureKey(theirs)) {
    const money = moneyPower(ours) !== null && moneyPower(theirs) !== null;
    const message = `Đơn vị tính khác với chỉ tiêu đã khai ("${ours}").`;
    const hint = money ? `Đổi số liệu ra ${ours} rồi nạp lại.` : "Kiểm tra lại đơn vị tính.";
    const severity = money ? "error" : "warning";
    const problem = { code: "measure-mismatch", message, hint, severity } as const;
    problems.push(problemAt(sheet, record.row, "measure", theirs, problem, record.cells));
  }
  const words: Measurement = record.actual;
  if (typeof words === "boolean" && indicator.direction !== "pass") {
    const message = "Chỉ tiêu này tính bằng số nên không ra tỷ lệ từ Đạt/Không đạt.";
    const hint = 'Ghi số liệu, hoặc khai chỉ tiêu có chiều "đạt/không đạt" trong bảng chi-tieu.';
    const value = words ? "Đạt" : "Không đạt";
    const problem = { code: "words-for-number", message, hint, severity: "warning" } as const;
    problems.push(problemAt(sheet, record.row, "actual", value, problem, record.cells));
  }
}
