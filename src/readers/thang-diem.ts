import type { CriterionRecord } from "../domain/rubric.js";
import { RULES } from "../domain/rules/index.js";
import type { FormatSpec } from "./format.js";
import { readRecords } from "./read-records.js";
import { Row } from "./row.js";
import { keepRow } from "./table.js";

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
    const { records, totals } = readRecords<CriterionRecord>(table, {
      read(row) {
        const code = row.required("code");
        const name = row.required("name");
        const record = readFields(row);
        return code === null || name === null ? null : { ...record, code, name };
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
      records: [...records, ...rules],
      totals: read.flatMap((record) =>
        record.max === null || saysMore(record) ? [] : [{ row: record.row, max: record.max }],
      ),
    };
  },
};

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
