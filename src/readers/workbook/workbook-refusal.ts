/** Why a workbook is not read at all: thrown while it is opened, returned as a problem of the file. */
export class WorkbookRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** Throws a `WorkbookRefusal`; `message` and `hint` are Vietnamese sentences. */
export function refuse(code: string, message: string, hint: string): never {
  throw new WorkbookRefusal(code, message, hint);
}

/** Throws the refusal of a file whose bytes are not what a whole file of its kind would hold. */
export function refuseDamaged(): never {
  return refuse(
    "damaged-file",
    "Tệp bị hỏng hoặc chưa được chép hết nên không mở được.",
    "Mở tệp gốc bằng Excel hoặc LibreOffice, lưu lại rồi nạp tệp vừa lưu; nếu tệp nhận qua thư thì tải lại.",
  );
}
