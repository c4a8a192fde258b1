import { foldKey, nearestName } from "../name.js";
import { type Exact, exact, HUNDRED } from "../number.js";

/** A parameter cell that makes no sense: what is wrong with it, as a Vietnamese sentence. */
export class ParameterError extends Error {}

/** One `tên=giá trị` of a cell. */
export interface Parameter {
  name: string;
  /** Without case, blanks and diacritics. */
  key: string;
  value: string;
}

const QUOTED = /"[^"]*"|“[^”]*”/g;
/** Commas and semicolons separate; not within quotes, nor a comma between two digits. */
const PART = /(?:"[^"]*"|“[^”]*”|(?<=\d),(?=\d)|[^;,])+/g;
/** The first = or : that is not the end of ≥ or ≤ as typed (>=, <=). */
const SEPARATOR = /(?<![<>])=|:/;

/**
 * `Tham số` as officers type it: `tên=giá trị` separated by commas or semicolons; a comma between two digits is a
 * decimal comma, and what stands in quotes is left whole. Names ignore case, spaces and diacritics. Throws
 * ParameterError.
 */
export function splitParameters(text: string | null): Parameter[] {
  const seen = new Set<string>();
  return (text?.match(PART) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const at = part.replace(QUOTED, (quoted) => " ".repeat(quoted.length)).search(SEPARATOR);
      if (at <= 0 || part.slice(at + 1).trim() === "") {
        throw new ParameterError(`"${part}" không có dạng "tên=giá trị".`);
      }
      const name = part.slice(0, at).trim();
      const key = parameterKey(name);
      if (seen.has(key)) throw new ParameterError(`Tham số "${name}" ghi hai lần.`);
      seen.add(key);
      return { name, key, value: part.slice(at + 1).trim() };
    });
}

function parameterKey(name: string): string {
  return foldKey(name).replace(/\s+/g, "");
}

/** The parameters of `text` told apart: those with a name in `allowed`, by that name, and all others. Throws ParameterError. */
export function sortParameters(text: string | null, allowed: readonly string[]) {
  const byKey = new Map(allowed.map((name) => [parameterKey(name), name]));
  const named = new Map<string, string>();
  const others: Parameter[] = [];
  for (const parameter of splitParameters(text)) {
    const canonical = byKey.get(parameter.key);
    if (canonical === undefined) others.push(parameter);
    else named.set(canonical, parameter.value);
  }
  return { named, others };
}

/** The parameters of `text` as a map from the canonical names in `allowed`; any other name is refused. */
export function namedParameters(text: string | null, allowed: readonly string[]): Map<string, string> {
  const { named, others } = sortParameters(text, allowed);
  if (others[0] !== undefined) throw unknownParameter(others[0].name, allowed);
  return named;
}

/** "Không có tham số …", with the nearest name. */
export function unknownParameter(name: string, allowed: readonly string[]): ParameterError {
  const near = nearestName(name, allowed);
  const suggestion = near === null ? "" : ` Có phải là "${near}"?`;
  return new ParameterError(`Không có tham số "${name}".${suggestion}`);
}

/** "0,5", "0.5", "1.000", "70%" (the % is dropped). Throws ParameterError naming the parameter. */
export function parameterNumber(name: string, text: string): Exact {
  const bare = text.replace(/\s+/g, "").replace(/%$/, "").replace(/điểm$/iu, "");
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return exact(bare.replace(/\./g, "").replace(",", "."));
  if (/^\d+([.,]\d+)?$/.test(bare)) return exact(bare.replace(",", "."));
  throw new ParameterError(`Giá trị "${text}" của "${name}" không phải là số.`);
}

/** A number within [low, high], or ParameterError saying the range. */
export function parameterBetween(name: string, text: string, low: number, high: number): Exact {
  const value = parameterNumber(name, text);
  if (value.compare(low) < 0 || value.compare(high) > 0) {
    throw new ParameterError(`"${name}=${text}" nằm ngoài khoảng từ ${low} đến ${high}.`);
  }
  return value;
}

/** A cap: "5%" is of the maximum, anything else points. */
export function parameterCap(name: string, text: string, max: Exact): Exact {
  const value = parameterNumber(name, text);
  return text.includes("%") ? value.mul(max).div(HUNDRED) : value;
}

/** What a quoted name says: `"Thu ngân sách"` → Thu ngân sách; a text without quotes stays. */
export function unquote(text: string): string {
  return text.replace(/^["“](.*)["”]$/s, "$1").trim();
}
