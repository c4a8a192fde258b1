const DRAWING = /<w:drawing>(?:(?!<w:drawing>)[\s\S])*?<\/w:drawing>/g;
const CHOICE =
  /<mc:AlternateContent>\s*<mc:Choice\b[^>]*>\s*(<w:drawing>(?:(?!<w:drawing>)[\s\S])*?<\/w:drawing>)[\s\S]*?<\/mc:AlternateContent>/g;
const DESCRIBED =
  /<wp:docPr\b[^>]*?\b(?:descr|title)="\s*\{\{\s*@?\s*([a-z_]+)\s*\}\}\s*"[^>]*?(?:\/>|>[\s\S]*?<\/wp:docPr>)/;
const GRAPHIC = /<a:graphic\b[\s\S]*<\/a:graphic>/;

/**
 * Puts a chart in the place of a picture or shape whose alternative text is its placeholder, `{{bieu_do_diem}}`: where the officer
 * drew it and as large. A chart there is nothing to draw for takes the shape away.
 */
export function fillDrawings(xml: string, blocks: Readonly<Record<string, string>>): string {
  if (!DESCRIBED.test(xml)) return xml;
  const chosen = xml.replace(CHOICE, (whole, drawing: string) => (blockOf(drawing, blocks) === null ? whole : drawing));
  return chosen.replace(DRAWING, (drawing) => {
    const block = blockOf(drawing, blocks);
    if (block === null) return drawing;
    const graphic = GRAPHIC.exec(block)?.[0];
    const description = /<wp:docPr\b[^>]*\/>/.exec(block)?.[0];
    if (graphic === undefined || description === undefined) return "";
    return drawing.replace(DESCRIBED, () => description).replace(GRAPHIC, () => graphic);
  });
}

/** The XML of the block a drawing stands for; null when it is an ordinary picture, or the block is none of charts. */
function blockOf(drawing: string, blocks: Readonly<Record<string, string>>): string | null {
  const name = DESCRIBED.exec(drawing)?.[1] ?? "";
  const block = Object.hasOwn(blocks, name) ? (blocks[name] ?? null) : null;
  return block === null || (block !== "" && !block.includes("<c:chart ")) ? null : block;
}
