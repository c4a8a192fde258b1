import type { Document } from "docx";
import { body } from "../decree30/decree30.js";
import { minutesDocument } from "../decree30/frame.js";

/** Mẫu 1.9, signed by both parties above secretary and chair. */
export function buildHandoverMinutesTemplate(): Document {
  return minutesDocument("Biên bản bàn giao Cờ thường trực", {
    meeting: "Việc bàn giao",
    parties: [{ titles: ["ĐẠI DIỆN BÊN GIAO"] }, { titles: ["ĐẠI DIỆN BÊN NHẬN"] }],
    blocks: [
      body("Bên giao: {{ben_giao}}, {{cum}} trưởng năm {{nam}}; đại diện: {{dai_dien_giao}}."),
      body("Bên nhận: {{ben_nhan}}, {{cum}} trưởng năm {{nam_sau}}; đại diện: {{dai_dien_nhan}}."),
      body("Chủ trì: {{chu_toa}}."),
      body("Thư ký (người ghi biên bản): {{thu_ky}}."),
      body("Nội dung bàn giao:", { keepNext: true }),
      body("1. Cờ thường trực {{ten_cum}} năm {{nam_sau}}."),
      body("2. Nhiệm vụ {{cum}} trưởng năm {{nam_sau}}."),
      body("3. Hồ sơ, tài liệu: {{ho_so}}."),
      body("Tình trạng của Cờ, hồ sơ, tài liệu khi bàn giao: {{tinh_trang}}."),
      body("Biên bản đã được đọc lại cho những người có mặt cùng nghe và nhất trí thông qua.", { keepNext: true }),
    ],
  });
}
