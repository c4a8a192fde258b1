import { cleanText, foldKey } from "../name.js";

/** A rule named in words, and the parameters the words give; null when they give none. */
export interface RuleWords {
  id: string;
  parameters: string | null;
}

/** Whole phrases, without diacritics, that mean one rule and nothing else. */
const PHRASES: readonly (readonly [string, RegExp])[] = [
  [
    "ty-le",
    /^((cham|tinh)( diem)? )?(theo )?((ty|ti) le|phan tram|%|muc do|tien do)( %| phan tram)?( (hoan thanh|thuc hien|dat))?( (so )?(voi )?(ke hoach|kh|chi tieu|nhiem vu))?( th\/kh)?( \(?%\)?)?$/,
  ],
  ["so-voi-tot-nhat", /^so (sanh )?voi (don vi )?(tot nhat|cao nhat|dan dau)( (trong|cua) (cum|khoi))?$/],
  ["bac", /^((cham|tinh)( diem)? )?theo (cac )?(bac|thang bac|khung bac)( diem)?$/],
  [
    "dat",
    /^(dat ?(\/|,|-|hoac|hay) ?(khong|chua) dat|dat (thi )?(duoc|cho|tinh) (tron diem|diem toi da|diem chuan|du diem))$/,
  ],
  ["moi-vu", /^((cham|tinh)( diem)? )?theo (so )?(vu|vu viec|so lan|truong hop)( viec)?$/],
  [
    "truc-tiep",
    /^((cham|cho)( diem)? )?truc tiep$|^((hoi dong|to|cum|khoi|ban|co quan)( thi dua| tdkt| tham dinh| chuyen mon)* )?(cham|cho diem|cham diem|tham dinh|binh xet|danh gia)( truc tiep)?$|^(nguoi|can bo) cham( cho)?( diem)?$/,
  ],
  ["chon-mot", /^(chi )?(chon|tinh|lay) mot( (trong )?cac)?( (muc|noi dung|tieu chi|truong hop))?$/],
  [
    "thuong-danh-hieu",
    /^(thuong |cong diem )?theo (danh hieu|hinh thuc khen( thuong)?|danh hieu, hinh thuc)( duoc tang| dat duoc)?$/,
  ],
  ["ma-tran", /^(theo )?ma tran$/],
  ["dieu-kien", /^(la |xet )?dieu kien( (xep loai|xet co|loai tru))?$/],
];

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)\s*(?:điểm|đ)`;
const NOUN = String.raw`(\p{L}+(?:\s\p{L}+){0,3}?)`;
/** "Mỗi vụ trừ 2 điểm", "mỗi lần vi phạm bị trừ 0,5 điểm". */
const CASE_FIRST = new RegExp(
  `^(?:cứ )?(?:mỗi|một) ${NOUN} (?:thì |được |bị )?(trừ|cộng|thưởng)(?: thêm| đi)? ${NUMBER}$`,
  "iu",
);
/** "Trừ 2 điểm mỗi vụ", "cộng 0,5 điểm/sáng kiến". */
const POINTS_FIRST = new RegExp(`^(trừ|cộng|thưởng) ${NUMBER}\\s*(?:(?:cho )?mỗi |/\\s*|một )${NOUN}$`, "iu");

/** "Theo tỷ lệ hoàn thành", "Hội đồng chấm", "Mỗi vụ trừ 2 điểm" → the rule; null for words that may mean anything else. */
export function readRuleWords(text: string): RuleWords | null {
  const plain = cleanText(text).replace(/[.;:]+$/, "");
  const [, firstNoun = "", firstVerb = "", firstPoints = ""] = CASE_FIRST.exec(plain) ?? [];
  const [, verb = firstVerb, points = firstPoints, noun = firstNoun] = POINTS_FIRST.exec(plain) ?? [];
  if (points !== "") {
    const kind = verb.toLocaleLowerCase("vi") === "trừ" ? "trừ" : "thưởng";
    return { id: "moi-vu", parameters: `${kind}=${points} mỗi ${noun.toLocaleLowerCase("vi")}` };
  }
  const key = foldKey(plain).replace(/\s*\/\s*/g, "/");
  const id = PHRASES.find(([, phrase]) => phrase.test(key))?.[0];
  return id === undefined ? null : { id, parameters: null };
}

/** Words that hint at a rule without naming it. */
const HINTS: readonly (readonly [string, RegExp])[] = [
  ["moi-vu", /\b(moi|vu|lan|truong hop)\b/],
  ["so-voi-tot-nhat", /\b(tot nhat|cao nhat|dan dau)\b/],
  ["bac", /\b(bac|muc|tu .* den|khung|thang)\b/],
  ["ty-le", /\b(ty le|ti le|phan tram|hoan thanh|tien do)\b|%/],
  ["thuong-danh-hieu", /\b(danh hieu|khen|co thi dua)\b/],
  ["dat", /\bdat\b/],
  ["dieu-kien", /\b(dieu kien|khong xep loai|khong xet)\b/],
  ["truc-tiep", /\b(hoi dong|cham|danh gia|tham dinh|binh xet|cho diem|van ban|bao cao)\b/],
];

/** The rule that words most likely mean; null when they hint at none. */
export function nearestRuleOf(text: string): string | null {
  const key = foldKey(text);
  return HINTS.find(([, hint]) => hint.test(key))?.[0] ?? null;
}
