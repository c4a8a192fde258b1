import { ChartRun, type ChartRunOptions } from "docx/charts";
import { type Block, FONT, line, SIZE } from "../decree30/decree30.js";
import { tableNote } from "../decree30/table.js";
import { CHART_NUMBER } from "../template/block-chart.js";
import { fillColor } from "../template/chart-pattern.js";
import { cleanTemplateText } from "../template/value.js";
import { wrapText } from "../word/text-width.js";

/** Fewer units than this are told by a line of text. */
export const LEAST_UNITS = 3;

/** Bars one above the other on one page. */
export const MOST_UNITS = 40;

/** Patterns that can be told apart in black and white. */
export const MOST_SERIES = 6;

/** A chart of horizontal bars: one category beneath the other, so that long names of units are read without turning the head. */
export interface BarChart {
  title: string;
  categories: readonly string[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
  stacked: boolean;
  /** Of every figure in the chart. */
  decimals: number;
  /** What the figures are, in brackets after the title: "% kế hoạch"; "" where that is plain. */
  measure: string;
  /** What the chart shows, for those who cannot see it: Vietnamese sentences. */
  description: string;
  notes: readonly string[];
}

/** The chart, its caption `Biểu đồ 1. …` kept with it, and its notes. */
export function chartBlocks(chart: BarChart): Block[] {
  const { title, measure, notes } = chart;
  const caption = measure === "" ? title : `${title} (${measure})`;
  return [
    line([new ChartRun(chartOptions(chart))], { align: "center", before: 6, keepNext: true }),
    line(`Biểu đồ ${CHART_NUMBER}. ${cleanTemplateText(caption)}`, {
      bold: true,
      align: "center",
      before: 4,
      after: notes.length === 0 ? 6 : 0,
      size: 13,
      keepNext: notes.length > 0,
    }),
    ...(notes.length === 0 ? [] : [tableNote(cleanTemplateText(`Ghi chú: ${notes.join(" ")}`))]),
  ];
}

/** Pixels, 96 to the inch: as wide as the text; a bar is 15 high, so that a label of 10 pt stands beside it. */
const WIDTH = 600;
const BAR = 15;
const GAP = 8;
const FRAME = 36;
const LEGEND = 30;
/** Twips: longer names take a second line beside the plot. */
const NAME_WIDTH = 3600;
/** Leaves the caption and a note their place on the page. */
const MOST_HEIGHT = 870;

function chartOptions({ categories, series, stacked, decimals, description }: BarChart): ChartRunOptions {
  const font = { name: FONT, size: SIZE.distribution - 1, color: "000000" };
  // Word writes figures as Windows does, others as the locale in brackets asks: Vietnamese.
  const numberFormat = `[$-42A]${decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`}`;
  const bars = stacked ? 1 : series.length;
  const frame = FRAME + (series.length > 1 ? LEGEND : 0);
  const lines = Math.max(...categories.map((name) => wrapText(name, NAME_WIDTH, font.size).length));
  const height = Math.min(MOST_HEIGHT, categories.length * (Math.max(bars, lines) * BAR + GAP) + frame);
  return {
    type: "bar",
    stacking: stacked ? "stacked" : "none",
    gapWidth: 50,
    categories: categories.map(cleanTemplateText),
    series: series.map(({ name, values }, index) => ({
      name: cleanTemplateText(name),
      values,
      color: fillColor(index),
    })),
    dataLabels: { value: true, numberFormat, font },
    font: { name: FONT },
    legend: series.length > 1 ? { position: "bottom", font } : false,
    // The first unit on top; the scale stays at the bottom.
    categoryAxis: { reverseOrder: true, font },
    valueAxis: { crossesAt: "maximum", numberFormat: "[$-42A]#,##0", font },
    chartArea: { border: "none" },
    transformation: { width: WIDTH, height },
    altText: { name: "Biểu đồ", description: cleanTemplateText(description) },
  };
}
