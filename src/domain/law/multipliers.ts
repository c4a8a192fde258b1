import type { Subject } from "../award.js";
import type { IssuerLevel } from "../issuer-level.js";
import type { Mark, Source } from "./source.js";

/** Hệ số tiền thưởng: how many base salaries go with an award. */
export interface Multiplier {
  /** Id in the catalogue. */
  award: string;
  subject: Subject;
  /** Whose award; null: the same whoever decides. */
  levels: readonly IssuerLevel[] | null;
  /** Plain decimal: "1.5". */
  times: string;
  /** The law says "không quá": whoever gives it sets the sum up to this. */
  isCeiling: boolean;
  from: string;
  /** Last day; null: still in force. */
  to: string | null;
  source: Source;
}

interface Decree {
  from: string;
  to: string;
  articles: string;
}

const D91: Decree = { from: "2017-10-01", to: "2023-12-31", articles: "NĐ 91/2017/NĐ-CP Điều 69–73" };
const D98: Decree = { from: "2024-01-01", to: "2025-06-30", articles: "NĐ 98/2023/NĐ-CP Điều 54–58" };
/** Its expiry is that of the national database of legal documents: 01/3/2027. */
const D152: Decree = { from: "2025-07-01", to: "2027-02-28", articles: "NĐ 152/2025/NĐ-CP Điều 50–54" };

/** Since there are two tiers a commune's certificate is worth what any other is. */
const NOT_COMMUNES: readonly IssuerLevel[] = ["so", "huyen", "khac"];
const COMMUNES: readonly IssuerLevel[] = ["xa"];
const LOCAL: readonly IssuerLevel[] = ["so", "huyen", "xa", "khac"];

/** THE LIST; the first line that fits counts. */
export const MULTIPLIERS: readonly Multiplier[] = [
  ...inDecrees([D91, D98, D152], "V", (decree, mark) => [
    ...person("chien-si-thi-dua-toan-quoc", "4.5", decree, mark),
    ...person("chien-si-thi-dua-tinh", "3", decree, mark),
    ...person("chien-si-thi-dua-bo", "3", decree, mark),
    ...person("chien-si-thi-dua-co-so", "1", decree, mark),
    ...person("lao-dong-tien-tien", "0.3", decree, mark),
    ...person("chien-si-tien-tien", "0.3", decree, mark),
    ...group("co-thi-dua-chinh-phu", "12", decree, mark),
    ...group("co-thi-dua-tinh", "8", decree, decree === D91 ? "V2" : mark),
    ...group("co-thi-dua-bo", "8", decree, decree === D91 ? "V2" : mark),
    ...group("tap-the-lao-dong-xuat-sac", "1.5", decree, mark),
    ...group("don-vi-quyet-thang", "1.5", decree, mark),
    ...group("tap-the-lao-dong-tien-tien", "0.8", decree, mark),
    ...group("don-vi-tien-tien", "0.8", decree, mark),
    ...group("thon-to-dan-pho-van-hoa", "1.5", decree, mark),
    ...one("gia-dinh-van-hoa", "household", null, "0.1", decree, "R"),
    ...form("bang-khen-thu-tuong", null, "3.5", "7", "5.25", decree, mark),
    ...one("ky-niem-chuong", "individual", null, "0.6", decree, "V2", true),
  ]),
  ...inDecrees([D98, D152], "V", (decree, mark) => [
    ...group("co-thi-dua-quan-khu", "6", decree, "V2"),
    ...group("xa-tieu-bieu", "2", decree, mark),
    ...form("bang-khen-quan-khu", null, "1", "2", "1.5", decree, "V2"),
  ]),
  ...form("bang-khen", null, "1", "2", "1.5", D91, "V"),
  ...form("bang-khen-bo", null, "1", "2", "1.5", D91, "V"),
  ...inDecrees([D98, D152], "V", (decree, mark) => [
    ...form("bang-khen", null, "1.5", "3", "2.25", decree, mark),
    ...form("bang-khen-bo", null, "1.5", "3", "2.25", decree, mark),
  ]),
  ...inDecrees([D91, D98], "V", (decree, mark) => [
    ...form("giay-khen", NOT_COMMUNES, "0.3", "0.6", "0.45", decree, mark),
    ...form("giay-khen", COMMUNES, "0.15", "0.3", "0.225", decree, mark),
  ]),
  ...form("giay-khen", LOCAL, "0.3", "0.6", "0.45", D152, "V"),
  ...inDecrees([D91, D98, D152], "V2", (decree, mark) => [
    ...order("huan-chuong-sao-vang", "46", "92", decree, mark),
    ...order("huan-chuong-ho-chi-minh", "30.5", "61", decree, mark),
    ...["doc-lap", "quan-cong"].flatMap((name) => [
      ...order(`huan-chuong-${name}-hang-nhat`, "15", "30", decree, mark),
      ...order(`huan-chuong-${name}-hang-nhi`, "12.5", "25", decree, mark),
      ...order(`huan-chuong-${name}-hang-ba`, "10.5", "21", decree, mark),
    ]),
    ...["lao-dong", "chien-cong", "bao-ve-to-quoc"].flatMap((name) => [
      ...order(`huan-chuong-${name}-hang-nhat`, "9", "18", decree, mark),
      ...order(`huan-chuong-${name}-hang-nhi`, "7.5", "15", decree, mark),
      ...order(`huan-chuong-${name}-hang-ba`, "4.5", "9", decree, mark),
    ]),
    ...order("huan-chuong-dai-doan-ket-dan-toc", "7.5", "15", decree, mark),
    ...order("huan-chuong-dung-cam", "4.5", "9", decree, mark),
    ...order("anh-hung-lao-dong", "15.5", "31", decree, mark),
    ...order("anh-hung-llvt", "15.5", "31", decree, mark),
    ...person("ba-me-viet-nam-anh-hung", "15.5", decree, mark),
    ...["nha-giao", "thay-thuoc", "nghe-si"].flatMap((name) => [
      ...person(`${name}-nhan-dan`, "12.5", decree, mark),
      ...person(`${name}-uu-tu`, "9", decree, mark),
    ]),
  ]),
];

