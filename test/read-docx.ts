import { readPackage } from "../src/documents/word/package.js";
import { listParagraphs } from "../src/documents/word/word-xml.js";
import type { FakeOffice } from "./fake-office.js";

/** A document's text, a line a paragraph. */
export function textOf(office: FakeOffice, name: string): string {
  const xml = new TextDecoder().decode(readPackage(office.read(name)).get("word/document.xml"));
  return listParagraphs(xml)
    .map(({ text }) => text)
    .join("\n");
}

/** The numbered headings of its sections: "I. ĐẶC ĐIỂM TÌNH HÌNH". */
export function headingsOf(office: FakeOffice, name: string): string[] {
  return textOf(office, name)
    .split("\n")
    .filter((line) => /^(?:[IVX]+\. \p{Lu}{2}|Phần [IVX]+$)/u.test(line));
}
