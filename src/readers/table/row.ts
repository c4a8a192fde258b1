import { dropFormulaMark } from "../../domain/formula-mark.js";
import { formatDecimal, formatWhole } from "../../domain/number.js";
import type { Problem } from "../../domain/problem.js";
import { readDate } from "../cell/date.js";
import { isMissingMark, isMissingWord, readYesNo } from "../cell/marks.js";
import { type NumberReading, type NumberStyle, readNumber } from "../cell/number.js";
import { type CellTrouble, describeFault, describeNumberTrouble, describeWrongStyle } from "../cell/number-trouble.js";
import { findTextTrouble, ownText, startsWithLetter } from "../cell/text.js";
import { isMarkedFault, markedNumber } from "../cell/typed-cell.js";
import type { Table } from "./format.js";
import { columnLetter } from "./header-key.js";
import type { Inherited } from "./inherit.js";
import { MAX_CELL_CHARACTERS, proseText } from "./prose.js";
import { cellText, reportProblem } from "./table.js";

/** "30 điểm" under points. */
const POINTS = /(?<=\d)\s*điểm$/iu;

const HIDDEN = /[\u200B-\u200D\u2060]/;

type Severity = Problem["severity"];

/** One data row: each method reads a field's cell, or reports why it cannot and gives null. */
export class Row {
  /** Whether a cell had an error; such a row makes no record. */
  failed = false;
  /** Cleaned cells by column: most are asked for several times. */
  private readonly texts: (string | undefined)[] = [];

  constructor(
    private readonly table: Table,
    readonly cells: readonly string[],
    /** As Excel shows it. */
    readonly row: number,
    /** Texts taken from the rows above. */
    private readonly inherited: Inherited | null = null,
  ) {}

  /** How the sheet writes its numbers. */
  get style(): NumberStyle {
    return this.table.style;
  }

  /** The cell as it stands, cleaned; "" when blank, and when its formula gave no value, which is reported. */
  raw(field: string): string {
    const column = this.table.columns.get(field);
    if (column === undefined) return this.table.fixed.get(field) ?? "";
    const known = this.texts[column.index];
    if (known !== undefined) return known;
    const text = cellText(this.table, this.cells, field);
    const isFault = text !== "" && isMarkedFault(this.stored(field));
    this.texts[column.index] = isFault ? "" : text;
    if (!isFault) return text;
    const severity = column.kind === "stated-number" ? "warning" : "error";
    this.report(field, describeFault(text, `${columnLetter(column.index)}${this.row}`), severity);
    return "";
  }

  /** The cell with its mark. */
  private stored(field: string): string {
    return this.cells[this.table.columns.get(field)?.index ?? -1] ?? "";
  }

  /** null when blank or only a dash. */
  text(field: string): string | null {
    const text = this.inherited?.get(field) ?? this.raw(field);
    if (text === "" || isMissingMark(text)) return null;
    const trouble = findTextTrouble(text);
    return trouble === null ? dropFormulaMark(text) : this.report(field, trouble);
  }

  /** Sentences, their line breaks kept (`proseText`); null when blank or only a dash. */
  prose(field: string): string | null {
    // Asked first: a formula that gave no value is reported there.
    const line = this.raw(field);
    if (line === "" || isMissingMark(line)) return null;
    const text = proseText(this.stored(field));
    const trouble = findTextTrouble(text.replace(/[\n\t]/g, " "));
    if (trouble !== null) return this.report(field, trouble);
    if (text.length <= MAX_CELL_CHARACTERS) return text;
    return this.report(field, {
      code: "text-too-long",
      message: `Ô này dài hơn ${MAX_CELL_CHARACTERS.toLocaleString("vi")} ký tự, Excel không giữ được.`,
      hint: "Tách thành nhiều dòng của bảng, mỗi dòng một đoạn.",
    });
  }

