import type { PackageFault } from "../word/package.js";
import { type Finding, fault } from "./finding.js";

const SAVE_AS_DOCX =
  "Mở tệp bằng Word, chọn Tệp, Lưu thành (File, Save As), kiểu “Word Document (*.docx)”, rồi dùng tệp mới.";

/** The file itself cannot be used. */
export const FILE_FAULT: Readonly<Record<PackageFault, Finding>> = {
  "not-word": fault("not-word", "tệp này không phải văn bản Word (.docx).", SAVE_AS_DOCX),
  empty: fault(
    "empty-file",
    "tệp này trống (0 byte), có thể chép hoặc đồng bộ chưa xong.",
    "Chép lại tệp, hoặc tạo bản mới bằng: thidua template copy.",
  ),
  "owner-file": fault(
    "owner-file",
    "tệp này là tệp tạm Word tạo ra khi đang mở một văn bản, không phải mẫu.",
    "Chỉ tệp có cùng tên, không có “~$” ở đầu.",
  ),
  pdf: fault("pdf", "tệp này là PDF, không sửa và điền được.", "Dùng tệp Word (.docx) mà bản PDF được xuất ra từ đó."),
  rtf: fault("rtf", "tệp này là văn bản RTF, không phải .docx.", SAVE_AS_DOCX),
  html: fault("html", "tệp này là trang web (HTML), không phải .docx.", SAVE_AS_DOCX),
  "flat-xml": fault("flat-xml", "tệp này là văn bản Word lưu kiểu XML, không phải .docx.", SAVE_AS_DOCX),
  "old-word": fault("old-word", "tệp này là văn bản Word đời cũ (.doc).", SAVE_AS_DOCX),
  "old-or-encrypted": fault(
    "old-or-encrypted",
    "tệp này là văn bản Word đời cũ (.doc) hoặc đang đặt mật khẩu, chương trình không mở được.",
    `Bỏ mật khẩu nếu có. ${SAVE_AS_DOCX}`,
  ),
  encrypted: fault(
    "encrypted",
    "tệp này đang đặt mật khẩu, chương trình không mở được.",
    "Bỏ mật khẩu trong Word (Tệp, Thông tin, Bảo vệ tài liệu) rồi lưu lại.",
  ),
  "open-document": fault("open-document", "tệp này là văn bản OpenDocument (.odt), không phải .docx.", SAVE_AS_DOCX),
  spreadsheet: fault(
    "spreadsheet",
    "tệp này là bảng tính Excel, không phải văn bản Word.",
    "Nạp bảng tính bằng: thidua import. Mẫu phải là tệp .docx.",
  ),
  slides: fault("slides", "tệp này là bản trình chiếu, không phải văn bản Word.", "Mẫu phải là tệp .docx."),
  "macro-document": fault(
    "macro-document",
    "tệp này là văn bản Word có macro (.docm, .dotm); văn bản soạn ra không được mang macro.",
    SAVE_AS_DOCX,
  ),
  "word-template": fault(
    "word-template",
    "tệp này lưu theo kiểu mẫu của Word (.dotx), văn bản soạn ra từ đó Word không mở được.",
    SAVE_AS_DOCX,
  ),
  damaged: fault(
    "damaged",
    "tệp Word này bị hỏng, không đọc được.",
    "Mở tệp bằng Word để Word sửa rồi lưu lại, hoặc tạo bản mới từ mẫu có sẵn bằng: thidua template copy.",
  ),
  "too-big": fault(
    "too-big",
    "tệp Word này lớn bất thường (quá nhiều thành phần hoặc quá nhiều dữ liệu bên trong).",
    "Bỏ bớt hình ảnh trong mẫu, hoặc tạo bản mới từ mẫu có sẵn bằng: thidua template copy.",
  ),
};
