import { describe, expect, test } from "vitest";
import type { WorkYear } from "../../src/readers/table/format.js";
import { readSheet } from "./read-sheet.js";

async function read(header: string, cells: string, workYear: WorkYear | null, title = "") {
  const text = `${title}Đơn vị;Chỉ tiêu;ĐVT;${header}\nXã A Mẫu;Trồng rừng;ha;${cells}\n`;
  const { content, year, unknownColumns, problems } = await readSheet({
    file: "ket-qua.csv",
    bytes: new TextEncoder().encode(text),
    workYear,
  });
  const [record] = content?.format === "ket-qua" ? content.records : [];
  const { planned, actual, previous } = record ?? {};
  return { planned, actual, previous, year, unknownColumns, codes: problems.map(({ code }) => code) };
}

const SETTING = { year: 2026, given: false };

describe("the year in work settles which column is which", () => {
  test.each([
    ["TH 2025;Kế hoạch;Thực hiện", "100;120;130"],
    ["Năm 2025;Kế hoạch;Thực hiện", "100;120;130"],
    ["Thực hiện năm 2025;Kế hoạch;Thực hiện", "100;120;130"],
    ["KQ 2025;KH 2026;Ước TH 2026", "100;120;130"],
    ["2025;KH 2026;Năm 2026", "100;120;130"],
  ])("%s: last year, plan and result", async (header, cells) => {
    const reading = await read(header, cells, SETTING);
    expect(reading).toMatchObject({ previous: "100", planned: "120", actual: "130", unknownColumns: [], codes: [] });
  });

  test("the plan of the year to come is left unread and listed", async () => {
    const undated = await read("TH 2025;Kế hoạch;Thực hiện;KH 2027", "100;120;130;150", SETTING);
    expect(undated).toMatchObject({ previous: "100", planned: "120", actual: "130", unknownColumns: ["KH 2027"] });
    const dated = await read("Năm 2025;Ước TH 2026;KH 2027", "100;130;150", SETTING);
    expect(dated).toMatchObject({ previous: "100", planned: null, actual: "130", year: 2026, codes: [] });
  });

  test("the title comes before the setting, and --year before the title", async () => {
    const columns = ["TH 2018;KH 2019;TH 2019;KH 2020", "80;100;110;120"] as const;
    const title = "BÁO CÁO NĂM 2019\n";
    expect(await read(...columns, { year: 2020, given: false }, title)).toMatchObject({ year: 2019, planned: "100" });
    expect(await read(...columns, { year: 2020, given: true }, title)).toMatchObject({
      year: 2020,
      planned: "120",
      previous: "110",
      actual: null,
    });
  });

  test("figures of other years than the one in work keep their own year", async () => {
    const reading = await read("TH 2018;KH 2019;TH 2019", "80;100;110", SETTING);
    expect(reading).toMatchObject({ year: 2019, previous: "80", planned: "100", actual: "110" });
  });
});