  /** The same of a text that repeats from row to row (a measure): looked at once. */
  label(field: string): string | null {
    return this.remember(field, this.table.sound.labels, this.text);
  }

  /** What `read` makes of the cell; from memory when it was read of the same cell before and nothing was wrong with it. */
  private remember(field: string, sound: Map<string, string>, read: (field: string) => string | null): string | null {
    const stored = this.inherited?.has(field) === true ? "" : this.stored(field);
    const known = sound.get(stored);
    if (known !== undefined) return known;
    const before = this.table.problems.length;
    const text = read.call(this, field);
    const isSound = text !== null && stored !== "" && this.table.problems.length === before;
    if (!isSound || text.length > LABEL_LENGTH || sound.size >= LABEL_LIMIT) return text;
    const own = ownText(text);
    sound.set(stored === text ? own : ownText(stored), own);
    return own;
  }

  /** Text that must be there; a column that is missing altogether was reported at the header. */
  required(field: string): string | null {
    const text = this.text(field);
    if (text === null && !this.failed && this.table.columns.has(field)) {
      this.report(field, {
        code: "missing-value",
        message: "Ô này còn trống.",
        hint: "Ghi nội dung vào ô, hoặc xóa cả dòng nếu không dùng.",
      });
    }
    return text;
  }

  /** The name of somebody or something: text that must be there and has a letter in it. */
  name(field: string): string | null {
    return this.remember(field, this.table.sound.names, this.readName);
  }

  private readName(field: string): string | null {
    const text = this.required(field);
    if (text !== null && text.length > MAX_NAME_CHARACTERS) {
      return this.report(field, {
        code: "text-too-long",
        message: `Tên này dài hơn ${formatWhole(MAX_NAME_CHARACTERS)} ký tự.`,
        hint: "Ghi tên ngắn gọn; phần giải thích chuyển sang cột Ghi chú.",
      });
    }
    if (text !== null) this.warnHidden(field);
    if (text === null || startsWithLetter(text) || /\p{L}/u.test(text)) return text;
    return this.report(field, {
      code: "not-a-name",
      message: "Ô này cần một cái tên, không phải con số.",
      hint: "Kiểm tra xem các ô của dòng có bị lệch cột không, rồi ghi lại tên.",
    });
  }

  /** A plain decimal; null for blank and "chưa có số liệu". `severity` warning for figures that only stand beside ours. */
  number(field: string, severity: Severity = "error"): string | null {
    const text = this.raw(field).replace(POINTS, "");
    if (text === "" || isMissingMark(text)) return null;
    const reading = readNumber(text, this.table.style);
    if (reading !== null) return this.acceptNumber(field, reading, severity);
    return isMissingWord(text) ? null : this.report(field, describeNumberTrouble(text), severity);
  }

  /** The decimal of a cell that reads as a number; null, and reported, when it is written in the wrong style. */
  acceptNumber(field: string, reading: NonNullable<NumberReading>, severity: Severity = "error"): string | null {
    const typed = markedNumber(this.stored(field));
    if (typed !== null) return typed;
    if ("wrongStyle" in reading) return this.report(field, describeWrongStyle(reading.wrongStyle), severity);
    if (reading.other !== null) this.warnAmbiguous(field, reading.value, reading.other);
    return reading.value;
  }

  /** A count: whole, not negative. */
  whole(field: string): number | null {
    const value = this.number(field);
    if (value === null) return null;
    if (/^\d{1,15}$/.test(value) && !/[%‰]$/.test(this.raw(field))) return Number(value);
    return this.report(field, {
      code: "not-a-whole-number",
      message: "Ô này cần một số nguyên không âm.",
      hint: "Ghi số đếm, không có phần lẻ, ví dụ 25.",
    });
  }

