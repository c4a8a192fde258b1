import type { Paragraph } from "docx";
import { body, line, text } from "./decree30.js";

/** Căn cứ, Theo đề nghị: italic (Phụ lục I, II.6a); the caller ends each line with ";" and the last with ".". */
export function legalBasis(content: string): Paragraph {
  return body(content, { italics: true });
}

/** The issuing authority of a decision, in capitals between the abstract and the căn cứ (Mẫu 1.2). */
export function authorityLine(content: string): Paragraph {
  return line(content, { bold: true, align: "center", before: 12, after: 6, keepNext: true });
}

/** `QUYẾT ĐỊNH:` between the căn cứ and Điều 1. */
export function resolution(content: string): Paragraph {
  return line(content, { bold: true, align: "center", before: 12, after: 6, keepNext: true });
}

/** `Điều N.` in bold and its text. */
export function article(label: string, content: string, style: { keepNext?: boolean } = {}): Paragraph {
  return body([text(`${label} `, { bold: true }), text(content)], style);
}

/** `Phần I` on a line of its own (Phụ lục I, II.6đ: Roman numerals) and its title in capitals beneath. */
export function partHeading(label: string, title: string): Paragraph[] {
  return [
    line(label, { bold: true, align: "center", before: 12, keepNext: true }),
    line(title, { bold: true, align: "center", after: 6, keepNext: true }),
  ];
}

/** `I. ĐẶC ĐIỂM TÌNH HÌNH`: Roman numeral, capitals, bold. */
export function sectionHeading(content: string): Paragraph {
  return body(content, { bold: true, keepNext: true, outline: 1, align: "left" });
}

/** `1. Về trồng rừng`: Arabic numeral, bold. */
export function subsectionHeading(content: string): Paragraph {
  return body(content, { bold: true, keepNext: true, outline: 2, align: "left" });
}

/** `Kính gửi:` of a submission or of a report to the level above. */
export function addressee(content: string): Paragraph {
  return line(content, { align: "center", before: 12, after: 6 });
}
