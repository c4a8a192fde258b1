import type { Document } from "docx";
import { buildDecision } from "../decision/blocks.js";

/** Gives forms of commendation. */
export function buildDecisionTemplate(): Document {
  return buildDecision("Quyết định khen thưởng", {
    list: "{{dong_tu}} {{hinh_thuc}} cho {{doi_tuong}} {{ly_do}} (có danh sách kèm theo).",
    one: "{{dong_tu}} {{hinh_thuc}} cho {{nguoi_nhan}}, {{thanh_tich}}.",
  });
}
