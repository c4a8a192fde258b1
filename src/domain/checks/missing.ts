import { formatMeasurement } from "../measurement.js";
import type { ProgressRow } from "../progress.js";
import { type Check, type CheckedYear, figure, foundAt } from "./check.js";

export const unitWithoutResults: Check = {
  code: "unit-without-results",
  severity: "high",
  title: "Đơn vị chưa có kết quả nào",
  hint: "Nạp bảng kết quả của đơn vị.",
  limit: null,
  find: ({ units, progress }) => {
    const reporting = listReporting(progress);
    return units
      .filter(({ id }) => !reporting.has(id))
      .map((unit) => ({
        unit,
        message: "Chưa có kết quả nào trong năm.",
        place: { source: unit.source, field: "name" },
      }));
  },
};

export const missingResult: Check = {
  code: "missing-result",
  severity: "high",
  title: "Chưa có số liệu thực hiện",
  hint: "Bổ sung số liệu; đơn vị không được giao nhiệm vụ này thì ghi “Không giao”. Để trống thì không được điểm nào.",
  limit: null,
  find: ({ progress }) => {
    const reporting = listReporting(progress);
    return progress
      .filter(({ unit, unknown }) => unknown === "no-actual" && reporting.has(unit.id))
      .map((row) => {
        const planned = row.result?.planned ?? null;
        const message =
          planned === null ? "Chưa có số liệu." : `Có kế hoạch ${figure(planned, row)}, chưa có thực hiện.`;
        return foundAt(row, "actual", message);
      });
  },
};

/** Units that sent at least one result. */
function listReporting(progress: readonly ProgressRow[]): Set<number> {
  return new Set(progress.filter(({ unknown }) => unknown !== "no-actual").map(({ unit }) => unit.id));
}

export const missingPlan: Check = {
  code: "missing-plan",
  severity: "medium",
  title: "Chưa có kế hoạch",
  hint: "Bổ sung kế hoạch được giao; không có kế hoạch thì không tính được tỷ lệ hoàn thành.",
  limit: null,
  find: ({ progress }) => {
    const without = progress.filter(({ unknown }) => unknown === "no-plan");
    const hasPlan = new Set(
      progress.filter(({ result }) => result?.planned != null).map(({ indicator }) => indicator.id),
    );
    const whole = new Map(
      without.filter(({ indicator }) => !hasPlan.has(indicator.id)).map((row) => [row.indicator.id, row]),
    );
    return [
      ...[...whole.values()].map((row) => ({
        ...foundAt(row, "planned", "Không đơn vị nào có kế hoạch của chỉ tiêu này."),
        unit: null,
      })),
      ...without
        .filter(({ indicator }) => hasPlan.has(indicator.id))
        .map((row) =>
          foundAt(row, "planned", `Thực hiện ${figure(row.result?.actual ?? null, row)}, chưa có kế hoạch.`),
        ),
    ];
  },
};

export const zeroPlan: Check = {
  code: "zero-plan",
  severity: "medium",
  title: "Kế hoạch bằng 0",
  hint: "Ghi đúng kế hoạch; nếu đơn vị không được giao thì ghi “Không giao” thay cho số 0.",
  limit: null,
  find: ({ progress }) =>
    progress
      .filter(({ unknown }) => unknown === "zero-plan")
      .map((row) =>
        foundAt(
          row,
          "planned",
          `Kế hoạch 0, thực hiện ${figure(row.result?.actual ?? null, row)}: không tính được tỷ lệ.`,
        ),
      ),
};

export const notANumber: Check = {
  code: "result-not-a-number",
  severity: "medium",
  title: "Kết quả không so được với kế hoạch",
  hint: "Ghi kết quả bằng một con số, hoặc khai chỉ tiêu có chiều “đạt/không đạt” trong bảng chi-tieu.",
  limit: null,
  find: ({ progress }) =>
    progress
      .filter(
        ({ unknown, status }) => status === "unknown" && (unknown === "not-comparable" || unknown === "not-one-number"),
      )
      .map((row) => {
        const [planned, actual] = [row.result?.planned ?? null, row.result?.actual ?? null];
        const said = `kế hoạch “${formatMeasurement(planned)}”, thực hiện “${formatMeasurement(actual)}”`;
        return foundAt(row, "actual", `Không tính được tỷ lệ từ ${said}.`);
      }),
};

export const unitWithoutCluster: Check = {
  code: "unit-without-cluster",
  severity: "medium",
  title: "Đơn vị chưa xếp vào cụm, khối nào",
  hint: "Ghi cụm, khối của đơn vị trong bảng đơn vị rồi nạp lại.",
  limit: null,
  find: ({ units }) =>
    units.every(({ cluster }) => cluster === null)
      ? []
      : units
          .filter(({ cluster }) => cluster === null)
          .map((unit) => ({
            unit,
            message: "Không thuộc cụm, khối nào nên không được xếp hạng cùng các đơn vị khác.",
            place: { source: unit.source, field: "cluster" },
          })),
};

export const clusterWithoutRubric: Check = {
  code: "cluster-without-rubric",
  severity: "medium",
  title: "Cụm, khối chưa có thang điểm",
  hint: 'Nạp thang điểm của cụm, khối: thidua import THANG-DIEM.csv --cluster "TÊN CỤM".',
  limit: null,
  find: ({ units, rubrics }) =>
    listUnranked({ units, rubrics }).map((cluster) => ({
      unit: null,
      cluster,
      message: `${cluster} chưa có thang điểm nên chưa xếp hạng được.`,
      place: null,
    })),
};

/** Clusters that no rubric of the year is for, once there is one at all. */
function listUnranked({ units, rubrics }: Pick<CheckedYear, "units" | "rubrics">): string[] {
  if (rubrics.length === 0) return [];
  const ranked = new Set(rubrics.flatMap((rubric) => rubric.units.map(({ cluster }) => cluster)));
  return [...new Set(units.flatMap(({ cluster }) => cluster ?? []))].filter((cluster) => !ranked.has(cluster));
}
