import { isAll, isAny, isCapitals, type Piece, sizesOf } from "./frame/piece.js";
import { decimal, type Found, placeOf } from "./rule.js";

/** How a component is to look (Phụ lục I, Phần I, Mục V); what is absent is free. */
export interface ComponentStyle {
  /** Points, the least and the most. */
  sizes: readonly [number, number];
  bold?: boolean;
  italic?: boolean;
  capitals?: boolean;
  centred?: boolean;
}

/** What of a component's look differs, one finding a line. */
export function checkStyle(part: string, pieces: readonly (Piece | null)[], style: ComponentStyle): Found[] {
  return pieces.flatMap((piece) => {
    if (piece === null) return [];
    const faults = listFaults(piece, style);
    return faults.length === 0
      ? []
      : [{ place: placeOf(part, piece), found: faults.join(", "), wanted: describeStyle(style) }];
  });
}

function listFaults(piece: Piece, style: ComponentStyle): string[] {
  const { sizes, bold, italic, capitals, centred } = style;
  const wrongSizes = sizesOf(piece).filter((size) => size < sizes[0] - 0.01 || size > sizes[1] + 0.01);
  return [
    ...(wrongSizes.length === 0 ? [] : [`cỡ ${wrongSizes.map((size) => decimal(size)).join(" và ")}`]),
    ...(bold === true && !isAll(piece, "bold") ? ["không đậm"] : []),
    ...(bold === false && isAny(piece, "bold") ? ["đậm"] : []),
    ...(italic === true && !isAll(piece, "italic") ? ["không nghiêng"] : []),
    ...(italic === false && isAny(piece, "italic") ? ["nghiêng"] : []),
    ...(capitals === true && !isCapitals(piece.text) ? ["không viết hoa hết"] : []),
    ...(capitals === false && isCapitals(piece.text) ? ["in hoa"] : []),
    ...(centred === true && !isCentred(piece) ? ["không canh giữa"] : []),
  ];
}

/** A line that shares its paragraph with others is placed by tabs: where it stands cannot be told from its alignment. */
export function isCentred(piece: Piece): boolean {
  const { paragraph } = piece;
  if (/\t|[ \u00a0]{5,}/.test(paragraph.text)) return true;
  return paragraph.format.align === "center" || paragraph.isBoxed || paragraph.format.frameAlign === "center";
}

/** "chữ in hoa, cỡ 12–13, đứng, đậm, canh giữa". */
export function describeStyle({ sizes, bold, italic, capitals, centred }: ComponentStyle): string {
  return [
    ...(capitals === undefined ? [] : [capitals ? "chữ in hoa" : "chữ in thường"]),
    sizes[0] === sizes[1] ? `cỡ ${sizes[0]}` : `cỡ ${sizes[0]}–${sizes[1]}`,
    ...(italic === undefined ? [] : [italic ? "nghiêng" : "đứng"]),
    ...(bold === undefined ? [] : [bold ? "đậm" : "không đậm"]),
    ...(centred === true ? ["canh giữa"] : []),
  ].join(", ");
}
