import { constants, crc32, deflateRawSync } from "node:zlib";

/** One file of an archive, ready to be written anywhere in it. */
export interface ZipEntry {
  /** Local header and packed bytes. */
  chunks: readonly Uint8Array[];
  length: number;
  /** Its line in the directory, all but the offset. */
  directory: Buffer;
}

/** Bytes that are packed already, or a text that is put among them as it is. */
export type ZipPiece = { packed: Uint8Array; size: number; crc: (before: number) => number };

const LOCAL = 30;
const DIRECTORY = 46;
const OFFSET_AT = 42;
/** 01/01/1980, 00:00, as zip files write it: the same files give the same archive on any day. */
const DATE = 0x0021;
const UTF8_NAMES = 0x0800;
/** An empty block with the mark of the last one. */
const END_OF_DATA = Buffer.from([0x03, 0x00]);
const LONGEST_STORED = 0xffff;

/** A part deflated as one; for parts that every document of a batch has. */
export function deflateEntry(name: string, data: Uint8Array): ZipEntry {
  return makeEntry(name, [deflateRawSync(data, { level: 9 })], data.length, crc32(data));
}

/** A file that is packed already, as it is. */
export function storeEntry(name: string, data: Uint8Array): ZipEntry {
  return makeEntry(name, [data], data.length, crc32(data), STORED);
}

/** A part put together from pieces. */
export function joinEntry(name: string, pieces: readonly ZipPiece[]): ZipEntry {
  let size = 0;
  let crc = 0;
  for (const piece of pieces) {
    size += piece.size;
    crc = piece.crc(crc);
  }
  return makeEntry(name, [...pieces.map(({ packed }) => packed), END_OF_DATA], size, crc);
}

/** Deflated by itself and ended at a whole byte, so that any piece may follow. */
export function deflatePiece(data: Uint8Array): ZipPiece {
  const packed = deflateRawSync(data, { level: 9, finishFlush: constants.Z_SYNC_FLUSH });
  return { packed, size: data.length, crc: (before) => crc32(data, before) };
}

/** Not deflated: for what differs in every document. */
export function storePiece(data: Uint8Array): ZipPiece {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += LONGEST_STORED) {
    const block = data.subarray(at, at + LONGEST_STORED);
    const head = Buffer.alloc(5);
    head.writeUInt16LE(block.length, 1);
    head.writeUInt16LE(~block.length & 0xffff, 3);
    blocks.push(head, block);
  }
  return { packed: Buffer.concat(blocks), size: data.length, crc: (before) => crc32(data, before) };
}

const STORED = 0;
const DEFLATED = 8;

function makeEntry(
  name: string,
  packed: readonly Uint8Array[],
  size: number,
  crc: number,
  method = DEFLATED,
): ZipEntry {
  const nameBytes = Buffer.from(name, "utf8");
  const packedSize = packed.reduce((sum, chunk) => sum + chunk.length, 0);
  const local = Buffer.alloc(LOCAL + nameBytes.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(nameBytes.length === name.length ? 0 : UTF8_NAMES, 6);
  local.writeUInt16LE(method, 8);
  local.writeUInt16LE(DATE, 12);
  local.writeUInt32LE(crc, 14);
  local.writeUInt32LE(packedSize, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(nameBytes.length, 26);
  nameBytes.copy(local, LOCAL);
  const directory = Buffer.alloc(DIRECTORY + nameBytes.length);
  directory.writeUInt32LE(0x02014b50, 0);
  directory.writeUInt16LE(20, 4);
  // From the version needed to the length of the name both headers are alike.
  local.copy(directory, 6, 4, LOCAL);
  nameBytes.copy(directory, DIRECTORY);
  return { chunks: [local, ...packed], length: local.length + packedSize, directory };
}

/** Most entries and bytes an archive may have without the extension few programs of offices read. */
export const MOST_ENTRIES = 0xffff;
const MOST_BYTES = 0xffffffff;

/** Writes an archive from its beginning to its end through `write`. Throws RangeError when it grows beyond what such an archive can hold. */
export function startZip(write: (chunk: Uint8Array) => void): { add(entry: ZipEntry): void; end(): void } {
  const directories: Buffer[] = [];
  let at = 0;
  return {
    add({ chunks, length, directory }) {
      if (directories.length === MOST_ENTRIES || at + length > MOST_BYTES) throw new RangeError("zip too big");
      const line = Buffer.from(directory);
      line.writeUInt32LE(at, OFFSET_AT);
      directories.push(line);
      for (const chunk of chunks) write(chunk);
      at += length;
    },
    end() {
      const size = directories.reduce((sum, line) => sum + line.length, 0);
      for (const line of directories) write(line);
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x06054b50, 0);
      end.writeUInt16LE(directories.length, 8);
      end.writeUInt16LE(directories.length, 10);
      end.writeUInt32LE(size, 12);
      end.writeUInt32LE(at, 16);
      write(end);
    },
  };
}

/** The whole archive in one piece. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const chunks: Uint8Array[] = [];
  const zip = startZip((chunk) => chunks.push(chunk));
  for (const entry of entries) zip.add(entry);
  zip.end();
  return Buffer.concat(chunks);
}
