import { parsePoints, readTerms, roomOfBands, SIGNED_POINTS, scoreBand } from "./band-points.js";
import { BAND_SHAPES, type Band, closeBands, findBand, formatAmong, parseBand } from "./bands.js";
import { MEASURED_BY, measureResult, parseMeasuredBy } from "./figure.js";
import { missingScore } from "./leaf-score.js";
import { ParameterError, sortParameters, unquote } from "./parameters.js";
import type { LeafInput, LeafScore, Rule } from "./rule.js";

/** Ma trận: bands of the indicator, each with points for every class of another indicator. */
export const maTran: Rule = {
  id: "ma-tran",
  title: "theo bậc và theo lớp của một chỉ tiêu khác",
  parameters: [
    'lớp theo="TÊN CHỈ TIÊU" (xét theo kết quả thực hiện)',
    "lớp=<lớp 1> / <lớp 2> / … (ví dụ: lớp=dưới 1000 / từ 1000 đến dưới 2000 / từ 2000)",
    `<bậc>=<điểm lớp 1> / <điểm lớp 2> / …, lớp và bậc ghi: ${BAND_SHAPES}; ${SIGNED_POINTS}`,
    MEASURED_BY,
    "nếu=<điều kiện>",
  ],
  maximum: "optional",
  read(text, max) {
    const { named, others } = sortParameters(text, ["lớp theo", "lớp", "theo", "nếu"]);
    const classIndicator = unquote(need(named, "lớp theo"));
    const names = splitList(need(named, "lớp"));
    if (others.length === 0)
      throw new ParameterError('Quy tắc "ma-tran" cần ít nhất một bậc, ví dụ "từ 10=+2 / +2,5".');
    const classes = closeBands(names.map((name, index) => ({ ...parseBand(name), index })));
    const bands = closeBands(
      others.map(({ name, value }) => ({ ...parseBand(name), points: readRow(name, value, names) })),
    );
    const terms = readTerms(
      bands.flatMap(({ points }) => points),
      max,
      named.get("nếu"),
    );
    const by = parseMeasuredBy(named.get("theo"));
    const score = (input: LeafInput): LeafScore => {
      const measured = measureResult(input.result, by);
      if (measured.value === null) return missingScore(measured.reason);
      const { value, tell } = measured;
      const found = findClass(input, classIndicator, classes);
      if ("reason" in found) return missingScore(found.reason);
      const band = findBand(bands, value);
      const shown = `${tell(formatAmong(value, bands))}, ${found.shown}`;
      const told = band === undefined ? shown : `${shown}, bậc "${band.text}"`;
      return scoreBand(terms, input, band?.points[found.index], told);
    };
    const indicators = [classIndicator, ...(terms.condition?.indicators ?? [])];
    return { source: "indicator", indicators, ...roomOfBands(bands.flatMap(({ points }) => points)), score };
  },
};

function need(named: ReadonlyMap<string, string>, name: string): string {
  const value = named.get(name);
  if (value === undefined) throw new ParameterError(`Quy tắc "ma-tran" thiếu "${name}=…".`);
  return value;
}

function splitList(text: string): string[] {
  return text.split("/").map((part) => part.trim());
}

function readRow(name: string, value: string, classes: readonly string[]) {
  const points = splitList(value).map((part) => parsePoints(name, part));
  if (points.length === classes.length) return points;
  throw new ParameterError(
    `Bậc "${name}" có ${points.length} điểm, cần đủ ${classes.length} điểm cho ${classes.length} lớp.`,
  );
}

/** The class the unit is in by the other indicator, as a place in the list. */
function findClass(
  { facts }: LeafInput,
  indicator: string,
  classes: readonly (Band & { index: number })[],
): { index: number; shown: string } | { reason: string } {
  const measured = measureResult(facts.resultOf(indicator), "actual");
  if (measured.value === null) return { reason: `${indicator}: ${measured.reason}` };
  const figure = `${indicator} ${formatAmong(measured.value, classes)}`;
  const found = findBand(classes, measured.value);
  return found === undefined
    ? { reason: `${figure}, không thuộc lớp nào của thang điểm` }
    : { index: found.index, shown: `${figure} (lớp "${found.text}")` };
}
