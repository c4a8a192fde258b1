import { sniffFile } from "../encoding/sniff.js";
import { readOds } from "./ods.js";
import type { Workbook, WorkbookWishes } from "./workbook.js";
import { refuse } from "./workbook-refusal.js";
import { readXlsx } from "./xlsx.js";
import { listZipEntries, unpackEntry, type ZipEntry } from "./zip.js";

const SAVE_AS_XLSX = "Mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As) kiểu .xlsx, rồi nạp tệp vừa lưu.";

/**
 * All sheets of an .xlsx or .ods file; the cells of hidden ones only when they are wanted.
 * Throws a `WorkbookRefusal` when the file is damaged, dangerous, over a limit, or no workbook we read.
 */
export async function openWorkbook(bytes: Uint8Array, wishes: WorkbookWishes): Promise<Workbook> {
  if (sniffFile(bytes) === "ole") refuseOldOffice(bytes);
  const entries = listZipEntries(bytes);
  const parts = new Map(entries.map((entry) => [partKey(entry.name), entry]));
  const kind = recogniseZip(bytes, parts);
  const part = (name: string): Buffer | null => {
    const entry = parts.get(partKey(name));
    return entry === undefined ? null : unpackEntry(bytes, entry);
  };
  return kind === "ods" ? readOds(part, wishes) : readXlsx(part, wishes);
}

/** Names of parts are compared without case; some programs write them with backslashes. */
function partKey(name: string): string {
  return name.replaceAll("\\", "/").toLowerCase();
}

function recogniseZip(bytes: Uint8Array, parts: ReadonlyMap<string, ZipEntry>): Workbook["format"] {
  const mimetype = parts.get("mimetype");
  const openDocument = mimetype === undefined ? "" : unpackEntry(bytes, mimetype).toString("latin1", 0, 200);
  if (openDocument.includes("opendocument.spreadsheet")) return "ods";
  const names = [...parts.keys()];
  if (names.some((name) => name === "xl/workbook.bin")) {
    return refuse("excel-file", "Tệp này là tệp Excel kiểu nhị phân (.xlsb), không đọc được.", SAVE_AS_XLSX);
  }
  if (openDocument !== "" || names.some((name) => /^(word|ppt)\//.test(name))) {
    const message = "Tệp này là văn bản hoặc bài trình chiếu, không phải bảng tính.";
    return refuse("not-a-sheet", message, "Nạp bảng tính gốc, lưu kiểu .xlsx, .ods hoặc CSV UTF-8.");
  }
  if (parts.has("[content_types].xml") || parts.has("_rels/.rels")) return "xlsx";
  return refuse(
    "not-a-sheet",
    "Tệp này là tệp nén, bên trong không phải một bảng tính.",
    "Giải nén rồi nạp từng bảng tính bên trong.",
  );
}

const ENCRYPTED_PACKAGE = Buffer.from("EncryptedPackage", "utf16le");

function refuseOldOffice(bytes: Uint8Array): never {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.includes(ENCRYPTED_PACKAGE)) {
    return refuse(
      "password-file",
      "Tệp Excel này được đặt mật khẩu nên không mở được.",
      "Mở tệp bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu), lưu lại rồi nạp.",
    );
  }
  return refuse("excel-file", "Tệp này là tệp Excel đời cũ (.xls), không đọc được.", SAVE_AS_XLSX);
}
