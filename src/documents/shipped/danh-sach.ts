import type { Document } from "docx";
import { appendixStart } from "../decree30/appendix.js";
import { LANDSCAPE_TEXT_WIDTH } from "../decree30/decree30.js";
import { nomineeTables } from "../decree30/frame.js";
import { pageDocument } from "../decree30/page.js";

/** A list that goes with another document, as its appendix would (Mẫu 2.1), on a lying page. */
export function buildAwardListTemplate(): Document {
  return pageDocument("Danh sách đề nghị, khen thưởng", [
    {
      landscape: true,
      children: [
        ...appendixStart({
          label: null,
          title: "DANH SÁCH",
          subtitle: "{{trich_yeu}}",
          accompanies: "(Kèm theo {{kem_theo}})",
        }),
        ...nomineeTables("wide", LANDSCAPE_TEXT_WIDTH),
      ],
    },
  ]);
}
