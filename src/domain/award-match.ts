import type { AwardKind } from "./awards.js";
import { cleanText, foldKey, nearestName } from "./name.js";

/** What a cell "Danh hiệu/Hình thức" means. Without a kind, `nearest` is the known name it may have meant, or null. */
export type AwardMatch =
  | { kind: AwardKind; givenBy: string | null; nearest: null }
  | { kind: null; givenBy: null; nearest: string | null };

export type AwardFinder = (text: string) => AwardMatch;

/**
 * Recognises one of the kinds (`Law.findAward`: the program's and those of the office's file of law) as officers type it: "GK", "Giấy khen của Chủ tịch UBND huyện", "Chiến sỹ thi đua cơ sở năm 2020",
 * "Thủ tướng tặng Cờ thi đua". A plain "Bằng khen" or "Cờ thi đua" is the province's. `givenBy` is the giver as typed
 * ("Chủ tịch UBND huyện"), null when the text names none. Two awards in one cell are no match,
 * nor is a Bằng khen or Cờ said to be of a district or commune.
 */
export function createAwardFinder(kinds: readonly AwardKind[]): AwardFinder {
  let known: AwardNames | null = null;
  const nearestOf = new Map<string, string | null>();
  return (text) => {
    known ??= listNames(kinds);
    const { award, giver } = splitGiver(cleanText(text));
    const key = awardKey(giver === null ? award : `${award} của ${giver}`);
    for (const [alias, kind] of known.aliases) {
      if (key === alias) return { kind, givenBy: giver ?? giverAfter(award), nearest: null };
      if (!key.startsWith(`${alias} `)) continue;
      const givenBy = giver ?? giverAfter(award);
      const rest = key.slice(alias.length + 1);
      if (kind.level === "province" && LOCAL_GIVER.test(rest)) break;
      if (SECOND_AWARD.test(rest) || !(givenBy !== null || kind.id.endsWith("-bo") || QUALIFIER.test(rest))) break;
      return { kind, givenBy, nearest: null };
    }
    // A slip usually stands on every row of a sheet, and looking for the nearest name is slow.
    const nearest = nearestOf.has(text) ? (nearestOf.get(text) ?? null) : nearestAward(award, key, known);
    nearestOf.set(text, nearest);
    return { kind: null, givenBy: null, nearest };
  };
}

/** "Chủ tịch UBND tỉnh tặng Bằng khen" → the award and its giver. */
function splitGiver(text: string): { award: string; giver: string | null } {
  const asked = text.replace(/^(kính )?(trình |đề nghị |xét |được )+/iu, "");
  const match = /^(.+?) (?:xét |ký )?(?:tặng thưởng|truy tặng|tặng|công nhận)(?: danh hiệu)? (.+)$/iu.exec(asked);
  const [, giver = "", award = ""] = match ?? [];
  return match === null ? { award: asked, giver: null } : { award, giver };
}

