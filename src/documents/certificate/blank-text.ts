import type { BlankFieldId } from "../../domain/blank.js";
import type { TemplateValues } from "../template/value.js";

/** What a template prints at each place of a blank. */
export function blankTag(field: BlankFieldId): string {
  if (field === "ky") return "{{ky.dong}}";
  return field === "dia_danh_ngay" ? "{{dia_danh}}, {{ngay_quyet_dinh}}" : `{{${field}}}`;
}

/** The same, filled with the values of a certificate, to be measured; what is missing takes no room. */
export function blankText(field: BlankFieldId, values: TemplateValues): string {
  if (field === "dia_danh_ngay") return `${values.dia_danh}, ${values.ngay_quyet_dinh}`;
  const value = values[field];
  return Array.isArray(value) ? value.map(({ dong }) => dong).join("\n") : String(value ?? "");
}
