import { datePhrase } from "../../domain/date.js";
import { padNumber } from "../../domain/decision-number.js";
import { upperVietnamese } from "../../domain/upper-case.js";
import { endLines } from "../prose/count.js";
import type { Placeholder } from "./kind.js";
import type { TemplateValues } from "./value.js";

/** What stands at the head of every document. null: not set, so the place is marked; "" : deliberately blank. */
export interface HeadInput {
  /** Cơ quan chủ quản; "" or null: none. */
  parent: string | null;
  /** Cơ quan ban hành; "\n" where the line is to break. */
  issuer: string | null;
  /** Without the symbol: "5" or "05"; null: a draft, left blank. */
  number: string | null;
  /** "QĐ-UBND". */
  symbol: string | null;
  place: string | null;
  /** YYYY-MM-DD; null: a draft, day and month left blank. */
  date: string | null;
  /** The year a draft shows; null: blank too. */
  draftYear: number | null;
}

/** What stands at the foot of every document. */
export interface FootInput {
  /** "Như Điều 3", "Lưu: VT, NV" — end marks are put right. */
  distribution: readonly string[];
  /** "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH": one entry a line; null: not set. */
  signature: readonly string[] | null;
  /** null or "": blank, as in drafts. */
  signatory: string | null;
}

export const HEAD_PLACEHOLDERS: readonly Placeholder[] = [
  {
    name: "co_quan_chu_quan",
    meaning: "tên cơ quan chủ quản",
    example: "ỦY BAN NHÂN DÂN TỈNH AN BÌNH",
    form: "text",
    setting: "issuer.parent",
  },
  {
    name: "co_quan_ban_hanh",
    meaning: "tên cơ quan ban hành văn bản",
    example: "ỦY BAN NHÂN DÂN HUYỆN BÌNH MINH",
    form: "text",
    setting: "issuer.name",
    required: true,
  },
  { name: "so", meaning: "số văn bản (để trống khi dự thảo)", example: "05", form: "text", required: true },
  {
    name: "ky_hieu",
    meaning: "ký hiệu văn bản",
    example: "QĐ-UBND",
    form: "text",
    setting: "issuer.name",
    required: true,
  },
  {
    name: "dia_danh",
    meaning: "địa danh",
    example: "Bình Minh",
    form: "text",
    setting: "issuer.place",
    required: true,
  },
  {
    name: "ngay_ban_hanh",
    meaning: "ngày ban hành (để trống ngày, tháng khi dự thảo)",
    example: "ngày 05 tháng 01 năm 2021",
    form: "text",
    required: true,
  },
];

export const FOOT_PLACEHOLDERS: readonly Placeholder[] = [
  { name: "noi_nhan.dong", meaning: "nơi nhận", example: "Lưu: VT, NV.", form: "column", required: true },
  {
    name: "ky.dong",
    meaning: "quyền hạn, chức vụ của người ký",
    example: "CHỦ TỊCH",
    form: "column",
    setting: "signatory.position",
    required: true,
  },
  {
    name: "nguoi_ky",
    meaning: "họ và tên người ký (để trống khi chưa có)",
    example: "Nguyễn Văn An",
    form: "text",
    setting: "signatory.name",
    required: true,
  },
];

export function headValues(head: HeadInput): TemplateValues {
  return {
    co_quan_chu_quan: upper(head.parent ?? ""),
    co_quan_ban_hanh: upper(head.issuer),
    so: head.number === null ? DRAFT_NUMBER : padNumber(head.number),
    ky_hieu: head.symbol,
    dia_danh: head.place,
    ngay_ban_hanh: head.date === null ? draftDate(head.draftYear) : datePhrase(head.date),
  };
}

export function footValues(foot: FootInput): TemplateValues {
  return {
    noi_nhan: endLines(foot.distribution).map((dong) => ({ dong })),
    ky: foot.signature === null ? null : foot.signature.map((dong) => ({ dong: upper(dong) })),
    nguoi_ky: foot.signatory ?? "",
  };
}

/** Room to write number, day and month by hand when the document is registered. */
const DRAFT_NUMBER = " ".repeat(8);

function draftDate(year: number | null): string {
  return `ngày${" ".repeat(6)}tháng${" ".repeat(6)}năm${year === null ? " ".repeat(8) : ` ${year}`}`;
}

function upper(text: string | null): string | null {
  return text === null ? null : upperVietnamese(text);
}
