import { introduceMovement } from "../report/movements.js";
import type { Placeholder } from "../template/kind.js";
import type { TemplateValues } from "../template/value.js";
import type { DraftTarget } from "./draft.js";
import { lines } from "./placeholder.js";
import { lineItems } from "./value.js";

/** What a year of emulation is launched with: tasks officers wrote, movements of the sheet. */
export const LAUNCH_LISTS: readonly Placeholder[] = [
  lines(
    "nhiem_vu",
    "nội dung thi đua của năm",
    "1. Hoàn thành các chỉ tiêu, nhiệm vụ được giao.",
    "Ghi ở mục “Phương hướng, nhiệm vụ” của bảng nội dung năm trước (thidua sheet noi-dung) rồi nạp.",
  ),
  lines(
    "phong_trao",
    "các phong trào thi đua của năm",
    "Phong trào “Cả nước chung sức xây dựng nông thôn mới” do Thủ tướng Chính phủ phát động;",
    "Nạp bảng phong trào của năm ấy bằng thidua import TỆP --year NĂM (lấy mẫu bằng thidua sheet phong-trao).",
  ),
];

export function launchValues({ tasks, movements }: DraftTarget): TemplateValues {
  return {
    nhiem_vu: lineItems(tasks),
    phong_trao: lineItems(movements.map((movement) => `${introduceMovement(movement)}.`)),
  };
}
