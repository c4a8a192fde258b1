import { existsSync, readdirSync } from "node:fs";
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
  expect(ran.out).toContain("Tất cả nằm trong thư mục thidua-demo");
  expect(existsSync(office.path("thidua-demo/bao-cao-tong-ket.docx"))).toBe(true);
  expect(readdirSync(office.path("thidua-demo/quyet-dinh"))).toEqual(["Quyết định tặng Giấy khen năm 2020.docx"]);
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
