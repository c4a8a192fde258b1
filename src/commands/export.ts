import { basename } from "node:path";
import { formatWhole } from "../domain/number.js";
import { UserError } from "../errors.js";
import type { FormatId } from "../readers/table/reading.js";
import { type Db, withDatabase } from "../store/open.js";
import { listRubrics, type StoredRubric } from "../store/rubric.js";
import {
  absolutePath,
  type CommandSpec,
  type Context,
  chooseYear,
  type Outcome,
  shownPath,
  textOption,
} from "./context/context.js";
import { readOfficeLaw } from "./context/office-law.js";
import type { Listing, ListingWishes } from "./outgoing/listing.js";
import { chooseOutputFormat, type OutputFormat } from "./outgoing/output-format.js";
import { withPlanColumns } from "./outgoing/plan-columns.js";
import { describeRanks } from "./outgoing/rank-sheet.js";
import { describeRegister } from "./outgoing/register.js";
import { describeScoreSheet } from "./outgoing/score-sheet.js";
import { type FieldValues, toCells, toJsonRow, toOutgoingColumn, writtenColumns } from "./outgoing/sheet-cells.js";
import {
  listAwardRecords,
  listCriterionRecords,
  listIndicatorRecords,
  listMovementRecords,
  listReportTextRecords,
  listResultRecords,
  listScoreRecords,
  listUnitRecords,
} from "./outgoing/year-records.js";
import { writeFiles } from "./output/output.js";
import { findRubrics } from "./year/stored-rubric.js";

/** What can be exported, and the format that reads it back, or what computes it, since nothing reads that back. */
const WHAT: Readonly<Record<string, FormatId | ((db: Db, year: number, wanted: ListingWishes) => Listing)>> = {
  units: "don-vi",
  indicators: "chi-tieu",
  results: "ket-qua",
  scores: "cham-diem",
  "score-sheet": describeScoreSheet,
  ranks: describeRanks,
  awards: "khen-thuong",
  register: describeRegister,
  movements: "phong-trao",
  "report-texts": "noi-dung",
  rubric: "thang-diem",
};

const FORMATS: readonly OutputFormat[] = ["csv", "xlsx", "json"];

export const exportCommand: CommandSpec = {
  name: "export",
  usage: "<loại>",
  group: "Số liệu",
  summary: "xuất số liệu ra CSV, Excel hoặc JSON; nạp lại được",
  options: [
    { flags: "-o, --output <tệp>", description: "tệp ghi ra (.csv, .xlsx, .json); không có thì in ra màn hình" },
    { flags: "--format <dạng>", description: "csv, xlsx, json (mặc định: theo đuôi tệp, không có tệp thì csv)" },
    {
      flags: "--rubric <tên>",
      description: "thang điểm, cho rubric, scores, score-sheet và ranks (mặc định: nạp sau cùng)",
    },
    { flags: "--force", description: "ghi đè tệp đã có" },
  ],
  examples: [
    { command: "thidua export results -o ket-qua.xlsx", does: "kết quả của năm ra tệp Excel" },
    { command: "thidua export units --format json", does: "đơn vị và cụm/khối, dạng JSON" },
    { command: "thidua export ranks -o xep-hang.csv", does: "điểm và thứ hạng ra CSV" },
    { command: "thidua export register -o so-khen-thuong.xlsx", does: "sổ theo dõi khen thưởng theo số quyết định" },
    {
      command: "thidua export score-sheet -o bang-diem.xlsx",
      does: "bảng điểm đầy đủ: từng tiêu chí của từng đơn vị, ba vòng chấm, cách tính",
    },
  ],
  async run(context, [what = ""], options) {
    if (!(what in WHAT)) {
      throw new UserError(`Không có loại "${what}" để xuất.`, `Chọn một trong: ${Object.keys(WHAT).join(", ")}.`);
    }
    const output = textOption(options, "output");
    const format = chooseOutputFormat(textOption(options, "format"), output, FORMATS) ?? "csv";
    if (format === "xlsx" && output === null) {
      throw new UserError("Tệp Excel không in ra màn hình được.", `Thêm tên tệp, ví dụ -o ${what}.xlsx.`);
    }
    const rubric = textOption(options, "rubric");
    const { law } = await readOfficeLaw(context);
    const { FORMATS: known } = await import("../readers/index.js");
    const { year, listing } = await withDatabase(context.database, "read", (db) => {
      const year = chooseYear(context, db);
      const source = WHAT[what];
      if (typeof source === "function") return { year, listing: source(db, year, { rubric, law }) };
      const spec = known.find(({ id }) => id === source);
      if (spec === undefined) throw new Error(`no format for ${what}`);
      const chosen = what === "rubric" || what === "scores" ? chooseRubric(db, year, rubric) : null;
      const values = listValues(db, year, what, chosen);
      const written = writtenColumns(spec);
      const columns = what === "results" ? withPlanColumns(written, values) : written;
      const sheet = {
        name: spec.id,
        help: null,
        columns: columns.map(toOutgoingColumn),
        rows: values.map((record) => toCells(columns, record)),
        blankRows: 0,
      };
      const notes = chosen === null ? [] : describeRubricChoice(chosen, what);
      return { year, listing: { sheet, rows: values.map((record) => toJson(columns, record)), notes } };
    });
    return writeListing(context, listing, { what, year, format, output, force: options.force === true });
  },
};

