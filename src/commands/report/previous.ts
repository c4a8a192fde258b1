import { formatDecimal, formatWhole } from "../../domain/number.js";
import type { Period } from "../../domain/period.js";
import { fillPrevious } from "../../domain/previous-year.js";
import type { YearResults } from "../../domain/progress.js";
import { readHeader } from "../../readers/table/header-key.js";
import { createColumnsReader, listImports } from "../../store/import.js";
import type { Db } from "../../store/open.js";
import { listResults } from "../../store/result.js";

/** A year with last year's figures where its sheets leave them blank, and what is to be said of that. */
export interface ComparedYear {
  data: YearResults;
  warnings: string[];
}

/** More differences than this are counted. */
const MOST_TOLD = 5;

/**
 * Takes last year's figures from its stored results where the sheets of this year state none. They are of the whole year, so a report of a
 * part of it does not take them.
 */
export function readPrevious(db: Db, data: YearResults, period: Period): ComparedYear {
  const lastYear = listResults(db, data.year - 1);
  if (lastYear.length === 0 || !period.isWhole) return { data, warnings: [] };
  const columnsOf = createColumnsReader(db);
  const { results, filled, differing } = fillPrevious(data.results, lastYear, ({ source, cells }) => {
    const { letter = "", header = "" } = cells?.actual ?? columnsOf(source.importId).actual ?? {};
    return { letter, header, source };
  });
  const unitOf = new Map(data.units.map(({ id, name }) => [id, name]));
  const indicatorOf = new Map(data.indicators.map(({ id, name }) => [id, name]));
  const told = differing.slice(0, MOST_TOLD).map(({ unitId, indicatorId, stated, stored }) => {
    const place = `${unitOf.get(unitId)}, ${indicatorOf.get(indicatorId)}`;
    return `${place}: bảng năm ${data.year} ghi năm trước là ${formatDecimal(stated)}, kết quả năm ${data.year - 1} đã nạp là ${formatDecimal(stored)}; báo cáo theo bảng năm ${data.year}. Kiểm tra lại hai bảng.`;
  });
  const more = differing.length - told.length;
  return {
    data: { ...data, results },
    warnings: [
      ...(filled === 0
        ? []
        : [
            `${formatWhole(filled)} số liệu năm trước lấy từ kết quả năm ${data.year - 1} đã nạp, vì bảng năm ${data.year} để trống.`,
          ]),
      ...told,
      ...(more > 0 ? [`Còn ${formatWhole(more)} chỗ khác có số năm trước không khớp như thế.`] : []),
    ],
  };
}

/** Sheets whose column of results names another part of the year than the report is about. */
export function listOtherPeriods(db: Db, { results }: YearResults, period: Period): string[] {
  const used = new Set(results.map(({ source }) => source.importId));
  return listImports(db)
    .filter(({ id }) => used.has(id))
    .flatMap(({ file, columns }) => {
      const header = columns.actual?.header ?? "";
      const stated = readHeader(header).period;
      if (stated === null || isOf(stated, period)) return [];
      return [
        `${file}: cột “${header}” là số liệu ${stated}, còn báo cáo này là của ${period.name}. Chọn kỳ bằng --period, hoặc nạp bảng đúng kỳ.`,
      ];
    });
}

/** "th 6 tháng đầu năm" speaks of the first half; "quý III" of no period a report has. */
function isOf(stated: string, { id }: Period): boolean {
  if (id === "6-thang") return /(^| )(6|sáu) tháng|30\/0?6|hết quý (ii|2)$/.test(stated) && !/cuối/.test(stated);
  return id === "9-thang" && /(^| )(9|chín) tháng|30\/0?9|hết quý (iii|3)$/.test(stated);
}
