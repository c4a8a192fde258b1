import { expect, test } from "vitest";
import { PROGRAM_LAW } from "../../src/domain/law/law.js";
import { DEFAULT_RULES, readProposalRules, rulesFor } from "../../src/domain/proposal-rule.js";

const { findAward } = PROGRAM_LAW;

const read = (text: string) => readProposalRules(text, findAward);

test.each<[string, object]>([
  ["hạng 1 → Cờ thi đua", { kind: "rank", from: 1, to: 1 }],
  ["Hạng 2-3 => Bằng khen", { kind: "rank", from: 2, to: 3 }],
  ["hạng 2 đến hạng 4: BK", { kind: "rank", from: 2, to: 4 }],
  ["điểm ≥ 90% → Bằng khen", { kind: "score", isPercent: true }],
  ["điểm >= 90,5% => Bằng khen", { kind: "score", isPercent: true }],
  ["điểm từ 950 trở lên -> Giấy khen", { kind: "score", isPercent: false }],
  ["tăng hạng ≥ 3 → Giấy khen", { kind: "climb", places: 3 }],
  ["tăng 3 bậc trở lên → Giấy khen", { kind: "climb", places: 3 }],
])("%s is understood", (text, condition) => {
  expect(read(text)).toMatchObject({ trouble: null, rules: [{ text, condition }] });
});

test("a percentage keeps its decimals", () => {
  const [rule] = read("điểm ≥ 90,5% → Bằng khen").rules;
  expect(rule?.condition.kind === "score" && rule.condition.least.toString()).toBe("90.5");
});

test.each([
  ["đơn vị tốt → Bằng khen", "Không hiểu quy tắc"],
  ["hạng 3-2 → Bằng khen", "Không hiểu quy tắc"],
  ["hạng 0 → Bằng khen", "Không hiểu quy tắc"],
  ["hạng 1", "Không hiểu quy tắc"],
  ["hạng 1 → Cờ đỏ sao vàng đẹp", "không có danh hiệu"],
  ["hạng 1 → Lao động tiên tiến", "không dành cho tập thể"],
  [" ; ", "Chưa có quy tắc"],
])("%s is refused with a sentence", (text, trouble) => {
  expect(read(text).trouble).toContain(trouble);
});

test("a cluster with rules of its own goes by those alone", () => {
  const { rules } = read(`${DEFAULT_RULES}; Cụm số 2 | hạng 1-2 → Giấy khen`);
  expect(rulesFor("Cụm số 1", rules).map(({ awardId }) => awardId)).toEqual(["co-thi-dua-tinh", "bang-khen"]);
  expect(rulesFor("cụm  số 2", rules).map(({ awardId }) => awardId)).toEqual(["giay-khen"]);
});
