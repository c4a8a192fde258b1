import type { ReadDocument } from "../frame/frame.js";
import { wholePiece } from "../frame/piece.js";
import { decimal, type Found, type LintRule, layoutRule, placeOf, wholeDocument } from "../rule.js";
import type { PageKind, SeenSection } from "../seen/open.js";
import type { SeenParagraph } from "../seen/seen.js";

const SOURCE = layoutRule("I.7");
const PART = "Số trang";
const WANTED = "số trang ở giữa lề trên, từ trang thứ hai";

/** About as many letters as fill a page of 14 pt. */
const PAGE_LETTERS = 3000;

/** Whether there is a second page to number; from the text when the program that saved it did not count. */
function hasSecondPage({ seen }: ReadDocument): boolean {
  const letters = seen.paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  if (seen.pages !== null && seen.pages > 1) return true;
  const breaks = seen.paragraphs.some(({ startsPage, number }) => startsPage && number > 1);
  return breaks || letters > (seen.pages === 1 ? 2 : 1) * PAGE_LETTERS;
}

function numberIn(
  section: SeenSection | undefined,
  where: "headers" | "footers",
  page: PageKind,
): SeenParagraph | undefined {
  return section?.[where][page].find(({ showsPageNumber }) => showsPageNumber);
}

const PAGES = ["default", "first", "even"] as const;

export const pageNumber: LintRule = {
  id: "so-trang",
  what: "Văn bản nhiều trang có số trang",
  source: SOURCE,
  severity: "error",
  example: { wrong: "trang 2 không có số trang", right: "“2” ở giữa lề trên của trang 2" },
  find(document) {
    const { sections, hasEvenHeaders } = document.seen;
    if (!hasSecondPage(document)) return [];
    const shows = (page: PageKind) =>
      sections.some((section) => numberIn(section, "headers", page) ?? numberIn(section, "footers", page));
    if (!shows("default")) return [{ place: wholeDocument(PART), found: "không có số trang", wanted: WANTED }];
    if (hasEvenHeaders && !shows("even"))
      return [{ place: wholeDocument(PART), found: "trang chẵn không có số trang", wanted: WANTED }];
    return [];
  },
};

export const pageNumberPlace: LintRule = {
  id: "so-trang-vi-tri",
  what: "Số trang ở giữa, trong lề trên",
  source: SOURCE,
  severity: "error",
  example: { wrong: "số trang ở góc dưới bên phải", right: "số trang ở giữa lề trên" },
  find({ seen }) {
    const found: Found[] = [];
    for (const section of seen.sections) {
      for (const page of PAGES) {
        const below = numberIn(section, "footers", page);
        if (below !== undefined)
          found.push({ place: placeOf(PART, below), found: "số trang ở lề dưới", wanted: WANTED });
        const above = numberIn(section, "headers", page);
        if (above === undefined) continue;
        const { align, frameAlign } = above.format;
        // The styles Header and Footer have a tab stop in the middle.
        const isTabbed = /^\t[^\t]*$/.test(above.text);
        if (align === "center" || frameAlign === "center" || above.isBoxed || isTabbed || above.cell !== null) continue;
        found.push({ place: placeOf(PART, above), found: "số trang không ở giữa", wanted: WANTED });
      }
    }
    return uniqueFound(found);
  },
};

export const firstPageNumber: LintRule = {
  id: "so-trang-dau",
  what: "Trang thứ nhất không hiện số trang",
  source: SOURCE,
  severity: "error",
  example: { wrong: "trang đầu hiện số 1", right: "trang đầu không hiện số (Different First Page)" },
  find({ seen }) {
    const [first] = seen.sections;
    const page = first?.hasTitlePage === true ? "first" : "default";
    const shown = numberIn(first, "headers", page) ?? numberIn(first, "footers", page);
    return shown === undefined
      ? []
      : [{ place: placeOf(PART, shown), found: "trang đầu hiện số trang", wanted: WANTED }];
  },
};

export const pageNumberStyle: LintRule = {
  id: "so-trang-chu",
  what: "Số trang bằng chữ số Ả Rập từ 1, cỡ 13–14, kiểu chữ đứng",
  source: SOURCE,
  severity: "error",
  example: { wrong: "số trang cỡ 11, nghiêng", right: "số trang cỡ 14, đứng" },
  find({ seen }) {
    const found: Found[] = [];
    for (const section of seen.sections) {
      const { numberFormat, numberStart } = section;
      const tell = (what: string) =>
        found.push({ place: wholeDocument(PART), found: what, wanted: "chữ số Ả Rập, từ 1, cỡ 13–14, đứng" });
      if (numberFormat !== null && !["decimal", "numberInDash"].includes(numberFormat))
        tell(`kiểu đánh số ${numberFormat}`);
      if (numberStart !== null && section === seen.sections[0] && numberStart !== 1) tell(`bắt đầu từ ${numberStart}`);
      for (const page of PAGES) {
        const shown = numberIn(section, "headers", page) ?? numberIn(section, "footers", page);
        if (shown === undefined) continue;
        const piece = wholePiece(shown);
        const sizes = [
          ...new Set(piece.runs.filter(({ text }) => text.trim() !== "").map(({ format }) => format.size ?? 0)),
        ];
        const wrong = (sizes.length === 0 ? [shown.markSize] : sizes).filter((size) => size < 13 || size > 14);
        if (wrong.length > 0) tell(`cỡ ${wrong.map((size) => decimal(size)).join(" và ")}`);
        if (piece.runs.some(({ format }) => format.italic === true)) tell("nghiêng");
      }
    }
    return uniqueFound(found);
  },
};

export const appendixPageNumber: LintRule = {
  id: "so-trang-phu-luc",
  what: "Số trang của phụ lục được đánh riêng theo từng phụ lục",
  source: layoutRule("III.1đ"),
  severity: "warning",
  example: { wrong: "phụ lục đánh tiếp số trang của văn bản", right: "mỗi phụ lục đánh số trang lại từ 1" },
  find: ({ seen, frame }) =>
    frame.appendices.flatMap(({ label, title, paragraphs }) => {
      const first = label ?? title[0];
      const start = seen.sections[paragraphs[0]?.section ?? 0]?.numberStart;
      const own = paragraphs[0]?.section !== frame.main.at(-1)?.section && start === 1;
      return first === undefined || own
        ? []
        : [
            {
              place: placeOf("Phụ lục", first),
              found: "số trang không bắt đầu lại từ 1",
              wanted: "số trang riêng, từ 1",
            },
          ];
    }),
};

/** Sections that go on with one head would each tell the same of it. */
function uniqueFound(all: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = JSON.stringify(one);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
