import type { Document } from "docx";
import { legalBasis, sectionHeading } from "../decree30/body.js";
import { body } from "../decree30/decree30.js";
import { namedDocument } from "../decree30/frame.js";

/** Mẫu 1.4; sections as provinces have them: aims, contents, who and how it is judged, who does what. */
export function buildLaunchPlanTemplate(): Document {
  return namedDocument("Kế hoạch phát động phong trào thi đua", "KẾ HOẠCH", {
    blocks: [
      legalBasis("{{can_cu.dong}}"),
      body("Thực hiện {{thuc_hien}}, {{noi_phat_dong}} phát động phong trào thi đua năm {{nam}} như sau:"),
      sectionHeading("{{muc}}. MỤC ĐÍCH, YÊU CẦU"),
      body(
        "1. Mục đích: phát động, tổ chức phong trào thi đua yêu nước năm {{nam}} trong các đơn vị, tạo động lực hoàn thành các chỉ tiêu, nhiệm vụ được giao.",
      ),
      body(
        "2. Yêu cầu: phong trào thi đua có nội dung, tiêu chí cụ thể, gắn với nhiệm vụ chính trị của từng đơn vị; khen thưởng kịp thời, đúng đối tượng, đúng quy định của pháp luật.",
      ),
      sectionHeading("{{muc}}. NỘI DUNG THI ĐUA"),
      body("Chủ đề: {{chu_de}}."),
      body("Nhiệm vụ trọng tâm:", { bold: true, keepNext: true }),
      body("{{nhiem_vu.dong}}"),
      body("Các phong trào thi đua:", { bold: true, keepNext: true }),
      body("- {{phong_trao.dong}}"),
      body("{{#co_cac_chi_tieu}}Các chỉ tiêu thi đua: {{cac_chi_tieu}}.{{/co_cac_chi_tieu}}"),
      sectionHeading("{{muc}}. ĐỐI TƯỢNG, TIÊU CHÍ, KHEN THƯỞNG"),
      body("1. Đối tượng: {{doi_tuong}}."),
      body("2. Tiêu chí: chấm theo thang điểm {{thang_diem}}."),
      body(
        "3. Khen thưởng: theo quy định của pháp luật về thi đua, khen thưởng{{#co_khen_thuong}}; căn cứ kết quả xếp hạng, đề nghị:{{/co_khen_thuong}}{{^co_khen_thuong}}.{{/co_khen_thuong}}",
      ),
      body("- {{khen_thuong.dong}}"),
      sectionHeading("{{muc}}. TỔ CHỨC THỰC HIỆN"),
      body(
        "1. Các đơn vị căn cứ Kế hoạch này phát động, tổ chức thực hiện phong trào thi đua tại đơn vị; gửi báo cáo kết quả về {{noi_phat_dong}} trước {{han_bao_cao}}.",
      ),
      body(
        "2. {{noi_phat_dong}} theo dõi, kiểm tra, tổng hợp kết quả; tổ chức bình xét, đề nghị khen thưởng theo quy định.",
      ),
    ],
    last: "Trên đây là Kế hoạch phát động phong trào thi đua năm {{nam}}; quá trình thực hiện có vướng mắc, các đơn vị phản ánh về {{noi_phat_dong}} để xem xét, giải quyết./.",
  });
}
