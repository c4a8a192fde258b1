import { expect, test } from "vitest";
import { readPackage } from "../../src/documents/word/package.js";
import { listParagraphs } from "../../src/documents/word/word-xml.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";

async function scoredOffice(): Promise<FakeOffice> {
  const office = makeOffice();
  const units = ["Xã An", "Xã Bình", "Xã Cường"];
  office.write("don-vi.csv", ["Đơn vị;Cụm", ...units.map((unit) => `${unit};Cụm thi đua số 1`)].join("\n"));
  office.write("chi-tieu.csv", "Chỉ tiêu;ĐVT;Chiều\nTrồng rừng;ha;cao hơn tốt\nVi phạm kỷ luật;vụ;thấp hơn tốt");
  office.write(
    "ket-qua.csv",
    [
      "Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện;Năm trước",
      ...units.map((unit, index) => `${unit};Trồng rừng;100;${[110, 95, 100][index]};90`),
      ...units.map((unit, index) => `${unit};Vi phạm kỷ luật;0;${index === 2 ? 1 : 0};0`),
    ].join("\n"),
  );
  office.write(
    "thang-diem-P.csv",
    [
      "Mã;Tiêu chí;Điểm tối đa;Cách chấm;Chỉ tiêu;Tham số",
      "I;Trồng rừng;60;ty-le;Trồng rừng;thưởng=1 mỗi 1% tròn, trần thưởng=5%",
      "II;Xây dựng Đảng;40;truc-tiep;;",
      'III;Kỷ luật;;dieu-kien;;"nếu=chỉ tiêu ""Vi phạm kỷ luật"" > 0, thì=không xét Cờ"',
    ].join("\n"),
  );
  office.write(
    "cham-diem.csv",
    ["Đơn vị;Tiêu chí;Tự chấm;Thẩm định", "Xã An;II;40;38", "Xã Bình;II;39;39", "Xã Cường;II;40;40"].join("\n"),
  );
  await office.run(
    "init",
    "--year",
    "2020",
    "--yes",
    "--issuer",
    "Ủy ban nhân dân huyện Bình Minh",
    "--level",
    "huyen",
  );
  const sheets = ["don-vi.csv", "chi-tieu.csv", "thang-diem-P.csv", "ket-qua.csv", "cham-diem.csv"];
  expect(await office.run("import", ...sheets)).toMatchObject({ code: 0 });
  expect(await office.run("report", "-o", "bao-cao.docx")).toMatchObject({ code: 0 });
  return office;
}

function partsOf(office: FakeOffice): Map<string, string> {
  const parts = readPackage(office.read("bao-cao.docx"));
  return new Map([...parts].map(([name, data]) => [name, new TextDecoder().decode(data)]));
}

test("points, bonus and total stand side by side; a unit behind a condition is marked, and so are rounds that differ", async () => {
  const xml = partsOf(await scoredOffice()).get("word/document.xml") ?? "";
  const cells = listParagraphs(xml).map(({ text }) => text);
  const from = cells.indexOf("Bảng điểm và xếp hạng");
  expect(cells.slice(from + 1, from + 7)).toEqual([
    ...["Hạng", "Đơn vị", "Trồng rừng (60)", "Xây dựng Đảng (40)", "Điểm thưởng", "Tổng điểm (100)"],
  ]);
  expect(cells.slice(from + 7, from + 13)).toEqual(["1", "Xã An", "60,00", "38,00", "3,00", "101,00"]);
  expect(cells).toContain("Xã Cường\u00a0(*)");
  expect(cells).toContain("(*) xã Cường: không xét Cờ (Vi phạm kỷ luật: 1 > 0).");
  const rounds = cells.indexOf("Tiêu chí có điểm của các vòng chấm khác nhau");
  expect(cells.slice(rounds + 6, rounds + 12)).toEqual(["Xã An", "II", "Xây dựng Đảng", "40,00", "38,00", "38,00"]);
});

test("the chart of scores stacks what the total is made of", async () => {
  const parts = partsOf(await scoredOffice());
  const charts = [...parts].filter(([name]) => /charts\/chart\d+\.xml$/.test(name)).map(([, xml]) => xml);
  const scores = charts.find((xml) => xml.includes("1. Xã An (101,00)")) ?? "";
  const series = (scores.match(/<c:ser>[\s\S]*?<\/c:ser>/g) ?? []).map((each) => [
    /<c:tx>[\s\S]*?<c:v>([^<]*)/.exec(each)?.[1],
    ...[...(/<c:val>[\s\S]*/.exec(each)?.[0] ?? "").matchAll(/<c:v>([^<]*)/g)].map((match) => match[1]),
  ]);
  expect(scores).toContain('<c:grouping val="stacked"/>');
  const totals = [0, 1, 2].map((unit) => series.reduce((sum, [, ...values]) => sum + Number(values[unit] ?? 0), 0));
  expect(series.map(([name]) => name)).toEqual(["Trồng rừng", "Xây dựng Đảng", "Điểm thưởng"]);
  expect(totals).toEqual([101, 100, 96]);
});
