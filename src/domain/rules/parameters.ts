import { foldKey, nearestName } from "../name.js";
import { type Exact, exact } from "../number.js";

/** A parameter cell that makes no sense: what is wrong with it, as a Vietnamese sentence. */
export class ParameterError extends Error {}

/**
 * `Tham số` as officers type it: `tên=giá trị` separated by commas or semicolons; a comma between two digits is a
 * decimal comma. Names ignore case, spaces and diacritics. Throws ParameterError.
 */
export function splitParameters(text: string | null): { name: string; key: string; value: string }[] {
  if (text === null) return [];
  const parts = text
    .split(/;|,(?!\d)|(?<!\d),/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const seen = new Set<string>();
  return parts.map((part) => {
    const at = part.search(/[=:](?!.*[=:])/);
    if (at <= 0 || part.slice(at + 1).trim() === "") {
      throw new ParameterError(`"${part}" không có dạng "tên=giá trị".`);
    }
    const name = part.slice(0, at).trim();
    const key = foldKey(name).replace(/\s+/g, "");
    if (seen.has(key)) throw new ParameterError(`Tham số "${name}" ghi hai lần.`);
    seen.add(key);
    return { name, key, value: part.slice(at + 1).trim() };
  });
}

/** The parameters of `text` as a map from the canonical names in `allowed`; any other name is refused. */
export function namedParameters(text: string | null, allowed: readonly string[]): Map<string, string> {
  const byKey = new Map(allowed.map((name) => [foldKey(name).replace(/\s+/g, ""), name]));
  return new Map(
    splitParameters(text).map(({ name, key, value }) => {
      const canonical = byKey.get(key);
      if (canonical === undefined) throw unknownParameter(name, allowed);
      return [canonical, value];
    }),
  );
}

function unknownParameter(name: string, allowed: readonly string[]): ParameterError {
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
