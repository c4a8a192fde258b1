import { Document, FrameAnchorType, FrameWrap, HeightRule, PageOrientation, Paragraph } from "docx";
import { type Blank, type BlankField, PAPERS } from "../../domain/blank.js";
import { FONT, text } from "../decree30/decree30.js";
import { packTemplate } from "../template/pack-template.js";
import type { TemplateValues } from "../template/value.js";
import { wrapText } from "../word/text-width.js";
import { blankTag, blankText } from "./blank-text.js";

/** Share of the size of the table below which letters are not made smaller. */
const LEAST_SHARE = 0.6;
/** Of the size: from the top of a line of Times New Roman to what its letters stand on. */
const ASCENT = 0.891;

const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

/** How the texts of one certificate are printed on a blank. */
export interface FittedBlank {
  /** Points, of each place of the blank. */
  sizes: number[];
  /** Places whose text takes more lines than there are, even in the smallest letters. */
  overlong: BlankField[];
}

/**
 * The size each text is printed in: that of the table; where the text takes more lines than there are, a point less at a time down
 * to 60 %; a text that is still too long goes on to more lines.
 */
export function fitBlank({ fields }: Blank, values: TemplateValues): FittedBlank {
  const overlong: BlankField[] = [];
  const sizes = fields.map((place) => {
    const content = blankText(place.field, values);
    const fits = (size: number) => wrapText(content, twips(place.width), size, place.bold).length <= place.lines;
    let size = place.size;
    while (!fits(size) && size - 1 >= place.size * LEAST_SHARE) size--;
    if (!fits(size)) overlong.push(place);
    return size;
  });
  return { sizes, overlong };
}

/** A template that holds nothing but the texts of a certificate, each in a frame at its place on the sheet. */
export async function buildBlankTemplate({ paper, fields }: Blank, sizes: readonly number[]): Promise<Uint8Array> {
  const { width, height } = PAPERS[paper];
  const margin = { top: 0, bottom: 0, left: 0, right: 0, header: 0, footer: 0, gutter: 0 };
  const document = new Document({
    creator: "",
    lastModifiedBy: "",
    styles: { default: { document: { run: { font: { ascii: FONT, hAnsi: FONT, cs: FONT, eastAsia: FONT } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(height), height: twips(width), orientation: PageOrientation.LANDSCAPE },
            margin,
          },
        },
        children: [
          ...fields.map((place, index) => framed(place, sizes[index] ?? place.size)),
          new Paragraph({ spacing: { line: 20, lineRule: "exact" } }),
        ],
      },
    ],
  });
  return packTemplate(document);
}

function framed(place: BlankField, size: number): Paragraph {
  const { field, left, baseline, width, align, bold, italics } = place;
  return new Paragraph({
    alignment: align,
    spacing: { before: 0, after: 0, line: 240, lineRule: "auto" },
    frame: {
      type: "absolute",
      position: { x: twips(left), y: twips(baseline) - Math.round(size * 20 * ASCENT) },
      width: twips(width),
      height: Math.round(size * 20 * 1.15) * place.lines,
      rule: HeightRule.ATLEAST,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      wrap: FrameWrap.AROUND,
    },
    children: [text(blankTag(field), { size, bold, italics })],
  });
}
