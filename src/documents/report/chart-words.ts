import type { Exact } from "../../domain/number.js";
import { joinNames } from "../prose/join-names.js";

/** "Trồng rừng: cao nhất là huyện A (116,0%), thấp nhất là huyện B và huyện C (74,6%)." Empty for no figures. */
export function describeExtremes(
  what: string,
  figures: readonly { name: string; value: Exact }[],
  write: (value: Exact) => string,
): string {
  const [first, ...others] = [...figures].sort((a, b) => b.value.compare(a.value));
  if (first === undefined) return "";
  const last = others.at(-1);
  if (last === undefined || last.value.equals(first.value)) return `${what}: tất cả ${write(first.value)}.`;
  const named = (value: Exact) =>
    `${joinNames(figures.filter((each) => each.value.equals(value)).map(({ name }) => name))} (${write(value)})`;
  return `${what}: cao nhất là ${named(first.value)}, thấp nhất là ${named(last.value)}.`;
}
