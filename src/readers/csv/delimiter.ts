export const DELIMITERS = [";", ",", "\t", "|"] as const;

/** Excel's first line `sep=;`: the delimiter it names, or null. */
export function readSepLine(text: string): string | null {
  return /^"?sep=(.)"?[\s]*?(\r\n|\n|\r|$)/i.exec(text)?.[1] ?? null;
}

/**
 * Delimiters by how regularly they stand outside quotes in the first records: share of the records that have the most
 * common count × log2(1 + that count). Those that never occur are left out.
 */
export function rankDelimiters(text: string): string[] {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreCounts(countPerRecord(text, delimiter)) }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ delimiter }) => delimiter);
}

const SAMPLE_RECORDS = 50;

function countPerRecord(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let blank = true;
  for (let index = 0; index < text.length && counts.length < SAMPLE_RECORDS; index++) {
    const char = text[index];
    if (char === '"') quoted = !quoted;
    if (quoted) continue;
    if (char === "\n" || char === "\r") {
      if (!blank) counts.push(count);
      count = 0;
      blank = true;
    } else {
      blank = false;
      if (char === delimiter) count++;
    }
  }
  if (!blank && counts.length < SAMPLE_RECORDS) counts.push(count);
  return counts;
}

function scoreCounts(counts: readonly number[]): number {
  const frequency = new Map<number, number>();
  for (const count of counts) if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, records] of frequency) best = Math.max(best, (records / counts.length) * Math.log2(1 + count));
  return best;
}
