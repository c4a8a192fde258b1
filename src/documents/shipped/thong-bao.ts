import type { Document } from "docx";
import { appendixStart } from "../decree30/appendix.js";
import { sectionHeading } from "../decree30/body.js";
import { body } from "../decree30/decree30.js";
import { foot, head, nomineeTables, rankTable } from "../decree30/frame.js";
import { documentTitle } from "../decree30/head.js";
import { pageDocument } from "../decree30/page.js";

/** Mẫu 1.4; either part is gone where it has nothing, and the appendix with the second. */
export function buildNoticeTemplate(): Document {
  return pageDocument("Thông báo kết quả thi đua, khen thưởng", [
    {
      children: [
        head(),
        ...documentTitle("THÔNG BÁO", "{{trich_yeu}}"),
        body("Căn cứ {{ket_qua}} năm {{nam}}, {{noi_thong_bao}} thông báo như sau:"),
        body("{{#co_xep_hang}}"),
        sectionHeading("{{muc}}. KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG"),
        rankTable([{ title: "Cụm, khối", cell: "cum", width: 2400 }]),
        body("{{/co_xep_hang}}"),
        body("{{#co_khen_thuong}}"),
        sectionHeading("{{muc}}. KẾT QUẢ KHEN THƯỞNG"),
        body("Đã có {{doi_tuong}} được khen thưởng (có danh sách kèm theo), gồm:", { keepNext: true }),
        body("- {{khen_thuong.dong}}"),
        body("{{/co_khen_thuong}}"),
        body("{{noi_thong_bao}} thông báo để các đơn vị biết, thực hiện./.", { keepNext: true }),
        foot(),
        // Opens before the section break, so that a notice without an appendix has no empty last page.
        body("{{#co_khen_thuong}}"),
      ],
    },
    {
      children: [
        ...appendixStart({
          label: null,
          title: "DANH SÁCH",
          subtitle: "Các trường hợp được khen thưởng năm {{nam}}",
          accompanies: "(Kèm theo Thông báo số {{so}}/{{ky_hieu}} {{ngay_ban_hanh}} của {{noi_thong_bao}})",
        }),
        ...nomineeTables("decided"),
        body("{{/co_khen_thuong}}"),
      ],
    },
  ]);
}
