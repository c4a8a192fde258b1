import type { RankedUnit } from "../domain/cluster-ranking.js";
import { formatFixed, toJsonNumber } from "../domain/number.js";
import { describePlace } from "../domain/place-note.js";
import { listPlanNotes } from "../domain/plan-level.js";
import { describeTieOrder } from "../domain/tie-rule.js";
import { withDatabase } from "../store/open.js";
import { listUnits } from "../store/unit.js";
import { type Column, formatTable } from "../terminal/table.js";
import { wrapSentence } from "../terminal/wrap.js";
import { type CommandSpec, type Context, chooseYear, textOption } from "./context/context.js";
import { readOfficeLaw } from "./context/office-law.js";
import { type ClusterRanking, describeRubric, listNotes, rankClusters } from "./rank/clusters.js";
import { PLAN_OPTION } from "./year/plan-choice.js";

export const rankCommand: CommandSpec = {
  name: "rank",
  group: "Kết quả",
  summary: "chấm điểm và xếp hạng các đơn vị trong từng cụm/khối",
  options: [
    { flags: "--rubric <tên>", description: "thang điểm (mặc định: thang điểm nạp sau cùng)" },
    { flags: "--cluster <tên>", description: "chỉ một cụm/khối" },
    PLAN_OPTION,
    { flags: "--csv", description: "in CSV (mở được bằng Excel) thay cho bảng" },
    {
      flags: "--what-if <đơn-vị/chỉ-tiêu=giá-trị>",
      description: "thử: nếu số thực hiện (hay điểm của tiêu chí) là thế thì điểm, hạng đổi ra sao; không ghi gì",
      repeated: true,
    },
    { flags: "--improvement", description: "xếp hạng mức tiến bộ so với năm trước" },
    { flags: "--all", description: "một danh sách chung mọi đơn vị của các cụm/khối, theo % điểm tối đa" },
    { flags: "--finalize", description: "chốt xếp hạng như hiện nay; về sau rank nói chỗ khác với bản chốt" },
    { flags: "--force", description: "chốt lại khi đã chốt" },
  ],
  examples: [
    { command: "thidua rank", does: "xếp hạng mọi cụm/khối của năm" },
    { command: "thidua rank --rubric B", does: "theo thang điểm có tên chứa B" },
    {
      command: 'thidua rank --what-if "Lâm Bình/Trồng rừng=450" --what-if "Na Hang/II.1=18"',
      does: "nếu số liệu, điểm chấm là thế thì ai lên, ai xuống",
    },
    { command: "thidua rank --improvement", does: "đơn vị nào tiến bộ nhiều nhất so với năm trước" },
    { command: "thidua rank --all", does: "so các đơn vị của mọi cụm/khối, và các cụm/khối với nhau" },
    { command: "thidua rank --finalize", does: "chốt xếp hạng của năm" },
  ],
  async run(context, _args, options) {
    const { law } = await readOfficeLaw(context);
    const wanted = {
      rubric: textOption(options, "rubric"),
      cluster: textOption(options, "cluster"),
      plan: textOption(options, "plan"),
      findAward: law.findAward,
    };
    const { chooseMode } = await import("./rank/modes.js");
    const mode = chooseMode(options);
    if (mode !== null) return mode(context, wanted, options);
    const { compareWithFrozen, formatComparison, readFrozen, toComparedJson } = await import("./rank/finalized.js");
    const { year, rankings, clusters, frozen } = await withDatabase(context.database, "read", (db) => {
      const year = chooseYear(context, db);
      const clusters = [...new Set(listUnits(db, year).map(({ cluster }) => cluster))];
      return { year, rankings: rankClusters(db, year, wanted), clusters, frozen: readFrozen(db, year) };
    });
    const compared = rankings.map((ranking) => compareWithFrozen(ranking, frozen.get(ranking.cluster) ?? null));
    const unranked =
      wanted.cluster === null ? clusters.filter((name) => !rankings.some(({ cluster }) => cluster === name)) : [];
    return {
      data: { year, clusters: compared.map(toComparedJson), unranked },
      text:
        options.csv === true
          ? await rankingCsv(rankings)
          : compared
              .map((one) => formatRanking(one.ranking, year, context) + formatComparison(one, context))
              .join("\n"),
      notes: [
        ...unranked.map((name) => `${name ?? "Các đơn vị chưa xếp cụm"}: chưa có thang điểm nên chưa xếp hạng.`),
        ...listPlanNotes(rankings[0]?.plan ?? null),
        ...rankings.flatMap(listNotes),
      ],
    };
  },
};

const COLUMNS: readonly Column[] = [
  { header: "Hạng", align: "right" },
  { header: "Đơn vị" },
  { header: "Tổng điểm", align: "right" },
  { header: "Điểm chấm", align: "right" },
  { header: "Thưởng", align: "right" },
  { header: "Trừ", align: "right" },
  { header: "Ghi chú" },
];

/** All clusters in one sheet, each line with its cluster and rubric; plain numbers. */
async function rankingCsv(rankings: readonly ClusterRanking[]): Promise<string> {
  const { formatCsv } = await import("../terminal/csv.js");
  const rows = rankings.flatMap((ranking) =>
    ranking.units.map((unit) => [
      ranking.cluster,
      describeRubric(ranking),
      unit.rank,
      unit.unit,
      ...[unit.score, unit.base, unit.bonus, unit.deduction].map((points) =>
        toJsonNumber(points, ranking.stored.decimals),
      ),
      describePlace(unit, ranking.rubric.ties),
    ]),
  );
  return formatCsv([{ header: "Cụm/Khối" }, { header: "Thang điểm" }, ...COLUMNS], rows);
}

function formatRanking(ranking: ClusterRanking, year: number, context: Context): string {
  const { stored, units, rubric } = ranking;
  const { columns } = context.io;
  const where = `${ranking.cluster ?? "Các đơn vị chưa xếp cụm"} — năm ${year}`;
  const title = context.style.bold(wrapSentence("", where, columns));
  const points = (value: RankedUnit["score"]) => formatFixed(value, stored.decimals);
  const rows = units.map((unit) => [
    unit.rank === null ? "–" : String(unit.rank),
    unit.unit,
    points(unit.score),
    points(unit.base),
    points(unit.bonus),
    points(unit.deduction),
    describePlace(unit, rubric.ties),
  ]);
  const basis = wrapSentence("", `${describeRubric(ranking)}. ${describeTieOrder(rubric.ties)}.`, columns);
  return `${title}\n${basis}\n\n${formatTable(COLUMNS, rows, columns, context.style)}`;
}
