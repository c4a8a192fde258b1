import type { AwardFinder } from "../domain/award-match.js";
import { withDatabase } from "../store/open.js";
import { chooseSetting, readSettings } from "../store/setting.js";
import { ensureCluster, listClusters } from "../store/unit.js";
import { type CommandSpec, type Context, type Outcome, shownPath } from "./context/context.js";
import { readOfficeLaw } from "./context/office-law.js";
import { checkSetting, SETTINGS, type Setting } from "./context/settings.js";

export const initCommand: CommandSpec = {
  name: "init",
  group: "Bắt đầu",
  summary: "tạo cơ sở dữ liệu và khai báo cơ quan ban hành văn bản",
  options: [
    // --year is a global option and serves here too.
    ...SETTINGS.filter(({ key }) => key !== "year").map(({ flag, label, choices, example }) => ({
      flags: `${flag} <giá-trị>`,
      description:
        choices === null
          ? `${label}, ví dụ: ${example}`
          : `${label}: ${choices.flatMap(({ value }) => value || []).join(", ")}`,
    })),
    { flags: "--cluster <tên>", description: "cụm/khối thi đua (ghi nhiều lần được)", repeated: true },
  ],
  examples: [
    { command: "thidua init", does: "hỏi từng mục (trên màn hình dòng lệnh)" },
    {
      command:
        'thidua init --issuer "Ủy ban nhân dân huyện Bình Minh" --level huyen --place "Bình Minh" --position "Chủ tịch" --year 2020',
      does: "khai báo bằng tùy chọn, không hỏi",
    },
  ],
  async run(context, _args, options) {
    const { findAward } = (await readOfficeLaw(context)).law;
    const given = new Map<Setting, string>();
    for (const setting of SETTINGS) {
      const value = setting.key === "year" ? context.year : options[optionName(setting.flag)];
      if (value !== undefined && value !== null) given.set(setting, checkSetting(setting, String(value), findAward));
    }
    const clusters = Array.isArray(options.cluster) ? (options.cluster as string[]) : [];
    if (given.size === 0 && clusters.length === 0 && context.io.interactive && !context.yes) {
      await askSettings(context, { given, clusters, findAward });
    }
    const stored = await withDatabase(context.database, "write", (db) => {
      for (const [setting, value] of given) chooseSetting(db, setting.key, value);
      for (const cluster of clusters) ensureCluster(db, cluster.normalize("NFC").trim(), null);
      return { settings: readSettings(db), clusters: listClusters(db).map(({ name }) => name) };
    });
    return describe(context, stored.settings, stored.clusters);
  },
};

async function askSettings(
  context: Context,
  { given, clusters, findAward }: { given: Map<Setting, string>; clusters: string[]; findAward: AwardFinder },
): Promise<void> {
  const { ask, now } = context.io;
  for (const setting of SETTINGS) {
    const fallback = setting.key === "year" ? String(now().getFullYear()) : "";
    const answer =
      setting.choices === null
        ? await ask.text({ message: `${setting.label}:`, default: fallback })
        : await ask.select({ message: `${setting.label}:`, choices: [...setting.choices] });
    if (answer.trim() !== "") given.set(setting, checkSetting(setting, answer, findAward));
  }
  const names = await ask.text({ message: "Cụm/khối thi đua (nhiều cụm thì cách nhau bằng dấu ;):" });
  clusters.push(
    ...names
      .split(";")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  );
}

function describe(context: Context, settings: Map<string, string>, clusters: string[]): Outcome {
  const rows = SETTINGS.map(({ key, label }) => `  ${label}: ${settings.get(key) ?? "(chưa có)"}`);
  const list = clusters.length === 0 ? "(lấy theo bảng đơn vị khi nạp)" : clusters.join("; ");
  const missing = SETTINGS.filter(({ key }) => !settings.has(key) && NEEDED.includes(key)).map(({ key }) => key);
  return {
    data: { database: context.database, settings: Object.fromEntries(settings), clusters },
    text: `Cơ sở dữ liệu: ${shownPath(context, context.database)}\n${rows.join("\n")}\n  Cụm/khối thi đua: ${list}\n`,
    notes: [
      ...(missing.length === 0
        ? []
        : [`Văn bản cần thêm: ${missing.join(", ")}. Đặt bằng: thidua config KHÓA "GIÁ TRỊ".`]),
      "Bước tiếp theo: thidua import TỆP...",
    ],
  };
}

/** Settings without which a document has marked gaps in its head or foot. */
const NEEDED = ["issuer.name", "issuer.level", "issuer.place", "signatory.position"];

/** "--issuer" → "issuer", as commander names it. */
function optionName(flag: string): string {
  return flag.replace(/^--/, "");
}
