import { withDatabase } from "../store/open.js";
import { chooseSetting, readSettings } from "../store/setting.js";
import { formatTable } from "../terminal/table.js";
import type { CommandSpec } from "./context/context.js";
import { readOfficeLaw } from "./context/office-law.js";
import { checkSetting, findSetting, SETTINGS } from "./context/settings.js";

export const configCommand: CommandSpec = {
  name: "config",
  usage: "[khóa] [giá-trị]",
  group: "Bắt đầu",
  summary: "xem và đặt các cài đặt của cơ quan",
  examples: [
    { command: "thidua config", does: "xem tất cả" },
    { command: 'thidua config signatory.name "Nguyễn Văn An"', does: "đặt một cài đặt" },
    { command: 'thidua config signatory.name ""', does: "xóa một cài đặt" },
  ],
  async run(context, [key, value]) {
    if (key !== undefined && value !== undefined) {
      const setting = findSetting(key);
      const { law } = await readOfficeLaw(context);
      const checked = checkSetting(setting, value, law.findAward);
      await withDatabase(context.database, "write", (db) => chooseSetting(db, key, checked));
      const shown = checked === "" ? `Đã xóa ${key}.` : `${key} = ${checked}`;
      return { data: { [key]: checked === "" ? null : checked }, text: `${shown}\n` };
    }
    const settings = await withDatabase(context.database, "read", readSettings);
    const wanted = key === undefined ? SETTINGS : [findSetting(key)];
    const data = Object.fromEntries(wanted.map((setting) => [setting.key, settings.get(setting.key) ?? null]));
    if (key !== undefined) return { data, text: `${settings.get(key) ?? ""}\n` };
    const rows = wanted.map((setting) => [setting.key, settings.get(setting.key) ?? "(chưa có)", setting.label]);
    const columns = [{ header: "Khóa" }, { header: "Giá trị" }, { header: "Ý nghĩa" }];
    return { data, text: formatTable(columns, rows, context.io.columns, context.style) };
  },
};
