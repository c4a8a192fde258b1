import { extname } from "node:path";
import { describeMark } from "../domain/law/source.js";
import { formatFixed, formatWhole, toJsonNumber } from "../domain/number.js";
import type { LeftOut, Proposal, ProposalStatus } from "../domain/proposal.js";
import { DEFAULT_RULES, isCluster } from "../domain/proposal-rule.js";
import { type Db, withDatabase } from "../store/open.js";
import { listUnits } from "../store/unit.js";
import { type Column, formatTable } from "../terminal/table.js";
import { wrapSentence } from "../terminal/wrap.js";
import { absolutePath, type CommandSpec, type Context, chooseYear, shownPath, textOption } from "./context/context.js";
import { localTime } from "./context/local-time.js";
import { readOfficeLaw, refuseLaw } from "./context/office-law.js";
import { chooseOutputFormat } from "./outgoing/output-format.js";
import { toCells, toOutgoingColumn, writtenColumns } from "./outgoing/sheet-cells.js";
import { writeFiles } from "./output/output.js";
import { type RankingWishes, rankClusters } from "./rank/clusters.js";
import { readFrozen } from "./rank/finalized.js";
import { proposalDay, proposeForClusters, type RulesInUse, readRules } from "./report/propose-year.js";
import { chooseRanking, type ReportedRanking } from "./report/ranking.js";
import { findUnit } from "./year/names.js";

export const proposeCommand: CommandSpec = {
  name: "propose",
  group: "Kết quả",
  summary: "đề nghị khen thưởng các đơn vị theo xếp hạng và quy tắc của cụm/khối, kèm lý do",
  options: [
    { flags: "--cluster <tên>", description: "chỉ một cụm/khối" },
    { flags: "--unit <tên>", description: "chỉ một đơn vị" },
    {
      flags: "--rubric <tên>",
      description: "thang điểm (mặc định: bản đã chốt, không có thì thang điểm nạp sau cùng)",
    },
    {
      flags: "--rule <quy-tắc>",
      description: 'thử quy tắc khác, ví dụ "hạng 2-3 → Bằng khen" (lặp lại được; mặc định: cài đặt propose.rules)',
      repeated: true,
    },
    { flags: "-o, --output <tệp>", description: "ghi thành bảng khen-thuong (.xlsx, .csv) để sửa rồi nạp" },
    { flags: "--force", description: "ghi đè tệp đã có" },
  ],
  examples: [
    { command: "thidua propose", does: "đơn vị nào được đề nghị gì, vì sao, còn vướng gì" },
    {
      command: 'thidua propose --rule "hạng 1 → Cờ thi đua" --rule "điểm ≥ 90% → Bằng khen"',
      does: "thử quy tắc khác; đặt hẳn bằng thidua config propose.rules",
    },
    { command: "thidua propose -o de-nghi.xlsx", does: "danh sách đề nghị, sửa xong nạp bằng thidua import" },
  ],
  async run(context, _args, options) {
    const officeLaw = await readOfficeLaw(context);
    const refusal = refuseLaw(officeLaw);
    if (refusal !== null) return refusal;
    const { law } = officeLaw;
    const output = textOption(options, "output");
    const format = chooseOutputFormat(null, output, ["csv", "xlsx"]) ?? "xlsx";
    const { year, date, inUse, rankings, proposals, leftOut } = await withDatabase(context.database, "read", (db) => {
      const year = chooseYear(context, db);
      const date = proposalDay(year, localTime(context.io.now().toISOString()).slice(0, 10));
      const inUse = readRules(db, law, listOption(options.rule));
      const unit = textOption(options, "unit");
      const only = unit === null ? null : findUnit(db, listUnits(db, year), unit);
      const wanted = only?.cluster ?? textOption(options, "cluster");
      const rankings = readRankings(db, year, {
        cluster: wanted,
        rubric: textOption(options, "rubric"),
        plan: null,
        findAward: law.findAward,
      });
      const results = proposeForClusters(db, rankings, { year, date, law, rules: inUse.rules });
      const isWanted = (one: { unit: string }) => only === null || one.unit === only.name;
      return {
        ...{ year, date, inUse, rankings },
        proposals: results.flatMap((result) => result.proposals.filter(isWanted)),
        leftOut: results.flatMap((result) => result.leftOut.filter(isWanted)),
      };
    });
    const data = {
      year,
      date,
      rules: { origin: inUse.origin, rules: inUse.rules.map(({ text }) => text) },
      proposals: proposals.map(toJson),
      leftOut,
      officeLaw: officeLaw.file,
    };
    const notes = [...describeRules(inUse, rankings), ...rankings.flatMap(nameWarnings)];
    if (output === null) return { data, text: formatProposals(proposals, leftOut, year, rankings, context), notes };
    const path = absolutePath(context, extname(output) === "" ? `${output}.${format}` : output);
    const rows = proposals.filter(({ status }) => status !== "blocked");
    await writeFiles(context, [{ path, bytes: await makeSheet(rows, format) }], options.force === true);
    const done = `Đã ghi ${shownPath(context, path)}: ${formatWhole(rows.length)} đề nghị. Sửa xong nạp bằng: thidua import ${shownPath(context, path)} --year ${year}\n`;
    const left = proposals.length - rows.length;
    const tied = rows.filter(({ status }) => status === "tied").length;
    const unsettled = [
      ...(left > 0 ? [`${left} đề nghị đang vướng nên không ghi vào tệp; xem: thidua propose`] : []),
      ...(tied > 0 ? [`${tied} dòng là các đơn vị bằng điểm: giữ lại đơn vị mà cụm, khối quyết định.`] : []),
    ];
    return { data: { ...data, path }, text: done, notes: [...notes, ...unsettled] };
  },
};

