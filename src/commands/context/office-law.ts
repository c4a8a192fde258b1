import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { extendLaw } from "../../domain/law/extend-law.js";
import { type Law, PROGRAM_LAW } from "../../domain/law/law.js";
import type { LawRecord } from "../../domain/law/law-record.js";
import type { Problem } from "../../domain/problem.js";
import { UserError } from "../../errors.js";
import type { Context, Outcome } from "./context.js";

/** The law with what the office declares in its file beside the database. */
export interface OfficeLaw {
  law: Law;
  /** Name of the file; null when the office has none. */
  file: string | null;
  /** Its rows. */
  records: readonly LawRecord[];
  problems: Problem[];
}

/** The names the file may have, beside the database. */
const LAW_FILES: readonly string[] = ["phap-ly.xlsx", "phap-ly.ods", "phap-ly.csv"];

/** Reads the office's file of law, if there is one. Throws UserError when there are two. */
export async function readOfficeLaw({ database }: Context): Promise<OfficeLaw> {
  const folder = dirname(database);
  const found = LAW_FILES.filter((name) => existsSync(join(folder, name)));
  const [file] = found;
  if (file === undefined) return { law: PROGRAM_LAW, file: null, records: [], problems: [] };
  if (found.length > 1) {
    throw new UserError(
      `Có ${found.length} tệp pháp lý: ${found.join(", ")}.`,
      "Giữ lại một tệp, chuyển tệp kia đi chỗ khác.",
    );
  }
  const { readSheets } = await import("../../readers/index.js");
  const { phapLy } = await import("../../readers/formats/phap-ly.js");
  const bytes = await readFile(join(folder, file));
  const readings = await readSheets({ file, bytes, formats: [phapLy], as: "phap-ly" });
  const problems = readings.flatMap((reading) => reading.problems);
  let law = PROGRAM_LAW;
  const all: LawRecord[] = [];
  for (const reading of readings) {
    const { content, sheet, columns } = reading;
    if (content?.format !== "phap-ly") continue;
    all.push(...content.records);
    const extended = extendLaw(law, content.records, file);
    law = extended.law;
    problems.push(
      ...extended.troubles.map(({ field, row, ...trouble }): Problem => {
        const column = columns[field];
        const cell = column === undefined ? {} : { cell: `${column.letter}${row}` };
        return { file, sheet, row, column: column?.header ?? null, ...cell, severity: "error", ...trouble };
      }),
    );
  }
  problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { law, file, records: all, problems };
}

/** The answer of a command whose office's file has errors; null when it may go on. */
export function refuseLaw({ file, problems }: OfficeLaw): Outcome | null {
  const count = problems.filter(({ severity }) => severity === "error").length;
  if (count === 0) return null;
  const failure = {
    message: `Tệp pháp lý ${file} có ${count} lỗi; chưa làm gì.`,
    hint: `Sửa các chỗ trên rồi chạy lại; cách ghi ở docs/law.md.`,
  };
  return { data: {}, text: "", problems, failure };
}

/** The office's file of law is no sheet of a year. Throws UserError when it is among files to import. */
export function refuseLawFiles(names: readonly string[]): void {
  const file = names.find((name) => LAW_FILES.includes(basename(name)));
  if (file === undefined) return;
  throw new UserError(
    `${file} là tệp pháp lý của cơ quan, không phải bảng để nạp.`,
    "Đặt tệp cạnh cơ sở dữ liệu là chương trình dùng ngay; xem: thidua awards",
  );
}
