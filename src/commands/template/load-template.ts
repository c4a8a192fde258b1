import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Block } from "../../documents/decree30/decree30.js";
import type { Missing } from "../../documents/template/fill.js";
import { type DocumentKind, writePlaceholder } from "../../documents/template/kind.js";
import type { TemplateValues } from "../../documents/template/value.js";
import type { Problem } from "../../domain/problem.js";
import { UserError } from "../../errors.js";
import { PACKAGE_FOLDER } from "../../package-folder.js";
import { absolutePath, type Context, type Outcome, shownPath } from "../context/context.js";

/** Which file a kind's documents are made from. */
export interface TemplateChoice {
  /** Absolute. */
  path: string;
  /** "option": --template; "office": the office's copy beside the database. */
  source: "shipped" | "office" | "option";
}

export interface LoadedTemplate {
  used: TemplateChoice;
  bytes: Uint8Array;
  /** All that is wrong with it, less what only `template check` tells. */
  problems: Problem[];
  placed: ReadonlySet<string>;
  /** Which template is used, for the reader of the outcome; none for the shipped one. */
  notes: string[];
}

/** Where the office keeps its own templates: `mau`, beside the database, named as the shipped ones are. */
export function officeFolder(context: Context): string {
  return join(dirname(context.database), "mau");
}

export function shippedPath(kind: DocumentKind): string {
  return fileURLToPath(new URL(`templates/${kind.id}.docx`, PACKAGE_FOLDER));
}

/** --template, else the office's copy, else the one shipped. */
export function chooseTemplate(context: Context, kind: DocumentKind, chosen: string | null): TemplateChoice {
  if (chosen !== null) return { path: absolutePath(context, chosen), source: "option" };
  const own = join(officeFolder(context), `${kind.id}.docx`);
  return existsSync(own) ? { path: own, source: "office" } : { path: shippedPath(kind), source: "shipped" };
}

/** The Word template of a kind with all that is wrong with it. */
export async function loadTemplate(
  context: Context,
  kind: DocumentKind,
  chosen: string | null,
): Promise<LoadedTemplate> {
  const used = chooseTemplate(context, kind, chosen);
  const bytes = await readTemplateFile(context, used.path);
  const { readTemplate } = await import("../../documents/template/check-template.js");
  const { problems, placed } = readTemplate(shownTemplate(context, used), bytes, kind.placeholders);
  const notes = used.source === "shipped" ? [] : [`Soạn theo mẫu ${shownTemplate(context, used)}.`];
  if (chosen === null) notes.push(...describeStrays(context, kind));
  const told = problems.filter(({ code }) => code !== "missing-placeholder");
  return { used, bytes, problems: told, placed, notes };
}

/** Throws UserError when the file is not there or cannot be read. */
export async function readTemplateFile(context: Context, path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const shown = shownPath(context, path);
    if (code === "ENOENT" || code === "ENOTDIR") {
      throw new UserError(`Không tìm thấy mẫu ${shown}.`, "Kiểm tra lại đường dẫn của mẫu.", { cause: error });
    }
    if (code === "EISDIR") {
      throw new UserError(`${shown} là một thư mục, không phải mẫu Word.`, "Ghi tên tệp .docx.", { cause: error });
    }
    if (!["EACCES", "EPERM", "EBUSY"].includes(code)) throw error;
    throw new UserError(`Không đọc được mẫu ${shown}.`, "Kiểm tra quyền đọc, hoặc đóng tệp trong Word rồi chạy lại.", {
      cause: error,
    });
  }
}

/** As messages name it: a shipped template by its bare name. */
export function shownTemplate(context: Context, { path, source }: TemplateChoice): string {
  return source === "shipped" ? basename(path) : shownPath(context, path);
}

/** Files in the office's folder that look like this kind's template and are not used: another ending, "… (1)", "… - Copy". */
export function describeStrays(context: Context, kind: DocumentKind): string[] {
  const folder = officeFolder(context);
  if (!existsSync(folder)) return [];
  const strays = readdirSync(folder).filter((name) => name.startsWith(kind.id) && name !== `${kind.id}.docx`);
  if (strays.length === 0) return [];
  const names = strays.sort().join(", ");
  return [`Không dùng ${names} trong ${shownPath(context, folder)}: chỉ tệp tên đúng ${kind.id}.docx được dùng.`];
}

/** One line for each list or block that has content and no place in the template, and for each of `essential` that has a value. */
export function describeLeftOut(
  { placed }: Pick<LoadedTemplate, "placed">,
  kind: DocumentKind,
  filled: {
    values: TemplateValues;
    blocks?: Readonly<Record<string, readonly Block[]>>;
    essential?: readonly string[];
  },
): string[] {
  const { values, blocks = {}, essential = [] } = filled;
  const hasContent = (name: string) => {
    const value = blocks[name] ?? values[name];
    return Array.isArray(value) ? value.length > 0 : essential.includes(name) && (value ?? "") !== "";
  };
  const lists = new Map(kind.placeholders.map((each) => [each.name.split(".")[0] ?? "", each]));
  return [...lists]
    .filter(([name, { required }]) => required !== true && !placed.has(name) && hasContent(name))
    .map(([name, placeholder]) => {
      const written =
        placeholder.form === "column" ? `các cột của danh sách {{${name}.…}}` : writePlaceholder(placeholder);
      const meaning = placeholder.form === "column" ? "" : ` (${placeholder.meaning})`;
      return `Mẫu không có ${written}${meaning} nên văn bản thiếu nội dung ấy.`;
    });
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
