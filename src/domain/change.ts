/** One field of one record whose stored value an import replaced. */
export interface Change {
  /** Row of the sheet, as Excel shows it. */
  row: number;
  /** What the record is of: { unit, indicator }, { criterion } … */
  key: Record<string, string>;
  /** Record field: planned, direction, role … */
  field: string;
  /** As stored: decimals plain, dates YYYY-MM-DD; null = there was nothing. */
  old: string | number | boolean | null;
  new: string | number | boolean | null;
}

/** The fields in which `next` differs from `before`; empty when it is the same. */
export function listChanges<T extends Record<string, Change["new"]>>(
  before: T,
  next: T,
  place: Pick<Change, "row" | "key">,
): Change[] {
  return Object.keys(next).flatMap((field) => {
    const [old, now] = [before[field] ?? null, next[field] ?? null];
    return old === now ? [] : [{ ...place, field, old, new: now }];
  });
}
