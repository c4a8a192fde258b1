import { expect, test } from "vitest";
import { readPackage } from "../../src/documents/word/package.js";
import { expectFacts, openStory, reportOf, type Story } from "./tell-story.js";

const STORY: Story = {
  name: "khoi-5-binh-phuoc-2020",
  issuer: [
    "--issuer",
    "Vườn quốc gia Bù Gia Mập",
    "--parent",
    "Ủy ban nhân dân tỉnh Bình Phước",
    "--level",
    "khac",
    "--place",
    "Bù Gia Mập",
  ],
  sheets: ["don-vi-2020.csv", "phong-trao.csv", "noi-dung.csv", "khen-thuong.csv"],
};

test("Khối 5 reports its movements, awards and six tasks; what nobody has stays marked", async () => {
  const text = await reportOf(await openStory(STORY));
  expectFacts(text, [
    "Khối thi đua số 5 gồm 06 đơn vị",
    "Ban Quản lý Vườn quốc gia Bù Gia Mập (Khối trưởng)",
    "03 phong trào thi đua theo chuyên đề",
    "Phong trào “Doanh nghiệp Việt Nam hội nhập và phát triển” do Thủ tướng Chính phủ phát động",
    "03 tập thể được Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen",
    "là Sở Giao thông vận tải, Sở Xây dựng và Ban Quản lý Vườn quốc gia Bù Gia Mập",
    "ký kết giao ước thi đua năm 2021",
    "[Chưa có: kết quả thực hiện các chỉ tiêu thi đua năm 2020]",
  ]);
  const tasks = text.split("\n").filter((line) => /^[1-9]\. .*[;.]$/.test(line));
  expect(tasks.map((line) => line.slice(0, 11))).toEqual([
    "1. Hoàn thà",
    "2. Thực hiệ",
    "3. Tiếp tục",
    "4. Thực hiệ",
    "5. Bồi dưỡn",
    "6. Thực hiệ",
  ]);
});

test("the document of this story stays as it was looked at", async () => {
  const office = await openStory(STORY);
  await reportOf(office);
  const parts = readPackage(office.read("bao-cao.docx"));
  for (const name of ["document", "styles", "settings"]) {
    const xml = new TextDecoder().decode(parts.get(`word/${name}.xml`));
    const path = `../../fixtures/stories/khoi-5-binh-phuoc-2020/golden/${name}.xml`;
    await expect(`${xml.replace(/></g, ">\n<")}\n`).toMatchFileSnapshot(path);
  }
});
