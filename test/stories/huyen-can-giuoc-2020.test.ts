import { expect, test } from "vitest";
import { expectFacts, openStory, reportOf, type Story } from "./tell-story.js";

const STORY: Story = {
  name: "huyen-can-giuoc-2020",
  issuer: [
    "--issuer",
    "Ủy ban nhân dân huyện Cần Giuộc",
    "--parent",
    "Ủy ban nhân dân tỉnh Long An",
    "--level",
    "huyen",
    "--place",
    "Cần Giuộc",
  ],
  sheets: ["don-vi.csv", "phong-trao.csv", "noi-dung.csv", "khen-thuong-cap-tren.csv", "giay-khen.csv"],
};

test("the district sums up its awards over four clusters", async () => {
  const office = await openStory(STORY);
  const text = await reportOf(office, "--all");
  expectFacts(text, [
    "huyện Cần Giuộc có 23 đơn vị thuộc 04 cụm, khối thi đua",
    "02 tập thể được tặng thưởng Huân chương Lao động hạng Nhì; 02 tập thể được tặng Cờ thi đua của Chính phủ; 35 tập thể và 61 cá nhân được Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen; 298 tập thể và 1.454 cá nhân được Chủ tịch Ủy ban nhân dân huyện tặng Giấy khen.",
    "hạng Nhì là nhân dân và cán bộ xã Long Hậu; Trung tâm Y tế huyện",
    "Tổng số 1.852 lượt khen thưởng (337 tập thể, 1.515 cá nhân).",
    "bầu cử đại biểu Quốc hội khóa XV",
  ]);
});

test("one decision commends 298 collectives and 1.454 people", async () => {
  const office = await openStory(STORY);
  const ran = await office.run("decide", "--award", "Giấy khen", "--date", "16/4/2021", "-o", "qd");
  expect([ran.code, ran.out]).toEqual([0, expect.stringContaining("1 quyết định cho 1.752 trường hợp")]);
  const lint = await office.run("lint", "qd/Quyết định tặng Giấy khen năm 2020.docx", "--ignore", "con-thieu");
  expect([lint.code, lint.out]).toEqual([0, expect.stringContaining("không thấy chỗ nào trái thể thức")]);
});