  /** "2020" or "năm 2020". */
  year(field: string): number | null {
    const text = this.raw(field);
    if (text === "" || isMissingMark(text)) return null;
    // The usual cell, asked of each row.
    if (/^(?:19|20)\d\d$/.test(text)) return Number(text);
    const year = /^(?:năm\s*)?((?:19|20)\d{2})$/i.exec(text)?.[1];
    if (year !== undefined) return Number(year);
    return this.report(field, {
      code: "not-a-year",
      message: "Không phải là năm.",
      hint: "Ghi năm đủ bốn chữ số, ví dụ 2020.",
    });
  }

  /** YYYY-MM-DD; a bare year only where `yearAlone` allows it. */
  date(field: string, yearAlone: boolean): string | null {
    const text = this.raw(field);
    if (text === "" || isMissingMark(text)) return null;
    const reading = readDate(text);
    if ("date" in reading) return reading.date;
    if ("trouble" in reading) return this.report(field, reading.trouble);
    if (yearAlone) return reading.year;
    return this.report(field, {
      code: "not-a-date",
      message: "Mới có năm, thiếu ngày và tháng.",
      hint: "Ghi đủ ngày/tháng/năm, ví dụ 05/03/2021.",
    });
  }

  /** x, có, 1 / không, 0; null when blank. */
  yesNo(field: string): boolean | null {
    const text = this.raw(field);
    if (text === "" || isMissingMark(text)) return null;
    const answer = readYesNo(text);
    if (answer !== undefined) return answer;
    return this.report(field, {
      code: "not-yes-no",
      message: "Ô này cần câu trả lời có hoặc không.",
      hint: "Ghi “có” (hoặc x) hay “không”, để trống nếu chưa rõ.",
    });
  }

  /** One of the words `read` knows (it gives null for others); `wanted` lists them for the hint. */
  choice<T>(field: string, read: (text: string) => T | null, wanted: string): T | null {
    const text = this.inherited?.get(field) ?? this.raw(field);
    if (text === "" || isMissingMark(text)) return null;
    const value = read(text);
    if (value !== null) return value;
    return this.report(field, {
      code: "unknown-choice",
      message: "Không rõ giá trị này.",
      hint: `Ghi một trong các từ: ${wanted}.`,
    });
  }

  /** Puts the problem at the field's cell; an error spoils the row. Returns null for `return this.report(…)`. */
  report(field: string, trouble: CellTrouble, severity: Severity = "error"): null {
    const column = this.table.columns.get(field);
    const text = cellText(this.table, this.cells, field);
    reportProblem(this.table, {
      row: this.row,
      column: column?.header ?? null,
      index: column?.index,
      value: text === "" ? null : text,
      severity,
      ...trouble,
    });
    if (severity === "error") this.failed = true;
    return null;
  }

  /** A name with a zero-width character looks like another without it. */
  private warnHidden(field: string): void {
    const column = this.table.columns.get(field);
    if (column === undefined || !HIDDEN.test(this.cells[column.index] ?? "")) return;
    const trouble = {
      code: "hidden-character",
      message: "Tên có ký tự không nhìn thấy (độ rộng bằng không); đã đọc như không có ký tự ấy.",
      hint: "Nếu tên chưa đúng, hãy gõ lại ô này.",
    };
    this.report(field, trouble, "warning");
  }

  /** Says that a number was taken for `value` and could be `other`. */
  warnAmbiguous(field: string, value: string, other: string): void {
    const trouble = {
      code: "ambiguous-number",
      message: `Số này có thể hiểu là ${formatDecimal(value)} hoặc ${formatDecimal(other)}; đã đọc là ${formatDecimal(value)}.`,
      hint: "Nếu không đúng, hãy viết lại theo kiểu 1.234,5 (dấu chấm ngăn hàng nghìn, dấu phẩy thập phân).",
    };
    this.report(field, trouble, "warning");
  }
}

/** What is longer is no name, and comparing it with others would take long. */
const MAX_NAME_CHARACTERS = 1000;

/** What is longer is prose and seldom repeats. */
export const LABEL_LENGTH = 200;
const LABEL_LIMIT = 50_000;
