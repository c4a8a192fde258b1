import { joinAnd } from "./count.js";

/** "A, B và C"; where a name has "và" or a comma of its own, "Sở Nông nghiệp và Môi trường; Sở Văn hóa, Thể thao và Du lịch". */
export function joinNames(names: readonly string[]): string {
  return names.some(isCompound) ? names.join("; ") : joinAnd(names);
}

/** What stands between clauses that each begin with one of these names: "A tăng 5%, B giảm 2%". */
export function clauseBreak(names: readonly string[]): string {
  return names.some(isCompound) ? "; " : ", ";
}

/** Whether a name reads like a list of names. */
export function isCompound(name: string): boolean {
  return /[,;]|\svà\s/u.test(name);
}
