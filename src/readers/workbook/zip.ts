import { crc32, inflateRawSync } from "node:zlib";
import { refuse, refuseDamaged } from "./workbook-refusal.js";

/** A part of a zip file, as its central directory describes it. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  compressedSize: number;
  /** Bytes when unpacked; a claim that `unpackEntry` holds the part to. */
  size: number;
  crc: number;
  /** Where its local header stands. */
  offset: number;
}

const MEGABYTE = 1024 * 1024;
const MAX_FILE = 64 * MEGABYTE;
const MAX_UNPACKED = 256 * MEGABYTE;
const MAX_PART = 100 * MEGABYTE;
const MAX_ENTRIES = 2000;
/** Spreadsheets pack 5 to 40 times; only parts that could hurt are held to this. */
const MAX_RATIO = 200;
const RATIO_FROM = MEGABYTE;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const WIDE_END = 0x06064b50;
const WIDE_LOCATOR = 0x07064b50;
const WIDE_FIELD = 0x0001;
/** A field too small for its number, which then stands in a zip64 field. */
const SENTINEL_16 = 0xffff;
const SENTINEL_32 = 0xffffffff;

const SMALLER =
  "Xóa hình ảnh, trang tính và định dạng không cần, hoặc lưu riêng bảng số liệu sang tệp mới rồi nạp tệp đó.";
const SAVE_AGAIN = "Mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As) kiểu .xlsx, rồi nạp tệp vừa lưu.";

/** The parts of a zip file, after everything that could make unpacking it dangerous has been refused. */
export function listZipEntries(bytes: Uint8Array): ZipEntry[] {
  if (bytes.length > MAX_FILE) refuse("file-too-large", "Tệp lớn quá 64 MB.", SMALLER);
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { start, count, end } = findDirectory(data);
  const entries: ZipEntry[] = [];
  let position = start;
  for (let index = 0; index < count; index++) {
    if (position + 46 > end || data.readUInt32LE(position) !== DIRECTORY_ENTRY) refuseDamaged();
    const nameEnd = position + 46 + data.readUInt16LE(position + 28);
    if (nameEnd > end) refuseDamaged();
    if ((data.readUInt16LE(position + 8) & 1) !== 0) refusePassword();
    const extraEnd = nameEnd + data.readUInt16LE(position + 30);
    if (extraEnd > end) refuseDamaged();
    // In this order a zip64 field holds those of them that did not fit.
    const [size = 0, compressedSize = 0, offset = 0] = widenFields(
      [24, 20, 42].map((field) => data.readUInt32LE(position + field)),
      data.subarray(nameEnd, extraEnd),
    );
    const name = data.toString("utf8", position + 46, nameEnd);
    const [method, crc] = [data.readUInt16LE(position + 10), data.readUInt32LE(position + 16)];
    entries.push({ name, method, crc, compressedSize, size, offset });
    position = extraEnd + data.readUInt16LE(position + 32);
  }
  checkNames(entries);
  checkSizes(entries, start);
  return entries;
}

/** Throws the refusal of a file that opens with a password. */
export function refusePassword(): never {
  return refuse(
    "password-file",
    "Tệp được đặt mật khẩu nên không mở được.",
    "Mở tệp bằng Excel hoặc LibreOffice, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), lưu lại rồi nạp.",
  );
}

function findDirectory(data: Buffer): { start: number; count: number; end: number } {
  // The end record is 22 bytes and a comment of at most 65,535.
  const first = Math.max(0, data.length - 22 - SENTINEL_16);
  let end = data.length - 22;
  while (end >= first && data.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < first) refuseDamaged();
  const isWide = data.readUInt16LE(end + 10) === SENTINEL_16 || data.readUInt32LE(end + 16) === SENTINEL_32;
  const { count, start } = isWide
    ? findWideDirectory(data, end)
    : { count: data.readUInt16LE(end + 10), start: data.readUInt32LE(end + 16) };
  if (count > MAX_ENTRIES) {
    refuse("unsafe-zip", `Tệp nén có ${count} phần, quá giới hạn 2.000 phần.`, SAVE_AGAIN);
  }
  if (start > end || data.readUInt16LE(end + 8) !== data.readUInt16LE(end + 10)) refuseDamaged();
  return { start, count, end };
}

