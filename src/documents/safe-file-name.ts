/** NTFS allows 255 UTF-16 units, ext4 255 bytes; the rest leaves room for temporary names and long folders. */
const MOST_UNITS = 120;
const MOST_BYTES = 255;

/** Device names Windows reserves, with any extension. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** Whether Windows keeps this name for a device, whatever its ending. */
export function isReservedName(name: string): boolean {
  return RESERVED.test(name);
}

/**
 * A file name made from data: no path parts, nothing Windows refuses, NFC, short enough, and unlike every name in `taken`
 * (compared without case). The name is added to `taken`. `extension` without the dot.
 */
export function safeFileName(text: string, extension: string, taken: Set<string>): string {
  const stem = cleanStem(text);
  for (let copy = 1; ; copy++) {
    const suffix = `${copy === 1 ? "" : ` (${copy})`}.${extension}`;
    const name = shorten(stem, suffix) + suffix;
    const key = name.toLowerCase();
    if (!taken.has(key)) {
      taken.add(key);
      return name;
    }
  }
}

function cleanStem(text: string): string {
  const clean = trimEnds(
    text
      .normalize("NFC")
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu, "")
      .replace(/[\\/:*?"<>|]+/g, "-")
      .replace(/\s+/g, " "),
  );
  const named = clean === "" ? "van-ban" : clean;
  return isReservedName(named) ? `_${named}` : named;
}

function shorten(stem: string, suffix: string): string {
  let letters = [...stem];
  const tooLong = () => {
    const name = letters.join("") + suffix;
    return name.length > MOST_UNITS || Buffer.byteLength(name, "utf8") > MOST_BYTES;
  };
  while (letters.length > 1 && tooLong()) letters = letters.slice(0, -1);
  return trimEnds(letters.join("")) || "_";
}

/** Windows drops trailing dots and blanks; a leading dot hides a file, a leading hyphen looks like an option. */
function trimEnds(text: string): string {
  return text.replace(/^[\s.-]+|[\s.]+$/g, "");
}
