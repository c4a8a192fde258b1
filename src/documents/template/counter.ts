/** A placeholder that numbers headings: it counts where it stands, so that the numbers follow when a section is left out. */
export interface TemplateCounter {
  name: string;
  meaning: string;
  /** What the first ones show. */
  example: string;
  /** Stands in the filled part until all that is left out is gone; a noncharacter, so no value can hold it. */
  mark: string;
  write(count: number): string;
}

/** Usable in the template of every kind. Each starts those after it anew. */
export const TEMPLATE_COUNTERS: readonly TemplateCounter[] = [
  {
    name: "phan",
    meaning: "số thứ tự của phần, bằng số La Mã; mỗi phần mới thì mục lại đếm từ I",
    example: "I, II, III",
    mark: "\uFDD3",
    write: writeRoman,
  },
  {
    name: "muc",
    meaning: "số thứ tự của mục, bằng số La Mã",
    example: "I, II, III",
    mark: "\uFDD4",
    write: writeRoman,
  },
];

/** What the engine is given for the counters. */
export const COUNTER_MARKS: Readonly<Record<string, string>> = Object.fromEntries(
  TEMPLATE_COUNTERS.map(({ name, mark }) => [name, mark]),
);

/** Numbers the headings of a filled part, in the order they stand in it. */
export function numberHeadings(xml: string): string {
  const counts = TEMPLATE_COUNTERS.map(() => 0);
  return xml.replace(/[\uFDD3\uFDD4]/g, (mark) => {
    const at = TEMPLATE_COUNTERS.findIndex((counter) => counter.mark === mark);
    counts[at] = (counts[at] ?? 0) + 1;
    counts.fill(0, at + 1);
    return TEMPLATE_COUNTERS[at]?.write(counts[at] ?? 0) ?? "";
  });
}

function writeRoman(count: number): string {
  const digits: [number, string][] = [
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let left = count;
  return digits.reduce((text, [value, digit]) => {
    const times = Math.floor(left / value);
    left -= times * value;
    return text + digit.repeat(times);
  }, "");
}
