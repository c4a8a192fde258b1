import { foldKey, nameKey, unitKey } from "../../domain/name.js";
import type { ClusterRole, UnitRecord } from "../../domain/unit.js";
import { readYesNo } from "../cell/marks.js";
import type { FormatSpec } from "../table/format.js";
import { readRecords } from "../table/read-records.js";
import { headingText, isOrdinal } from "../table/row-kind.js";
import { reportDuplicates } from "./duplicates.js";

/** Units of a year and the clusters they belong to. */
export const donVi: FormatSpec = {
  id: "don-vi",
  title: "danh sách đơn vị",
  columns: [
    {
      field: "code",
      header: "Mã",
      aliases: ["Mã đơn vị", "Mã số", "Mã ĐV", "Ký hiệu"],
      required: false,
      kind: "text",
    },
    {
      field: "name",
      header: "Tên đơn vị",
      aliases: [
        "Đơn vị",
        "Tên đơn vị thi đua",
        "Đơn vị thi đua",
        "Tên cơ quan",
        "Tên cơ quan, đơn vị",
        "Cơ quan, đơn vị",
        "Cơ quan",
        "Đơn vị thành viên",
        "Huyện, thành phố",
        "Huyện, thị xã, thành phố",
        "Xã, phường, thị trấn",
        "Sở, ngành",
        "Địa phương",
        "Tên cụm, khối/Đơn vị",
        "Cụm, khối/Đơn vị",
        "Tên cụm/Đơn vị",
      ],
      required: true,
      kind: "text",
    },
    {
      field: "aliases",
      header: "Tên khác",
      aliases: ["Tên viết tắt", "Viết tắt", "Tên gọi khác", "Tên gọi tắt", "Tên thường gọi"],
      required: false,
      kind: "text",
    },
    {
      field: "kind",
      header: "Loại",
      aliases: ["Loại đơn vị", "Loại hình", "Loại hình đơn vị"],
      required: false,
      kind: "text",
    },
    { field: "level", header: "Cấp", aliases: ["Cấp đơn vị", "Cấp hành chính"], required: false, kind: "text" },
    {
      field: "cluster",
      header: "Cụm/Khối",
      aliases: [
        "Cụm",
        "Khối",
        "Cụm thi đua",
        "Khối thi đua",
        "Cụm, khối",
        "Cụm, khối thi đua",
        "Cụm/Khối thi đua",
        "Tên cụm",
        "Tên cụm, khối",
        "Tên cụm/khối",
        "Tên khối",
        "Thuộc cụm",
        "Thuộc khối",
        "Thuộc cụm, khối",
        "Thuộc cụm thi đua",
        "Thuộc khối thi đua",
      ],
      required: false,
      kind: "text",
    },
    {
      field: "role",
      header: "Vai trò",
      aliases: [
        "Vai trò trong cụm",
        "Chức danh trong cụm",
        "Nhiệm vụ",
        "Nhiệm vụ trong cụm",
        "Chức danh",
        "Chức vụ trong cụm",
        "Cụm trưởng",
        "Khối trưởng",
        "Trưởng cụm",
        "Trưởng khối",
        "Cụm trưởng/Khối trưởng",
      ],
      required: false,
      kind: "choice",
      words: { head: "Cụm trưởng", deputy: "Cụm phó", member: "Thành viên" },
    },
    {
      field: "headcount",
      header: "Số lao động",
      aliases: [
        "Số người",
        "Số LĐ",
        "Biên chế",
        "Tổng số lao động",
        "Số CBCCVC",
        "Số cán bộ",
        "Tổng số cán bộ",
        "Số cán bộ, công chức",
        "Số CBCC",
        "Số CBVC",
        "Số CBCNV",
        "Số viên chức",
        "Số người lao động",
      ],
      required: false,
      kind: "whole",
      takesYear: true,
    },
    { field: "year", header: "Năm", aliases: ["Năm thi đua", "Năm áp dụng"], required: false, kind: "year" },
  ],
  recognisedBy: [["name"]],
  headingField: "code",
  read(table) {
    const roleHeader = table.columns.get("role")?.header ?? "";
    const hasClusterColumn = table.columns.has("cluster");
    let headingCluster: string | null = null;
    const { records } = readRecords<UnitRecord>(table, {
      limit: "too-many-units",
      read(row) {
        const { name, role: named } = splitRole(row.name("name"));
        const record = {
          row: row.row,
          code: row.text("code"),
          aliases: splitNames(row.text("aliases")),
          kind: row.text("kind"),
          level: row.text("level"),
          cluster: row.text("cluster") ?? headingCluster,
          role: row.choice("role", (text) => readRole(text) ?? readTick(text, roleHeader), ROLE_WORDS) ?? named,
          headcount: row.whole("headcount"),
          year: row.year("year"),
        };
        return name === null ? null : { ...record, name };
      },
      ditto: [{ field: "cluster", item: "name" }],
      atHeading(texts) {
        const heading = headingText(texts.filter((text) => !isOrdinal(text))[0] ?? "");
        if (!hasClusterColumn && /^(cụm|khối)(?!\p{L})/u.test(nameKey(heading))) headingCluster = withoutCount(heading);
      },
    });
    reportDuplicates(table, records, {
      field: "name",
      keyOf: (record) => `${unitKey(record.name)}\n${record.year ?? ""}`,
      describe: (record) => `đơn vị “${record.name}”`,
    });
    reportDuplicates(table, records, {
      field: "code",
      keyOf: (record) => (record.code === null ? null : `${nameKey(record.code)}\n${record.year ?? ""}`),
      describe: (record) => `mã “${record.code}”`,
    });
    return { format: "don-vi", records };
  },
};

