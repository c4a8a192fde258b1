import { isDirectionDoubtful } from "../direction-doubt.js";
import { groupBy } from "../group-by.js";
import { type Check, foundAt } from "./check.js";

export const directionDoubtful: Check = {
  code: "direction-doubtful",
  severity: "medium",
  title: "Chỉ tiêu tên nghe như càng thấp càng tốt mà đang tính cao hơn là tốt",
  hint: "Nếu càng thấp càng tốt thì ghi “thấp hơn tốt” ở cột Chiều của bảng chỉ tiêu (thidua sheet chi-tieu) rồi nạp lại; đúng là cao hơn tốt thì bỏ qua.",
  limit: "tên nói đến tai nạn, tội phạm, vi phạm, hộ nghèo, nợ đọng, quá hạn… mà không nói giảm, phòng, chống, xử lý",
  find: ({ progress }) => {
    const doubtful = progress.filter(isDirectionDoubtful);
    return [...groupBy(doubtful, ({ indicator }) => String(indicator.id)).values()].flatMap((rows) => {
      const [first] = rows;
      if (first === undefined) return [];
      const message = `${rows.length} đơn vị có số liệu, kết quả càng cao đang được coi là càng tốt.`;
      return [{ ...foundAt(first, "actual", message), unit: null }];
    });
  },
};
