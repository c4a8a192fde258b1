import { formatFixed } from "../../domain/number.js";
import { capitalize } from "../../domain/upper-case.js";
import type { Block } from "../decree30/decree30.js";
import { type Column, type TableLine, tableCaption } from "../decree30/table.js";
import { clusterWords } from "../prose/words.js";
import type { RankedCluster } from "./ranks.js";
import { fittedTable } from "./table.js";

/** Whom the cluster's own rules propose for what, cluster by cluster; equals at the end of a place are left to the cluster. Empty where nothing is proposed. */
export function proposalTable(rankings: readonly RankedCluster[]): Block[] {
  const lines = rankings.flatMap(({ cluster, ranking, proposals }) => {
    const decides = clusterWords(cluster).short ?? "Hội nghị";
    return proposals
      .filter(({ status }) => status !== "blocked")
      .map(({ unit, rank, score, status, award }): string[] => [
        capitalize(ranking.nameOf(unit)),
        ...(rankings.length > 1 ? [clusterWords(cluster).full ?? ""] : []),
        String(rank),
        formatFixed(score, ranking.decimals),
        award,
        status === "tied" ? `Bằng điểm, ${decides} xem xét, quyết định` : "",
      ]);
  });
  if (lines.length === 0) return [];
  const columns: Column[] = [
    { title: "TT", align: "center", width: 560 },
    { title: "Đơn vị" },
    ...(rankings.length > 1 ? [{ title: "Cụm, khối" }] : []),
    { title: "Hạng", align: "center" },
    { title: "Tổng điểm", align: "right" },
    { title: "Đề nghị" },
    { title: "Ghi chú" },
  ];
  const shown = lines.some((cells) => cells.at(-1) !== "") ? columns : columns.slice(0, -1);
  const rows = lines.map((cells, index): TableLine => {
    return { cells: [String(index + 1), ...cells].slice(0, shown.length) };
  });
  return fittedTable(shown, rows, { above: [tableCaption("Đề nghị khen thưởng")] });
}
