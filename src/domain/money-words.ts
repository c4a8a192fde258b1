import { capitalize } from "./upper-case.js";

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const BILLION = 1_000_000_000;

/** An amount of đồng as decisions write it in words: "Hai triệu chín trăm tám mươi nghìn đồng". Whole, not negative. */
export function moneyInWords(amount: number): string {
  return `${capitalize(wholeInWords(amount))} đồng`;
}

/** A whole number in words: linh before a lone unit, mốt, tư, lăm after tens, "không trăm" inside. */
export function wholeInWords(whole: number): string {
  if (!Number.isSafeInteger(whole) || whole < 0) throw new Error(`Not a whole amount: ${whole}`);
  return whole === 0 ? "không" : spell(whole, false).join(" ");
}

/** `isInside`: something stands before, so hundreds that are not there are said. */
function spell(whole: number, isInside: boolean): string[] {
  if (whole === 0) return [];
  if (whole < 1000) return spellHundreds(whole, isInside);
  const [unit, word] =
    whole >= BILLION ? ([BILLION, "tỷ"] as const) : whole >= 1_000_000 ? ([1_000_000, "triệu"] as const) : THOUSAND;
  return [...spell(Math.floor(whole / unit), isInside), word, ...spell(whole % unit, true)];
}

const THOUSAND = [1000, "nghìn"] as const;

function spellHundreds(whole: number, isInside: boolean): string[] {
  const hundreds = Math.floor(whole / 100);
  const head = hundreds > 0 || isInside ? [word(hundreds), "trăm"] : [];
  return [...head, ...spellTens(whole % 100, head.length > 0)];
}

function spellTens(whole: number, isInside: boolean): string[] {
  const [tens, units] = [Math.floor(whole / 10), whole % 10];
  if (whole === 0) return [];
  if (tens === 0) return isInside ? ["linh", word(units)] : [word(units)];
  const head = tens === 1 ? ["mười"] : [word(tens), "mươi"];
  return units === 0 ? head : [...head, unitsAfterTens(tens, units)];
}

function unitsAfterTens(tens: number, units: number): string {
  if (units === 5) return "lăm";
  if (tens > 1 && units === 1) return "mốt";
  return tens > 1 && units === 4 ? "tư" : word(units);
}

function word(digit: number): string {
  return DIGITS[digit] ?? "";
}
