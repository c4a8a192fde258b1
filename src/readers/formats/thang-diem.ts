import { findParents } from "../../domain/criterion-code.js";
import type { CriterionRecord } from "../../domain/rubric.js";
import { RULES } from "../../domain/rules/index.js";
import { readRuleWords } from "../../domain/rules/rule-words.js";
import type { FormatSpec, Table } from "../table/format.js";
import { readRecords } from "../table/read-records.js";
import { Row } from "../table/row.js";
import { keepRow, reportProblem } from "../table/table.js";
import { RubricOutline, splitNumber } from "./rubric-outline.js";

/** The rubric tree. Codes, sums and rules are checked by `buildRubric`; here only the cells are read. */
export const thangDiem: FormatSpec = {
  id: "thang-diem",
  title: "thang điểm",
  columns: [
    {
      field: "code",
      header: "Mã",
      aliases: ["Mã tiêu chí", "Mã số", "Mã TC", "Mục"],
      required: true,
      kind: "text",
    },
    {
      field: "ordinal",
      header: "STT",
      aliases: ["TT", "Số TT", "Số thứ tự"],
      required: false,
      kind: "text",
      standsFor: "code",
      ignored: true,
    },
    {
      field: "name",
      header: "Tiêu chí",
      aliases: [
        "Tên tiêu chí",
        "Nội dung",
        "Nội dung tiêu chí",
        "Tiêu chí thi đua",
        "Nội dung chấm điểm",
        "Tiêu chí chấm điểm",
      ],
      required: true,
      kind: "text",
    },
    {
      field: "max",
      header: "Điểm tối đa",
      aliases: ["Điểm chuẩn", "Thang điểm", "Điểm", "Số điểm", "Số điểm tối đa", "Điểm quy định"],
      required: false,
      kind: "number",
    },
    {
      field: "rule",
      header: "Cách chấm",
      aliases: ["Quy tắc", "Quy tắc chấm", "Cách tính điểm", "Cách chấm điểm", "Phương pháp chấm"],
      required: false,
      kind: "text",
      words: Object.fromEntries(RULES.map(({ id }) => [id, id])),
    },
    {
      field: "indicator",
      header: "Chỉ tiêu",
      aliases: ["Tên chỉ tiêu", "Chỉ tiêu gắn với", "Chỉ tiêu tương ứng"],
      required: false,
      kind: "text",
    },
    { field: "parameters", header: "Tham số", aliases: ["Thông số", "Các tham số"], required: false, kind: "text" },
    {
      field: "bonusCap",
      header: "Thưởng tối đa",
      aliases: ["Điểm thưởng tối đa", "Trần thưởng", "Trần điểm thưởng"],
      required: false,
      kind: "number",
    },
    {
      field: "deductionCap",
      header: "Trừ tối đa",
      aliases: ["Điểm trừ tối đa", "Trần trừ", "Trần điểm trừ"],
      required: false,
      kind: "number",
    },
  ],
  recognisedBy: [["name"], ["max", "rule"]],
  read(table) {
    const outline = new RubricOutline(table);
    const { totals, complete } = readRecords<CriterionRecord>(table, {
      read(row) {
        const record = readCriterion(row);
        if (record !== null && !row.failed) outline.add(record);
        return record;
      },
      atHeading(texts, _, row) {
        outline.addTitle(texts, row);
      },
    });
    const read = totals.map(({ index, cells }): CriterionRecord => {
      const row = new Row(table, cells, index + 1);
      return { ...readFields(row), code: "", name: row.text("name") ?? row.text("code") ?? "" };
    });
    const rules = read.filter(saysMore);
    for (const { row } of rules) keepRow(table, row);
    return {
      format: "thang-diem",
      records: [...scoreByPeople(table, outline.settle(complete)), ...rules],
      totals: read.flatMap((record) =>
        record.max === null || saysMore(record) ? [] : [{ row: record.row, max: record.max }],
      ),
    };
  },
};

/**
 * A rubric as offices issue it, with no column that says how points are given: people give them, and that is said. One
 * with indicators or parameters lacks the column.
 */
function scoreByPeople(table: Table, records: readonly CriterionRecord[]): readonly CriterionRecord[] {
  if (["rule", "indicator", "parameters"].some((field) => table.columns.has(field)) || records.length === 0) {
    return records;
  }
  const parents = new Set(findParents(records.map(({ code }) => code)));
  reportProblem(table, {
    row: table.headerIndex + 1,
    column: null,
    value: null,
    code: "scored-by-people",
    severity: "warning",
    message: "Bảng không có cột “Cách chấm”, nên mọi tiêu chí được chấm trực tiếp: điểm do người chấm cho.",
    hint: "Tiêu chí nào tính điểm theo số liệu thì thêm cột “Cách chấm” (ty-le, dat, moi-vu …, xem docs/scoring.md) rồi nạp lại.",
  });
  return records.map((record, index) => (parents.has(index) ? record : { ...record, rule: "truc-tiep" }));
}

/** A row as typed; its number may stand in front of its name instead of in a cell of its own. */
function readCriterion(row: Row): CriterionRecord | null {
  const typed = row.text("code");
  const name = row.required("name");
  const fields = readFields(row);
  if (name === null) return null;
  const named = typed === null ? splitNumber(name) : { number: typed, name };
  return { ...fields, ...readRuleCell(fields), code: named.number ?? "", name: named.name };
}

/** Cách chấm in words is stored as the rule it names, the parameters it gives before those of their own cell. */
function readRuleCell({ rule, parameters }: Pick<CriterionRecord, "rule" | "parameters">) {
  const words = rule === null ? null : readRuleWords(rule);
  if (words === null) return { rule, parameters };
  const given = [words.parameters, parameters].filter((text) => text !== null);
  return { rule: words.id, parameters: given.length === 0 ? null : given.join("; ") };
}

function readFields(row: Row) {
  return {
    row: row.row,
    max: row.number("max"),
    rule: row.text("rule"),
    indicator: row.text("indicator"),
    parameters: row.text("parameters"),
    bonusCap: row.number("bonusCap"),
    deductionCap: row.number("deductionCap"),
  };
}

/** The total of a table states a sum; one with caps or parameters says something of the whole rubric and is a record. */
function saysMore({ parameters, bonusCap, deductionCap }: CriterionRecord): boolean {
  return [parameters, bonusCap, deductionCap].some((value) => value !== null);
}
