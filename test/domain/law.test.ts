import { describe, expect, it } from "vitest";
import type { IssuerLevel } from "../../src/domain/issuer-level.js";
import { legalBasis } from "../../src/domain/law/legal-basis.js";
import { LAW_LINES } from "../../src/domain/law/lines.js";
import { FIRST_DAY, LEGAL_PERIODS, legalPeriodOn } from "../../src/domain/law/periods.js";

/** The căn cứ in shorthand, so that a table can hold them. */
function cited(date: string, level: IssuerLevel): string[] {
  return legalBasis({ date, level }).lines.map(({ text, missing }) => {
    if (missing !== null) return `? ${missing.split(" ").slice(0, 3).join(" ")}`;
    const act = /^Căn cứ (?:Nghị định|Thông tư) số (\S+)/u.exec(text)?.[1];
    return act ?? text.replace(/^Căn cứ /u, "").slice(0, 60);
  });
}

const TCCQDP = "Luật Tổ chức chính quyền địa phương ngày";
const ORGANISATION_2015 = `${TCCQDP} 19 tháng 6 năm 2015`;
const ORGANISATION_2019 = "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ";
const LAW_2003 = "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003; Luật sửa";
const LAW_2022 = "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022";
const LAW_2026 = "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thư";
const REGULATION = "? quyết định của";
const D91 = "91/2017/NĐ-CP";
const D98 = "98/2023/NĐ-CP";
const D152 = "152/2025/NĐ-CP";

const SETS: readonly [date: string, level: IssuerLevel, lines: string[]][] = [
  ["2017-10-01", "huyen", [ORGANISATION_2015, LAW_2003, D91, REGULATION]],
  ["2019-12-31", "huyen", [ORGANISATION_2015, LAW_2003, D91, "08/2017/TT-BNV", REGULATION]],
  ["2020-01-01", "huyen", [ORGANISATION_2015, LAW_2003, D91, "12/2019/TT-BNV", REGULATION]],
  ["2020-06-30", "tinh", [ORGANISATION_2015, LAW_2003, D91, "12/2019/TT-BNV", REGULATION]],
  ["2020-07-01", "tinh", [ORGANISATION_2015, ORGANISATION_2019, LAW_2003, D91, "12/2019/TT-BNV", REGULATION]],
  ["2023-12-31", "xa", [ORGANISATION_2015, ORGANISATION_2019, LAW_2003, D91, "12/2019/TT-BNV", REGULATION]],
  ["2024-01-01", "xa", [ORGANISATION_2015, ORGANISATION_2019, LAW_2022, D98, REGULATION]],
  ["2025-02-28", "xa", [ORGANISATION_2015, ORGANISATION_2019, LAW_2022, D98, "01/2024/TT-BNV", REGULATION]],
  ["2025-03-01", "xa", [`${TCCQDP} 19 tháng 02 năm 2025`, LAW_2022, D98, "01/2024/TT-BNV", REGULATION]],
  ["2025-06-15", "xa", [`${TCCQDP} 19 tháng 02 năm 2025`, LAW_2022, D98, "01/2024/TT-BNV", REGULATION]],
  ["2025-06-16", "xa", [`${TCCQDP} 16 tháng 6 năm 2025`, LAW_2022, D98, "01/2024/TT-BNV", REGULATION]],
  ["2025-06-30", "huyen", [`${TCCQDP} 16 tháng 6 năm 2025`, LAW_2022, D98, "01/2024/TT-BNV", REGULATION]],
  ["2025-07-01", "tinh", [`${TCCQDP} 16 tháng 6 năm 2025`, LAW_2022, D152, REGULATION]],
  ["2025-08-04", "xa", [`${TCCQDP} 16 tháng 6 năm 2025`, LAW_2022, D152, "129/2025/NĐ-CP", REGULATION]],
  [
    "2025-08-05",
    "xa",
    [`${TCCQDP} 16 tháng 6 năm 2025`, LAW_2022, D152, "129/2025/NĐ-CP", "15/2025/TT-BNV", REGULATION],
  ],
  ["2026-09-30", "so", ["? quyết định của", LAW_2022, D152, "15/2025/TT-BNV", REGULATION]],
  ["2026-10-01", "so", ["? quyết định của", LAW_2022, LAW_2026, "? nghị định, thông", REGULATION]],
  ["2025-12-01", "khac", ["? văn bản quy", LAW_2022, D152, "15/2025/TT-BNV", REGULATION]],
];

