/** What a file turned out to be that is no Word document we can fill. */
export type ForeignFile =
  | "not-word"
  | "empty"
  | "owner-file"
  | "pdf"
  | "rtf"
  | "html"
  | "flat-xml"
  | "old-word"
  | "old-or-encrypted"
  | "encrypted"
  | "open-document"
  | "spreadsheet"
  | "slides"
  | "macro-document"
  | "word-template";

/** What a file without the signature of a zip is. */
export function nameForeignFile(file: Buffer): ForeignFile {
  if (file.length === 0) return "empty";
  if (file.length >= 4 && file.readUInt32BE(0) === 0xd0cf11e0) {
    if (file.includes(Buffer.from("EncryptedPackage", "utf16le"))) return "encrypted";
    return file.includes(Buffer.from("WordDocument", "utf16le")) ? "old-word" : "old-or-encrypted";
  }
  // Word's note of who has a document open: the length of a name, the name, blanks.
  if (file.length === 162 && (file[0] ?? 0) <= 54) return "owner-file";
  const start = file
    .toString("latin1", 0, 1024)
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  if (start.startsWith("%PDF")) return "pdf";
  if (start.startsWith("{\\rtf")) return "rtf";
  if (/^<\?xml[\s\S]*(?:<\?mso-application progid="Word|<pkg:package)/.test(start)) return "flat-xml";
  return /^<(?:!doctype html|html|meta|head)/i.test(start) ? "html" : "not-word";
}

/** What a zip with these parts is; null: a Word document. */
export function nameForeignPackage(parts: ReadonlyMap<string, Uint8Array>): ForeignFile | null {
  const read = (name: string) => new TextDecoder().decode(parts.get(name));
  if (read("mimetype").startsWith("application/vnd.oasis.opendocument")) return "open-document";
  const types = read("[Content_Types].xml");
  if (types.includes("spreadsheetml.sheet.main") || parts.has("xl/workbook.xml")) return "spreadsheet";
  if (parts.has("ppt/presentation.xml")) return "slides";
  if (/ms-word\.(document|template)\.macroEnabled/.test(types)) return "macro-document";
  if (types.includes("wordprocessingml.template.main")) return "word-template";
  return [...parts.keys()].some((name) => /^word\/document\d*\.xml$/.test(name)) ? null : "not-word";
}
