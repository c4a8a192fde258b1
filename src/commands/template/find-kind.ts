import type { DocumentKind } from "../../documents/template/kind.js";
import { foldKey, nearestName } from "../../domain/name.js";
import { UserError } from "../../errors.js";

/** By id, the only id that begins so, or title. Throws UserError naming the kinds there are. */
export function findKind<K extends DocumentKind>(kinds: readonly K[], written: string): K {
  const key = foldKey(written.replace(/\.docx$/i, "")).replace(/[\s_]+/g, "-");
  const exact = kinds.find(({ id, title }) => id === key || foldKey(title) === foldKey(written));
  const begun = kinds.filter(({ id }) => id.startsWith(`${key}-`));
  const kind = exact ?? (begun.length === 1 ? begun[0] : undefined);
  if (kind !== undefined) return kind;
  if (begun.length > 1) {
    throw new UserError(
      `Có ${begun.length} loại văn bản bắt đầu bằng "${written}".`,
      `Chọn một trong: ${begun.map(({ id }) => id).join(", ")}.`,
    );
  }
  const ids = kinds.map(({ id }) => id);
  const near = nearestName(key, ids);
  throw new UserError(
    `Không có loại văn bản "${written}".`,
    near === null ? `Chọn một trong: ${ids.join(", ")}.` : `Có phải là "${near}"? Các loại: ${ids.join(", ")}.`,
  );
}
