import type { Document } from "docx";
import { sectionHeading } from "../decree30/body.js";
import { body } from "../decree30/decree30.js";
import { listTable, minutesDocument, nomineeTables, rankTable } from "../decree30/frame.js";

/** Mẫu 1.9, with what a conference that sums up a year goes through. */
export function buildConferenceMinutesTemplate(): Document {
  return minutesDocument("Biên bản hội nghị tổng kết", {
    meeting: "Hội nghị",
    blocks: [
      body("Thành phần tham dự: đại diện lãnh đạo {{co_mat}}/{{tong_so}} đơn vị thuộc {{noi_hop}}, gồm:", {
        keepNext: true,
      }),
      listTable("don_vi", [
        { title: "Đơn vị", cell: "ten", width: null },
        { title: "Họ và tên, chức vụ người dự", cell: "", width: 4200 },
      ]),
      body("Đại biểu mời: {{dai_bieu_moi}}."),
      body("Chủ trì: {{chu_toa}}."),
      body("Thư ký (người ghi biên bản): {{thu_ky}}."),
      body("Nội dung:", { keepNext: true }),
      sectionHeading("{{muc}}. BÁO CÁO TỔNG KẾT NĂM {{nam}}"),
      body(
        "Hội nghị nghe đại diện {{nguoi_bao_cao}} trình bày báo cáo tổng kết công tác thi đua, khen thưởng năm {{nam}} và phương hướng, nhiệm vụ năm {{nam_sau}}.",
      ),
      sectionHeading("{{muc}}. THẢO LUẬN"),
      body("{{thao_luan}}."),
      sectionHeading("{{muc}}. CHẤM ĐIỂM, XẾP HẠNG, SUY TÔN"),
      body("{{#co_xep_hang}}"),
      body("Kết quả chấm điểm, xếp hạng các đơn vị:", { keepNext: true }),
      rankTable(),
      body("{{/co_xep_hang}}"),
      body("{{suy_ton}}"),
      body("Kết quả biểu quyết: {{bieu_quyet_suy_ton}}."),
      body("{{#co_tap_the}}"),
      sectionHeading("{{muc}}. BÌNH XÉT, ĐỀ NGHỊ KHEN THƯỞNG"),
      ...nomineeTables("vote"),
      body("{{/co_tap_the}}"),
      body("{{#co_cum}}"),
      sectionHeading("{{muc}}. BẦU {{cum | in_hoa}} TRƯỞNG, {{cum | in_hoa}} PHÓ NĂM {{nam_sau}}"),
      body("Hội nghị bầu {{bau_cu}} năm {{nam_sau}}."),
      body("Kết quả biểu quyết: {{bieu_quyet_bau_cu}}."),
      body("{{/co_cum}}"),
      sectionHeading("{{muc}}. KÝ KẾT GIAO ƯỚC THI ĐUA NĂM {{nam_sau}}"),
      body("Đại diện các đơn vị thuộc {{noi_hop}} ký kết giao ước thi đua năm {{nam_sau}}."),
      body("Biên bản đã được đọc lại cho mọi người dự hội nghị cùng nghe và nhất trí thông qua.", { keepNext: true }),
    ],
  });
}
