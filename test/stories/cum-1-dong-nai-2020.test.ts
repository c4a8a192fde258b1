import { expect, test } from "vitest";
import { expectFacts, openStory, reportOf, type Story } from "./tell-story.js";

const STORY: Story = {
  name: "cum-1-dong-nai-2020",
  issuer: [
    "--issuer",
    "Ủy ban nhân dân thành phố Biên Hòa",
    "--parent",
    "Ủy ban nhân dân tỉnh Đồng Nai",
    "--level",
    "huyen",
    "--place",
    "Biên Hòa",
  ],
  sheets: ["don-vi-2020.csv", "ket-qua.csv", "noi-dung.csv", "khen-thuong.csv"],
};

test("Cụm 1 reports its five units, its results and whom it elected", async () => {
  const text = await reportOf(await openStory(STORY));
  expectFacts(text, [
    "Cụm thi đua số 1 gồm 05 đơn vị: huyện Trảng Bom (Cụm phó), huyện Long Thành, huyện Nhơn Trạch, thành phố Long Khánh và thành phố Biên Hòa (Cụm trưởng)",
    "đều vượt kế hoạch, trong đó đạt cao nhất là huyện Trảng Bom (125% KH)",
    "dịch bệnh Covid-19",
    "hiến đất làm đường",
    "Hồ sơ trình khen thưởng có nhiều tiến bộ",
    "bầu Cụm trưởng, Cụm phó cho năm 2021",
    "Năm 2021, thành phố Long Khánh là Cụm trưởng, huyện Long Thành là Cụm phó",
    "02 cá nhân được Cụm trưởng Cụm thi đua số 1 tặng Giấy khen",
    "[Chưa có: phương hướng, nhiệm vụ năm 2021]",
  ]);
});

test("the Giấy khen of the head of a cluster is not drafted as one of the office", async () => {
  const ran = await (await openStory(STORY)).run("decide", "--award", "Giấy khen", "-o", "qd");
  expect([ran.code, ran.err]).toEqual([2, expect.stringContaining("do cấp khác khen")]);
});
