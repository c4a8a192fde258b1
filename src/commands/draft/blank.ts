import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { buildBlankTemplate, fitBlank } from "../../documents/certificate/blank-template.js";
import type { ComposedDraft, DraftKind } from "../../documents/draft/draft.js";
import type { BlankRecord } from "../../domain/blank.js";
import { BLANK_FIELDS, type Blank, PAPERS, USUAL_BLANK } from "../../domain/blank.js";
import type { Problem } from "../../domain/problem.js";
import { UserError } from "../../errors.js";
import type { SheetReading } from "../../readers/table/reading.js";
import { absolutePath, type Context, shownPath } from "../context/context.js";
import { officeFolder, readTemplateFile } from "../template/load-template.js";

/** A blank to print on. */
export interface LoadedBlank {
  /** Errors of its table of positions; with any, nothing is written. */
  problems: Problem[];
  /** Which table is used. */
  notes: string[];
  /** The template of each draft; what does not fit is told in `warnings`. */
  fit(drafts: readonly ComposedDraft[], warnings: string[]): Promise<Uint8Array[]>;
}

/** The table of positions named, else the office's (`mau/phoi-LOẠI`, `mau/phoi`), else the usual one. Throws UserError for a kind that is no certificate. */
export async function loadBlank(context: Context, kind: DraftKind, typed: string | null): Promise<LoadedBlank> {
  if (kind.perRecipient !== true) {
    throw new UserError(`${kind.title} không in trên phôi.`, "--blank dùng cho giay-khen, bang-khen.");
  }
  const path = typed === null ? findTable(context, kind) : absolutePath(context, typed);
  const { blank, problems } = path === null ? { blank: USUAL_BLANK, problems: [] } : await readTable(context, path);
  const notes =
    path === null
      ? [
          "Vị trí in theo phôi thường gặp, chưa đo theo phôi của cơ quan. Lấy bảng vị trí để sửa: thidua sheet phoi; in thử một tờ trên giấy trắng, soi chồng lên phôi.",
        ]
      : [`In theo bảng vị trí ${shownPath(context, path)}. In đúng cỡ thật (100%), không chọn vừa trang.`];
  return {
    problems: problems.filter(({ severity }) => severity === "error"),
    notes,
    fit: (drafts, warnings) => fitDrafts(blank, drafts, warnings),
  };
}

function findTable(context: Context, kind: DraftKind): string | null {
  const names = [`phoi-${kind.id}`, "phoi"].flatMap((stem) =>
    ["xlsx", "ods", "csv"].map((ending) => `${stem}.${ending}`),
  );
  return names.map((name) => join(officeFolder(context), name)).find((path) => existsSync(path)) ?? null;
}

async function readTable(context: Context, path: string): Promise<{ blank: Blank; problems: Problem[] }> {
  const { readSheets } = await import("../../readers/index.js");
  const { phoi } = await import("../../readers/formats/phoi.js");
  const bytes = await readTemplateFile(context, path);
  const readings = await readSheets({ file: basename(path), bytes, formats: [phoi], as: "phoi" });
  const records = readings.flatMap(({ content }) => (content?.format === "phoi" ? content.records : []));
  const paper = records.flatMap((record) => ("paper" in record ? [record.paper] : []))[0] ?? "A4";
  const fields = records.flatMap((record) => ("paper" in record ? [] : [record]));
  const blank = { paper, fields };
  return { blank, problems: readings.flatMap((reading) => [...reading.problems, ...judgePlaces(blank, reading)]) };
}

/** Places that are not on the paper. */
function judgePlaces({ paper }: Blank, { file, sheet, columns, content }: SheetReading): Problem[] {
  if (content?.format !== "phoi") return [];
  const { width, height } = PAPERS[paper];
  const off = (record: BlankRecord): "width" | "baseline" | null => {
    if ("paper" in record) return null;
    if (record.left + record.width > width) return "width";
    return record.baseline > height ? "baseline" : null;
  };
  return content.records.flatMap((record): Problem[] => {
    const field = off(record);
    if (field === null) return [];
    const column = columns[field];
    return [
      {
        file,
        sheet,
        row: record.row,
        column: column?.header ?? null,
        value: null,
        code: "off-the-paper",
        severity: "error",
        message: `Mục này ra ngoài khổ giấy ${paper} ngang (${width} × ${height} mm).`,
        hint: "Đo lại trên phôi: cách mép trái cộng bề rộng không quá chiều ngang của giấy, dòng kẻ không thấp hơn mép dưới.",
      },
    ];
  });
}

/** One template for each set of sizes; certificates of the same share it, so that they are one batch. */
async function fitDrafts(blank: Blank, drafts: readonly ComposedDraft[], warnings: string[]): Promise<Uint8Array[]> {
  const built = new Map<string, Uint8Array>();
  const templates: Uint8Array[] = [];
  for (const { values } of drafts) {
    const { sizes, overlong } = fitBlank(blank, values);
    for (const { field, lines } of overlong) {
      const name = BLANK_FIELDS.find(({ id }) => id === field)?.name ?? field;
      warnings.push(
        `${values.ten}: ${name} dài hơn ${lines} dòng của phôi dù đã giảm cỡ chữ, nên xuống thêm dòng; rút gọn hoặc sửa bảng vị trí.`,
      );
    }
    const key = sizes.join(" ");
    const template = built.get(key) ?? (await buildBlankTemplate(blank, sizes));
    built.set(key, template);
    templates.push(template);
  }
  return templates;
}
