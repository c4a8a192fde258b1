import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type DocumentKind, writePlaceholder } from "../documents/template/kind.js";
import { UserError } from "../errors.js";
import { formatTable } from "../terminal/table.js";
import {
  absolutePath,
  type CommandSpec,
  type Context,
  type Outcome,
  shownPath,
  textOption,
} from "./context/context.js";
import { writeFiles } from "./output/output.js";
import { checkTemplates } from "./template/check.js";
import { findKind } from "./template/find-kind.js";
import {
  chooseTemplate,
  describeStrays,
  officeFolder,
  readTemplateFile,
  shippedPath,
  type TemplateChoice,
} from "./template/load-template.js";

export const templateCommand: CommandSpec = {
  name: "template",
  usage: "[việc] [loại-hoặc-tệp...]",
  group: "Văn bản",
  summary: "mẫu Word: xem các chỗ điền, chép ra để sửa, kiểm tra bản đã sửa",
  options: [
    { flags: "--kind <loại>", description: "check: loại văn bản của tệp mẫu (mặc định: theo tên và nội dung tệp)" },
    { flags: "-o, --output <tệp>", description: "copy: chép ra chỗ khác (mặc định: thư mục mau cạnh cơ sở dữ liệu)" },
    { flags: "--force", description: "copy: ghi đè bản đã sửa" },
  ],
  examples: [
    { command: "thidua template list", does: "các mẫu và tệp đang dùng" },
    { command: "thidua template list quyet-dinh-khen-thuong", does: "mọi chỗ điền của một mẫu, nghĩa và ví dụ" },
    { command: "thidua template copy bao-cao-tong-ket", does: "chép mẫu vào thư mục mau để sửa trong Word" },
    { command: "thidua template check bao-cao-tong-ket", does: "mọi chỗ sai trong mẫu đã sửa, một lần" },
  ],
  async run(context, [action = "list", ...given], options) {
    const { DOCUMENT_KINDS } = await import("../documents/index.js");
    if (action === "list") return listTemplates(context, DOCUMENT_KINDS, given);
    if (action === "check") return checkTemplates(context, DOCUMENT_KINDS, given, textOption(options, "kind"));
    if (action === "copy") return copyTemplates(context, DOCUMENT_KINDS, given, options);
    throw new UserError(
      `Không có việc "${action}" với mẫu.`,
      "Chọn một trong: list (xem), copy (chép ra để sửa), check (kiểm tra). Ví dụ: thidua template list.",
    );
  },
};

function listTemplates(context: Context, kinds: readonly DocumentKind[], given: readonly string[]): Outcome {
  const wanted = given.length === 0 ? kinds : given.map((name) => findKind(kinds, name));
  const rows = wanted.map((kind) => ({ kind, used: chooseTemplate(context, kind, null) }));
  const templates = rows.map(({ kind, used }) => ({
    kind: kind.id,
    title: kind.title,
    ...used,
    ...(given.length === 0 ? {} : { placeholders: kind.placeholders.map(toJsonPlaceholder) }),
  }));
  const notes = wanted.flatMap((kind) => describeStrays(context, kind));
  if (given.length > 0) {
    return { data: { templates }, text: rows.map((row) => describeKind(context, row)).join("\n"), notes };
  }
  const columns = [{ header: "Loại" }, { header: "Văn bản" }, { header: "Mẫu đang dùng" }];
  const cells = rows.map(({ kind, used }) => [kind.id, kind.title, describeUsed(context, used)]);
  return {
    data: { templates },
    text: formatTable(columns, cells, context.io.columns, context.style),
    notes: [...notes, "Xem các chỗ điền: thidua template list LOẠI. Chép ra để sửa: thidua template copy LOẠI."],
  };
}

function describeUsed(context: Context, { path, source }: TemplateChoice): string {
  return source === "shipped" ? "mẫu có sẵn" : `${shownPath(context, path)} (của cơ quan)`;
}

