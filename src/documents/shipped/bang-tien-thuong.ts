import type { Document } from "docx";
import { appendixStart } from "../decree30/appendix.js";
import { body, LANDSCAPE_TEXT_WIDTH, line, SIZE } from "../decree30/decree30.js";
import { nomineeTables } from "../decree30/frame.js";
import { borderlessTable } from "../decree30/head.js";
import { pageDocument } from "../decree30/page.js";

/** A table that goes with a decision, as its appendix would (Mẫu 2.1), on a lying page; who made it and who decides sign. */
export function buildBonusTableTemplate(): Document {
  const half = Math.floor(LANDSCAPE_TEXT_WIDTH / 2);
  return pageDocument("Bảng tiền thưởng kèm theo quyết định khen thưởng", [
    {
      landscape: true,
      children: [
        ...appendixStart({
          label: null,
          title: "BẢNG TIỀN THƯỞNG",
          subtitle: "{{trich_yeu}}",
          accompanies: "(Kèm theo {{kem_theo}})",
        }),
        ...nomineeTables("money", LANDSCAPE_TEXT_WIDTH),
        body("Tổng cộng: {{tong_tien}} đồng.", { bold: true, keepNext: true }),
        body("(Bằng chữ: {{tong_tien_chu}}.)", { italics: true, keepNext: true }),
        line("{{#co_chua_ke}}"),
        body("Chưa kể {{chua_ke}} trường hợp chưa xác định được tiền thưởng.", { keepNext: true }),
        line("{{/co_chua_ke}}"),
        body("Nguồn chi: {{nguon_tien_thuong}}."),
        body("Cách tính: tiền thưởng bằng mức lương cơ sở nhân với hệ số.", { keepNext: true }),
        body("- {{cach_tinh.dong}}", { keepNext: true }),
        borderlessTable(
          [half, LANDSCAPE_TEXT_WIDTH - half],
          [
            [
              [
                line("", { before: 12 }),
                line("NGƯỜI LẬP BẢNG", { bold: true, align: "center" }),
                line("", { before: 72 }),
              ],
              [
                line("{{dia_danh}}, {{ngay_ban_hanh}}", {
                  size: SIZE.date,
                  italics: true,
                  align: "center",
                  before: 12,
                }),
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
