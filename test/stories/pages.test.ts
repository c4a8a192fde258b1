import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openStory, reportOf } from "./tell-story.js";

const absent = ["soffice", "pdftotext", "pdffonts"].filter((name) => spawnSync("which", [name]).status !== 0);

describe.skipIf(absent.length > 0)("in LibreOffice", () => {
  test("a story's report is three or four pages in the metrics of Times New Roman, numbered from page 2", async () => {
    const office = await openStory({
      name: "khoi-5-binh-phuoc-2020",
      issuer: ["--issuer", "Vườn quốc gia Bù Gia Mập", "--level", "khac", "--place", "Bù Gia Mập"],
      sheets: ["don-vi-2020.csv", "phong-trao.csv", "noi-dung.csv", "khen-thuong.csv"],
    });
    await reportOf(office);
    writeFileSync(office.path("a.docx"), office.read("bao-cao.docx"));
    const profile = `-env:UserInstallation=file://${office.folder}/profile`;
    spawnSync("soffice", [
      profile,
      "--headless",
      "--convert-to",
      "pdf",
      "--outdir",
      office.folder,
      office.path("a.docx"),
    ]);
    const run = (program: string, ...argv: string[]) => spawnSync(program, argv, { encoding: "utf8" }).stdout;
    const pages = run("pdftotext", "-layout", office.path("a.pdf"), "-").split("\f").slice(0, -1);
    expect(pages.length).toBeGreaterThanOrEqual(3);
    expect(pages.length).toBeLessThanOrEqual(4);
    expect(pages[0]?.trimStart()).not.toMatch(/^1\n/);
    for (const [index, page] of pages.slice(1).entries()) expect(page.trimStart().split("\n")[0]).toBe(`${index + 2}`);
    const fonts = run("pdffonts", office.path("a.pdf"))
      .split("\n")
      .slice(2)
      .filter((line) => line !== "")
      .map((line) => line.split(/\s/)[0]?.replace(/^[A-Z]+\+/, ""));
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/^(LiberationSerif|Tinos|TimesNewRoman)/);
  });
});
