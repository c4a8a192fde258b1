import { createHash } from "node:crypto";
import type { Change } from "../domain/change.js";
import type { Direction, Indicator } from "../domain/indicator.js";
import { foldKey } from "../domain/name.js";
import { UserError } from "../errors.js";
import { correctResult, type HandField } from "../store/hand-value.js";
import { HAND_FILE, recordImport, startStored } from "../store/import.js";
import { listIndicators } from "../store/indicator.js";
import { type Db, withDatabase } from "../store/open.js";
import { listUnits } from "../store/unit.js";
import { type CommandSpec, chooseYear, textOption } from "./context/context.js";
import { describeChanges } from "./import/text.js";
import { findNamed, findUnit } from "./year/names.js";
import { readTypedValue } from "./year/typed-value.js";

export const correctCommand: CommandSpec = {
  name: "correct",
  usage: "<đơn-vị> <chỉ-tiêu> <mục=giá-trị...>",
  group: "Số liệu",
  summary: "sửa tay một số liệu; nạp lại bảng tính không ghi đè số đã sửa",
  options: [{ flags: "--reason <câu>", description: "vì sao sửa, để giải thích về sau" }],
  examples: [
    {
      command: 'thidua correct "Lâm Bình" "Trồng rừng" "thực hiện=580,5" --reason "Số sau thẩm định"',
      does: "sửa số thực hiện; mục là kế hoạch, thực hiện hoặc năm trước (hay planned, actual, previous)",
    },
    { command: 'thidua correct "Lâm Bình" "Trồng rừng" actual=', does: "xóa số thực hiện (thành chưa có số liệu)" },
  ],
  async run(context, [unitName = "", indicatorName = "", ...assignments], options) {
    const reason = textOption(options, "reason");
    const { id, year, changes } = await withDatabase(context.database, "write", (db) => {
      const year = chooseYear(context, db);
      const unit = findUnit(db, listUnits(db, year), unitName);
      const indicator = findNamed("chỉ tiêu", listIndicators(db), indicatorName);
      const values = readAssignments(assignments, indicator.direction);
      const wish = { unit, indicator, values, reason, year, now: context.io.now() };
      return { year, ...applyCorrection(db, wish) };
    });
    const text =
      id === null
        ? "Số liệu đã đúng như vậy, không sửa gì.\n"
        : `Đã sửa tay (lần ${id}):\n${describeChanges(changes, false).join("\n")}\n`;
    const notes = id === null ? [] : [`Muốn bỏ lần sửa này: thidua undo ${id}.`];
    return { data: { id, year, changes: changes.map(({ row: _row, ...change }) => change), reason }, text, notes };
  },
};

interface Correction {
  unit: { id: number; name: string };
  indicator: Pick<Indicator, "id" | "name">;
  values: ReadonlyMap<HandField, string | null>;
  reason: string | null;
  year: number;
  now: Date;
}

/** Records the correction as an entry of its own in the history; the id is null when the values were so already. */
function applyCorrection(db: Db, wish: Correction): { id: number | null; changes: Change[] } {
  const { unit, indicator, values, reason, year, now } = wish;
  const importedAt = now.toISOString();
  const said = JSON.stringify([year, unit.name, indicator.name, ...values, reason, importedAt]);
  const entry = {
    kind: "hand" as const,
    file: HAND_FILE,
    sha256: createHash("sha256").update(said).digest("hex"),
    sheet: `${unit.name} · ${indicator.name}`,
    format: "ket-qua",
    layout: null,
    encoding: "utf-8",
    delimiter: null,
    year,
    headerRow: 1,
    columns: {},
    importedAt,
  };
  return recordImport(db, entry, (importId) => {
    const place = { year, unitId: unit.id, indicatorId: indicator.id };
    const changed = correctResult(db, place, values, { importId, reason });
    const key = { unit: unit.name, indicator: indicator.name };
    const changes = changed.map(({ field, old }) => ({ row: 1, key, field, old, new: values.get(field) ?? null }));
    return { ...startStored(), records: 1, updated: changes.length > 0 ? 1 : 0, changes };
  });
}

const FIELDS: Readonly<Record<string, HandField>> = {
  planned: "planned",
  "ke hoach": "planned",
  kh: "planned",
  actual: "actual",
  "thuc hien": "actual",
  th: "actual",
  previous: "previous",
  "nam truoc": "previous",
};

/** "actual=580,5" → field and value as stored. Throws UserError for a field or a value that cannot be. */
function readAssignments(texts: readonly string[], direction: Direction): Map<HandField, string | null> {
  const values = new Map<HandField, string | null>();
  for (const text of texts) {
    const [, name = "", value = ""] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
    const field = FIELDS[foldKey(name)];
    if (field === undefined) {
      throw new UserError(
        `Không rõ "${text}" là sửa mục nào.`,
        'Ghi mục=giá-trị, ví dụ "thực hiện=580,5"; mục là kế hoạch, thực hiện hoặc năm trước.',
      );
    }
    values.set(field, readTypedValue(value, direction));
  }
  return values;
}
