import { UserError } from "../../errors.js";
import { type Context, shownPath } from "../context/context.js";
import type { OpenIn } from "./path.js";

/** What Windows answers when a program holds the file open. */
export function isOpenError(error: unknown): boolean {
  return ["EBUSY", "EPERM"].includes(codeOf(error));
}

/** The document is open in a word processor, as the file beside it says; null: as Windows says, without naming the program. */
export function sayOpen(context: Context, path: string, by: OpenIn | null, cause?: unknown): UserError {
  const program = by?.program ?? "Word";
  const stale =
    by === null
      ? " Nếu không ai mở thì kiểm tra quyền ghi của tệp và thư mục."
      : ` Nếu ${program} không còn mở tệp này thì xóa tệp ${by.lock} bên cạnh.`;
  return new UserError(
    `Tệp ${shownPath(context, path)} đang mở trong ${program}, đóng lại rồi chạy lại lệnh.`,
    `Chưa ghi gì.${stale}`,
    cause === undefined ? undefined : { cause },
  );
}

/** A failed write as what the person can mend; anything else is handed back as it came. */
export function explainWriteError(error: unknown, context: Context): unknown {
  const code = codeOf(error);
  const dest = textOf(error, "syscall") === "copyfile" ? null : textOf(error, "dest");
  const path = dest ?? textOf(error, "path") ?? "";
  const shown = shownPath(context, path);
  const cause = { cause: error };
  if (code === "EEXIST" && textOf(error, "syscall") === "mkdir") {
    return new UserError(`${shown} là một tệp, không phải thư mục.`, "Chọn một thư mục khác bằng -o.", cause);
  }
  if (code === "EEXIST") {
    return new UserError(
      `Tệp ${shown} vừa có người tạo, nên không ghi đè.`,
      "Chạy lại lệnh, hoặc thêm --force để ghi đè.",
      cause,
    );
  }
  if (isOpenError(error) && path !== "") return sayOpen(context, path, null, error);
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new UserError(`Ổ đĩa đã đầy, chưa ghi được ${shown}.`, "Giải phóng dung lượng rồi chạy lại.", cause);
  }
  if (["EACCES", "EROFS", "ENOTDIR", "ENOENT", "ENAMETOOLONG", "EISDIR"].includes(code)) {
    return new UserError(
      `Không ghi được ${shown}.`,
      "Kiểm tra đường dẫn và quyền ghi của thư mục, hoặc chọn nơi khác bằng -o.",
      cause,
    );
  }
  return error;
}

function codeOf(error: unknown): string {
  return textOf(error, "code") ?? "";
}

function textOf(error: unknown, property: string): string | null {
  if (!(error instanceof Error) || !(property in error)) return null;
  return String((error as unknown as Record<string, unknown>)[property]);
}
