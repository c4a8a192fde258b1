import { expect, test } from "vitest";
import type { Finding } from "../../src/commands/check.js";
import { makeOffice } from "../fake-office.js";

const HEAD = "Họ và tên;Đơn vị;Danh hiệu/Hình thức;Số phiếu/Tổng số;Số quyết định;Ngày quyết định\n";

/** An office whose lists of three years are there but for one commune's second year. */
async function officeWithHistory() {
  const office = makeOffice();
  office.write("don-vi.csv", "Tên đơn vị;Loại;Số lao động\nXã An Mẫu;xã;10\nXã Bình Mẫu;xã;8\n");
  for (const year of [2022, 2023, 2024]) {
    const of = (name: string, place: string) => `${name};${place};CSTĐCS;9/9;1${year};15/12/${year}\n`;
    const binh = year === 2023 ? "" : of("Lê Văn Bình", "Xã Bình Mẫu");
    const an = year === 2023 ? of("Vũ Thị Khác", "Xã An Mẫu") : of("Trần Thị An", "Xã An Mẫu");
    office.write(`${year}.csv`, HEAD + an + binh + of("Phạm Văn Đủ", "Xã An Mẫu"));
    expect(await office.run("import", "don-vi.csv", `${year}.csv`, "--year", `${year}`)).toMatchObject({ code: 0 });
  }
  const nominees = ["Phạm Văn Đủ;Xã An Mẫu", "Trần Thị An;Xã An Mẫu", "Lê Văn Bình;Xã Bình Mẫu"];
  const rows = nominees.map((who, index) => `${who};Chiến sĩ thi đua cấp tỉnh;${index === 0 ? "8/9" : "9/9"};;`);
  office.write(
    "de-nghi.csv",
    `${HEAD}${rows.join("\n")}\nHồ Văn Cụm;Xã An Mẫu;Giấy khen của Cụm trưởng Cụm thi đua số 1;;;\n`,
  );
  expect(await office.run("import", "don-vi.csv", "de-nghi.csv", "--year", "2025")).toMatchObject({ code: 0 });
  return office;
}

test("nominees are held against the lists of earlier years, the votes and who may give what", async () => {
  const office = await officeWithHistory();
  const { findings } = (await office.run("check", "--json", "--year", "2025")).json<{ findings: Finding[] }>();
  const told = findings.flatMap(({ code, nominee }) => (nominee === null ? [] : [`${code}: ${nominee}`]));
  expect(told).toEqual([
    "votes-below-share: Phạm Văn Đủ",
    "giver-beyond-authority: Hồ Văn Cụm",
    "years-not-in-a-row: Trần Thị An",
    "years-unknown: Lê Văn Bình",
  ]);
  expect(findings.find(({ code }) => code === "years-not-in-a-row")).toMatchObject({
    unit: "Xã An Mẫu",
    law: { source: "Luật TĐKT 2022 Điều 22", mark: "V" },
    source: { file: "de-nghi.csv", row: 3, header: "Danh hiệu/Hình thức" },
  });
  const { out } = await office.run("check", "--year", "2025");
  expect(out).toContain("(Luật TĐKT 2022 Điều 22 — đã kiểm chứng)");
});

test("a limit the office lays down in its file of law takes the place of the program's", async () => {
  const office = await officeWithHistory();
  const head = "Loại quy định;Danh hiệu/Hình thức;Nội dung;Từ ngày;Nguồn\n";
  office.write("phap-ly.csv", `${head}tỷ lệ phiếu;CSTĐ tỉnh;80%;01/01/2024;QĐ 12/2025/QĐ-UBND\n`);
  const { findings } = (await office.run("check", "--json", "--year", "2025")).json<{ findings: Finding[] }>();
  expect(findings.map(({ code }) => code)).not.toContain("votes-below-share");
  office.write("phap-ly.csv", `${head}tỷ lệ phiếu;CSTĐ tỉnh;180%;01/01/2024;QĐ 12/2025/QĐ-UBND\n`);
  expect(await office.run("check", "--year", "2025")).toMatchObject({
    code: 1,
    err: expect.stringContaining("Tỷ lệ phải từ 0 đến 100%."),
  });
});

test("a list of awards of a year without units is checked too", async () => {
  const office = makeOffice();
  office.write(
    "ds.csv",
    `${HEAD}Phòng Nội vụ;;Giấy khen;;;\n`.replace("Họ và tên", "Đối tượng;Họ và tên").replace("Phòng", "cá nhân;Phòng"),
  );
  await office.run("import", "ds.csv", "--year", "2025");
  expect((await office.run("check", "--year", "2025")).out).toContain("nhưng tên giống tên tập thể");
});

test("decide names whom the list says are under discipline, before anybody signs", async () => {
  const office = makeOffice();
  await office.run("init", "--issuer", "Ủy ban nhân dân xã Đông", "--level", "xa", "--year", "2026");
  office.write("ds.csv", "Họ và tên;Danh hiệu;Kỷ luật\nK'Bing;Giấy khen;không\nY Ngông Niê;Giấy khen;khiển trách\n");
  await office.run("import", "ds.csv");
  const { warnings } = (await office.run("decide", "--date", "2026-03-01", "-o", "qd", "--json")).json<{
    warnings: string[];
  }>();
  expect(warnings.filter((warning) => warning.includes("kỷ luật"))).toEqual([
    "Có ghi kỷ luật, thanh tra, điều tra, khiếu nại: Y Ngông Niê (NĐ 152/2025/NĐ-CP Điều 4). Xem cách xử lý: thidua check",
  ]);
});
