import { decimal, type Found, type LintRule, layoutRule, wholeDocument } from "../rule.js";
import type { SeenSection } from "../seen/open.js";

/** Twips in a millimetre. */
const MM = 56.7;
/** Word and LibreOffice round lengths of a page: one millimetre is let pass. */
const TOLERANCE = 1;
const EDGES = { top: "trên", bottom: "dưới", left: "trái", right: "phải" } as const;
const UPRIGHT = { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] } as const;
/** A page that lies has been turned one way or the other: any edge may be the bound one. */
const LYING = { top: [15, 35], bottom: [15, 35], left: [15, 35], right: [15, 35] } as const;

export const paperSize: LintRule = {
  id: "kho-giay",
  what: "Khổ giấy A4",
  source: layoutRule("I.1"),
  severity: "error",
  example: { wrong: "Letter (216 × 279 mm)", right: "A4 (210 × 297 mm)" },
  find: ({ seen }) =>
    eachSection(seen.sections, ({ width, height }) => {
      const [short, long] = [Math.min(width, height) / MM, Math.max(width, height) / MM];
      if (Math.abs(short - 210) <= TOLERANCE && Math.abs(long - 297) <= TOLERANCE) return [];
      return [{ found: `${decimal(short, 0)} × ${decimal(long, 0)} mm`, wanted: "A4: 210 × 297 mm" }];
    }),
};

export const orientation: LintRule = {
  id: "huong-giay",
  what: "Trang trình bày theo chiều dài của khổ A4",
  source: layoutRule("I.2"),
  severity: "warning",
  example: { wrong: "trang ngang chỉ có lời văn", right: "trang đứng; trang ngang chỉ khi có bảng, biểu" },
  find: ({ seen }) =>
    eachSection(seen.sections, ({ isLandscape }, index) => {
      const hasTable = seen.paragraphs.some(({ section, cell }) => section === index && cell?.table.isRuled === true);
      return isLandscape && !hasTable ? [{ found: "trang ngang không có bảng", wanted: "trang đứng" }] : [];
    }),
};

export const margins: LintRule = {
  id: "le-trang",
  what: "Lề trang: trên, dưới 20–25 mm; trái 30–35 mm; phải 15–20 mm",
  source: layoutRule("I.3"),
  severity: "error",
  example: { wrong: "lề trái 25,4 mm", right: "lề trái 30 mm" },
  find: ({ seen }) =>
    eachSection(seen.sections, ({ margins: edges, isLandscape }) => {
      const ranges = isLandscape ? LYING : UPRIGHT;
      return (Object.keys(EDGES) as (keyof typeof EDGES)[]).flatMap((edge) => {
        const [least, most] = ranges[edge];
        const length = edges[edge] / MM;
        if (length >= least - TOLERANCE && length <= most + TOLERANCE) return [];
        return [{ found: `lề ${EDGES[edge]} ${decimal(length)} mm`, wanted: `lề ${EDGES[edge]} ${least}–${most} mm` }];
      });
    }),
};

function eachSection(
  sections: readonly SeenSection[],
  check: (section: SeenSection, index: number) => Omit<Found, "place">[],
): Found[] {
  return sections.flatMap((section, index) => {
    const part = sections.length === 1 ? "Trang giấy" : `Trang giấy, phần (section) ${index + 1}`;
    return check(section, index).map((found) => ({ place: wholeDocument(part), ...found }));
  });
}
