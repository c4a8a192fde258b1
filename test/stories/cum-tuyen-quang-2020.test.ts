import { expect, test } from "vitest";
import { expectFacts, openStory, reportOf, type Story } from "./tell-story.js";

const STORY: Story = {
  name: "cum-tuyen-quang-2020",
  issuer: [
    "--issuer",
    "Ủy ban nhân dân huyện Lâm Bình",
    "--parent",
    "Ủy ban nhân dân tỉnh Tuyên Quang",
    "--level",
    "huyen",
    "--place",
    "Lâm Bình",
  ],
  sheets: [
    "don-vi-2020.csv",
    "chi-tieu.csv",
    "thang-diem.csv",
    "ket-qua.csv",
    "phong-trao.csv",
    "noi-dung.csv",
    "khen-thuong.csv",
    "cham-diem.csv",
  ],
};

test("the cluster of Tuyên Quang reports what its conference was told", async () => {
  const text = await reportOf(await openStory(STORY));
  expectFacts(text, [
    "Các đơn vị trong Cụm đều đạt 100% kế hoạch.",
    "đều đạt và vượt kế hoạch, trong đó đạt cao nhất là huyện Lâm Bình (116% KH), tiếp theo là huyện Sơn Dương (107,4% KH), huyện Na Hang (105% KH)",
    "đều vượt kế hoạch, trong đó thành phố Tuyên Quang và huyện Lâm Bình đạt trên 120% kế hoạch",
    "06/07 đơn vị đạt và vượt kế hoạch, trong đó huyện Lâm Bình đạt trên 133%, thành phố Tuyên Quang đạt trên 131% kế hoạch",
    "đã triển khai 07 phong trào thi đua, gồm 03 phong trào thường xuyên và 04 phong trào theo chuyên đề",
    "Phong trào “Tuyên Quang chung sức xây dựng nông thôn mới”",
    "dịch bệnh Covid-19 kéo dài",
    "các đơn vị trong Cụm đều chưa đạt kế hoạch, thấp nhất là huyện Yên Sơn và thành phố Tuyên Quang (cùng 83% KH). Nguyên nhân: do Dịch tả lợn châu Phi",
    "Nguyên nhân: triển khai các bước đầu tư, thanh quyết toán còn chậm",
    "bàn giao Cờ thường trực Cụm thi đua năm 2021 cho huyện Chiêm Hóa",
    "Năm 2021, huyện Chiêm Hóa là Cụm trưởng",
    "là nhân dân và cán bộ huyện Sơn Dương (thành tích năm 2019); nhân dân và cán bộ thành phố Tuyên Quang (thành tích năm 2019)",
    "ký kết giao ước thi đua năm 2021",
    "1. Tiếp tục thực hiện có hiệu quả Chỉ thị số 34-CT/TW ngày 07/4/2014",
    "đề nghị suy tôn huyện Lâm Bình (96,90 điểm)",
  ]);
  expect(text).not.toContain("Chưa có");
});

test("one of its units reports its own year to the cluster", async () => {
  const text = await reportOf(await openStory(STORY), "--unit", "Lâm Bình");
  expectFacts(text, [
    "Trồng rừng: thực hiện 580 ha, đạt 116% kế hoạch",
    "huyện Lâm Bình đạt 96,90 điểm, xếp thứ Nhất trong 07 đơn vị",
  ]);
});
