import { type Block, line, SIZE, TEXT_WIDTH } from "./decree30.js";
import { ruleUnder, TITLE_INDENT } from "./head.js";

export interface AppendixStart {
  /** `Phụ lục I`: only when there are two or more (Mẫu 2.1); null for a single one. */
  label: string | null;
  /** `DANH SÁCH …` in capitals; may be followed by a title line in small letters. */
  title: string;
  subtitle: string | null;
  /** `(Kèm theo Quyết định số … ngày … của …)` */
  accompanies: string;
}

/** The title of an appendix with its rule (Mẫu 2.1). The appendix is a section of its own: see `pageDocument`. */
export function appendixStart(start: AppendixStart): Block[] {
  return [
    ...(start.label === null ? [] : [line(start.label, { bold: true, align: "center", keepNext: true })]),
    line(start.title, { bold: true, align: "center", keepNext: true }),
    ...(start.subtitle === null
      ? []
      : [line(start.subtitle, { bold: true, align: "center", indent: TITLE_INDENT, keepNext: true })]),
    line(start.accompanies, { italics: true, align: "center", indent: TITLE_INDENT, keepNext: true }),
    ruleUnder(start.accompanies, {
      size: SIZE.body,
      bold: false,
      width: TEXT_WIDTH - 2 * TITLE_INDENT,
      kind: "short",
      outer: TITLE_INDENT,
    }),
    line("", { size: 6, keepNext: true }),
  ];
}
