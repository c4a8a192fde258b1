import { isDirectionDoubtful } from "../../domain/direction-doubt.js";
import { formatWhole } from "../../domain/number.js";
import type { Period } from "../../domain/period.js";
import type { ReportLook } from "./options.js";
import type { ReportSubject } from "./year.js";

/** What the reader of the report should know about its data before it is signed. */
export function checkContent(
  { progress, rankings, awards, movements }: ReportSubject,
  period: Period,
  form: ReportLook["form"],
): string[] {
  const warnings: string[] = rankings.flatMap((ranking) => (period.isWhole ? ranking.warnings : []));
  if (!period.isWhole && rankings.length > 0)
    warnings.push(
      `Chưa hết năm ${period.year} nên báo cáo không chấm điểm, xếp hạng và chưa đề nghị suy tôn, khen thưởng.`,
    );
  const unreported = progress.filter((row) => row.unknown === "no-actual").length;
  if (unreported > 0) {
    warnings.push(
      `${unreported} kết quả chưa có số liệu, báo cáo nói rõ là chưa tổng hợp được. Xem: thidua progress --status unknown`,
    );
  }
  const doubtful = new Set(progress.filter(isDirectionDoubtful).map(({ indicator }) => indicator.name));
  if (doubtful.size > 0) {
    warnings.push(
      `Đang tính càng cao càng tốt: ${[...doubtful].join("; ")}. Nếu càng thấp càng tốt thì ghi ở cột Chiều của bảng chỉ tiêu (thidua sheet chi-tieu), nạp lại rồi soạn lại báo cáo.`,
    );
  }
  const undecided = awards.filter(({ decisionNumber }) => decisionNumber === null).length;
  if (undecided > 0) {
    warnings.push(
      `${formatWhole(undecided)}/${formatWhole(awards.length)} lượt khen thưởng chưa ghi số quyết định mà vẫn được tính; kiểm tra lại nếu mới chỉ là đề nghị.`,
    );
  }
  const silent = (form === "full" ? movements : []).filter(({ result }) => result === null).map(({ name }) => name);
  if (silent.length > 0) {
    warnings.push(
      `${silent.length} phong trào chưa ghi kết quả: ${silent.join("; ")}. Ghi ở cột Kết quả của bảng phong trào rồi nạp lại.`,
    );
  }
  return warnings;
}