function inDecrees(decrees: Decree[], mark: Mark, list: (decree: Decree, mark: Mark) => Multiplier[]): Multiplier[] {
  return decrees.flatMap((decree) => list(decree, mark));
}

function one(
  award: string,
  subject: Subject,
  levels: readonly IssuerLevel[] | null,
  times: string,
  { from, to, articles }: Decree,
  mark: Mark,
  isCeiling = false,
): Multiplier[] {
  return [{ award, subject, levels, times, isCeiling, from, to, source: { text: articles, mark } }];
}

function person(award: string, times: string, decree: Decree, mark: Mark): Multiplier[] {
  return one(award, "individual", null, times, decree, mark);
}

function group(award: string, times: string, decree: Decree, mark: Mark): Multiplier[] {
  return one(award, "collective", null, times, decree, mark);
}

/** A collective's is twice a person's. */
function order(award: string, ofPerson: string, ofGroup: string, decree: Decree, mark: Mark): Multiplier[] {
  return [...person(award, ofPerson, decree, mark), ...group(award, ofGroup, decree, mark)];
}

/** A household's is one and a half times a person's: read in NĐ 152, recalled of NĐ 98, and no rule known of NĐ 91. */
function form(
  award: string,
  levels: readonly IssuerLevel[] | null,
  ofPerson: string,
  ofGroup: string,
  ofHousehold: string,
  decree: Decree,
  mark: Mark,
): Multiplier[] {
  return [
    ...one(award, "individual", levels, ofPerson, decree, mark),
    ...one(award, "collective", levels, ofGroup, decree, mark),
    ...(decree === D91 ? [] : one(award, "household", levels, ofHousehold, decree, decree === D98 ? "R" : mark)),
  ];
}
