import { describe, expect, test } from "vitest";
import { REPORT_SECTIONS } from "../../src/domain/report-section.js";
import { findReportSection } from "../../src/domain/report-section-match.js";

describe("a section of the report is known by its words", () => {
  test.each([
    ["Khó khăn", "kho-khan"],
    ["II. Công tác chỉ đạo", "chi-dao"],
    ["Phương hướng năm 2021", "phuong-huong"],
    ["Hạn chế, tồn tại", "han-che"],
    ["TỒN TẠI VÀ HẠN CHẾ:", "han-che"],
    ["1.2. Thuận lợi", "thuan-loi"],
    ["a) Thuận lợi", "thuan-loi"],
    ["II Công tác khen thưởng", "khen-thuong"],
    ["Phần thứ hai: PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2021", "phuong-huong"],
    ["Phần I. Đặc điểm tình hình", "tinh-hinh"],
    ["Thuận lợi, khó khăn", "tinh-hinh"],
    ["Nguyên nhân của những tồn tại, hạn chế", "nguyen-nhan"],
    ["Phương hướng, nhiệm vụ công tác thi đua, khen thưởng năm 2021", "phuong-huong"],
    ["Kết quả thực hiện nhiệm vụ chính trị", "chi-tieu"],
    ["Tình hình thực hiện các chỉ tiêu năm 2020", "chi-tieu"],
    ["Tình hình tổ chức các phong trào thi đua", "phong-trao"],
    ["Công tác chỉ đạo, tổ chức phong trào thi đua", "chi-dao"],
    ["Hội đồng Thi đua - Khen thưởng các cấp", "bo-may"],
    ["Trích lập, sử dụng quỹ thi đua, khen thưởng", "quy"],
    ["Hoạt động của Khối thi đua", "hoat-dong-cum"],
    ["Bình xét, suy tôn, đề nghị tặng Cờ thi đua", "cham-diem"],
    ["Công tác tuyên truyền, nhân điển hình tiên tiến", "tuyen-truyen"],
    ["Kiểm tra chéo giữa các đơn vị", "kiem-tra"],
    ["Bài học kinh nghiệm", "bai-hoc"],
    ["Kiến nghị với UBND tỉnh", "kien-nghi"],
    ["Ưu điểm", "uu-diem"],
    ["kho khan", "kho-khan"],
    ["phuong-huong", "phuong-huong"],
    ["Mục tiêu năm 2021", "phuong-huong"],
  ])("%s", (text, section) => {
    expect(findReportSection(text)).toEqual({ section, nearest: null });
  });

  test.each([
    ["Khó khắn", "Khó khăn"],
    ["Nguyên nhan", "Nguyên nhân"],
    ["Công tác thi đua, khen thưởng", null],
    ["Đơn vị phối hợp", null],
    ["III", null],
  ])("%s names none, and what may be meant is told", (text, nearest) => {
    expect(findReportSection(text)).toEqual({ section: null, nearest });
  });

  test("every section is found by its label, its title, each alias and its id", () => {
    for (const { id, label, title, aliases } of REPORT_SECTIONS) {
      for (const name of [id, label, title, ...aliases]) {
        expect([name, findReportSection(name).section]).toEqual([name, id]);
        expect([name, findReportSection(`III. ${name.toUpperCase()}`).section]).toEqual([name, id]);
      }
    }
  });

  test("the labels fit in the list of a spreadsheet program", () => {
    const labels = REPORT_SECTIONS.map(({ label }) => label);
    expect(labels.join(",").length).toBeLessThanOrEqual(255);
    expect(labels.filter((label) => label.includes(","))).toEqual([]);
  });
});
