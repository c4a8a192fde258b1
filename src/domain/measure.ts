import { foldKey } from "./name.js";

/** Comparison key of a measure: "Tr.đ" and "triệu đồng" are one. */
export function measureKey(measure: string): string {
  return foldKey(measure)
    .replace(/[().]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(tr|trd|trieu d|trieu)$|^tr d$/, "trieu dong")
    .replace(/^(ty d|tyd|ty)$/, "ty dong")
    .replace(/^(ng d|nghin d|1000 d|1000d)$/, "nghin dong")
    .replace(/^ngan dong$/, "nghin dong")
    .replace(/^(d|vnd)$/, "dong");
}

const MONEY_POWERS: Readonly<Record<string, number>> = { dong: 0, "nghin dong": 3, "trieu dong": 6, "ty dong": 9 };

/** How many đồng one of the measure is, as a power of ten: triệu đồng → 6; null when it measures no Vietnamese money. */
export function moneyPower(measure: string): number | null {
  return MONEY_POWERS[measureKey(measure)] ?? null;
}
