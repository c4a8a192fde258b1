import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeOffice } from "../fake-office.js";

test("the demo tells the whole story and names the folder it leaves it in", async () => {
  const office = makeOffice();
  const ran = await office.run("demo");
  expect(ran.code).toBe(0);
  for (const step of ["init", "import", "progress", "rank", "report", "decide"]) {
    expect(ran.out).toMatch(new RegExp(`^\\$ thidua ${step}\\b`, "m"));
  }
  expect(ran.out).toContain("133,33%");
  expect(ran.out).toMatch(/1 {2}Huyện Lâm Bình +279,10/);
  expect(ran.out).toContain("phong-trao.csv: phong-trao, 4 dòng: 4 mới");
  expect(ran.out).toContain("noi-dung.csv: noi-dung, 11 dòng: 11 mới");
  expect(ran.err).not.toContain("Lưu ý: noi-dung");
  expect(ran.out).toContain("Tất cả nằm trong thư mục thidua-demo");
  expect(existsSync(office.path("thidua-demo/bao-cao-tong-ket.docx"))).toBe(true);
  expect(readdirSync(office.path("thidua-demo/quyet-dinh"))).toEqual(["Quyết định tặng Giấy khen năm 2020.docx"]);
});

test("words and results made up for the demo say so", () => {
  for (const name of ["phong-trao.csv", "noi-dung.csv"]) {
    const [title = "", , ...rows] = readFileSync(new URL(`../../fixtures/demo/${name}`, import.meta.url), "utf8").split(
      "\r\n",
    );
    expect(title).toMatch(/mẫu, .*do người soạn mẫu đặt ra/);
    expect(rows.filter((row) => row !== "" && !/mẫu|;$/.test(row))).toEqual([]);
  }
});

test("a second demo takes a folder of its own; a folder with files in it is left alone", async () => {
  const office = makeOffice();
  const first = (await office.run("demo", "--json")).json<{
    folder: string;
    decide: { documents: { recipients: number }[] };
  }>();
  expect(first.folder).toBe(office.path("thidua-demo"));
  expect(first.decide.documents.map(({ recipients }) => recipients)).toEqual([1752]);
  expect((await office.run("demo", "--json")).json<{ folder: string }>().folder).toBe(office.path("thidua-demo-2"));
  const refused = await office.run("demo", "thidua-demo");
  expect(refused.code).toBe(2);
  expect(refused.err).toContain("Thư mục thidua-demo đã có tệp.");
});
