import type { Document } from "docx";
import { buildDecision } from "../decision/blocks.js";

const TITLE = "{{dong_tu}} {{hinh_thuc}}{{#co_nam}} năm {{nam}}{{/co_nam}} cho";

/** Recognises titles: of a year, with a reason only where one is given. */
export function buildTitleDecisionTemplate(): Document {
  return buildDecision("Quyết định công nhận danh hiệu thi đua", {
    list: `${TITLE} {{doi_tuong}}{{#co_ly_do}} {{ly_do}}{{/co_ly_do}} (có danh sách kèm theo).`,
    one: `${TITLE} {{nguoi_nhan}}{{#co_thanh_tich}}, {{thanh_tich}}{{/co_thanh_tich}}.`,
  });
}
