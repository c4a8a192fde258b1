import type { Result } from "../../domain/indicator.js";
import { formatStated } from "../../domain/stated.js";

/** "bảng ghi 116%, vượt": what a sheet states of a result it gives no figures for; null where there are figures, or nothing. */
export function describeStated(result: Result | null): string | null {
  if (result === null || result.planned !== null || result.actual !== null) return null;
  const { attainmentPercent, evaluation } = result.stated;
  const parts = [attainmentPercent === null ? null : formatStated(attainmentPercent), evaluation];
  const told = parts.filter((part) => part !== null);
  return told.length === 0 ? null : `bảng ghi ${told.join(", ")}`;
}
