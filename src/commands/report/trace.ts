import type { Basis, Fact } from "../../documents/prose/fact.js";
import type { ToldSentence } from "../../documents/report/report.js";
import { formatMeasurement, toJsonMeasurement } from "../../domain/measurement.js";
import { nameKey } from "../../domain/name.js";
import { type Exact, exact, formatFixed, roundHalfUp, toFixed, toPlain } from "../../domain/number.js";
import { levelOfField } from "../../domain/plan-level.js";
import { listImports } from "../../store/import.js";
import type { Db } from "../../store/open.js";
import { listScores, type StoredScore } from "../../store/score.js";
import { wrapSentence } from "../../terminal/wrap.js";
import { type CellPlace, describeCell, findCells } from "../explain/cell-place.js";
import { describeCellRanges, nameCell } from "../explain/cell-range.js";
import { findItemCells } from "../explain/item-cells.js";
import { type FigureTrail, findFigure } from "../explain/row.js";
import { indexHandValues } from "../year/hand-values.js";
import { clusterOf, type ReportSubject, type ReportYear } from "./year.js";

/** What leads from a sentence of one report to cells. */
export interface ReportTrail extends FigureTrail {
  subject: ReportSubject;
  /** Given under the rubrics of its rankings. */
  scores: readonly StoredScore[];
}

/** A sentence with the figures it was made from. */
export interface TracedSentence {
  section: string;
  sentence: string;
  figures: TracedFigure[];
}

interface TracedFigure {
  fact: Fact;
  /** As the sentence has it; null: its words imply it. */
  written: string | null;
  cells: CellPlace[];
}

/** The trails of a year's reports, in their order. */
export function readReportTrails(db: Db, { period, subjects }: ReportYear): ReportTrail[] {
  const imports = new Map(listImports(db).map((entry) => [entry.id, entry]));
  const byHand = indexHandValues(db, period.year);
  return subjects.map((subject) => {
    const rubrics = new Set(subject.rankings.flatMap(({ computed }) => computed?.stored.id ?? []));
    const scores = [...rubrics].flatMap((id) => listScores(db, id));
    return { imports, byHand, subject, scores };
  });
}

/** Each sentence → its figures → the cells they were read or computed from. */
export async function traceSentences(
  sentences: readonly ToldSentence[],
  trail: ReportTrail,
): Promise<TracedSentence[]> {
  const { findWritten } = await import("../../documents/prose/written-figures.js");
  return sentences.map(({ section, sentence: { text, facts } }) => ({
    section,
    sentence: text,
    figures: facts.map((fact) => ({
      fact,
      written: findWritten(text, fact, facts),
      cells: dropSame(fact.basis.flatMap((basis) => findBasis(basis, trail))),
    })),
  }));
}

function findBasis(basis: Basis, trail: ReportTrail): CellPlace[] {
  if ("scoreOf" in basis) return findScoreCells(basis.scoreOf, trail);
  if ("source" in basis) {
    const { importId, row } = basis.source;
    const cells = findCells(trail.imports.get(importId), row, Object.entries(basis.values));
    const inColumns = cells.filter(({ column }) => column !== null);
    return inColumns.length > 0 ? inColumns : cells.slice(0, 1);
  }
  const { row, fields } = basis;
  const { result } = row;
  if (result === null) return [];
  return fields.flatMap((field) => {
    if (field === "planned" || field === "actual" || field === "previous") return findFigure(row, result, field, trail);
    const level = levelOfField(field);
    const value = level === null ? (result.reason ?? "") : formatMeasurement(result.otherPlans?.[level] ?? null);
    return findCells(trail.imports.get(result.source.importId), result.source.row, [[field, value]], result.cells);
  });
}

/** All cells of a unit's points; null: the points each criterion of the rubric is worth. */
function findScoreCells(unitName: string | null, { subject, scores, ...trail }: ReportTrail): CellPlace[] {
  const rankings = subject.rankings.flatMap(({ computed }) => computed ?? []);
  if (unitName === null) {
    return rankings.flatMap(({ stored, rubric }) => {
      const source = trail.imports.get(stored.importId);
      return rubric.criteria.flatMap(({ row, max }) => findCells(source, row, [["max", toPlain(max, 12)]]));
    });
  }
  const ranking = rankings.find(({ units }) => units.some(({ unit }) => unit === unitName));
  if (ranking === undefined) return [];
  const unit = subject.units.find(({ name }) => nameKey(name) === nameKey(unitName));
  const progress = subject.progress.filter((row) => row.unit.id === unit?.id);
  const given = scores.filter(({ unitId }) => unitId === unit?.id);
  const items = ranking.units.find((ranked) => ranked.unit === unitName)?.items ?? [];
  return items.flatMap((item) => findItemCells(item, { ...trail, progress, scores: given, ranking }));
}

