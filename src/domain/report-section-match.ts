import { foldKey, nameKey, nearestName } from "./name.js";
import { REPORT_SECTIONS, type ReportSectionId } from "./report-section.js";

/** The section a heading means, or the title that may have been meant. */
export interface SectionMatch {
  section: ReportSectionId | null;
  nearest: string | null;
}

/**
 * "II. Công tác chỉ đạo", "Phương hướng năm 2021", "Hạn chế và tồn tại" → a section: by all its words when a name in
 * the list has the same, else by the first words that belong to one section.
 */
export function findReportSection(text: string): SectionMatch {
  const heading = dropNumber(text);
  const section = bySameWords(heading) ?? byFirstWords(heading);
  if (section !== null) return { section, nearest: null };
  // "Công tác thi đua, khen thưởng" is near to several names, and means none of them.
  const near = WHOLE_WORK.test(wordsOf(heading)) ? null : nearestName(heading, NAMES.keys());
  const meant = near === null ? undefined : REPORT_SECTIONS.find(({ id }) => id === NAMES.get(near));
  return { section: null, nearest: meant?.label ?? null };
}

const NUMBERS: readonly RegExp[] = [
  /^(?:phần|mục)\s+(?:thứ\s+\p{L}+|[ivxlc]+|\d+)(?=[\s.):–-]|$)[\s.):–-]*/iu,
  /^\(?(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])\s*[.)/:–-][\s.)/:–-]*/iu,
  /^(?:[IVX]+|\d+(?:\.\d+)*)\s+/u,
  /^[-+*•–]+\s*/u,
];

/** The heading without "Phần thứ nhất", "II.", "1.2)", "a)", "-" before it; itself when nothing else is there. */
function dropNumber(text: string): string {
  const rest = NUMBERS.reduce((left, pattern) => left.replace(pattern, ""), text.normalize("NFC").trim());
  return rest === "" ? text : rest;
}

/** Words that tell no section from another. */
const FILLERS = new Set("và các những một số của về trong ở năm sau tới nay cụm khối".split(" "));

/** Lower case, one blank between words, without marks, brackets and years. */
function wordsOf(text: string): string {
  return nameKey(text)
    .replace(/\([^)]*\)?/g, " ")
    .replace(/(?<!\p{N})(?:19|20)\d{2}(?!\p{N})/gu, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The same words in any order are the same name: "Tồn tại và hạn chế", "Hạn chế, tồn tại". */
function bagOf(text: string): string {
  const words = wordsOf(text).split(" ");
  const telling = words.filter((word) => !FILLERS.has(word));
  return (telling.length === 0 ? words : telling).sort().join(" ");
}

const NAMES = new Map<string, ReportSectionId>(
  REPORT_SECTIONS.flatMap(({ id, label, title, aliases }) =>
    [label, title, ...aliases, id.replace(/-/g, " ")].map((name) => [name, id] as const),
  ),
);
const BAGS = new Map([...NAMES].map(([name, id]) => [bagOf(name), id]));
const UNMARKED_BAGS = new Map([...BAGS].map(([bag, id]) => [foldKey(bag).split(" ").sort().join(" "), id]));

function bySameWords(heading: string): ReportSectionId | null {
  const bag = bagOf(heading);
  return BAGS.get(bag) ?? (foldKey(bag) === bag ? UNMARKED_BAGS.get(bag) : undefined) ?? null;
}

/** Words by which a longer heading is known; of those in it the ones that stand first count. */
const TELLING: readonly (readonly [ReportSectionId, string])[] = [
  ["thuan-loi", "thuận lợi"],
  ["kho-khan", "khó khăn|thách thức|vướng mắc|thiên tai|dịch bệnh"],
  ["chi-dao", "chỉ đạo|lãnh đạo|giao ước|ban hành văn bản|văn bản đã ban hành"],
  ["chi-tieu", "chỉ tiêu|thực hiện nhiệm vụ|nhiệm vụ chính trị|nhiệm vụ chuyên môn"],
  ["phong-trao", "phong trào|cuộc vận động"],
  ["khen-thuong", "khen thưởng"],
  ["hoat-dong-cum", "hoạt động (?:của )?(?:các )?(?:cụm|khối)|cờ thường trực"],
  ["cham-diem", "chấm điểm|bình xét|suy tôn|xếp hạng|xếp loại"],
  ["tuyen-truyen", "tuyên truyền|điển hình|gương người tốt"],
  ["kiem-tra", "kiểm tra|giám sát|thanh tra|khiếu nại"],
  ["bo-may", "bộ máy|hội đồng|cán bộ làm"],
  ["quy", "quỹ|kinh phí"],
  ["uu-diem", "ưu điểm|mặt mạnh|mặt được"],
  ["han-che", "hạn chế|tồn tại|khuyết điểm|yếu kém|mặt chưa được"],
  ["nguyen-nhan", "nguyên nhân"],
  ["bai-hoc", "bài học|kinh nghiệm"],
  ["phuong-huong", "phương hướng|nhiệm vụ|giải pháp"],
  ["kien-nghi", "kiến nghị|đề xuất"],
];
/** Counts only where nothing else does: "Tình hình thực hiện các chỉ tiêu" is of the indicators. */
const VAGUE: readonly (readonly [ReportSectionId, string])[] = [
  ["tinh-hinh", "tình hình|bối cảnh|đặc điểm"],
  ["phuong-huong", "mục tiêu"],
];

/** "Thi đua, khen thưởng" is the name of the whole work: it tells no section. */
const WHOLE_WORK = /(?<!\p{L})(?:thi đua (?:và )?khen thưởng|tđkt)(?!\p{L})/u;

function byFirstWords(heading: string): ReportSectionId | null {
  const words = wordsOf(heading).replace(WHOLE_WORK, " ");
  for (const list of [TELLING, VAGUE]) {
    const found = list
      .map(([id, pattern]) => ({ id, at: words.search(new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, "u")) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    if (found[0] !== undefined) return found[0].id;
  }
  return null;
}