function listValues(db: Db, year: number, what: string, rubric: StoredRubric | null): FieldValues[] {
  if (rubric !== null) return what === "rubric" ? listCriterionRecords(rubric) : listScoreRecords(db, year, rubric);
  if (what === "units") return listUnitRecords(db, year);
  if (what === "indicators") return listIndicatorRecords(db);
  if (what === "movements") return listMovementRecords(db, year);
  if (what === "report-texts") return listReportTextRecords(db, year);
  return what === "results" ? listResultRecords(db, year) : listAwardRecords(db, year);
}

function toJson(columns: Parameters<typeof toJsonRow>[0], record: FieldValues): object {
  const { assigned } = record;
  if (assigned === undefined) return toJsonRow(columns, record);
  const said = (value: unknown) => (value === "Không giao" ? null : value);
  const row = toJsonRow(columns, { ...record, planned: said(record.planned), actual: said(record.actual) });
  return { ...row, assigned };
}

function chooseRubric(db: Db, year: number, wanted: string | null): StoredRubric {
  const rubrics = listRubrics(db, year);
  const [rubric] = wanted === null ? rubrics : findRubrics(rubrics, wanted);
  if (rubric !== undefined) return rubric;
  throw new UserError(`Chưa có thang điểm cho năm ${year}.`, "Nạp bảng thang điểm: thidua import THANG-DIEM.csv.");
}

/** A sheet does not hold its rubric's name: the name of its file does. */
function describeRubricChoice({ name, cluster }: StoredRubric, what: string): string[] {
  if (what === "scores") return [`Điểm chấm theo thang điểm "${name}".`];
  const of = cluster === null ? "" : ` --cluster "${cluster}"`;
  return [`Thang điểm "${name}". Để nạp lại đúng tên, đặt tên tệp là "${name}"${of === "" ? "" : ` và thêm${of}`}.`];
}

interface Destination {
  what: string;
  year: number;
  format: OutputFormat;
  output: string | null;
  force: boolean;
}

async function writeListing(context: Context, listing: Listing, to: Destination): Promise<Outcome> {
  const { what, year, format, output, force } = to;
  const document = { what, year, rows: listing.rows };
  const empty = listing.rows.length === 0 ? [`Năm ${year} chưa có gì thuộc loại "${what}".`] : [];
  const notes = [...listing.notes, ...empty];
  const text = format === "xlsx" ? "" : await formatText(listing, format, document);
  if (output === null) return { data: document, text, notes };
  const path = absolutePath(context, output);
  const { makeWorkbook } = await import("../terminal/workbook.js");
  const bytes = format === "xlsx" ? await makeWorkbook(listing.sheet) : Buffer.from(text);
  await writeFiles(context, [{ path, bytes }], force);
  const done = `Đã ghi ${shownPath(context, path)}: ${formatWhole(listing.rows.length)} dòng.\n`;
  return { data: { what, year, format, path, file: basename(path), records: listing.rows.length }, text: done, notes };
}

async function formatText(listing: Listing, format: OutputFormat, document: object): Promise<string> {
  if (format === "json") return `${JSON.stringify(document, null, 2)}\n`;
  const { formatSheetCsv, PLAIN } = await import("../terminal/sheet-csv.js");
  return formatSheetCsv(listing.sheet, PLAIN);
}
