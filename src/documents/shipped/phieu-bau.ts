import type { Document } from "docx";
import { body } from "../decree30/decree30.js";
import { head, nomineeTables } from "../decree30/frame.js";
import { documentTitle } from "../decree30/head.js";
import { pageDocument } from "../decree30/page.js";

/** A secret ballot: no number, nobody signs. */
export function buildBallotTemplate(): Document {
  return pageDocument("Phiếu bầu", [
    {
      children: [
        head({ numbered: false }),
        ...documentTitle("PHIẾU BẦU", "{{trich_yeu}}"),
        body("Đánh dấu “x” vào một trong hai ô của mỗi dòng; để trống hoặc đánh dấu cả hai ô là không hợp lệ.", {
          italics: true,
          keepNext: true,
        }),
        ...nomineeTables("ballot"),
      ],
    },
  ]);
}
