import { foldKey } from "./name.js";

/** Comparison key of a measure: "Tr.đ" and "triệu đồng", "tỉ đồng" and "tỷ đồng", "m³" and "m3" are one. */
export function measureKey(measure: string): string {
  return foldKey(measure.normalize("NFKC"))
    .replace(/[().]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(ty|ti)( ?d| dong| vnd)?$/, "ty dong")
    .replace(/^(trieu|tr)( ?d| dong| vnd)?$/, "trieu dong")
    .replace(/^(nghin|ngan|ng|1 ?000)( ?d| dong| vnd)$/, "nghin dong")
    .replace(/^(d|vnd)$/, "dong")
    .replace(/^phan tram$/, "%");
}

const MONEY_POWERS: Readonly<Record<string, number>> = { dong: 0, "nghin dong": 3, "trieu dong": 6, "ty dong": 9 };

/** How many đồng one of the measure is, as a power of ten: triệu đồng → 6; null when it measures no Vietnamese money. */
export function moneyPower(measure: string): number | null {
  return MONEY_POWERS[measureKey(measure)] ?? null;
}
