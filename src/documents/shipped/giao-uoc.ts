import type { Document } from "docx";
import { sectionHeading } from "../decree30/body.js";
import { body, line } from "../decree30/decree30.js";
import { head, listTable, signatureRows, soleSignature } from "../decree30/frame.js";
import { documentTitle } from "../decree30/head.js";
import { pageDocument } from "../decree30/page.js";

/** No model of Decree 30 and no number: the parties, what they agree on, a place for each to sign (Thông tư 35/2011/TT-BLĐTBXH, Mẫu 1a). */
export function buildCovenantTemplate(): Document {
  return pageDocument("Giao ước thi đua", [
    {
      children: [
        head({ numbered: false }),
        ...documentTitle("GIAO ƯỚC THI ĐUA", "{{trich_yeu}}"),
        body(
          "Hôm nay, {{ngay_ky}}, tại {{dia_diem}}, đại diện {{so_don_vi}} đơn vị thuộc {{ten_cum}} thống nhất ký kết giao ước thi đua năm {{nam}}. Các đơn vị ký giao ước gồm:",
          { keepNext: true },
        ),
        body("{{don_vi.dong}}"),
        sectionHeading("{{muc}}. NỘI DUNG THI ĐUA"),
        body("{{nhiem_vu.dong}}"),
        sectionHeading("{{muc}}. PHONG TRÀO THI ĐUA"),
        body("- {{phong_trao.dong}}"),
        sectionHeading("{{muc}}. CHỈ TIÊU THI ĐUA"),
        body("{{@chi_tieu}}"),
        sectionHeading("{{muc}}. ĐĂNG KÝ THI ĐUA, KHEN THƯỞNG"),
        listTable("don_vi", [
          { title: "Đơn vị", cell: "ten", width: null },
          { title: "Danh hiệu, hình thức đăng ký", cell: "", width: 3800 },
        ]),
        sectionHeading("{{muc}}. TỔ CHỨC THỰC HIỆN"),
        body(
          "Các đơn vị căn cứ giao ước này phát động, tổ chức thực hiện phong trào thi đua tại đơn vị; tự đánh giá, chấm điểm và gửi kết quả về {{ten_cum}} để tổng hợp, bình xét.",
        ),
        body("Giao ước này được các đơn vị thống nhất ký kết./.", { keepNext: true }),
        soleSignature(),
        line("ĐẠI DIỆN CÁC ĐƠN VỊ KÝ GIAO ƯỚC", { bold: true, align: "center", before: 12, keepNext: true }),
        signatureRows("ky_ket"),
      ],
    },
  ]);
}
