import { readSheets, type SheetReading, type SheetsInput } from "../../src/readers/index.js";

/** The one reading of a CSV. */
export async function readSheet(input: SheetsInput): Promise<SheetReading> {
  const [reading, ...others] = await readSheets(input);
  if (reading === undefined || others.length > 0) throw new Error(`${input.file} is not one sheet`);
  return reading;
}
