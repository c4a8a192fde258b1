import { nearestName } from "../domain/name.js";
import type { Problem } from "../domain/problem.js";
import type { PackageFault } from "./package.js";
import type { Tag, TagFault } from "./tag.js";
import { TEMPLATE_FILTERS } from "./template-filter.js";

/** What can be wrong in a template, in words, before its place is known. */
export type Finding = Pick<Problem, "code" | "severity" | "message" | "hint">;

function fault(code: string, message: string, hint: string): Finding {
  return { code, severity: "error", message, hint };
}

const SAVE_AS_DOCX = "Mở tệp bằng Word, chọn Lưu thành (Save As), kiểu “Word Document (*.docx)”, rồi dùng tệp mới.";

/** The file itself cannot be used. */
export const FILE_FAULT: Readonly<Record<PackageFault, Finding>> = {
  "not-word": fault("not-word", "tệp này không phải văn bản Word (.docx).", SAVE_AS_DOCX),
  "old-or-encrypted": fault(
    "old-or-encrypted",
    "tệp này là văn bản Word đời cũ (.doc) hoặc đang đặt mật khẩu, chương trình không mở được.",
    `Bỏ mật khẩu nếu có. ${SAVE_AS_DOCX}`,
  ),
  encrypted: fault(
    "encrypted",
    "tệp này đang đặt mật khẩu, chương trình không mở được.",
    "Bỏ mật khẩu trong Word rồi lưu lại.",
  ),
  damaged: fault(
    "damaged",
    "tệp Word này bị hỏng, không đọc được.",
    "Mở tệp bằng Word để Word sửa rồi lưu lại, hoặc chép lại bản mẫu gốc trong thư mục templates.",
  ),
  "too-big": fault(
    "too-big",
    "tệp Word này lớn bất thường (quá nhiều thành phần hoặc quá nhiều dữ liệu bên trong).",
    "Bỏ bớt hình ảnh trong mẫu, hoặc chép lại bản mẫu gốc trong thư mục templates.",
  ),
};

export const NO_PLACEHOLDER: Finding = {
  code: "no-placeholder",
  severity: "warning",
  message: "mẫu này không có chỗ điền nào nên văn bản nào cũng giống hệt nhau.",
  hint: "Viết các chỗ điền như {{co_quan_ban_hanh}} vào mẫu; danh sách tên ở templates/README.md.",
};

export const BRACES: Readonly<Record<TagFault["fault"], Finding>> = {
  unclosed: fault("unclosed-placeholder", "chỗ điền mở bằng “{{” mà chưa đóng đủ “}}”.", "Thêm “}}” vào sau tên."),
  unopened: fault(
    "unopened-placeholder",
    "có “}}” mà trước đó chưa mở đủ “{{”.",
    "Thêm “{{” vào trước tên, hoặc xóa “}}” thừa.",
  ),
  malformed: fault(
    "broken-placeholder",
    "chỗ điền viết không đúng cách.",
    "Giữa “{{” và “}}” chỉ viết tên bằng chữ không dấu, số và dấu gạch dưới, ví dụ {{ho_ten}} hoặc {{tien | so}}.",
  ),
};

export const BLOCK_NOT_ALONE = fault(
  "misplaced-placeholder",
  "khối lớn phải đứng một mình trong đoạn.",
  "Xuống dòng để chỗ điền này thành một đoạn riêng, không có chữ nào khác.",
);

export const STT_OUTSIDE = fault(
  "misplaced-placeholder",
  "{{stt}} chỉ dùng được trong dòng lặp lại theo danh sách.",
  "Đặt {{stt}} vào cùng dòng với một cột của danh sách, ví dụ {{ca_nhan.ho_ten}}.",
);

export const MISPLACED = fault(
  "misplaced-placeholder",
  "chỗ điền đặt sai vị trí: phần mở và phần đóng không nằm cùng một ô, một dòng hoặc một đoạn.",
  "Đặt {{#…}} và {{/…}} trong cùng một ô bảng, hoặc mỗi cái một đoạn riêng ở trước và sau phần cần bao.",
);

export function unknownName(name: string, known: readonly string[]): Finding {
  const nearest = nearestName(name, known);
  return fault(
    "unknown-placeholder",
    `không có chỗ điền tên “${name}”.`,
    nearest === null
      ? "Xem các tên dùng được ở templates/README.md rồi sửa lại."
      : `Có phải “${nearest}” không? Sửa lại tên trong mẫu.`,
  );
}

export function unknownFilter(name: string): Finding {
  const names = TEMPLATE_FILTERS.map((filter) => filter.name);
  const nearest = nearestName(name, names);
  return fault(
    "unknown-filter",
    `không có kiểu viết “${name}”.`,
    nearest === null
      ? `Các kiểu viết dùng được: ${names.join(", ")}.`
      : `Có phải “${nearest}” không? Sửa lại trong mẫu.`,
  );
}

export function twoLists(first: string, second: string): Finding {
  return fault(
    "misplaced-placeholder",
    `dòng này đã lặp theo danh sách “${first}” nên không chứa được cột của danh sách “${second}”.`,
    "Tách mỗi danh sách sang một dòng hoặc một bảng riêng.",
  );
}

export function listAsText(name: string): Finding {
  return fault(
    "misplaced-placeholder",
    `“${name}” là danh sách nên phải viết kèm tên cột.`,
    `Viết {{${name}.…}} với tên cột, ví dụ ở templates/README.md.`,
  );
}

export function blockAsText(name: string): Finding {
  return fault("misplaced-placeholder", `“${name}” là khối lớn.`, `Viết {{@${name}}} và để một mình trong đoạn.`);
}

export function textAsBlock(name: string): Finding {
  return fault("misplaced-placeholder", `“${name}” không phải khối lớn.`, `Bỏ dấu @, viết {{${name}}}.`);
}

export function conditionAsText(name: string): Finding {
  return fault(
    "misplaced-placeholder",
    `“${name}” là điều kiện, không có chữ để điền.`,
    `Viết {{#${name}}}phần chữ cần hiện{{/${name}}}.`,
  );
}

export function closeWithoutOpen(tag: Tag): Finding {
  return fault(
    "unopened-section",
    "phần đóng này không có phần mở tương ứng ở phía trước.",
    `Thêm {{#${tag.name === "" ? "…" : tag.name}}} vào trước, hoặc xóa phần đóng.`,
  );
}

export function openWithoutClose(tag: Tag): Finding {
  return fault(
    "unclosed-section",
    "phần mở này không có phần đóng ở phía sau.",
    `Thêm {{/${tag.name}}} vào sau phần cần bao, hoặc xóa phần mở.`,
  );
}

export function crossed(close: Tag, open: Tag): Finding {
  return fault(
    "crossed-sections",
    `phần này đóng khi phần {{#${open.name}}} mở sau nó chưa đóng.`,
    `Đặt {{/${open.name}}} trước {{/${close.name}}}.`,
  );
}
