import type { Document } from "docx";
import { addressee } from "../decree30/body.js";
import { body } from "../decree30/decree30.js";
import { foot, head } from "../decree30/frame.js";
import { pageDocument } from "../decree30/page.js";

/** Mẫu 1.5: no tên loại; V/v below the number. */
export function buildLetterTemplate(): Document {
  return pageDocument("Công văn đính chính", [
    {
      children: [
        head({ subject: "V/v {{trich_yeu}}" }),
        addressee("Kính gửi: {{kinh_gui}}"),
        body(
          "Do sơ suất trong khâu soạn thảo, {{van_ban_sai}} có sai sót về thể thức, kỹ thuật trình bày. {{co_quan}} đính chính như sau:",
          {
            keepNext: true,
          },
        ),
        body("- {{sua.noi_dung}}: “{{sua.da_ghi}}” đính chính thành “{{sua.sua_thanh}}”."),
        body("Các nội dung khác của {{van_ban_sai_gon}} không thay đổi.", { keepNext: true }),
        body("{{co_quan}} thông báo để các cơ quan, đơn vị, cá nhân có liên quan biết và thực hiện./.", {
          keepNext: true,
        }),
        foot(),
      ],
    },
  ]);
}