function describeKind(context: Context, { kind, used }: { kind: DocumentKind; used: TemplateChoice }): string {
  const columns = [{ header: "Chỗ điền" }, { header: "Nghĩa" }, { header: "Ví dụ" }];
  const cells = kind.placeholders.map((placeholder) => [
    writePlaceholder(placeholder),
    placeholder.meaning + (placeholder.required ? "; phải có" : ""),
    ["block", "condition"].includes(placeholder.form) ? "" : placeholder.example,
  ]);
  const table = formatTable(columns, cells, context.io.columns, context.style);
  return `${kind.title} (${kind.id}), đang dùng: ${describeUsed(context, used)}\n\n${table}`;
}

function toJsonPlaceholder(placeholder: DocumentKind["placeholders"][number]) {
  const { name, form, meaning, example, setting = null, required = false } = placeholder;
  return { name, written: writePlaceholder(placeholder), form, meaning, example, required, setting };
}

async function copyTemplates(
  context: Context,
  kinds: readonly DocumentKind[],
  given: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  if (given.length === 0) {
    const ids = kinds.map(({ id }) => id).join(", ");
    throw new UserError("Chưa ghi loại mẫu cần chép.", `Chọn một hay nhiều loại: ${ids}.`);
  }
  const wanted = [...new Set(given.map((name) => findKind(kinds, name)))];
  const output = textOption(options, "output");
  const copies = await Promise.all(
    wanted.map(async (kind) => {
      const path = choosePath(context, kind, output, wanted.length);
      const bytes = await readFile(shippedPath(kind));
      const there = existsSync(path) && statSync(path).isFile() ? await readTemplateFile(context, path) : null;
      return { kind, path, bytes, there, unchanged: there !== null && bytes.equals(there) };
    }),
  );
  const edited = copies.find(({ there, unchanged }) => there !== null && !unchanged);
  if (edited !== undefined && options.force !== true) {
    throw new UserError(
      `Mẫu ${shownPath(context, edited.path)} đã có và khác mẫu có sẵn, nên không ghi đè.`,
      "Mở tệp ấy để sửa tiếp. Muốn bỏ mọi chỗ đã sửa và lấy lại mẫu có sẵn thì thêm --force.",
    );
  }
  const fresh = copies.filter(({ unchanged }) => !unchanged);
  await writeFiles(context, fresh, options.force === true);
  const used = (kind: DocumentKind, path: string) => chooseTemplate(context, kind, null).path === path;
  return {
    data: { templates: copies.map(({ kind, path, unchanged }) => ({ kind: kind.id, path, written: !unchanged })) },
    text: copies
      .map(({ kind, path, unchanged }) => {
        const what = unchanged ? "Đã có sẵn, còn nguyên" : "Đã chép";
        return `${what}: ${shownPath(context, path)} (${kind.title})\n`;
      })
      .join(""),
    notes: copies.flatMap(({ kind, path }) => [
      used(kind, path)
        ? `Mở ${shownPath(context, path)} bằng Word, sửa rồi lưu, giữ nguyên tên và chỗ: từ nay văn bản được soạn theo bản này.`
        : `Soạn theo bản này: thêm --template "${shownPath(context, path)}" khi soạn văn bản.`,
      `Sửa xong thì kiểm tra: thidua template check ${used(kind, path) ? kind.id : `"${shownPath(context, path)}"`}`,
    ]),
  };
}

function choosePath(context: Context, kind: DocumentKind, output: string | null, count: number): string {
  if (output === null) return join(officeFolder(context), `${kind.id}.docx`);
  const path = absolutePath(context, output);
  if (/[\\/]$/.test(output) || (existsSync(path) && statSync(path).isDirectory())) return join(path, `${kind.id}.docx`);
  if (count > 1)
    throw new UserError(`Có ${count} mẫu nên không ghi chung vào ${output}.`, "Chỉ một thư mục: -o THƯ-MỤC/.");
  if (/\.docx$/i.test(basename(path))) return path;
  throw new UserError(
    `Mẫu là tệp Word .docx, không phải ${output}.`,
    "Đặt tên có đuôi .docx, ví dụ -o mau-bao-cao.docx.",
  );
}
