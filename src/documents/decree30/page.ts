import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  LineRuleType,
  PageOrientation,
  Paragraph,
  SectionType,
  SimpleField,
} from "docx";
import { type Block, FONT, PAGE, SIZE } from "./decree30.js";

export interface PageSection {
  children: readonly Block[];
  landscape?: boolean;
  /** Twips on every side; absent: the margins of the decree. */
  margin?: number;
}

/** A4 sections, each beginning a page and counting its pages from 1; the number stands in the header from page 2 (Phụ lục I, Mục I). */
export function pageDocument(title: string, sections: readonly PageSection[]): Document {
  const fonts = { ascii: FONT, hAnsi: FONT, cs: FONT, eastAsia: FONT };
  const run = { font: fonts, size: SIZE.body * 2, sizeComplexScript: SIZE.body * 2 };
  const single = { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO };
  return new Document({
    title,
    creator: "",
    lastModifiedBy: "",
    styles: {
      default: {
        document: {
          run: { ...run, language: { value: "vi-VN", eastAsia: "vi-VN", bidirectional: "vi-VN" } },
          paragraph: { spacing: single },
        },
      },
      paragraphStyles: [
        { id: "Normal", name: "Normal", quickFormat: true, run, paragraph: { spacing: single } },
        { id: "Header", name: "header", basedOn: "Normal", run: { size: SIZE.body * 2 } },
        { id: SHORT_RULE, name: SHORT_RULE, basedOn: "Normal", quickFormat: true },
        { id: FULL_RULE, name: FULL_RULE, basedOn: "Normal", quickFormat: true },
      ],
    },
    sections: sections.map((section) => toSection(section)),
  });
}

/**
 * Styles of the empty paragraph whose border is the rule under a text: a third to a half of the line above it (issuer,
 * abstract), or exactly as long (motto). Filling a template measures the text again (`fitRules`), so the rule follows it.
 */
export const SHORT_RULE = "GachNgan";
export const FULL_RULE = "GachDai";

function toSection(section: PageSection): ISectionOptions {
  const orientation = section.landscape === true ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const all = section.margin;
  const margin =
    all !== undefined
      ? { top: all, bottom: all, left: all, right: all }
      : section.landscape === true
        ? { top: PAGE.left, bottom: PAGE.right, left: PAGE.top, right: PAGE.bottom }
        : { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.left, right: PAGE.right };
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: { width: PAGE.width, height: PAGE.height, orientation },
        margin: { ...margin, header: PAGE.header, footer: PAGE.header, gutter: 0 },
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: pageNumberHeader(), first: emptyHeader() },
    children: section.children,
  };
}

function pageNumberHeader(): Header {
  return new Header({
    children: [
      // A PAGE field without a cached result makes Word offer a repair.
      new Paragraph({ style: "Header", alignment: AlignmentType.CENTER, children: [new SimpleField("PAGE", "2")] }),
    ],
  });
}

function emptyHeader(): Header {
  return new Header({ children: [new Paragraph({ style: "Header" })] });
}
