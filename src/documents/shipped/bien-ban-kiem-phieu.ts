import type { Document } from "docx";
import { body } from "../decree30/decree30.js";
import { minutesDocument, nomineeTables } from "../decree30/frame.js";

/** Mẫu 1.9, with what a count of votes has to say. */
export function buildCountMinutesTemplate(): Document {
  return minutesDocument("Biên bản kiểm phiếu", {
    meeting: "Việc kiểm phiếu",
    signatures: ["THƯ KÝ", "TRƯỞNG BAN KIỂM PHIẾU"],
    blocks: [
      body("Trưởng ban kiểm phiếu: {{chu_toa}}."),
      body("Thư ký: {{thu_ky}}."),
      body("Tổng số thành viên: {{tong_so}}; có mặt: {{co_mat}}."),
      body("Số phiếu phát ra: {{phieu_phat_ra}}; số phiếu thu về: {{phieu_thu_ve}}."),
      body("Số phiếu hợp lệ: {{phieu_hop_le}}; số phiếu không hợp lệ: {{phieu_khong_hop_le}}."),
      body("Kết quả kiểm phiếu, tỷ lệ tính trên tổng số thành viên:", { keepNext: true }),
      ...nomineeTables("count"),
    ],
  });
}
