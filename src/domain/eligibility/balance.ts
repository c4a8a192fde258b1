import type { Check, Found } from "../checks/check.js";
import { groupBy } from "../group-by.js";
import { lawOn, type Source } from "../law/source.js";
import { formatWhole } from "../number.js";
import { foundFrom, kindOf, lawDay } from "./nominee.js";

/** Attention to direct workers; no least share is laid down. */
const PRINCIPLE: Source = { text: "Luật TĐKT 2022 Điều 5; biểu thống kê TT 02/2023/TT-BNV", mark: "V2" };

export const fewDirectWorkers: Check = {
  code: "few-direct-workers",
  severity: "low",
  title: "Người lao động trực tiếp ít so với lãnh đạo",
  hint: "Xem lại cơ cấu trước khi trình; báo cáo thống kê có hỏi số này. Luật không đặt tỷ lệ tối thiểu.",
  limit:
    "lãnh đạo quá nửa số cá nhân có ghi, hoặc lao động trực tiếp ít hơn lãnh đạo, trong từng danh hiệu, hình thức từ 4 cá nhân trở lên: ít hơn thì một người đã đổi cơ cấu",
  find: (year) => {
    const people = year.awards.filter(({ subject }) => subject === "individual");
    return [...groupBy(people, ({ awardId }) => awardId).values()].flatMap((group): Found[] => {
      const [first] = group;
      const told = group.filter(({ leader, directWorker }) => leader !== null || directWorker !== null);
      const leaders = told.filter(({ leader }) => leader === true).length;
      const direct = told.filter(({ directWorker }) => directWorker === true).length;
      if (first === undefined || told.length < FEWEST || (leaders * 2 <= told.length && direct >= leaders)) return [];
      const name = kindOf(first, year)?.name ?? first.award;
      const message = `${name}: ${formatWhole(told.length)} cá nhân có ghi, ${formatWhole(leaders)} lãnh đạo, ${formatWhole(direct)} lao động trực tiếp.`;
      return [foundFrom(first, year, message, "leader", lawOn(PRINCIPLE, lawDay(first, year)))];
    });
  },
};

const FEWEST = 4;
