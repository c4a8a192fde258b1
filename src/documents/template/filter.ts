import { datePhrase } from "../../domain/date.js";
import { formatDecimal } from "../../domain/number.js";
import { upperVietnamese } from "../../domain/upper-case.js";

/** What may follow `|` in a placeholder. A value a filter cannot read stays as it is. */
export interface TemplateFilter {
  name: string;
  meaning: string;
  example: { value: string; shown: string };
  /** Whether it changes anything in texts like this one. */
  reads(value: string): boolean;
  apply(value: string): string;
}

export const TEMPLATE_FILTERS: readonly TemplateFilter[] = [
  {
    name: "so",
    meaning: "viết số theo lối Việt Nam: dấu chấm ngăn hàng nghìn, dấu phẩy thập phân",
    example: { value: "2980000", shown: "2.980.000" },
    reads: (value) => NUMBER.test(value),
    apply: (value) => (NUMBER.test(value) ? formatDecimal(value) : value),
  },
  {
    name: "hai_so",
    meaning: "thêm số 0 trước số nhỏ hơn 10 (số người, số tập thể, số văn bản)",
    example: { value: "5", shown: "05" },
    reads: (value) => /^\d+$/.test(value),
    apply: (value) => (/^\d$/.test(value) ? `0${value}` : value),
  },
  {
    name: "ngay",
    meaning: "viết ngày bằng chữ như trong văn bản",
    example: { value: "2020-01-05", shown: "ngày 05 tháng 01 năm 2020" },
    reads: (value) => ISO_DATE.test(value),
    apply: (value) => (ISO_DATE.test(value) ? datePhrase(value) : value),
  },
  {
    name: "ngay_ngan",
    meaning: "viết ngày bằng số",
    example: { value: "2020-01-05", shown: "05/01/2020" },
    reads: (value) => ISO_DATE.test(value),
    apply: (value) => value.replace(ISO_DATE, "$3/$2/$1"),
  },
  {
    name: "in_hoa",
    meaning: "viết in hoa",
    example: { value: "Bình Minh", shown: "BÌNH MINH" },
    reads: () => true,
    apply: (value) => upperVietnamese(value),
  },
];

/** Round what stands for a value that comes later; noncharacters, so no value can hold them. */
export const LATER_OPEN = "\uFDD5";
export const LATER_CLOSE = "\uFDD6";

/** Applies a filter; what stands for a later value keeps the filter's name, so that it is applied to that value. */
export function applyFilter(filter: TemplateFilter, value: string): string {
  if (!value.startsWith(LATER_OPEN)) return filter.apply(value);
  return `${value.slice(0, -LATER_CLOSE.length)}|${filter.name}${LATER_CLOSE}`;
}

const NUMBER = /^-?\d+(\.\d+)?$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
