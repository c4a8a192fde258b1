import type { Document } from "docx";
import { article } from "../decree30/body.js";
import { body } from "../decree30/decree30.js";
import { decisionDocument } from "../decree30/frame.js";

/** Mẫu 1.2: the decision named in full once, each mistake with its correction, who is struck off. */
export function buildAmendingDecisionTemplate(): Document {
  return decisionDocument("Quyết định sửa đổi", {
    articles: [
      article("Điều 1.", "Sửa đổi {{van_ban_sai}} như sau:", { keepNext: true }),
      body("- {{sua.noi_dung}}: “{{sua.da_ghi}}” sửa thành “{{sua.sua_thanh}}”."),
      body("- Đưa ra khỏi danh sách được khen thưởng: {{bo.ten}}."),
      article(
        "Điều 2.",
        "Quyết định này có hiệu lực kể từ ngày ký. Các nội dung khác của {{van_ban_sai_gon}} không thay đổi.",
      ),
    ],
    last: article("Điều 3.", "{{trach_nhiem_thi_hanh}} chịu trách nhiệm thi hành Quyết định này./.", {
      keepNext: true,
    }),
  });
}
