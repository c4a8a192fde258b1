import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { DocumentKind } from "../documents/kind.js";
import type { Missing } from "../documents/template.js";
import type { Problem } from "../domain/problem.js";
import { UserError } from "../errors.js";
import { PACKAGE_FOLDER } from "../package-folder.js";
import { absolutePath, type Context, type Outcome, shownPath } from "./context.js";

/** The Word template of a kind: --template, else the one shipped; with all that is wrong with it. */
export async function loadTemplate(
  context: Context,
  kind: DocumentKind,
  chosen: string | null,
): Promise<{ bytes: Uint8Array; problems: Problem[] }> {
  const path = chosen === null ? new URL(`templates/${kind.id}.docx`, PACKAGE_FOLDER) : absolutePath(context, chosen);
  if (typeof path === "string" && !existsSync(path)) {
    throw new UserError(`Không tìm thấy mẫu ${shownPath(context, path)}.`, "Kiểm tra lại đường dẫn sau --template.");
  }
  const bytes = await readFile(path);
  const { checkTemplate } = await import("../documents/check-template.js");
  const file = typeof path === "string" ? shownPath(context, path) : `${kind.id}.docx`;
  return { bytes, problems: checkTemplate(file, bytes, kind.placeholders) };
}

/** What a command answers when its template has errors: nothing is written. */
export function refuseTemplate(problems: Problem[]): Outcome {
  const count = problems.filter(({ severity }) => severity === "error").length;
  const failure = {
    message: `Mẫu Word có ${count} lỗi; chưa soạn văn bản nào.`,
    hint: "Mở mẫu bằng Word, sửa các chỗ trên rồi chạy lại.",
  };
  return { data: { documents: [], warnings: [] }, text: "", problems, failure };
}

/** One line per place left to fill: "Chưa có: địa danh. Đặt bằng: thidua config issuer.place "…"". */
export function describeMissing(missing: readonly Missing[]): string[] {
  const lines = missing.map(({ meaning, setting }) => {
    const remedy = setting === null ? "Điền vào chỗ tô vàng trong văn bản." : `Đặt bằng: thidua config ${setting} "…"`;
    return `Chưa có: ${meaning}. ${remedy}`;
  });
  return [...new Set(lines)];
}
