import { UserError } from "../../errors.js";

/** How a sheet is written out. */
export type OutputFormat = "csv" | "xlsx" | "json";

/**
 * --format, else the ending of the file's name; null when neither says. Throws UserError for another word or ending, or
 * when the two disagree.
 */
export function chooseOutputFormat<F extends OutputFormat>(
  named: string | null,
  path: string | null,
  allowed: readonly F[],
): F | null {
  const list = allowed.join(", ");
  const format = allowed.find((one) => one === named?.toLowerCase()) ?? null;
  if (named !== null && format === null)
    throw new UserError(`Không ghi được dạng "${named}".`, `Chọn một trong: ${list}.`);
  const ending = path === null ? null : (/\.([^.\\/]+)$/.exec(path)?.[1]?.toLowerCase() ?? null);
  if (ending === null) return format;
  const byName = allowed.find((one) => one === ending) ?? null;
  if (byName === null) {
    const endings = allowed.map((one) => `.${one}`).join(", ");
    throw new UserError(`Không ghi được tệp đuôi .${ending}.`, `Đặt tên tệp có đuôi ${endings}.`);
  }
  if (format !== null && format !== byName) {
    throw new UserError(`Tên tệp có đuôi .${ending} nhưng --format là ${format}.`, "Bỏ --format hoặc sửa đuôi tệp.");
  }
  return byName;
}
