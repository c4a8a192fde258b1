import type { Document } from "docx";
import { body } from "../decree30/decree30.js";
import { namedDocument } from "../decree30/frame.js";

/** Mẫu 1.8: who is invited to what, who chairs it, when and where. */
export function buildInvitationTemplate(): Document {
  return namedDocument("Giấy mời", "GIẤY MỜI", {
    blocks: [
      body("{{noi_moi}} trân trọng kính mời:", { keepNext: true }),
      body("- {{khach_moi.dong}}"),
      body("Tới dự {{hoi_nghi}}."),
      body("Chủ trì: {{chu_tri}}."),
      body("Thời gian: {{thoi_gian}}."),
      body("Địa điểm: {{dia_diem}}."),
    ],
    last: "Kính mời các đại biểu đến dự đúng thành phần, thời gian./.",
  });
}