/** "Cụm thi đua số 1 (03 đơn vị)" → "Cụm thi đua số 1". */
function withoutCount(heading: string): string {
  return heading.replace(/\s*[(:–-]\s*(?:gồm\s+|có\s+)?\d+\s+\p{L}[^()]*\)?$/u, "");
}

/** "Lâm Bình; H. Lâm Bình" → both names. */
function splitNames(text: string | null): string[] {
  if (text === null) return [];
  return text
    .split(/[;,]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

const ROLES: ReadonlyMap<string, ClusterRole> = new Map([
  ["cum truong", "head"],
  ["khoi truong", "head"],
  ["truong cum", "head"],
  ["truong khoi", "head"],
  ["don vi cum truong", "head"],
  ["don vi khoi truong", "head"],
  ["cum pho", "deputy"],
  ["khoi pho", "deputy"],
  ["pho cum", "deputy"],
  ["pho khoi", "deputy"],
  ["pho cum truong", "deputy"],
  ["pho khoi truong", "deputy"],
  ["pho truong cum", "deputy"],
  ["pho truong khoi", "deputy"],
  ["thanh vien", "member"],
  ["don vi thanh vien", "member"],
]);

const ROLE_WORDS = "Cụm trưởng, Cụm phó, Thành viên";

/** A tick under "Cụm trưởng". */
function readTick(text: string, header: string): ClusterRole | null {
  return readYesNo(text) === true ? readRole(header.split("/")[0] ?? "") : null;
}

/** "Sở Nội vụ (Khối trưởng)", "Sở Nội vụ - Khối trưởng" → the name and the role. */
function splitRole(text: string | null): { name: string | null; role: ClusterRole | null } {
  const [, name, words] = /^(.*\S)(?:\s*\(|\s+[-–]\s+)([^()–-]+)\)?$/u.exec(text ?? "") ?? [];
  const role = words === undefined ? null : readRole(words);
  return role === null ? { name: text, role: null } : { name: name ?? text, role };
}

function readRole(text: string): ClusterRole | null {
  return ROLES.get(foldKey(text)) ?? null;
}