function dropSame(cells: readonly CellPlace[]): CellPlace[] {
  const byPlace = new Map(
    cells.map((cell) => [JSON.stringify([cell.sha256, cell.sheet, cell.row, cell.column]), cell]),
  );
  return [...byPlace.values()];
}

/** For JSON: `value` rounded to 12 decimals, `exact` all of it ("2900/27"). */
export function toTraceJson(subject: ReportSubject | undefined, sentences: readonly TracedSentence[]) {
  return {
    cluster: subject === undefined ? null : clusterOf(subject.scope),
    unit: subject?.scope.kind === "unit" ? subject.scope.unit.name : null,
    sentences: sentences.map(({ section, sentence, figures }) => ({
      section,
      sentence,
      figures: figures.map(({ fact: { who, about, what, figure, measure }, written, cells }) => ({
        ...{ who, about, what, written, measure },
        value: isExact(figure) ? Number(toFixed(figure, 12)) : toJsonMeasurement(figure),
        exact: isExact(figure) ? (isTerminating(figure) ? toPlain(figure, MOST_DECIMALS) : figure.toFraction()) : null,
        cells: cells.map((cell) => ({ ...cell, cell: nameCell(cell) })),
      })),
    })),
  };
}

/** For people; `width` null: a pipe, a line for each thing. */
export function writeTrace(
  subject: ReportSubject | undefined,
  sentences: readonly TracedSentence[],
  width: number | null,
): string {
  const title = wrapSentence("", `Nguồn của từng câu: ${subject?.name ?? "các đơn vị chưa xếp cụm/khối"}`, width);
  const told = sentences.map(({ sentence, figures }) => {
    const lines = figures.flatMap(({ fact, written, cells }) => [
      wrapSentence("  • ", describeFact(fact, written), width),
      ...describeCells(cells).map((line) => wrapSentence("      ", line, width)),
    ]);
    return [wrapSentence("", sentence, width), ...lines].join("\n");
  });
  return `${[title, ...told].join("\n\n")}\n`;
}

/** More cells than this are told by their ranges. */
const MOST_CELLS = 3;

function describeCells(cells: readonly CellPlace[]): string[] {
  if (cells.length <= MOST_CELLS)
    return cells.map((cell) => (cell.row === null ? describeCell(cell) : describeOne(cell)));
  return [`từ ${cells.length} ô: ${describeCellRanges(cells)}`];
}

/** "580 ← ket-qua.csv, ô E2 (Thực hiện)" */
function describeOne(cell: CellPlace): string {
  const header = cell.header === null ? "" : ` (${cell.header})`;
  return `${cell.replaced === true ? "trước khi sửa tay: " : ""}${cell.value} ← ${describeCellRanges([cell])}${header}`;
}

const KIND_TEXT: Readonly<Record<Fact["what"], string>> = {
  attainmentPercent: "tỷ lệ hoàn thành kế hoạch",
  growthPercent: "thay đổi so với cùng kỳ",
  growthTimes: "so với cùng kỳ gấp",
  planned: "kế hoạch",
  actual: "thực hiện",
  previous: "năm trước",
  status: "đánh giá",
  missing: "chưa có số liệu hoặc không so sánh được",
  reason: "nguyên nhân ghi trong bảng",
  score: "tổng điểm",
  rank: "thứ hạng",
  rule: "quy tắc",
  count: "số lượng",
  share: "tỷ trọng",
  threshold: "mốc tròn mà các số này vượt hoặc đạt",
  year: "năm",
  words: "lời ghi trong bảng",
};

/** "Huyện A · Trồng rừng: tỷ lệ hoàn thành kế hoạch 107,407407…%, viết “107,4%”" */
function describeFact({ who, about, what, figure, measure }: Fact, written: string | null): string {
  const subject = [who, about].filter((each) => each !== null && each !== "").join(" · ");
  const number = isExact(figure) ? formatWholly(figure) : formatMeasurement(figure);
  const full = what === "year" ? number.replaceAll(".", "") : number;
  const unit = measure === null ? "" : /^[%‰]/.test(measure) ? measure : ` ${measure}`;
  const told = full === "" ? "" : ` ${full}${unit}`;
  const shown = written === null || told.trim() === written ? "" : `, viết “${written}”`;
  return `${subject}: ${KIND_TEXT[what]}${told}${shown}`;
}

function isExact(figure: Fact["figure"]): figure is Exact {
  return typeof figure === "object" && figure !== null && "d" in figure;
}

const MOST_DECIMALS = 20;

function isTerminating(figure: Exact): boolean {
  return roundHalfUp(figure, MOST_DECIMALS).equals(figure);
}

/** All decimals, "…" after six of an endless fraction. */
function formatWholly(figure: Exact): string {
  if (!isTerminating(figure)) return `${formatFixed(figure, 6)}…`;
  const plain = toPlain(figure, MOST_DECIMALS);
  return formatFixed(exact(plain), plain.split(".")[1]?.length ?? 0);
}
