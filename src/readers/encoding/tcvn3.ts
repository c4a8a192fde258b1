/** Letters of TCVN3 (ABC, the .VnTime fonts), each after the character that windows-1252 shows for its byte. */
const LETTERS = new Map(
  `¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00ADư ®đ µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ Õế Öệ
  ×ì Øỉ Üĩ Ýí Þị ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ`
    .split(/\s+/)
    .map((pair): [string, string] => [pair[0] ?? "", pair[1] ?? ""]),
);
/** × and ÷ are letters (ì, ữ) only in a word. */
const CODED = new RegExp(
  `(?<=[A-Za-z¡-ÿ])[×÷]|[×÷](?=[A-Za-z¡-ÿ])|[${[...LETTERS.keys()].join("").replace(/[×÷]/g, "")}]`,
  "g",
);

/** A cell or a piece of one: capitals are judged within it. */
const PIECE = /[^;,\t|"\r\n]+/g;
const WORD = /[\p{L}\p{M}]+/gu;
/** Two capitals and a letter beyond ASCII. */
const CAPITAL_WORD = /^(?=.*\p{Lu}.*\p{Lu})(?=.*\P{ASCII})[^a-z]+$/u;

/**
 * Text in TCVN3, given as windows-1252 shows its bytes → Unicode, composed.
 *
 * TCVN3 has no capitals with a tone: its fonts for capitals (.VnTimeH) show the small letters as capitals, so a file
 * holds KÕ HO¹CH, "Kế HOạCH". A word whose ASCII letters are capitals, two at least, is put in capitals, and so are its
 * neighbours in a cell without small ASCII letters; a shorter word (Hµ, "Hà" or "HÀ") is left with a capital initial.
 */
export function readTcvn3(shown: string): string {
  return shown.replace(PIECE, (piece) => {
    const text = piece.replace(CODED, (char) => LETTERS.get(char) ?? char);
    if (text === piece) return piece;
    const words = text.match(WORD) ?? [];
    if (!words.some((word) => CAPITAL_WORD.test(word))) return text;
    if (!/[a-z]/.test(text)) return text.toUpperCase();
    return text.replace(WORD, (word) => (CAPITAL_WORD.test(word) ? word.toUpperCase() : word));
  });
}
