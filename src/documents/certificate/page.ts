import type { Document } from "docx";
import { line, PAGE } from "../decree30/decree30.js";
import { borderlessTable, MOTTO, NATION, ruleUnder } from "../decree30/head.js";
import { pageDocument } from "../decree30/page.js";

/** Twips: 18 mm, so that a frame printed or drawn round the page stays clear. */
const MARGIN = 1020;
const PAGE_WIDTH = PAGE.height - 2 * MARGIN;
/** Twips kept free on both sides of name and achievement. */
const INDENT = 560;
/** Twips they may fill on the lying page. */
export const CERTIFICATE_WIDTH = PAGE_WIDTH - 2 * INDENT;

/** Points: as usual, and where the text would not stay on its lines; the template shows the one or the other. */
export const CERTIFICATE_SIZE = {
  name: { usual: 28, long: 20 },
  achievement: { usual: 18, long: 14 },
} as const;

/** Lines at the smaller size beyond which the page may not hold them. */
export const CERTIFICATE_LINES = { name: 3, achievement: 4 } as const;

/** A whole A4 page in the order of NĐ 98/2023 Đ104: nation, who gives, what, to whom, for what, place, date, signer; decision, sổ vàng. */
export function certificatePage(title: string): Document {
  const { name, achievement } = CERTIFICATE_SIZE;
  const centred = (content: string, size: number, style: { bold?: boolean; before?: number } = {}) =>
    line(content, { size, align: "center", indent: INDENT, ...style });
  const half = Math.floor(PAGE_WIDTH / 2);
  return pageDocument(title, [
    {
      landscape: true,
      margin: MARGIN,
      children: [
        centred(NATION, 16, { bold: true }),
        centred(MOTTO, 16, { bold: true }),
        ruleUnder(MOTTO, { size: 16, bold: true, width: PAGE_WIDTH, kind: "full" }),
        centred("{{nguoi_tang}}", 18, { bold: true, before: 24 }),
        centred("TẶNG", 16, { bold: true, before: 10 }),
        centred("{{hinh_thuc | in_hoa}}", 38, { bold: true, before: 4 }),
        ...choice(
          "ten_dai",
          [centred("{{ten}}", name.long, { bold: true, before: 10 })],
          [centred("{{ten}}", name.usual, { bold: true, before: 10 })],
        ),
        ...choice("chuc_vu_don_vi", [centred("{{chuc_vu_don_vi}}", 16)]),
        ...choice(
          "thanh_tich_dai",
          [centred("{{thanh_tich}}", achievement.long, { before: 8 })],
          [centred("{{thanh_tich}}", achievement.usual, { before: 8 })],
        ),
        borderlessTable(
          [half, PAGE_WIDTH - half],
          [
            [
              [
                line("", { before: 100 }),
                line("Quyết định số: {{so_quyet_dinh}}", { size: 13, indent: INDENT }),
                line("{{ngay_quyet_dinh}}", { size: 13, indent: INDENT }),
                line("Số sổ vàng: {{so_so_vang}}", { size: 13, indent: INDENT }),
              ],
              [
                line("{{dia_danh}}, {{ngay_quyet_dinh}}", { italics: true, align: "center", before: 14 }),
                line("{{ky.dong}}", { bold: true, align: "center" }),
                line("", { before: 72 }),
                line("{{nguoi_ky}}", { bold: true, align: "center" }),
              ],
            ],
          ],
        ),
      ],
    },
  ]);
}

type Lines = ReturnType<typeof line>[];

function choice(condition: string, yes: Lines, no: Lines = []): Lines {
  const name = condition.endsWith("_dai") ? condition : `co_${condition}`;
  const otherwise = no.length === 0 ? [] : [line(`{{^${name}}}`), ...no, line(`{{/${name}}}`)];
  return [line(`{{#${name}}}`), ...yes, line(`{{/${name}}}`), ...otherwise];
}
