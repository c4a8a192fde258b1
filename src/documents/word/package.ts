import { crc32, inflateRawSync } from "node:zlib";
import PizZip from "pizzip";
import { type ForeignFile, nameForeignFile, nameForeignPackage } from "./foreign-file.js";

/** The parts of a .docx by name, in the order of the file. */
export type Package = Map<string, Uint8Array>;

/** Why a file is not a Word document we can open. */
export type PackageFault = ForeignFile | "damaged" | "too-big";

/** Thrown by `readPackage`; told to people by `checkTemplate`. */
export class PackageError extends Error {
  override readonly name = "PackageError";

  constructor(readonly fault: PackageFault) {
    super(fault);
  }
}

/** A real template has some 20 parts and well under 1 MB of XML: far more is a bomb or a mistake. */
const MOST = { entries: 1000, partBytes: 32 * 2 ** 20, totalBytes: 96 * 2 ** 20 };

/** Opens a .docx that a template can be. */
export function readPackage(bytes: Uint8Array): Package {
  const parts = readParts(bytes);
  const foreign = nameForeignPackage(parts);
  if (foreign !== null) throw new PackageError(foreign);
  if (!parts.has("word/document.xml")) throw new PackageError("not-word");
  return parts;
}

/**
 * The parts of any Office file. What the directory claims is held against the limits first, then against what the parts really hold.
 * Which part is the document is for the caller to find.
 */
export function readParts(bytes: Uint8Array): Package {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 4 || file.readUInt32LE(0) !== 0x04034b50) throw new PackageError(nameForeignFile(file));
  try {
    return readEntries(file);
  } catch (error) {
    // Every offset comes from the file: one that points nowhere is damage, not a bug.
    throw error instanceof PackageError ? error : new PackageError("damaged");
  }
}

function readEntries(file: Buffer): Package {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new PackageError("damaged");
  const count = file.readUInt16LE(end + 10);
  if (count > MOST.entries) throw new PackageError("too-big");
  const parts: Package = new Map();
  let total = 0;
  let at = file.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry++) {
    if (file.readUInt32LE(at) !== 0x02014b50) throw new PackageError("damaged");
    const size = file.readUInt32LE(at + 24);
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString("utf8", at + 46, at + 46 + nameLength);
    total += size;
    if (size > MOST.partBytes || total > MOST.totalBytes) throw new PackageError("too-big");
    if ((file.readUInt16LE(at + 8) & 1) !== 0) throw new PackageError("encrypted");
    if (!name.endsWith("/")) {
      if (parts.has(name)) throw new PackageError("damaged");
      parts.set(name, readEntry(file, at, size));
    }
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

function readEntry(file: Buffer, at: number, size: number): Uint8Array {
  const method = file.readUInt16LE(at + 10);
  const packedSize = file.readUInt32LE(at + 20);
  const local = file.readUInt32LE(at + 42);
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  const packed = file.subarray(start, start + packedSize);
  if (method !== 0 && method !== 8) throw new PackageError("damaged");
  const data = method === 0 ? packed : size === 0 ? Buffer.alloc(0) : inflateRawSync(packed, { maxOutputLength: size });
  if (data.length !== size || crc32(data) !== file.readUInt32LE(at + 16)) throw new PackageError("damaged");
  return data;
}

/**
 * The same parts give the same bytes, on every machine: fixed order, one fixed time, no platform attributes, and a deflate
 * written in JavaScript (the one built into Node differs between versions and processors).
 */
export function writePackage(parts: ReadonlyMap<string, Uint8Array | string>): Uint8Array {
  const zip = new PizZip();
  // Zip times are local without a zone: a date made of local parts is the same in every zone.
  const date = new Date(1980, 0, 1);
  for (const name of [...parts.keys()].sort(byPartOrder)) {
    const data = parts.get(name) ?? "";
    zip.file(name, typeof data === "string" ? Buffer.from(data, "utf8") : data, {
      date,
      createFolders: false,
      binary: true,
    });
  }
  return zip.generate({
    type: "uint8array",
    compression: "DEFLATE",
    compressionOptions: { level: 6 },
    platform: "DOS",
  });
}

const FIRST = ["[Content_Types].xml", "_rels/.rels", "word/document.xml"];

/** How the parts of our files follow each other. */
export function byPartOrder(a: string, b: string): number {
  const rank = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/** Sets the dates in docProps/core.xml, so that they tell of the document and not of the moment it was written. `date`: YYYY-MM-DD. */
export function stampDate(coreXml: string, date: string): string {
  return coreXml.replace(
    /(<dcterms:(created|modified)\b[^>]*>)[^<]*(<\/dcterms:\2>)/g,
    (_whole, open: string, _name: string, close: string) => `${open}${date}T00:00:00Z${close}`,
  );
}
