import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "../errors.js";
import { PACKAGE_FOLDER } from "../package-folder.js";
import { absolutePath, type CommandSpec, type Context, type Outcome, shownPath } from "./context/context.js";
import { decideCommand } from "./decide.js";
import { importCommand } from "./import.js";
import { initCommand } from "./init.js";
import { progressCommand } from "./progress.js";
import { rankCommand } from "./rank.js";
import { reportCommand } from "./report.js";

const SAMPLES = ["tuyen-quang-2020", "demo"] as const;

/** Settings of the sample office; the place is real, everybody in the list of awards is made up. */
const OFFICE = {
  issuer: "Ủy ban nhân dân huyện Lâm Bình",
  level: "huyen",
  place: "Lâm Bình",
  position: "Chủ tịch",
  proposer: "Trưởng phòng Nội vụ",
};

const DECISION_DATE = "2021-04-16";

export const demoCommand: CommandSpec = {
  name: "demo",
  usage: "[thư-mục]",
  group: "Bắt đầu",
  summary: "chạy cả quy trình trên số liệu mẫu, trong một thư mục riêng",
  examples: [
    { command: "thidua demo", does: "làm trong thư mục thidua-demo" },
    { command: "thidua demo thu-nghiem", does: "làm trong thư mục thu-nghiem" },
  ],
  async run(context, [chosen]) {
    const folder = chosen === undefined ? freeFolder(context) : absolutePath(context, chosen);
    if (existsSync(folder) && (await readdir(folder)).length > 0) {
      throw new UserError(
        `Thư mục ${shownPath(context, folder)} đã có tệp.`,
        "Chọn một thư mục mới, ví dụ: thidua demo thu-nghiem.",
      );
    }
    const files = await copySamples(folder);
    const inside: Context = { ...context, database: join(folder, "thidua.db"), year: 2020, yes: true };
    const steps: [string, () => Promise<Outcome>][] = [
      [
        `init --issuer "${OFFICE.issuer}" --level huyen --place "${OFFICE.place}" --year 2020`,
        () => initCommand.run(inside, [], OFFICE),
      ],
      [`import ${files.map((file) => shownPath(context, file)).join(" ")}`, () => importCommand.run(inside, files, {})],
      ["progress", () => progressCommand.run(inside, [], {})],
      ["rank", () => rankCommand.run(inside, [], {})],
      ["report", () => reportCommand.run(inside, [], { output: join(folder, "bao-cao-tong-ket.docx") })],
      [
        `decide --date ${DECISION_DATE}`,
        () => decideCommand.run(inside, [], { date: DECISION_DATE, output: join(folder, "quyet-dinh") }),
      ],
    ];
    const texts: string[] = [];
    const results: Record<string, object> = {};
    const notes: string[] = [];
    for (const [line, step] of steps) {
      const outcome = await step();
      if (outcome.failure !== undefined) return outcome;
      texts.push(`${context.style.bold(`$ thidua ${line}`)}\n${outcome.text}`);
      results[line.split(" ")[0] ?? line] = outcome.data;
      notes.push(...(outcome.notes ?? []).filter((note) => !note.startsWith("Bước tiếp theo")));
    }
    const database = shownPath(context, inside.database);
    const end = `Tất cả nằm trong thư mục ${shownPath(context, folder)}: mở các tệp .docx bằng Word, xem tiếp bằng: thidua status --db ${database}\n`;
    return { data: { folder, ...results }, text: `${texts.join("\n")}\n${end}`, notes };
  },
};

/** "thidua-demo", or the first of "thidua-demo-2", "-3" … that is not there. */
function freeFolder(context: Context): string {
  for (let copy = 1; ; copy++) {
    const folder = absolutePath(context, copy === 1 ? "thidua-demo" : `thidua-demo-${copy}`);
    if (!existsSync(folder)) return folder;
  }
}

/** Copies the sample sheets that the story uses (one rubric of the two) and returns their new paths. */
async function copySamples(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const copied: string[] = [];
  for (const sample of SAMPLES) {
    const source = fileURLToPath(new URL(`fixtures/${sample}/`, PACKAGE_FOLDER));
    const sheets = (await readdir(source))
      .filter((name) => name.endsWith(".csv") && name !== "thang-diem-B.csv")
      .sort();
    for (const name of sheets) {
      await copyFile(join(source, name), join(folder, name));
      copied.push(join(folder, name));
    }
  }
  return copied;
}
