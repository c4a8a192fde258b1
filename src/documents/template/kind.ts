/** A name a template of this kind may hold between `{{` and `}}`. */
export interface Placeholder {
  /** snake_case without diacritics; a column of a list is `list.column`. */
  name: string;
  /** Vietnamese, for officers; also what is shown where a value is missing: `[Chưa có: …]`. */
  meaning: string;
  example: string;
  /** "column" repeats its row or paragraph; "condition" stands as {{#x}}…{{/x}}; "block" as {{@x}} alone in a paragraph. */
  form: "text" | "column" | "condition" | "block";
  /** The setting (`config`) that fills it, if one does. */
  setting?: string;
  /** What may be typed on the command line of `draft` to fill it: `--chair "…"`. */
  option?: string;
  /** Vietnamese sentence: the sheet or command that fills it, where neither a setting nor an option does. */
  remedy?: string;
  /** A component every administrative document has (Decree 30/2020, art. 8): `template check` says when a template lacks it. */
  required?: true;
}

/** A kind of document: its template and what may stand in it. */
export interface DocumentKind {
  /** Also the name of the template (`templates/<id>.docx`) and the argument on the command line. */
  id: string;
  title: string;
  placeholders: readonly Placeholder[];
}

/** As it stands in a template: `{{ho_ten}}`, `{{@bang_diem}}`, `{{#co_danh_sach}}…{{/co_danh_sach}}`. */
export function writePlaceholder({ name, form }: Placeholder): string {
  if (form === "block") return `{{@${name}}}`;
  return form === "condition" ? `{{#${name}}}…{{/${name}}}` : `{{${name}}}`;
}
