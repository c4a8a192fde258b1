import { nameKey } from "./name.js";
import type { ProgressRow } from "./progress.js";

/** Whether a result counts as better the higher it is, though its indicator sounds the other way round. */
export function isDirectionDoubtful({ indicator, result }: ProgressRow): boolean {
  return result !== null && indicator.direction === "higher" && isUsuallyLower(indicator.name);
}

/**
 * Whether an indicator of this name is usually better the lower it is: accidents, crimes, poverty, debts. Only a reason to ask, since
 * names mislead; nothing is computed by it. A name that says it goes down ("Giảm tỷ lệ hộ nghèo", "Số hộ thoát nghèo") is better the higher.
 */
function isUsuallyLower(name: string): boolean {
  const key = nameKey(name);
  return TROUBLE.test(key) && !LESS_OF_IT.test(key);
}

const TROUBLE =
  /(?<!\p{L})(tai nạn|tội phạm|phạm tội|vi phạm|phạm pháp|tệ nạn|cháy|hộ nghèo|hộ cận nghèo|tái nghèo|suy dinh dưỡng|tử vong|thất nghiệp|sinh con thứ (ba|3)|tảo hôn|bỏ học|thôi học|nợ đọng|nợ thuế|nợ xấu|quá hạn|trễ hạn|chậm hạn|khiếu nại|khiếu kiện|khiếu nại đông người|thất thoát|mù chữ|nhiễm bệnh|mắc bệnh|đơn thư vượt cấp)(?!\p{L})/u;

const LESS_OF_IT =
  /(?<!\p{L})(giảm|thoát|phòng|chống|ngăn|xử lý|giải quyết|khắc phục|thu hồi|thu nợ|xóa|xoá|phát hiện|điều tra|phá án|khám phá|hỗ trợ|đúng hạn|trước hạn|không)(?!\p{L})/u;
