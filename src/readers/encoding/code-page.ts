/** Single-byte code pages of Windows: text ↔ the bytes that would be shown as it. */
export type CodePage = "windows-1252" | "windows-1258";

/** Bytes → text as that code page shows them, not yet composed: windows-1258 keeps some tones as characters of their own. */
export function readCodePage(bytes: Uint8Array, page: CodePage): string {
  return new TextDecoder(page).decode(bytes);
}

/** The bytes that the code page shows as this text; null when it has a character the page does not have. */
export function writeCodePage(text: string, page: CodePage): Uint8Array | null {
  const known = byteOf(page);
  const bytes: number[] = [];
  for (const char of text) {
    const byte = known.get(char);
    if (byte !== undefined) {
      bytes.push(byte);
      continue;
    }
    // "ế" is two bytes of windows-1258: ê and the tone.
    const [letter = "", tone = ""] = splitTone(char);
    const [first, second] = [known.get(letter), known.get(tone)];
    if (first === undefined || second === undefined) return null;
    bytes.push(first, second);
  }
  return Uint8Array.from(bytes);
}

function splitTone(char: string): [string, string] {
  const apart = char.normalize("NFD");
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(apart)?.[0] ?? "";
  return [apart.replace(tone, "").normalize("NFC"), tone];
}

const tables = new Map<CodePage, Map<string, number>>();

function byteOf(page: CodePage): Map<string, number> {
  const known = tables.get(page);
  if (known !== undefined) return known;
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const table = new Map([...readCodePage(all, page)].map((char, byte) => [char, byte]));
  // Some programs show the bytes 80 to 9F as the control characters of ISO 8859-1.
  for (let byte = 0x80; byte < 0xa0; byte++) table.set(String.fromCharCode(byte), byte);
  tables.set(page, table);
  return table;
}
