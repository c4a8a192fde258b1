/**
 * The only door to hucre, which reads and writes .xlsx. Whoever needs it asks here, so that it is loaded when there is
 * an .xlsx to read and not before.
 */
export async function loadHucre() {
  const { readXlsx } = await import("hucre/xlsx");
  return { readXlsx };
}

type Hucre = Awaited<ReturnType<typeof loadHucre>>;

/** A sheet as hucre reads it: rows of values, and in `cells` the formulas, styles and errors. */
export type HucreSheet = Awaited<ReturnType<Hucre["readXlsx"]>>["sheets"][number];
