import { cellWidth, glyphWidth, splitGlyphs } from "./cell-width.js";

/**
 * Breaks at blanks; a single word longer than the width is broken within. Nothing is lost. Lines after the first begin
 * with `indent`.
 */
export function wrapWords(text: string, width: number, indent = ""): string[] {
  if (cellWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  let isEmpty = true;
  const end = () => {
    lines.push(line);
    line = indent;
    isEmpty = true;
  };
  for (const word of text.split(" ")) {
    const joined = isEmpty ? line + word : `${line} ${word}`;
    if (cellWidth(joined) > width) {
      if (!isEmpty) end();
      for (const glyph of splitGlyphs(word)) {
        if (!isEmpty && cellWidth(line) + glyphWidth(glyph) > width) end();
        line += glyph;
        isEmpty = false;
      }
    } else {
      line = joined;
      isEmpty = false;
    }
  }
  return [...lines, line];
}

/** A sentence for people under `lead` ("• "), its further lines below its first word; `width` null: one line. */
export function wrapSentence(lead: string, text: string, width: number | null): string {
  const line = lead + text;
  return width === null ? line : wrapWords(line, width, " ".repeat(cellWidth(lead))).join("\n");
}