function listOption(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** Each cluster's ranking as it counts: finalised, else by today's data. Throws what `rankClusters` does. */
function readRankings(db: Db, year: number, wanted: RankingWishes): ReportedRanking[] {
  const frozen = readFrozen(db, year);
  return rankClusters(db, year, wanted).flatMap((ranking) => {
    const facts = { ranking, frozen: frozen.get(ranking.cluster) ?? null, members: ranking.members };
    return chooseRanking(db, year, facts, wanted.rubric !== null) ?? [];
  });
}

function toJson(proposal: Proposal): object {
  const { cluster, unit, rank, score, status, kind, award, reason, rule, law, decidedBy, blocks, cautions } = proposal;
  return {
    ...{ cluster, unit, rank, score: toJsonNumber(score), status, award: kind.id, awardName: award, reason },
    ...{ rule: rule.text, law: { source: law.text, mark: law.mark }, decidedBy, blocks, cautions },
  };
}

const ORIGIN: Readonly<Record<RulesInUse["origin"], string>> = {
  option: "ghi ở --rule",
  setting: "của cài đặt propose.rules",
  default:
    "mặc định của chương trình, không phải quy định của pháp luật; đặt quy tắc của cụm, khối bằng: thidua config propose.rules",
};

function describeRules({ rules, origin }: RulesInUse, rankings: readonly ReportedRanking[]): string[] {
  const text = origin === "default" ? DEFAULT_RULES : rules.map((rule) => rule.text).join("; ");
  const strangers = rules.filter(
    (rule) => rule.cluster !== null && !rankings.some(({ cluster }) => isCluster(rule.cluster ?? "", cluster)),
  );
  return [
    `Quy tắc: ${text} (${ORIGIN[origin]}).`,
    ...strangers.map(
      (rule) => `Quy tắc "${rule.text}" không dùng đến: không có cụm, khối tên này trong các xếp hạng đang xét.`,
    ),
    "Đây là đề nghị để cụm, khối và hội đồng xem xét; chương trình không quyết định thay.",
  ];
}

function nameWarnings({ cluster, warnings }: ReportedRanking): string[] {
  return warnings.map((warning) => (cluster === null ? warning : `${cluster}: ${warning}`));
}

const STATUS: Readonly<Record<ProposalStatus, string>> = {
  proposed: "đề nghị",
  tied: "cụm quyết định",
  blocked: "đang vướng",
};

const COLUMNS: readonly Column[] = [
  { header: "Hạng", align: "right" },
  { header: "Đơn vị" },
  { header: "Điểm", align: "right" },
  { header: "Đề nghị" },
  { header: "Tình trạng" },
  { header: "Ghi chú" },
];

function formatProposals(
  proposals: readonly Proposal[],
  leftOut: readonly LeftOut[],
  year: number,
  rankings: readonly ReportedRanking[],
  { io, style }: Context,
): string {
  const clusters = rankings.map(({ cluster, stated }) => {
    const own = proposals.filter((one) => one.cluster === cluster);
    const rows = own.map(({ rank, unit, score, award, status, blocks, cautions }) => {
      const notes = [...blocks, ...cautions].join("; ");
      return [String(rank), unit, formatFixed(score, stated.decimals), award, STATUS[status], notes];
    });
    const why = own.map(({ unit, reason, rule, law, decidedBy }) =>
      wrapSentence(
        "  ",
        `${unit}: ${reason}. Quy tắc: ${rule.text}; hình thức theo ${law.text} (${describeMark(law.mark)}), ${decidedBy} quyết định.`,
        io.columns,
      ),
    );
    const out = leftOut
      .filter((one) => one.cluster === cluster)
      .map(({ unit, reason }) => wrapSentence("  ", `Không đề nghị ${unit}: ${reason}.`, io.columns));
    const title = style.bold(wrapSentence("", `${cluster ?? "Các đơn vị chưa xếp cụm"} — năm ${year}`, io.columns));
    const table =
      rows.length === 0
        ? "Không có đơn vị nào hợp với quy tắc."
        : formatTable(COLUMNS, rows, io.columns, style).trimEnd();
    return `${[title, table, ...(why.length + out.length === 0 ? [] : ["Lý do:"]), ...why, ...out].join("\n")}\n`;
  });
  return clusters.join("\n");
}

/** The proposals as a sheet that `import` reads as it is. */
async function makeSheet(proposals: readonly Proposal[], format: "csv" | "xlsx"): Promise<Uint8Array> {
  const { khenThuong } = await import("../readers/formats/khen-thuong.js");
  const columns = writtenColumns(khenThuong);
  const rows = proposals.map(({ unit, award, reason }) =>
    toCells(columns, { name: unit, subject: "collective", award, achievement: reason }),
  );
  const sheet = { name: khenThuong.id, help: null, columns: columns.map(toOutgoingColumn), rows, blankRows: 0 };
  if (format === "xlsx") return (await import("../terminal/workbook.js")).makeWorkbook(sheet);
  const { formatSheetCsv, PLAIN } = await import("../terminal/sheet-csv.js");
  return Buffer.from(formatSheetCsv(sheet, PLAIN));
}
