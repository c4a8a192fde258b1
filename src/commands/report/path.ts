import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../errors.js";
import { absolutePath, type Context } from "../context/context.js";
import type { ReportYear } from "./year.js";

/** Where each report goes: the file named, or a name made from whom it is about and the period in the folder named. Throws UserError for a name that cannot be. */
export async function chooseReportPaths(
  context: Context,
  output: string | null,
  { period, subjects }: ReportYear,
): Promise<string[]> {
  const { reportFileStem } = await import("../../documents/kinds/bao-cao-tong-ket.js");
  const { safeFileName } = await import("../../documents/safe-file-name.js");
  const chosen = output === null ? null : absolutePath(context, output);
  const isFolder =
    chosen === null || /[\\/]$/.test(output ?? "") || (existsSync(chosen) && statSync(chosen).isDirectory());
  if (!isFolder && /\.docx$/i.test(chosen)) {
    if (subjects.length === 1) return [chosen];
    throw new UserError(
      `Có ${subjects.length} báo cáo (mỗi cụm/khối một tệp) nên không ghi chung vào ${output}.`,
      "Chỉ một thư mục bằng -o THƯ-MỤC, hoặc chọn một cụm/khối bằng --cluster TÊN.",
    );
  }
  if (!isFolder && /\.[a-z]{1,5}$/i.test(chosen)) {
    throw new UserError(
      `Báo cáo là tệp Word .docx, không phải ${output}.`,
      "Đặt tên có đuôi .docx, ví dụ -o bao-cao.docx.",
    );
  }
  const taken = new Set<string>();
  const folder = chosen ?? context.io.cwd;
  return subjects.map(({ name }) => join(folder, safeFileName(reportFileStem(name, period), "docx", taken)));
}
