/** Upper case of a Vietnamese text, every letter with its marks: "Ủy ban nhân dân" → "ỦY BAN NHÂN DÂN". */
export function upperVietnamese(text: string): string {
  return text.normalize("NFC").toLocaleUpperCase("vi").normalize("NFC");
}

/** First letter lower, the rest as it is, for a name inside a sentence: "Tặng" → "tặng". */
export function decapitalize(text: string): string {
  return text.slice(0, 1).normalize("NFC").toLocaleLowerCase("vi") + text.slice(1);
}

/** First letter upper, the rest as it is: "trưởng phòng" → "Trưởng phòng". */
export function capitalize(text: string): string {
  return upperVietnamese(text.slice(0, 1)) + text.slice(1);
}
