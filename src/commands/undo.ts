import { UserError } from "../errors.js";
import { DECISION_FILE, type ImportEntry, importTitle, listImports } from "../store/import.js";
import { type Db, withDatabase } from "../store/open.js";
import { listBlockers, UndoConflict, type Undone, undoImport } from "../store/undo.js";
import type { CommandSpec, Context } from "./context/context.js";

export const undoCommand: CommandSpec = {
  name: "undo",
  usage: "[lần]",
  group: "Số liệu",
  summary: "hoàn tác một lần nạp: trả số liệu về đúng như trước lần đó",
  examples: [
    { command: "thidua undo", does: "hoàn tác lần nạp gần nhất" },
    { command: "thidua undo 3 --yes", does: "hoàn tác lần 3 (xem số lần bằng thidua history), không hỏi lại" },
  ],
  async run(context, [typed]) {
    const chosen = await withDatabase(context.database, "read", (db) => chooseImport(db, typed ?? null));
    await confirmUndo(context, chosen);
    const { removed, restored } = await withDatabase(context.database, "write", (db) =>
      takeBack(db, chosen, context.io.now()),
    );
    const { id, file, format, year } = chosen;
    return {
      data: { undone: { id, file, format, year, removed, restored } },
      text: `Đã hoàn tác lần ${id} (${importTitle(chosen)}): bỏ ${removed} mục đã thêm, trả lại ${restored} mục đã sửa.\n`,
      notes: [adviseAfter(chosen)],
    };
  },
};

function adviseAfter({ kind, file }: ImportEntry): string {
  if (kind === "sheet") return "Muốn có lại số liệu ấy thì nạp lại tệp bằng thidua import.";
  if (file !== DECISION_FILE) return "Muốn có lại số ấy thì sửa lại bằng thidua correct.";
  return "Danh sách không còn các số quyết định ấy, nhưng tệp quyết định đã soạn vẫn còn: xóa hoặc thu hồi các tệp đó, rồi soạn lại bằng thidua decide --record.";
}

/** The import a person named, or the latest that stands. Throws UserError when there is none or it is undone already. */
function chooseImport(db: Db, typed: string | null): ImportEntry {
  const imports = listImports(db);
  if (typed === null) {
    const latest = imports.findLast(({ undoneAt }) => undoneAt === null);
    if (latest !== undefined) return latest;
    throw new UserError("Không có lần nạp nào để hoàn tác.", "Xem các lần nạp bằng: thidua history.");
  }
  const entry = imports.find(({ id }) => String(id) === typed);
  if (entry === undefined)
    throw new UserError(`Không có lần nạp "${typed}".`, "Xem số của các lần bằng: thidua history.");
  if (entry.undoneAt === null) return entry;
  throw new UserError(
    `Lần ${entry.id} (${importTitle(entry)}) đã được hoàn tác rồi.`,
    "Muốn có lại thì nạp lại tệp, hoặc sửa tay lại.",
  );
}

async function confirmUndo({ io, yes }: Context, entry: ImportEntry): Promise<void> {
  if (yes || !io.interactive) return;
  const { id, inserted, updated } = entry;
  const message = `Hoàn tác lần ${id} (${importTitle(entry)}: ${inserted} mới, ${updated} sửa)?`;
  if (await io.ask.confirm({ message, default: false })) return;
  throw new UserError("Đã dừng, chưa hoàn tác gì.", "Thêm --yes để hoàn tác không hỏi lại.");
}

/** Throws UserError naming the later imports that stand in the way. */
function takeBack(db: Db, chosen: ImportEntry, now: Date): Undone {
  const { id } = chosen;
  const title = importTitle(chosen);
  const name = (blocker: number) => {
    const entry = listImports(db).find((one) => one.id === blocker);
    return entry === undefined ? String(blocker) : `${blocker} (${importTitle(entry)})`;
  };
  const blockers = listBlockers(db, id);
  const [first] = blockers;
  if (first !== undefined) {
    const all = blockers.map(name).join(", ");
    throw new UserError(
      `Chưa hoàn tác được lần ${id} (${title}): các lần sau đã sửa hoặc dùng số liệu của nó: lần ${all}.`,
      `Hoàn tác lần ${first} trước: thidua undo ${first}.`,
    );
  }
  try {
    return undoImport(db, id, now);
  } catch (cause) {
    if (!(cause instanceof UndoConflict)) throw cause;
    throw new UserError(
      `Chưa hoàn tác được lần ${id} (${title}): tên hoặc mã của nó đã được một lần nạp sau dùng lại.`,
      "Hoàn tác các lần nạp sau trước, từ lần mới nhất.",
      { cause },
    );
  }
}
