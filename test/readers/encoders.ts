/**
 * Encoders of the old Vietnamese encodings, written from their published tables and independent of the readers: each gives the
 * bytes an old program would have saved. A letter the encoding does not have is an error of the test.
 */

const TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"] as const;

/** Vowel → bytes in TCVN 5712 (ABC): plain, then with ` ? ~ ' . */
const TCVN3: Record<string, string> = {
  a: "61 B5 B6 B7 B8 B9",
  ă: "A8 BB BC BD BE C6",
  â: "A9 C7 C8 C9 CA CB",
  e: "65 CC CE CF D0 D1",
  ê: "AA D2 D3 D4 D5 D6",
  i: "69 D7 D8 DC DD DE",
  o: "6F DF E1 E2 E3 E4",
  ô: "AB E5 E6 E7 E8 E9",
  ơ: "AC EA EB EC ED EE",
  u: "75 EF F1 F2 F3 F4",
  ư: "AD F5 F6 F7 F8 F9",
  y: "79 FA FB FC FD FE",
};
/** The fonts show ² where windows-1252 has it. */
const TCVN3_OTHERS: Record<string, number> = {
  đ: 0xae,
  Đ: 0xa7,
  Ă: 0xa1,
  Â: 0xa2,
  Ê: 0xa3,
  Ô: 0xa4,
  Ơ: 0xa5,
  Ư: 0xa6,
  "²": 0xb2,
};

/** A capital with a tone has no byte of its own: it is written as the small letter, which .VnTimeH shows as a capital. */
export function encodeTcvn3(text: string): Uint8Array {
  const known = new Map(Object.entries(TCVN3_OTHERS));
  for (const [vowel, bytes] of Object.entries(TCVN3)) {
    for (const [place, byte] of bytes.split(" ").entries()) {
      const letter = `${vowel}${TONES[place]}`.normalize("NFC");
      known.set(letter, Number.parseInt(byte, 16));
      if (!known.has(letter.toUpperCase()) && place > 0) known.set(letter.toUpperCase(), Number.parseInt(byte, 16));
    }
  }
  return Uint8Array.from(text.normalize("NFC"), (char) => byteOf(char, known));
}

const VNI_TONES: Record<string, string> = { "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0301": "ù", "\u0323": "ï" };
const VNI_HATS: Record<string, string> = {
  "": "â",
  "\u0300": "à",
  "\u0309": "å",
  "\u0303": "ã",
  "\u0301": "á",
  "\u0323": "ä",
};
const VNI_BREVES: Record<string, string> = {
  "": "ê",
  "\u0300": "è",
  "\u0309": "ú",
  "\u0303": "ü",
  "\u0301": "é",
  "\u0323": "ë",
};
const VNI_I: Record<string, string> = { "\u0300": "ì", "\u0309": "æ", "\u0303": "ó", "\u0301": "í", "\u0323": "ò" };

export function encodeVni(text: string): Uint8Array {
  const shown = [...text.normalize("NFC")].map((char) => {
    const small = vniLetter(char.toLowerCase());
    return char === char.toLowerCase() ? small : small.toUpperCase();
  });
  return Uint8Array.from(shown.join(""), (char) => byteOf(char, LATIN_1));
}

function vniLetter(letter: string): string {
  if (letter === "đ") return "ñ";
  const apart = letter.normalize("NFD");
  const tone = /[\u0300\u0309\u0303\u0301\u0323]/.exec(apart)?.[0] ?? "";
  const vowel = apart.replace(tone, "").normalize("NFC");
  const [base = "", mark = ""] = vowel.normalize("NFD");
  if (mark === "\u0302") return base + VNI_HATS[tone];
  if (mark === "\u0306") return base + VNI_BREVES[tone];
  if (vowel === "i" && tone !== "") return VNI_I[tone] ?? "";
  if (vowel === "y" && tone === "\u0323") return "î";
  const plain = vowel === "ơ" ? "ô" : vowel === "ư" ? "ö" : vowel;
  return tone === "" ? plain : plain + VNI_TONES[tone];
}

/** Letters of windows-1258 that differ from ISO 8859-1, and its tones, which stand after their vowel. */
const CP1258: Record<string, number> = {
  Ă: 0xc3,
  "\u0300": 0xcc,
  Đ: 0xd0,
  "\u0309": 0xd2,
  Ơ: 0xd5,
  Ư: 0xdd,
  "\u0303": 0xde,
  ă: 0xe3,
  "\u0301": 0xec,
  đ: 0xf0,
  "\u0323": 0xf2,
  ơ: 0xf5,
  ư: 0xfd,
};
const LATIN_1 = new Map(Array.from({ length: 256 }, (_, byte) => [String.fromCharCode(byte), byte]));

export function encodeWindows1258(text: string): Uint8Array {
  const known = new Map([...LATIN_1, ...Object.entries(CP1258)]);
  for (const lost of "ÃÌÒÕÝÞãìòõýþð") known.delete(lost);
  const bytes = [...text.normalize("NFC")].flatMap((char) => {
    if (known.has(char)) return [byteOf(char, known)];
    const apart = char.normalize("NFD");
    const tone = /[\u0300\u0309\u0303\u0301\u0323]/.exec(apart)?.[0] ?? "";
    return [byteOf(apart.replace(tone, "").normalize("NFC"), known), byteOf(tone, known)];
  });
  return Uint8Array.from(bytes);
}

function byteOf(char: string, known: ReadonlyMap<string, number>): number {
  const byte = known.get(char) ?? (char.charCodeAt(0) < 0x80 && char.length === 1 ? char.charCodeAt(0) : undefined);
  if (byte === undefined) throw new Error(`no byte for ${JSON.stringify(char)}`);
  return byte;
}

export function encodeUtf16(text: string, order: "le" | "be", mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
}
