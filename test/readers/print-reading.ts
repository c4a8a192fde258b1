import { FORMATS, type SheetReading } from "../../src/readers/index.js";

/** JSON with a record, problem or skipped row to the line; what is null or empty is left out of records. */
export function printReading(reading: SheetReading): string {
  const { content, problems, skipped, file: _file, sheet, ...head } = reading;
  const fields = [
    "row",
    ...(FORMATS.find(({ id }) => id === content?.format)?.columns ?? []).map(({ field }) => field),
  ];
  const records = [...(content?.records ?? [])].map((record) => inOrder(record, fields));
  const lines = (items: readonly object[]): string => items.map((item) => `\n    ${JSON.stringify(item)}`).join(",");
  // Only a problem of another sheet of the workbook says its sheet.
  const shown = problems.map((problem) =>
    pick(problem, problem.sheet === sheet ? PROBLEM_KEYS : ["sheet", ...PROBLEM_KEYS]),
  );
  return `{
  "format": ${JSON.stringify(content?.format ?? null)},
${sheet === null ? "" : `  "sheet": ${JSON.stringify(sheet)},\n`}${Object.entries(head)
  .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`)
  .join("")}  "skipped": [${lines(skipped)}],
  "problems": [${lines(shown)}],
  "records": [${lines(records)}]
}
`;
}

const PROBLEM_KEYS = ["row", "column", "value", "severity", "code", "message", "hint"];

function inOrder(record: object, fields: readonly string[]): object {
  return pick(record, [...fields, ...Object.keys(record)], (value) => value !== null);
}

function pick(object: object, keys: readonly string[], wanted: (value: unknown) => boolean = () => true): object {
  const values = new Map<string, unknown>(Object.entries(object));
  const present = keys.filter((key) => values.has(key) && wanted(values.get(key)));
  return Object.fromEntries(present.map((key) => [key, values.get(key)]));
}