/** "Giấy khen của Chủ tịch UBND huyện" → "Chủ tịch UBND huyện". */
function giverAfter(text: string): string | null {
  const match =
    /(?:^|\s)(?:của|do)\s+(.+)$/iu.exec(text) ??
    /\s((?:Chủ tịch |CT |Giám đốc |GĐ )?(?:UBND|Ủy ban|Uỷ ban|Sở)\s.+)$/u.exec(text);
  const giver = match?.[1]
    ?.replace(/\s*(năm )?\d{4}.*$/u, "")
    .replace(/["”»).]+$/u, "")
    .trim();
  return giver === undefined || giver === "" ? null : giver;
}

const ABBREVIATIONS: readonly [RegExp, string][] = [
  [/\bsy\b/g, "si"],
  [/\bubnd\b/g, "uy ban nhan dan"],
  [/\bct(?= uy ban| ubnd)/g, "chu tich"],
  [/\b(ttg|ttcp)\b/g, "thu tuong"],
  [/\bcp\b/g, "chinh phu"],
  [/\bhcld\b/g, "huan chuong lao dong"],
  [/\bhc(?= )/g, "huan chuong"],
  [/\bcstd\b/g, "chien si thi dua"],
  [/\bcs tien tien\b/g, "chien si tien tien"],
  [/\btt(?= ?ld)/g, "tap the "],
  [/\btt(?= lao dong)/g, "tap the"],
  [/\bldxs\b/g, "lao dong xuat sac"],
  [/\bldtt\b/g, "lao dong tien tien"],
  [/\bld (?=tien tien|xuat sac)/g, "lao dong "],
  [/\btap the ld\b/g, "tap the lao dong"],
  [/\bbk/g, "bang khen "],
  [/\bllvt\b/g, "luc luong vu trang"],
  [/\btp\b/g, "thanh pho"],
  [/\bgk\b/g, "giay khen"],
  [/\bgd(?= van hoa)/g, "gia dinh"],
  [/\bvh\b/g, "van hoa"],
  [/\bldld\b/g, "lien doan lao dong"],
  [/\bdhqg\b/g, "dai hoc quoc gia"],
  [/\btw\b/g, "trung uong"],
  [/^co td\b/, "co thi dua"],
  [/^co (?!thi dua)/, "co thi dua "],
  [/\bthanh pho truc thuoc trung uong\b/g, "tinh"],
  [/\bhang (nhat|1|i)\b/g, "hang nhat"],
  [/\bhang (nhi|2|ii)\b/g, "hang nhi"],
  [/\bhang (ba|3|iii)\b/g, "hang ba"],
];

/** Comparison key of an award's name: folded, no quotes, years or connecting words, abbreviations spelt out. */
function awardKey(text: string): string {
  const plain = foldKey(text)
    .replace(/\([^)]*\)$/, "")
    .replace(/["'“”‘’«»().:;/\\–—-]+/g, " ")
    .replace(/,/g, " , ")
    .replace(/\b(nam )?(19|20)\d\d\b/g, " ")
    .replace(/\b(cua|cap|do|danh hieu|hinh thuc|thi dua hinh thuc)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^((de nghi|xet|tang thuong|truy tang|tang|cong nhan|dat|nhan) )+/, "");
  return ABBREVIATIONS.reduce((key, [pattern, full]) => key.replace(pattern, full), plain)
    .replace(/\s+/g, " ")
    .trim();
}

/** What may follow a known name when no giver is told by "của": a giver, the occasion, the achievement. */
const QUALIFIER =
  /^(chu tich|uy ban|tinh|thanh pho|huyen|quan|thi xa|thi tran|xa|phuong|dac khu|giam doc|so|cong an|truong|thu truong|hieu truong|hoi|doan|lien doan|cong doan|mat tran|cum|khoi|bo|cuc|chi cuc|co quan|don vi|dot xuat|chuyen de|cong trang|thuong xuyen|doi ngoai|cong hien|nien han|ve|vi|cho|trong|lan|giai doan|dang uy|nhiem ky|tu lenh)\b/;

/** No district or commune gives a Bằng khen or a Cờ: such a cell is a slip, not the province's award. */
const LOCAL_GIVER = /^(chu tich )?(uy ban nhan dan )?(huyen|quan(?! khu)|thi xa|xa|phuong|thi tran|dac khu)\b/;

const SECOND_AWARD = /\b(bang khen|giay khen|huan chuong|co thi dua|lao dong tien tien|chien si|tap the lao dong)\b/;

interface AwardNames {
  names: readonly string[];
  nameKeys: readonly [string, AwardKind][];
  /** Every key of every kind, longest first, so that "Bằng khen Thủ tướng" is tried before "Bằng khen". */
  aliases: readonly [string, AwardKind][];
}

function listNames(kinds: readonly AwardKind[]): AwardNames {
  const keyed = (name: string, kind: AwardKind): [string, AwardKind] => [awardKey(name), kind];
  const aliases = kinds.flatMap((kind) =>
    [kind.name, kind.formerName?.name ?? kind.name, ...kind.aliases].map((name) => keyed(name, kind)),
  );
  return {
    names: kinds.map(({ name }) => name),
    nameKeys: kinds.map((kind) => keyed(kind.name, kind)),
    aliases: aliases.sort(([a], [b]) => b.length - a.length),
  };
}

/** A name cut short ("Huân chương Lao động") means most likely its lowest form; otherwise the nearest spelling. */
function nearestAward(text: string, key: string, { names, nameKeys, aliases }: AwardNames): string | null {
  const longer = nameKeys.findLast(([name]) => key !== "" && name.startsWith(`${key} `))?.[1];
  const shorter = aliases.find(([alias]) => key.startsWith(`${alias} `))?.[1];
  const started = longer ?? shorter;
  if (started !== undefined) return started.name;
  const byName = nearestName(text, names);
  if (byName !== null) return byName;
  const alias = nearestName(
    key,
    aliases.map(([one]) => one),
  );
  return aliases.find(([one]) => one === alias)?.[1].name ?? null;
}
