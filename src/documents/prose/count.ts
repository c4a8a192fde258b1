import { exact, formatNumber } from "../../domain/number.js";

/** Counts of people, collectives and documents as offices write them: "05", "298", "1.454". Not for measures. */
export function formatCount(count: number): string {
  return count < 10 ? `0${count}` : formatNumber(exact(count), 0);
}

/** "A", "A và B", "A, B và C". */
export function joinAnd(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} và ${parts.at(-1)}`;
}

/** Lines of a căn cứ or Nơi nhận list: each ends with ";", the last with ".". */
export function endLines(lines: readonly string[]): string[] {
  return lines.map((each, index) => each.replace(/[\s;.,]+$/, "") + (index === lines.length - 1 ? "." : ";"));
}
