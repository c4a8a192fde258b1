import { expect, test } from "vitest";
import { nearestRuleOf, readRuleWords } from "../../../src/domain/rules/rule-words.js";

test.each([
  ["Theo tỷ lệ hoàn thành", "ty-le", null],
  ["Theo tỉ lệ % hoàn thành kế hoạch", "ty-le", null],
  ["Tỷ lệ TH/KH (%)", "ty-le", null],
  ["Theo % TH/KH", "ty-le", null],
  ["So với đơn vị tốt nhất trong cụm", "so-voi-tot-nhat", null],
  ["Theo bậc", "bac", null],
  ["Đạt/không đạt", "dat", null],
  ["Đạt hoặc không đạt", "dat", null],
  ["Đạt thì được điểm tối đa", "dat", null],
  ["Trực tiếp", "truc-tiep", null],
  ["Hội đồng chấm", "truc-tiep", null],
  ["Hội đồng thi đua chấm trực tiếp", "truc-tiep", null],
  ["Cụm bình xét", "truc-tiep", null],
  ["Mỗi vụ trừ 2 điểm", "moi-vu", "trừ=2 mỗi vụ"],
  ["mỗi lần vi phạm bị trừ 0,5 điểm.", "moi-vu", "trừ=0,5 mỗi lần vi phạm"],
  ["Cộng 0,5 điểm/sáng kiến", "moi-vu", "thưởng=0,5 mỗi sáng kiến"],
  ["Trừ 1 điểm cho mỗi báo cáo", "moi-vu", "trừ=1 mỗi báo cáo"],
  ["Chỉ tính một nội dung", "chon-mot", null],
  ["Theo danh hiệu được tặng", "thuong-danh-hieu", null],
])("“%s” is the rule %s", (words, id, parameters) => {
  expect(readRuleWords(words)).toEqual({ id, parameters });
});

test.each([
  ["Theo quy định của huyện", null],
  ["Đạt 90% trở lên được 5 điểm, dưới 90% không có điểm", null],
  ["Hội đồng chấm theo tỷ lệ hoàn thành", "ty-le"],
  ["Trừ điểm theo từng vụ việc", "moi-vu"],
  ["Chấm theo các mức", "bac"],
  ["Căn cứ báo cáo của đơn vị", "truc-tiep"],
])("“%s” may mean other things: at most a rule is suggested", (words, nearest) => {
  expect(readRuleWords(words)).toBeNull();
  if (nearest !== null) expect(nearestRuleOf(words)).toBe(nearest);
});
