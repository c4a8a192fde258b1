import { nameKey, nearestName, unitKey } from "../../domain/name.js";
import type { Problem } from "../../domain/problem.js";
import type { ReportTextRecord } from "../../domain/report-text.js";
import type { Stored } from "../../store/import.js";
import type { Db } from "../../store/open.js";
import { type ResolvedSection, storeReportTexts } from "../../store/report-text.js";
import { ensureCluster, listClusters, listUnits } from "../../store/unit.js";
import { knowUnits } from "./known-names.js";
import { type IncomingSheet, problemAt } from "./sheet.js";

type Owner = Pick<ResolvedSection, "unit" | "cluster">;

/** What an empty Đơn vị says, said in words. */
const THE_CLUSTER = new Set(
  ["cụm", "khối"].flatMap((one) => [one, `${one} thi đua`, `cả ${one}`, `toàn ${one}`]).concat("cụm, khối", "cụm/khối"),
);
/** For any report of the year. */
const ANYBODY = new Set(["chung", "tất cả", "toàn tỉnh", "cả tỉnh", "toàn huyện", "cả huyện", "toàn ngành", "cả năm"]);

/** Written in Đơn vị where words belong to no unit and no cluster; see ANYBODY. */
export const FOR_ANY_REPORT = "Chung";

/** Stores a `noi-dung` sheet: each paragraph goes to the unit or the cluster its row names, else to the cluster of the call. */
export function takeReportTexts(
  db: Db,
  sheet: IncomingSheet,
  records: readonly ReportTextRecord[],
  importId: number,
  problems: Problem[],
): Stored {
  const findOwner = createOwnerFinder(db, sheet, importId, problems);
  const sections = new Map<string, ResolvedSection & { paragraphs: { text: string; row: number }[] }>();
  for (const record of records) {
    const owner = findOwner(record);
    if (owner === null) continue;
    const { section, content, row } = record;
    const key = [owner.unit?.id ?? 0, owner.cluster?.id ?? 0, section].join("|");
    const known = sections.get(key) ?? { ...owner, section, paragraphs: [] };
    known.paragraphs.push({ text: content, row });
    sections.set(key, known);
  }
  return storeReportTexts(db, [...sections.values()], { year: sheet.year, importId });
}

/** Whose words a row are; null, and reported, where nobody is called so. */
function createOwnerFinder(db: Db, sheet: IncomingSheet, importId: number, problems: Problem[]) {
  const units = knowUnits(db, sheet, importId);
  const names = new Map(listUnits(db, sheet.year).map(({ id, name }) => [id, name]));
  const clusters = new Map(listClusters(db).map(({ id, name }) => [nameKey(name), { id, name }]));
  let ofCluster: Owner | undefined;
  return ({ row, unit: named }: ReportTextRecord): Owner | null => {
    const key = nameKey(named ?? "");
    if (named === null || THE_CLUSTER.has(key)) {
      ofCluster ??= chooseCluster(db, sheet, row, importId, problems);
      return ofCluster;
    }
    const cluster = clusters.get(key);
    if (cluster !== undefined) return { unit: null, cluster };
    const id = units.find(named, unitKey(named));
    if (id !== undefined) return { unit: { id, name: names.get(id) ?? named }, cluster: null };
    if (ANYBODY.has(key)) return { unit: null, cluster: null };
    const near = nearestName(named, [...units.names, ...[...clusters.values()].map(({ name }) => name)]);
    const meant = near === null ? "" : `Có phải là "${near}"? `;
    const hint = `${meant}Ghi tên đơn vị hoặc cụm, khối đã có; nội dung chung của cụm thì để trống.`;
    const problem = { code: "unknown-unit", message: "Không có đơn vị, cụm, khối này.", hint };
    problems.push(problemAt(sheet, row, "unit", named, problem));
    return null;
  };
}

/** --cluster, else the only cluster of the year; where there are several the words are for any report, which is said. */
function chooseCluster(db: Db, sheet: IncomingSheet, row: number, importId: number, problems: Problem[]): Owner {
  if (sheet.cluster !== null) {
    const id = ensureCluster(db, sheet.cluster, importId);
    return { unit: null, cluster: listClusters(db).find((one) => one.id === id) ?? null };
  }
  const names = [...new Set(listUnits(db, sheet.year).flatMap(({ cluster }) => cluster ?? []))];
  const [only, ...others] = names;
  if (only !== undefined && others.length === 0)
    return { unit: null, cluster: listClusters(db).find(({ name }) => name === only) ?? null };
  if (others.length > 0) {
    const message = `Năm ${sheet.year} có ${names.length} cụm, khối: nội dung không ghi Đơn vị được dùng cho mọi báo cáo của năm.`;
    const hint = "Nếu là của một cụm, khối thì hoàn tác, ghi tên cụm vào ô Đơn vị hoặc thêm --cluster rồi nạp lại.";
    const problem = { code: "several-clusters", message, hint, severity: "warning" } as const;
    problems.push(problemAt(sheet, row, "unit", null, problem));
  }
  return { unit: null, cluster: null };
}
