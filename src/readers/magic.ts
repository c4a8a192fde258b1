/** Whether the bytes are a zip file or an old Office file, as workbooks are, whatever the file's name says. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return isZip(bytes) || isOldOffice(bytes);
}

/** "PK" and the kind of the first record: a part, or the directory of an empty zip. */
function isZip(bytes: Uint8Array): boolean {
  const [p, k, kind, next] = bytes;
  return p === 0x50 && k === 0x4b && ((kind === 3 && next === 4) || (kind === 5 && next === 6));
}

/** The container of .xls, and of an .xlsx that opens with a password. */
export function isOldOffice(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}
