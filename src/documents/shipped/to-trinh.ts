import type { Document } from "docx";
import { appendixStart } from "../decree30/appendix.js";
import { addressee, legalBasis } from "../decree30/body.js";
import { body } from "../decree30/decree30.js";
import { namedDocument, nomineeTables } from "../decree30/frame.js";

/** Mẫu 1.4 with Kính gửi, and the list as its appendix. */
export function buildSubmissionTemplate(): Document {
  return namedDocument("Tờ trình đề nghị khen thưởng", "TỜ TRÌNH", {
    blocks: [
      addressee("Kính gửi: {{kinh_gui}}"),
      legalBasis("{{can_cu.dong}}"),
      body(
        "Trên cơ sở kết quả bình xét thi đua năm {{nam}}, {{noi_trinh}} kính đề nghị {{kinh_gui}} xem xét, {{trinh_ai}}khen thưởng cho {{doi_tuong}} {{ly_do}}, gồm:",
        { keepNext: true },
      ),
      body("- {{de_nghi.dong}}"),
      body("(Có danh sách, báo cáo thành tích và biên bản bình xét kèm theo.)", { keepNext: true }),
    ],
    last: "{{noi_trinh}} kính trình {{kinh_gui}} xem xét, {{trinh_ai}}quyết định./.",
    appendix: [
      {
        children: [
          ...appendixStart({
            label: null,
            title: "DANH SÁCH",
            subtitle: "Đề nghị khen thưởng năm {{nam}}",
            accompanies: "(Kèm theo Tờ trình số {{so}}/{{ky_hieu}} {{ngay_ban_hanh}} của {{noi_trinh}})",
          }),
          ...nomineeTables("short"),
        ],
      },
    ],
  });
}
