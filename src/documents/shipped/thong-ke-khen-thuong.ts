import type { Document } from "docx";
import { body, line } from "../decree30/decree30.js";
import { foot, head } from "../decree30/frame.js";
import { documentTitle } from "../decree30/head.js";
import { pageDocument } from "../decree30/page.js";

/** Tables alone: no number, since it goes with a report. */
export function buildAwardStatisticsTemplate(): Document {
  return pageDocument("Thống kê khen thưởng", [
    {
      children: [
        head({ numbered: false }),
        ...documentTitle("THỐNG KÊ KHEN THƯỞNG", "{{trich_yeu}}"),
        body("Số lượng khen thưởng theo danh hiệu, hình thức, cấp khen và đối tượng như sau:", { keepNext: true }),
        body("{{@bang_thong_ke}}"),
        body("{{@bang_so_sanh}}"),
        line("", { size: 6, keepNext: true }),
        foot(),
      ],
    },
  ]);
}
