import { importTitle, listImports } from "../store/import.js";
import { withDatabase } from "../store/open.js";
import { formatTable } from "../terminal/table.js";
import type { CommandSpec } from "./context/context.js";
import { localTime } from "./context/local-time.js";

export const historyCommand: CommandSpec = {
  name: "history",
  group: "Số liệu",
  summary: "các lần nạp số liệu: tệp nào, lúc nào, bao nhiêu dòng",
  examples: [
    { command: "thidua history", does: "liệt kê các lần nạp" },
    { command: "thidua history --json", does: "kèm mã SHA-256 của từng tệp" },
  ],
  async run(context) {
    const imports = await withDatabase(context.database, "read", listImports);
    const columns = [
      { header: "Lần", align: "right" as const },
      { header: "Thời điểm" },
      { header: "Tệp" },
      { header: "Loại bảng" },
      { header: "Năm" },
      { header: "Mới", align: "right" as const },
      { header: "Sửa", align: "right" as const },
      { header: "Giữ nguyên", align: "right" as const },
      { header: "Ghi chú" },
    ];
    const rows = imports.map((entry) => [
      String(entry.id),
      localTime(entry.importedAt),
      importTitle(entry),
      entry.format,
      String(entry.year),
      String(entry.inserted),
      String(entry.updated),
      String(entry.unchanged),
      entry.undoneAt === null ? "" : `đã hoàn tác ${localTime(entry.undoneAt)}`,
    ]);
    const text =
      imports.length === 0 ? "Chưa nạp tệp nào.\n" : formatTable(columns, rows, context.io.columns, context.style);
    return { data: { imports }, text };
  },
};
