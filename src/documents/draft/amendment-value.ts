import type { Placeholder } from "../template/kind.js";
import type { TemplateValues } from "../template/value.js";
import type { Correction, DraftFacts } from "./draft.js";
import { column, field } from "./placeholder.js";

/** What a document that mends an issued decision may hold. */
export const AMENDMENT_PLACEHOLDERS: readonly Placeholder[] = [
  field(
    "van_ban_sai",
    "quyết định có sai sót",
    "Quyết định số 08/QĐ-UBND ngày 16 tháng 4 năm 2021 của Chủ tịch Ủy ban nhân dân huyện Bình Minh",
    '--refers-to "08/QĐ-UBND"',
  ),
  field("van_ban_sai_gon", "số của quyết định ấy", "Quyết định số 08/QĐ-UBND"),
  column("sua.noi_dung", "mục sai và của ai", "Họ và tên (Giáo viên, Trường Tiểu học Hoa Sen)"),
  column("sua.da_ghi", "chữ đã ghi", "Trần Thị Bưởi", '--wrong "…"'),
  column("sua.sua_thanh", "chữ sửa lại", "Trần Thị Bười", '--right "…"'),
  column("bo.ten", "người, tập thể đưa ra khỏi danh sách", "bà Trần Thị Bưởi, Giáo viên", '--strike "…"'),
];

export function amendmentValues({ amendment }: Pick<DraftFacts, "amendment">): TemplateValues {
  const { decision, corrections } = amendment;
  return {
    van_ban_sai: decision,
    van_ban_sai_gon: decision === null ? null : shorten(decision),
    sua: corrections.flatMap((one) =>
      one.right === null ? [] : [{ noi_dung: nameField(one), da_ghi: one.wrong, sua_thanh: one.right }],
    ),
    bo: corrections.flatMap(({ right, person, wrong }) => (right === null ? [{ ten: person ?? wrong }] : [])),
  };
}

/** "Quyết định số 08/QĐ-UBND": what a text named in full is called afterwards (Phụ lục I, II.6b). */
export function shorten(decision: string): string {
  return decision.split(/ ngày /u)[0] ?? decision;
}

function nameField({ field: name, person }: Correction): string {
  return [name ?? "Đã ghi", person === null ? null : `của ${person}`].filter(Boolean).join(" ");
}

/** Why neither can be written; null: it can. */
export function requireCorrections({ amendment }: DraftFacts): { message: string; hint: string } | null {
  if (amendment.corrections.length > 0) return null;
  return {
    message: "Chưa biết sửa gì trong quyết định đã ban hành.",
    hint: 'Ghi --wrong "chữ sai" --right "chữ đúng", hoặc --strike "người đưa ra khỏi danh sách"; --refers-to "08/QĐ-UBND" là quyết định nào.',
  };
}
