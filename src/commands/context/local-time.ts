/** Office time (Việt Nam, UTC+7) of an ISO time: "2026-11-22 07:05". */
export function localTime(iso: string): string {
  return new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}