describe("legalBasis", () => {
  it.each(SETS)("on %s for %s", (date, level, lines) => {
    expect(cited(date, level)).toEqual(lines.map((line) => (line.startsWith("?") ? line : line.slice(0, 60))));
  });

  it("writes a law by name and date, and with its number only when asked", () => {
    const byDate = legalBasis({ date: "2024-05-01", level: "tinh" }).lines.map(({ text }) => text);
    expect(byDate).toContain("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022");
    expect(byDate.join()).not.toContain("/QH");
    const byNumber = legalBasis({ date: "2024-05-01", level: "tinh", lawCitation: "number" }).lines;
    expect(byNumber.map(({ text }) => text)).toContain(
      "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022",
    );
  });

  it("holds no law before its first day, and says so", () => {
    const { lines, notes } = legalBasis({ date: "2017-09-30", level: "huyen" });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.text).toBe("Căn cứ [Chưa có: văn bản về thi đua, khen thưởng có hiệu lực ngày 30/9/2017]");
    expect(notes).toEqual([
      "Chương trình không có văn bản pháp luật áp dụng trước ngày 01/10/2017. Hãy tự ghi phần căn cứ, hoặc kiểm tra lại ngày quyết định.",
    ]);
  });

  it("prints the office's own căn cứ in place of the gaps", () => {
    const local = {
      regulation: "Căn cứ Quyết định số 12/2020/QĐ-UBND ngày 05 tháng 5 năm 2020 của Ủy ban nhân dân tỉnh An Bình;",
      functions: " Quyết định số 34/QĐ-UBND của Ủy ban nhân dân tỉnh An Bình. ",
    };
    const { lines } = legalBasis({ date: "2020-08-01", level: "so", local });
    expect(lines.every(({ missing }) => missing === null)).toBe(true);
    expect(lines[0]?.text).toBe("Căn cứ Quyết định số 34/QĐ-UBND của Ủy ban nhân dân tỉnh An Bình");
    expect(lines.at(-1)?.text).toBe(
      "Căn cứ Quyết định số 12/2020/QĐ-UBND ngày 05 tháng 5 năm 2020 của Ủy ban nhân dân tỉnh An Bình",
    );
  });

  it("asks for the decree from 01/10/2026 until the office gives it", () => {
    const question = { date: "2026-10-01", level: "tinh" } as const;
    expect(legalBasis(question).notes.join()).toContain("Luật số 06/2026/QH16");
    expect(legalBasis({ ...question, local: { decree: "Nghị định số 1/2026/NĐ-CP" } }).notes).toEqual([]);
    expect(legalBasis({ ...question, date: "2026-09-30" }).notes).toEqual([]);
  });

  it.each([
    ["2023-12-31", "xa", ""],
    ["2024-01-01", "xa", "Thông tư số 01/2024/TT-BNV"],
    ["2024-02-24", "xa", ""],
    ["2025-06-30", "huyen", ""],
    ["2025-07-01", "huyen", "không còn cấp huyện"],
    ["2025-08-04", "xa", "Thông tư số 15/2025/TT-BNV"],
    ["2025-08-05", "xa", ""],
    ["2027-03-01", "xa", "Nghị định số 129/2025/NĐ-CP hết hiệu lực"],
  ] as const)("notes on %s for %s: %j", (date, level, note) => {
    const notes = legalBasis({ date, level }).notes.join(" ");
    if (note === "") expect(notes).toBe("");
    else expect(notes).toContain(note);
  });

  it("keeps on each line how far it was checked", () => {
    const marks = legalBasis({ date: "2020-08-01", level: "huyen" }).lines.map(({ mark }) => mark);
    expect(marks).toEqual(["V", "V", "V", "V", "R", null]);
  });

  it("never ends a line with a mark the document adds", () => {
    for (const { text, numbered } of LAW_LINES) {
      expect(text).not.toMatch(/[;.]$|^Căn cứ/u);
      expect(numbered ?? "").not.toMatch(/[;.]$/u);
    }
  });
});

describe("LEGAL_PERIODS", () => {
  it("follow each other without a gap from the first day on", () => {
    expect(LEGAL_PERIODS[0]?.from).toBe(FIRST_DAY);
    expect(LEGAL_PERIODS.at(-1)?.to).toBeNull();
    for (const [index, period] of LEGAL_PERIODS.slice(0, -1).entries()) {
      const next = LEGAL_PERIODS[index + 1];
      expect(nextDay(period.to ?? "")).toBe(next?.from);
    }
  });

  it.each([
    ["2017-09-30", undefined],
    ["2017-10-01", "nghi-dinh-91-2017"],
    ["2020-06-30", "nghi-dinh-91-2017"],
    ["2020-07-01", "nghi-dinh-91-2017-luat-47-2019"],
    ["2023-12-31", "nghi-dinh-91-2017-luat-47-2019"],
    ["2024-01-01", "nghi-dinh-98-2023"],
    ["2025-03-01", "nghi-dinh-98-2023-luat-65-2025"],
    ["2025-06-16", "nghi-dinh-98-2023-luat-72-2025"],
    ["2025-06-30", "nghi-dinh-98-2023-luat-72-2025"],
    ["2025-07-01", "nghi-dinh-152-2025"],
    ["2025-08-05", "nghi-dinh-152-2025-thong-tu-15-2025"],
    ["2026-09-30", "nghi-dinh-152-2025-thong-tu-15-2025"],
    ["2026-10-01", "luat-06-2026"],
  ])("on %s: %s", (date, id) => {
    expect(legalPeriodOn(date)?.id).toBe(id);
  });
});

function nextDay(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
}
