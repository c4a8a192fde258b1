import { capitalize, upperVietnamese } from "../../domain/upper-case.js";

/** "Trồng rừng" → "trồng rừng"; what begins with an abbreviation ("GRDP bình quân") or a proper name ("Hồ Chí Minh …") stays. */
export function insideSentence(name: string): string {
  const [first = "", second = ""] = name.split(/\s/);
  if (/^\p{Lu}\p{Ll}/u.test(second)) return name;
  const rest = first.slice(1);
  return rest !== rest.toLocaleLowerCase("vi") ? name : name.charAt(0).toLocaleLowerCase("vi") + name.slice(1);
}

/** Ordinals as rankings are spoken: Nhất, Nhì, Ba, Tư … Mười, then figures. */
export function rankWord(rank: number): string {
  return RANKS[rank - 1] ?? String(rank);
}

const RANKS = ["Nhất", "Nhì", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"];

/** Types of area, lower-case before a name inside a sentence (Nghị định 30/2020, Phụ lục II). */
const AREA_TYPES = ["thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "phường", "xã"];

const ABBREVIATED: readonly [RegExp, string][] = [
  [/^(tp|t\.p)(\.\s*|\s+)/iu, "thành phố "],
  [/^(tx|t\.x)(\.\s*|\s+)/iu, "thị xã "],
  [/^(tt|t\.t)(\.\s*|\s+)/iu, "thị trấn "],
  [/^h(\.\s*|\s+)/iu, "huyện "],
  [/^q(\.\s*|\s+)/iu, "quận "],
  [/^p(\.\s*|\s+)/iu, "phường "],
  [/^x(\.\s*|\s+)/iu, "xã "],
];

/**
 * A unit as it stands inside a sentence: "Huyện Lâm Bình" and "H. Lâm Bình" → "huyện Lâm Bình", "Lâm Bình" of the kind huyện
 * likewise; "Thành phố Hồ Chí Minh" and "Phường 1" keep their capital; other bodies ("Sở Y tế") stay as they are.
 */
export function unitInProse(unit: { name: string; kind: string | null }): string {
  const { type, place } = splitArea(unit.name);
  const kind = (unit.kind ?? "").toLocaleLowerCase("vi");
  if (type !== null) return `${typeBefore(type, place)} ${place}`;
  return AREA_TYPES.includes(kind) && !startsWithBody(place) ? `${typeBefore(kind, place)} ${place}` : place;
}

/** A number such as "III" for a name. */
const ROMAN = /^[IVX]+$/;

/** The type of area a unit's name begins with (null: none, some other body) and the rest of it. */
export function splitArea(name: string): { type: string | null; place: string } {
  const full = ABBREVIATED.reduce((text, [pattern, type]) => text.replace(pattern, type), name.trim());
  const type = AREA_TYPES.find((each) => full.toLocaleLowerCase("vi").startsWith(`${each} `)) ?? null;
  if (type === null) return { type, place: full };
  const place = full.slice(type.length + 1).trim();
  return { type, place: place === upperVietnamese(place) && !ROMAN.test(place) ? eachWordCapital(place) : place };
}

function typeBefore(type: string, place: string): string {
  const keepsCapital = /^\d/.test(place) || ROMAN.test(place) || place.toLocaleLowerCase("vi") === "hồ chí minh";
  return keepsCapital ? capitalize(type) : type;
}

function startsWithBody(name: string): boolean {
  return /^(ubnd|ủy ban|uỷ ban|hđnd|sở|ban|phòng|trường|công an|chi cục|trung tâm|hội|đoàn)(?=\s)/iu.test(name);
}

function eachWordCapital(text: string): string {
  return text.toLocaleLowerCase("vi").replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => upperVietnamese(letter));
}

/** How the members of a cụm, a khối, or of no cluster at all are spoken of. */
export interface ClusterWords {
  /** "các đơn vị trong Cụm" */
  members: string;
  /** "trong Cụm"; empty when there is no cluster. */
  inside: string;
  /** "Cụm", "Khối"; null when there is no cluster. */
  short: string | null;
  /** "Cụm thi đua số 1"; null when there is no cluster. */
  full: string | null;
}

/** Words for a cluster by its name; null = units that belong to none. */
export function clusterWords(name: string | null): ClusterWords {
  if (name === null) return { members: "các đơn vị", inside: "", short: null, full: null };
  const short = /^khối(\s|$)/iu.test(name) ? "Khối" : "Cụm";
  const full = /^(cụm|khối)(\s|$)/iu.test(name) ? capitalize(name) : `Cụm thi đua ${name}`;
  return { members: `các đơn vị trong ${short}`, inside: `trong ${short}`, short, full };
}
