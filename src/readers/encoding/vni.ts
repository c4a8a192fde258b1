/** Marks that VNI (the VNI-Times fonts) writes as a letter of its own after the vowel, as windows-1252 shows them. */
const TONES = { ù: "\u0301", ø: "\u0300", û: "\u0309", õ: "\u0303", ï: "\u0323" } as const;
const BREVES = { ê: "ă", é: "ắ", è: "ằ", ú: "ẳ", ü: "ẵ", ë: "ặ" } as const;
const HATS = { â: "", á: "\u0301", à: "\u0300", å: "\u0309", ã: "\u0303", ä: "\u0323" } as const;
/** Letters that are one character. */
const SINGLE = { ô: "ơ", ö: "ư", ñ: "đ", î: "ỵ", æ: "ỉ", ó: "ĩ", ò: "ị" } as const;

const LETTERS = new Map<string, string>();
for (const [shown, letter] of Object.entries(SINGLE)) addLetter(shown, letter);
for (const [shown, letter] of Object.entries(BREVES)) addLetter(`a${shown}`, letter);
for (const [vowel, hatted] of ["aâ", "eê", "oô"]) {
  for (const [shown, tone] of Object.entries(HATS)) addLetter(`${vowel}${shown}`, `${hatted}${tone}`);
}
for (const [shown, tone] of Object.entries(TONES)) {
  for (const vowel of "aeouy") addLetter(`${vowel}${shown}`, `${vowel}${tone}`);
  addLetter(`ô${shown}`, `ơ${tone}`);
  addLetter(`ö${shown}`, `ư${tone}`);
}
const CODED = new RegExp([...LETTERS.keys()].sort((a, b) => b.length - a.length).join("|"), "g");

/** A capital vowel is typed with its mark in either case. */
function addLetter(shown: string, letter: string): void {
  const [small, capital] = [letter.normalize("NFC"), letter.normalize("NFC").toUpperCase()];
  const [vowel = "", mark = ""] = shown;
  LETTERS.set(shown, small);
  LETTERS.set(shown.toUpperCase(), capital);
  if (mark !== "") LETTERS.set(vowel.toUpperCase() + mark, capital);
  if (mark !== "") LETTERS.set(vowel + mark.toUpperCase(), small);
}

/** Text in VNI, given as windows-1252 shows its bytes → Unicode, composed. */
export function readVni(shown: string): string {
  return shown.replace(CODED, (coded) => LETTERS.get(coded) ?? coded);
}
