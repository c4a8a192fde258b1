import type { CriterionRecord } from "../../domain/rubric.js";
import type { Table } from "../table/format.js";
import { completeCodes, needsCompletion, type OutlineRow } from "../table/outline-codes.js";
import { isBreakdown, isOrdinal } from "../table/row-kind.js";
import { keepRow, reportProblem } from "../table/table.js";

/** A row of a rubric before its code is settled: `code` as typed, "" where there is none. */
interface Entry {
  record: CriterionRecord;
  /** A title that the rows do not need: it becomes a record only where numbers begin anew below it. */
  isTitle: boolean;
}

const NO_FIELDS = { max: null, rule: null, indicator: null, parameters: null, bonusCap: null, deductionCap: null };

/** Gathers the criteria and titles of a rubric, and gives each its whole code. */
export class RubricOutline {
  private readonly entries: Entry[] = [];

  constructor(private readonly table: Table) {}

  add(record: CriterionRecord): void {
    this.entries.push({ record, isTitle: false });
  }

  addTitle(texts: readonly string[], row: number): void {
    const text = texts.filter((one) => !isOrdinal(one)).join(" ");
    const number = texts.find(isOrdinal);
    const named = number === undefined ? splitNumber(text) : { number, name: text };
    if (isBreakdown(text) || named.name === "") return;
    this.entries.push({ record: { ...NO_FIELDS, row, code: named.number ?? "", name: named.name }, isTitle: true });
  }

  /** The criteria with the codes they are stored with; a row without one is reported. `isWhole`: no row is left out for an error. */
  settle(isWhole: boolean): CriterionRecord[] {
    const rows = this.entries.filter(({ isTitle }) => !isTitle);
    const isTold = rows.every(({ record }) => record.code !== "") && !needsCompletion(rows.map(toOutlineRow));
    const complete =
      !isWhole || (isTold && !repeatsCode(rows)) ? null : (this.complete(rows) ?? this.complete(this.entries));
    if (complete !== null) {
      this.warnOfCodes(complete);
      return complete;
    }
    return rows.flatMap(({ record }) => {
      if (record.code === "") this.reportNoCode(record);
      return record.code === "" ? [] : [record];
    });
  }

  private complete(entries: readonly Entry[]): CriterionRecord[] | null {
    const codes = completeCodes(entries.map(toOutlineRow));
    if (codes === null) return null;
    return entries.map(({ record, isTitle }, index) => {
      if (isTitle) keepRow(this.table, record.row);
      return { ...record, code: codes[index] ?? record.code };
    });
  }

  /** Other sheets name the criteria by these codes. */
  private warnOfCodes(records: readonly CriterionRecord[]): void {
    const typed = new Map(this.entries.map(({ record }) => [record.row, record.code]));
    const changed = records.filter(({ row, code }) => typed.get(row) !== code);
    const [first] = changed;
    if (first === undefined) return;
    const column = this.table.columns.get("code");
    const codes = changed.slice(0, 4).map(({ code }) => code);
    reportProblem(this.table, {
      row: first.row,
      column: column?.header ?? null,
      index: column?.index,
      value: typed.get(first.row) || null,
      code: "completed-codes",
      severity: "warning",
      message: `Số thứ tự đánh theo từng nhóm, nên mã tiêu chí được hiểu là ${codes.join(", ")}${changed.length > 4 ? " …" : ""}.`,
      hint: "Bảng chấm điểm ghi mã đầy đủ như vậy, hoặc ghi tên tiêu chí.",
    });
  }

  private reportNoCode({ row, name }: CriterionRecord): void {
    const column = this.table.columns.get("code");
    reportProblem(this.table, {
      row,
      column: column?.header ?? null,
      index: column?.index,
      value: null,
      code: "missing-value",
      severity: "error",
      message: `Dòng “${name}” chưa có mã.`,
      hint: "Ghi mã cho biết cha con (I, I.1, I.2, II, II.1 …), hoặc xóa cả dòng nếu không dùng.",
    });
  }
}

function toOutlineRow({ record }: Entry): OutlineRow {
  return {
    number: record.code === "" ? null : record.code,
    isLeaf: record.rule !== null && record.rule !== "chon-mot",
  };
}

function repeatsCode(entries: readonly Entry[]): boolean {
  return new Set(entries.map(({ record }) => record.code.toLowerCase())).size < entries.length;
}

/** "I. Phát triển kinh tế", "1.2. Thu ngân sách", "a) Trồng rừng" → number and name; "5 xã đạt chuẩn" has no number. */
export function splitNumber(text: string): { number: string | null; name: string } {
  const [, number = null, name = text] =
    /^\(?([IVX]+|[A-ZĐa-zđ]|\d+(?:\.\d+)*)(?:[.):]|(?<=\d\.\d+))\s*(?=\p{L})(.+)$/u.exec(text) ?? [];
  return { number, name };
}
