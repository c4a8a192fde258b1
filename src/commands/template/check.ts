import { basename } from "node:path";
import type { CheckedTemplate } from "../../documents/template/check-template.js";
import type { DocumentKind, Placeholder } from "../../documents/template/kind.js";
import { absolutePath, type Context, type Outcome } from "../context/context.js";
import { findKind } from "./find-kind.js";
import {
  chooseTemplate,
  describeStrays,
  readTemplateFile,
  shippedPath,
  shownTemplate,
  type TemplateChoice,
} from "./load-template.js";

interface Checked extends CheckedTemplate {
  kind: DocumentKind;
  used: TemplateChoice;
  /** Placeholders the shipped template places and this one does not. */
  leftOut: Placeholder[];
}

/** All that is wrong with the templates named, by kind or as files; with those in use when none is named. */
export async function checkTemplates(
  context: Context,
  kinds: readonly DocumentKind[],
  given: readonly string[],
  kindOption: string | null,
): Promise<Outcome> {
  const of = kindOption === null ? null : findKind(kinds, kindOption);
  const wanted = given.length === 0 ? (of === null ? kinds.map(({ id }) => id) : [of.id]) : given;
  const skipped = wanted.filter((name) => OWNER_FILE.test(basename(name)));
  const checked: Checked[] = [];
  for (const name of wanted) {
    if (!skipped.includes(name)) checked.push(await checkOne(context, kinds, name, of));
  }
  const problems = checked.flatMap((each) => each.problems);
  const count = (of: Checked, severity: "error" | "warning") =>
    of.problems.filter((problem) => problem.severity === severity).length;
  const errors = checked.reduce((sum, each) => sum + count(each, "error"), 0);
  const lines = checked.map((each) => {
    const told = [
      count(each, "error") === 0 ? "không có lỗi" : `${count(each, "error")} lỗi`,
      ...(count(each, "warning") === 0 ? [] : [`${count(each, "warning")} lưu ý`]),
    ];
    const shipped = each.used.source === "shipped" ? ", mẫu có sẵn" : "";
    // What kind a file is of is not known before it can be read.
    const kind = each.placed.size === 0 ? "" : ` (${each.kind.title}${shipped})`;
    return `${shownTemplate(context, each.used)}${kind}: ${told.join(", ")}.\n`;
  });
  const outcome: Outcome = {
    data: {
      templates: checked.map((each) => ({
        kind: each.kind.id,
        ...each.used,
        errors: count(each, "error"),
        warnings: count(each, "warning"),
        leftOut: each.leftOut.map(({ name }) => name),
      })),
      problems,
    },
    text: lines.join(""),
    problems,
    notes: [
      ...skipped.map((name) => `Bỏ qua ${name}: tệp tạm của Word hoặc LibreOffice khi đang mở văn bản.`),
      ...(given.length === 0 ? kinds.flatMap((kind) => describeStrays(context, kind)) : []),
    ],
  };
  if (errors === 0) return outcome;
  return {
    ...outcome,
    failure: { message: `Mẫu Word có ${errors} lỗi.`, hint: "Mở mẫu bằng Word, sửa các chỗ trên rồi kiểm tra lại." },
  };
}

/** What Word and LibreOffice put beside a document that is open. */
const OWNER_FILE = /^(~\$|\.~lock\.)/;

async function checkOne(
  context: Context,
  kinds: readonly DocumentKind[],
  name: string,
  of: DocumentKind | null,
): Promise<Checked> {
  const { readTemplate } = await import("../../documents/template/check-template.js");
  const { leftOut } = await import("../../documents/template/finding.js");
  // A file is named with its ending or folder; everything else is a kind.
  const isFile = /[\\/]|\.\w{2,5}$/.test(name);
  const kind = isFile ? of : findKind(kinds, name);
  const used: TemplateChoice =
    isFile || kind === null
      ? { path: absolutePath(context, name), source: "option" }
      : chooseTemplate(context, kind, null);
  const bytes = await readTemplateFile(context, used.path);
  const file = shownTemplate(context, used);
  const tried = (kind === null ? candidates(kinds, name) : [kind]).map((kind) => ({
    kind,
    ...readTemplate(file, bytes, kind.placeholders),
  }));
  // Of several kinds, the one in which the fewest of its placeholders are wrong.
  const errors = ({ problems }: CheckedTemplate) => problems.filter(({ severity }) => severity === "error").length;
  const best = tried.reduce((best, each) => (errors(each) < errors(best) ? each : best));
  if (used.source === "shipped" || best.placed.size === 0) return { ...best, used, leftOut: [] };
  const shipped = readTemplate("", await readTemplateFile(context, shippedPath(best.kind)), best.kind.placeholders);
  const absent = best.kind.placeholders.filter(
    ({ name, required }) => required !== true && shipped.placed.has(name) && !best.placed.has(name),
  );
  const problems =
    absent.length === 0
      ? best.problems
      : [...best.problems, { file, sheet: null, row: null, column: null, value: null, ...leftOut(absent) }];
  return { ...best, problems, used, leftOut: absent };
}

/** The kinds a file may be of: the one its name begins with, else all. */
function candidates(kinds: readonly DocumentKind[], path: string): readonly DocumentKind[] {
  const named = kinds.filter(({ id }) => basename(path).toLowerCase().startsWith(id));
  return named.length > 0 ? named : kinds;
}
