/** What a file is by its first bytes, whatever its name says. `ole` is the container of old Excel and of locked files. */
export type FileKind = "zip" | "ole" | "html" | "text";

/** An .xlsx or .ods is a zip; an HTML table or XML sheet is often named .xls or .csv. Everything else is taken as text. */
export function sniffFile(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString("latin1");
  if (ZIP.some((start) => head.startsWith(start))) return "zip";
  if (head.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) return "ole";
  // UTF-16 has a zero beside each ASCII letter; a BOM stands first in any encoding.
  const plain = head.replaceAll("\u0000", "").replace(/^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, "");
  return MARKUP.test(plain) ? "html" : "text";
}

/** A part follows, the archive is empty, or it is one of several volumes. */
const ZIP = ["PK\u0003\u0004", "PK\u0005\u0006", "PK\u0007\u0008"];
const MARKUP = /^\s*(<!--[\s\S]*?-->\s*)*<(!doctype|html|head|body|meta|table|style|div|\?xml)\b/i;
