import type { Document } from "docx";
import { body, line } from "../decree30/decree30.js";
import { minutesDocument, nomineeTables, rankTable } from "../decree30/frame.js";

/** Mẫu 1.9; the ranking is gone with its heading where nothing is scored. */
export function buildReviewMinutesTemplate(): Document {
  return minutesDocument("Biên bản bình xét thi đua, khen thưởng", {
    blocks: [
      body("Thành phần tham dự: {{co_mat}}/{{tong_so}} thành viên của {{noi_hop}}."),
      body("Chủ trì: {{chu_toa}}."),
      body("Thư ký (người ghi biên bản): {{thu_ky}}."),
      body("Nội dung: bình xét thi đua, khen thưởng năm {{nam}}.", { keepNext: true }),
      body("{{#co_xep_hang}}"),
      body("{{muc}}. KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG", { bold: true, keepNext: true, align: "left" }),
      rankTable(),
      body("{{/co_xep_hang}}"),
      body("{{muc}}. CÁC TRƯỜNG HỢP ĐỀ NGHỊ VÀ KẾT QUẢ BỎ PHIẾU", { bold: true, keepNext: true, align: "left" }),
      ...nomineeTables("vote"),
      line("Tỷ lệ phiếu tính trên tổng số thành viên.", { italics: true, size: 13, before: 4 }),
    ],
  });
}