/** The zip64 end record, which some programs write whatever the size of the file. */
function findWideDirectory(data: Buffer, end: number): { start: number; count: number } {
  const locator = end - 20;
  if (locator < 0 || data.readUInt32LE(locator) !== WIDE_LOCATOR) refuseDamaged();
  const record = Number(data.readBigUInt64LE(locator + 8));
  if (record + 56 > locator || data.readUInt32LE(record) !== WIDE_END) refuseDamaged();
  return { count: Number(data.readBigUInt64LE(record + 32)), start: Number(data.readBigUInt64LE(record + 48)) };
}

/** 32-bit fields of an entry, those that say "too large" taken from its zip64 field; one that is not there is a damaged file. */
function widenFields(fields: readonly number[], extra: Buffer): number[] {
  if (!fields.includes(SENTINEL_32)) return [...fields];
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== WIDE_FIELD) at += 4 + extra.readUInt16LE(at + 2);
  let next = at + 4;
  return fields.map((field) => {
    if (field !== SENTINEL_32) return field;
    if (next + 8 > extra.length) return refuseDamaged();
    next += 8;
    return Number(extra.readBigUInt64LE(next - 8));
  });
}

function checkNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const key = name.replaceAll("\\", "/").toLowerCase();
    const outside = key.startsWith("/") || /^[a-z]:/.test(key) || key.split("/").includes("..") || key.includes("\0");
    if (outside || seen.has(key)) {
      const what = outside ? "có tên chỉ ra ngoài tệp" : "trùng tên với phần khác";
      refuse("unsafe-zip", `Trong tệp nén có phần ${what}, giống tệp bị sửa với ý xấu.`, SAVE_AGAIN);
    }
    seen.add(key);
  }
}

function checkSizes(entries: readonly ZipEntry[], directoryStart: number): void {
  let packed = 0;
  let unpacked = 0;
  for (const { size, compressedSize, offset } of entries) {
    packed += compressedSize;
    unpacked += size;
    if (size > MAX_PART) {
      refuse("unpacks-too-large", `Tệp có một phần bung ra ${inMegabytes(size)} MB, quá giới hạn 100 MB.`, SMALLER);
    }
    if (size > RATIO_FROM && size > compressedSize * MAX_RATIO) {
      refuse("unpacks-too-large", "Tệp có một phần nén quá 200 lần, giống tệp dùng để làm treo máy.", SAVE_AGAIN);
    }
    if (offset + 30 + compressedSize > directoryStart) refuseDamaged();
  }
  if (unpacked > MAX_UNPACKED) {
    refuse("unpacks-too-large", `Tệp bung ra ${inMegabytes(unpacked)} MB, quá giới hạn 256 MB.`, SMALLER);
  }
  // Parts that share bytes: a small file can then claim to hold a large one.
  if (packed > directoryStart) refuse("unsafe-zip", "Các phần trong tệp nén chồng lên nhau.", SAVE_AGAIN);
}

function inMegabytes(size: number): string {
  return String(Math.ceil(size / MEGABYTE));
}

/** The bytes of a part. A part that is longer than it claims, or not what its checksum says, is refused. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Buffer {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.readUInt32LE(entry.offset) !== LOCAL_HEADER) refuseDamaged();
  const start = entry.offset + 30 + data.readUInt16LE(entry.offset + 26) + data.readUInt16LE(entry.offset + 28);
  const packed = data.subarray(start, start + entry.compressedSize);
  if (packed.length !== entry.compressedSize) refuseDamaged();
  const unpacked = unpack(packed, entry);
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc) refuseDamaged();
  return unpacked;
}

function unpack(packed: Buffer, { method, size }: ZipEntry): Buffer {
  if (method === 0) return packed;
  if (method !== 8) return refuse("unsafe-zip", "Tệp nén bằng cách lạ mà Excel không dùng.", SAVE_AGAIN);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    return refuseDamaged();
  }
}
