/** Why a CSV cannot be split into cells: a quote in the wrong place, told where its cell begins, or a record too long. */
export interface QuoteTrouble {
  kind: "unclosed-quote" | "misplaced-quote" | "long-record";
  /** Record (row as Excel shows it) in which the bad cell opens. */
  row: number;
  /** Offset in the text where that record begins. */
  recordStart: number;
  /** No quote closes the cell up to the end of the text. */
  isOpen: boolean;
}

/** The first trouble, or null when each quoted cell is closed properly. Quotes inside unquoted cells are no trouble. */
export function findQuoteTrouble(text: string, delimiter: string, maxRecord: number): QuoteTrouble | null {
  let row = 1;
  let recordStart = 0;
  let index = 0;
  while (index < text.length) {
    if (text[index] === '"') {
      const close = findClosingQuote(text, index);
      if (close === null) return { kind: "unclosed-quote", row, recordStart, isOpen: true };
      const after = text[close + 1];
      const closesCell = after === undefined || after === delimiter || after === "\n" || after === "\r";
      if (!closesCell) {
        // A line break inside means the quote swallowed rows: the closing one belongs to another cell.
        const swallowed = /[\r\n]/.test(text.slice(index, close));
        return { kind: swallowed ? "unclosed-quote" : "misplaced-quote", row, recordStart, isOpen: false };
      }
      index = close + 1;
    } else {
      while (index < text.length && text[index] !== delimiter && text[index] !== "\n" && text[index] !== "\r") index++;
    }
    if (index - recordStart > maxRecord) return { kind: "long-record", row, recordStart, isOpen: false };
    if (text[index] === delimiter) {
      index++;
    } else if (index < text.length) {
      index += text[index] === "\r" && text[index + 1] === "\n" ? 2 : 1;
      row++;
      recordStart = index;
    }
  }
  return null;
}

function findClosingQuote(text: string, open: number): number | null {
  let index = text.indexOf('"', open + 1);
  while (index >= 0 && text[index + 1] === '"') index = text.indexOf('"', index + 2);
  return index < 0 ? null : index;
}
