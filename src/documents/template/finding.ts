import { nearestName } from "../../domain/name.js";
import type { Problem } from "../../domain/problem.js";
import { TEMPLATE_FILTERS } from "./filter.js";
import { type Placeholder, writePlaceholder } from "./kind.js";
import { suggestNames } from "./near-tag.js";
import type { Unsettled } from "./settle.js";
import type { Tag, TagFault } from "./tag.js";

/** What can be wrong in a template, in words, before its place is known. */
export type Finding = Pick<Problem, "code" | "severity" | "message" | "hint">;

/** An error with its remedy. */
export function fault(code: string, message: string, hint: string): Finding {
  return { code, severity: "error", message, hint };
}

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
  braces: fault(
    "broken-placeholder",
    "dấu ngoặc của chỗ điền viết không đúng.",
    "Viết liền hai dấu { ngay trước tên và hai dấu } ngay sau tên, không dùng dấu ngoặc kiểu khác.",
  ),
};

/** A fault of braces, with the name most likely meant. */
export function brokenTag({ fault, inner }: TagFault, known: readonly string[]): Finding {
  const finding = BRACES[fault];
  const names = inner === null ? [] : suggestNames(inner, known);
  const mark = /^\s*[#/@^]/.exec(inner ?? "")?.[0].trim() ?? "";
  if (names.length === 0) return finding;
  return {
    ...finding,
    hint: `Có phải ${names.map((name) => `{{${mark}${name}}}`).join(" hoặc ")} không? ${finding.hint}`,
  };
}

export function otherMarks(inner: string, known: readonly string[]): Finding {
  return {
    code: "single-braces",
    severity: "warning",
    message: "không nằm giữa hai dấu ngoặc nhọn mỗi bên nên sẽ để nguyên như chữ thường.",
    hint: `Viết {{${suggestNames(inner, known)[0] ?? inner}}} nếu muốn điền giá trị vào đây.`,
  };
}

/** A placeholder where no text of the document is: in a formula, a chart, the code of a field. */
export const NOT_FILLED = fault(
  "misplaced-placeholder",
  "chỗ điền nằm trong công thức, biểu đồ, hình SmartArt hoặc mã trường nên không điền được.",
  "Chuyển chỗ điền ra chữ thường của văn bản, hoặc vào hộp chữ (Text Box).",
);

export function missingRequired({ name, meaning }: Placeholder): Finding {
  return {
    code: "missing-placeholder",
    severity: "warning",
    message: `mẫu không có {{${name}}} (${meaning}), là thành phần văn bản phải có theo Nghị định 30/2020/NĐ-CP.`,
    hint: `Thêm {{${name}}} vào mẫu, trừ khi nội dung ấy đã viết sẵn trong mẫu hoặc để ghi tay.`,
  };
}

/** What the shipped template places and this one does not. */
export function leftOut(placeholders: readonly Placeholder[]): Finding {
  const names = placeholders.map((placeholder) => `${writePlaceholder(placeholder)} (${placeholder.meaning})`);
  return {
    code: "left-out",
    severity: "warning",
    message: `mẫu có sẵn nay có ${placeholders.length} chỗ điền mà mẫu này không có, văn bản sẽ thiếu các nội dung ấy: ${names.join("; ")}.`,
    hint: "Muốn có thì thêm chỗ điền ấy vào mẫu; đã bỏ có chủ ý thì không phải làm gì.",
  };
}

/** Told of a template, not of a place in it. */
export function unsettled({ revisions, comments }: Unsettled): Finding[] {
  const warn = (code: string, message: string, hint: string): Finding => ({ code, severity: "warning", message, hint });
  return [
    ...(revisions === 0
      ? []
      : [
          warn(
            "tracked-changes",
            `mẫu còn ${revisions} chỗ sửa đổi đang theo dõi (Track Changes); văn bản soạn ra coi như đã chấp nhận tất cả.`,
            "Xem lại trong Word: thẻ Xem lại (Review), Chấp nhận hoặc Từ chối (Accept, Reject), rồi lưu.",
          ),
        ]),
    ...(comments === 0
      ? []
      : [
          warn(
            "comments",
            `mẫu có ${comments} chú thích bên lề (Comment); văn bản soạn ra không mang theo chúng.`,
            "Không phải làm gì.",
          ),
        ]),
  ];
}

/** A filter that leaves the placeholder's values as they are. */
export function idleFilter(filter: string, { name, example }: Placeholder): Finding {
  return {
    code: "idle-filter",
    severity: "warning",
    message: `kiểu viết “${filter}” không dùng được cho “${name}” (giá trị như “${example}”), giá trị sẽ để nguyên.`,
    hint: `Bỏ phần “| ${filter}”.`,
  };
}

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
  const nearest = suggestNames(name, known);
  return fault(
    "unknown-placeholder",
    `không có chỗ điền tên “${name}”.`,
    nearest.length === 0
      ? "Xem các tên dùng được bằng: thidua template list, hoặc ở templates/README.md, rồi sửa lại."
      : `Có phải ${nearest.map((each) => `“${each}”`).join(" hoặc ")} không? Sửa lại tên trong mẫu.`,
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
    `dòng hoặc đoạn này đã lặp theo danh sách “${first}” nên không chứa được cột của danh sách “${second}”.`,
    "Tách mỗi danh sách sang một dòng, một đoạn hoặc một bảng riêng.",
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
