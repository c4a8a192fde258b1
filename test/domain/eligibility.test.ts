import { describe, expect, test } from "vitest";
import type { Decider } from "../../src/domain/authority.js";
import type { Award } from "../../src/domain/award.js";
import type { CheckedYear } from "../../src/domain/checks/check.js";
import { checkYear } from "../../src/domain/checks/index.js";
import { ELIGIBILITY_CHECKS } from "../../src/domain/eligibility/index.js";
import { votesNeeded } from "../../src/domain/eligibility/votes.js";
import { extendLaw } from "../../src/domain/law/extend-law.js";
import { PROGRAM_LAW } from "../../src/domain/law/law.js";
import type { LawRecord } from "../../src/domain/law/law-record.js";
import type { UnitOfYear } from "../../src/domain/unit.js";
import { subjectOfName } from "../../src/readers/formats/subject.js";
import { UNTOLD } from "../untold-award.js";

const AN: UnitOfYear = {
  id: 7,
  name: "Xã An Mẫu",
  code: null,
  kind: "xã",
  level: null,
  headcount: 10,
  cluster: null,
  role: null,
  source: { importId: 1, row: 2 },
};

let rows = 0;

const award = (more: Partial<Award>): Award => {
  rows += 1;
  return {
    ...UNTOLD,
    id: rows,
    row: rows,
    importId: 1,
    unitId: AN.id,
    awardId: "bang-khen",
    award: "Bằng khen",
    subject: "individual",
    name: "Nguyễn Văn Mẫu",
    workplace: "Xã An Mẫu",
    ...more,
  };
};

const fighter = (more: Partial<Award> = {}) =>
  award({ awardId: "chien-si-thi-dua-co-so", award: "Chiến sĩ thi đua cơ sở", ...more });
const advanced = (name: string, more: Partial<Award> = {}) =>
  award({ awardId: "lao-dong-tien-tien", award: "LĐTT", name, ...more });
const collective = (awardId: string, more: Partial<Award> = {}) =>
  award({ awardId, award: awardId, subject: "collective", name: AN.name, workplace: null, ...more });

/** A year 2025 with those awards, and awards of other years. */
function makeYear(awards: Award[], more: Partial<CheckedYear> & { past?: [number, Award][] } = {}): CheckedYear {
  const { past = [], ...rest } = more;
  const year = rest.year ?? 2025;
  return {
    year,
    units: [AN],
    progress: [],
    isCorrected: () => false,
    resultLastYear: () => null,
    rubrics: [],
    awards,
    history: [...past.map(([at, one]) => ({ year: at, award: one })), ...awards.map((one) => ({ year, award: one }))],
    decider: null,
    law: PROGRAM_LAW,
    subjectOfName,
    today: "2026-02-01",
    ...rest,
  };
}

const CODES = new Set(ELIGIBILITY_CHECKS.map(({ code }) => code));
const find = (year: CheckedYear) =>
  checkYear(year)
    .filter(({ check }) => CODES.has(check.code))
    .flatMap(({ check, found }) => found.map((one) => ({ code: check.code, severity: check.severity, ...one })));
const codes = (year: CheckedYear) => find(year).map(({ code }) => code);
const only = (year: CheckedYear, ...wanted: string[]) => codes(year).filter((code) => wanted.includes(code));

describe("votes", () => {
  test.each<[awardId: string, votesFor: number, total: number, date: string, told: string[]]>([
    ["chien-si-thi-dua-co-so", 8, 10, "2025-03-01", []],
    ["chien-si-thi-dua-co-so", 7, 9, "2025-03-01", ["votes-below-share"]],
    ["chien-si-thi-dua-co-so", 8, 9, "2025-03-01", []],
    ["chien-si-thi-dua-co-so", 4, 5, "2025-03-01", []],
    ["chien-si-thi-dua-tinh", 9, 10, "2025-03-01", []],
    ["chien-si-thi-dua-tinh", 8, 9, "2025-03-01", ["votes-below-share"]],
    ["chien-si-thi-dua-tinh", 8999, 9999, "2025-03-01", ["votes-below-share"]],
    ["chien-si-thi-dua-toan-quoc", 9000, 9999, "2025-03-01", []],
    ["chien-si-thi-dua-tinh", 0, 0, "2025-03-01", []],
    ["lao-dong-tien-tien", 1, 9, "2025-03-01", []],
    ["chien-si-thi-dua-co-so", 1, 9, "2023-12-31", []],
  ])("%s with %i/%i decided %s", (awardId, votesFor, votesTotal, decisionDate, told) => {
    const voted = award({ awardId, votesFor, votesTotal, decisionDate, decisionNumber: "1" });
    expect(only(makeYear([voted]), "votes-below-share", "votes-missing")).toEqual(told);
  });

  test.each([
    [9, "80", 8],
    [10, "80", 8],
    [11, "80", 9],
    [11, "90", 10],
    [10, "66.7", 7],
  ])("of %i members %s percent are %i votes", (total, percent, needed) => {
    expect(votesNeeded(total, percent)).toBe(needed);
  });

  test("the sentence says who, how many of whom, what is needed and by which law", () => {
    const [found] = find(makeYear([fighter({ votesFor: 7, votesTotal: 9, decisionDate: "2025-03-01" })]));
    expect(found).toMatchObject({
      severity: "high",
      nominee: "Nguyễn Văn Mẫu",
      unit: AN,
      message: "Nguyễn Văn Mẫu: Chiến sĩ thi đua cơ sở được 7/9 phiếu; cần từ 80%, tức ít nhất 8/9.",
      law: { text: "NĐ 98/2023/NĐ-CP Điều 30 khoản 7", mark: "V" },
    });
  });

  test("without votes or without the number of members nothing is said to fail, only to be missing", () => {
    const missing = [fighter({}), fighter({ name: "Trần Thị Mẫu", votesFor: 8 })];
    expect(only(makeYear(missing), "votes-below-share", "votes-missing")).toEqual(["votes-missing", "votes-missing"]);
  });

  test("from 01/7/2025 the rule is recalled, and from the amended law on everything is", () => {
    const on = (decisionDate: string) =>
      find(makeYear([fighter({ votesFor: 1, votesTotal: 9, decisionDate })])).find(
        ({ code }) => code === "votes-below-share",
      )?.law;
    expect(on("2025-07-01")?.mark).toBe("R");
    expect(on("2026-10-01")).toMatchObject({ mark: "R", text: expect.stringContaining("Luật 06/2026") });
  });
});

describe("years in a row", () => {
  const nominee = award({ awardId: "chien-si-thi-dua-tinh", award: "CSTĐ tỉnh" });
  const colleague = (at: number): [number, Award] => [at, fighter({ name: "Lê Thị Khác" })];
  const own = (at: number, more: Partial<Award> = {}): [number, Award] => [at, fighter(more)];
  const told = (past: [number, Award][], one = nominee) =>
    only(makeYear([one], { past }), "years-not-in-a-row", "years-unknown");

  test.each<[string, [number, Award][], string[]]>([
    ["three years up to this one", [own(2023), own(2024), own(2025)], []],
    ["three years up to the last one", [own(2022), own(2023), own(2024)], []],
    ["nothing known", [], ["years-unknown"]],
    ["two known, the third year without any list", [own(2023), own(2024)], ["years-unknown"]],
    [
      "a gap in a year whose list of the unit is known",
      [own(2022), colleague(2023), own(2024), own(2025)],
      ["years-not-in-a-row"],
    ],
    ["not in the lists at all", [2022, 2023, 2024, 2025].map(colleague), ["years-not-in-a-row"]],
    [
      "in another unit that year, born the same day",
      [[2023, fighter({ unitId: null, workplace: "Xã Bình Mẫu", birthDate: "1980" })], own(2024), own(2025)] as [
        number,
        Award,
      ][],
      ["years-unknown"],
    ],
    ["a list of another year's achievement", [[2026, fighter({ achievementYear: 2025 })], own(2024), own(2023)], []],
    ["names typed otherwise", [own(2023, { name: "nguyễn  văn mẫu" }), own(2024), own(2025)], []],
  ])("%s", (_what, past, expected) => {
    expect(told(past)).toEqual(expected);
  });

  test("a birth date known on both sides tells one person in two units, and two people in one", () => {
    const born = { ...nominee, birthDate: "1980-05-02" };
    const moved: [number, Award][] = [
      [2023, fighter({ unitId: null, workplace: "Xã Bình Mẫu", birthDate: "1980" })],
      own(2024),
      own(2025),
    ];
    expect(told(moved, born)).toEqual([]);
    expect(told([own(2023, { birthDate: "1981-01-01" }), own(2024), own(2025)], born)).toEqual(["years-not-in-a-row"]);
  });

  test("every year is told as held, not found or not known", () => {
    const [found] = find(makeYear([nominee], { past: [own(2022), colleague(2023), own(2024)] })).filter(
      ({ code }) => code === "years-not-in-a-row",
    );
    expect(found?.message).toBe(
      "Nguyễn Văn Mẫu: Chiến sĩ thi đua cấp tỉnh cần 3 lần liên tục Chiến sĩ thi đua cơ sở; năm 2022 có, năm 2023 không thấy trong danh sách của đơn vị, năm 2024 có.",
    );
  });

  test("Chiến sĩ thi đua toàn quốc needs two years of the province's or a ministry's title", () => {
    const national = award({ awardId: "chien-si-thi-dua-toan-quoc", award: "CSTĐTQ" });
    const province = (at: number, awardId: string): [number, Award] => [at, award({ awardId })];
    const both = [province(2024, "chien-si-thi-dua-tinh"), province(2025, "chien-si-thi-dua-bo")];
    expect(told(both, national)).toEqual([]);
    expect(told(both.slice(0, 1), national)).toEqual(["years-unknown"]);
    // Each of the two takes three years, so that they may be three years apart, and no more.
    const apart = (years: number) => [
      province(2025, "chien-si-thi-dua-tinh"),
      province(2025 - years, "chien-si-thi-dua-tinh"),
    ];
    expect(told(apart(3), national)).toEqual([]);
    expect(told(apart(4), national)).toEqual(["years-unknown"]);
  });

  test("a Bằng khen may rest on other standards, which is said only where the years are known to lack", () => {
    const person = award({});
    expect(codes(makeYear([person], { past: [own(2024), own(2025)] }))).toEqual([]);
    expect(codes(makeYear([person]))).toEqual([]);
    expect(codes(makeYear([person], { past: [colleague(2024), colleague(2025), own(2023)] }))).toEqual([
      "other-standard",
    ]);
    const sudden = award({ occasion: "Đột xuất" });
    expect(codes(makeYear([sudden], { past: [colleague(2024), colleague(2025), own(2023)] }))).toEqual([]);
  });
});

describe("shares of a collective", () => {
  const people = (count: number) => Array.from({ length: count }, (_, index) => advanced(`Người Thứ ${index}`));
  test.each<[string, Award[], number | null, string[]]>([
    ["seven of ten", people(7), 10, []],
    ["six of ten", people(6), 10, ["share-below"]],
    ["six of ten and a Chiến sĩ thi đua cơ sở, who is one too", [...people(6), fighter({})], 10, []],
    ["the same person as both", [...people(6), fighter({ name: "Người Thứ 0" })], 10, ["share-below"]],
    ["seven of eleven", people(7), 11, ["share-below"]],
    ["no headcount", people(7), null, ["share-unknown"]],
    ["no list", [], 10, ["share-unknown"]],
  ])("%s", (_what, members, headcount, expected) => {
    const year = makeYear([collective("tap-the-lao-dong-tien-tien"), ...members], { units: [{ ...AN, headcount }] });
    expect(only(year, "share-below", "share-unknown")).toEqual(expected);
  });

  test("Tập thể lao động xuất sắc without a Chiến sĩ thi đua cơ sở is told once its list is known", () => {
    const top = collective("tap-the-lao-dong-xuat-sac");
    expect(only(makeYear([top]), "collective-without-fighter")).toEqual([]);
    expect(only(makeYear([top, ...people(8)]), "collective-without-fighter")).toEqual(["collective-without-fighter"]);
    expect(only(makeYear([top, ...people(8), fighter({})]), "collective-without-fighter")).toEqual([]);
  });
});

describe("quotas", () => {
  const list = (fighters: number, others: number, decisionDate: string) => [
    ...Array.from({ length: fighters }, (_, index) => fighter({ name: `Chiến Sĩ ${index}`, decisionDate })),
    ...Array.from({ length: others }, (_, index) => advanced(`Người Thứ ${index}`, { decisionDate })),
  ];
  const told = (awards: Award[], more = {}) => only(makeYear(awards, more), "quota-exceeded", "quota-unknown");

  test.each([
    [3, 17, "2023-12-31", []],
    [4, 17, "2023-12-31", ["quota-exceeded"]],
    [4, 17, "2024-01-01", []],
    [1, 5, "2023-12-31", ["quota-exceeded"]],
    [1, 6, "2023-12-31", []],
  ])("%i Chiến sĩ thi đua cơ sở beside %i Lao động tiên tiến on %s", (fighters, others, date, expected) => {
    expect(told(list(fighters, others, date))).toEqual(expected);
  });

  test("units are counted apart, and one without a list of Lao động tiên tiến is not known", () => {
    const open = fighter({ name: "Chiến Sĩ Lạ", unitId: null, workplace: "Xã Bình Mẫu" });
    const year = { year: 2022, today: "2023-02-01" };
    expect(told([...list(3, 17, "2023-02-01"), open], year)).toEqual(["quota-unknown"]);
  });

  test("a quota of the office's own holds after 2024", () => {
    const local: LawRecord = {
      ...{ row: 2, kind: "quota", award: "CSTĐCS", levels: null, subjects: null, content: "20", replaces: null },
      ...{ from: "2024-01-01", to: null, source: "QĐ 12/2024/QĐ-UBND" },
    };
    const { law } = extendLaw(PROGRAM_LAW, [local], "phap-ly.xlsx");
    const found = find(makeYear(list(5, 15, "2025-02-01"), { law })).find(({ code }) => code === "quota-exceeded");
    expect(found).toMatchObject({
      message:
        "Xã An Mẫu: 5 Chiến sĩ thi đua cơ sở, không quá 20% số người đạt danh hiệu Lao động tiên tiến (20) là 4.",
      law: { mark: "CQ" },
    });
  });

  test("votes, shares and years of the office's own stand in the place of the law's", () => {
    const base = { row: 2, levels: null, subjects: null, replaces: null, from: "2024-01-01", to: null, source: "QĐ" };
    const records: LawRecord[] = [
      { ...base, kind: "votes", award: "LĐTT", content: "50" },
      { ...base, row: 3, kind: "years", award: "CSTĐ tỉnh", content: "2" },
      { ...base, row: 4, kind: "share", award: "TTLĐTT", content: "0" },
    ];
    const { law, troubles } = extendLaw(PROGRAM_LAW, records, "phap-ly.xlsx");
    expect(troubles).toEqual([]);
    expect(only(makeYear([advanced("A", { votesFor: 4, votesTotal: 9 })], { law }), "votes-below-share")).toHaveLength(
      1,
    );
    const past: [number, Award][] = [
      [2024, fighter({})],
      [2025, fighter({})],
    ];
    const nominee = award({ awardId: "chien-si-thi-dua-tinh" });
    expect(only(makeYear([nominee], { law, past }), "years-not-in-a-row", "years-unknown")).toEqual([]);
  });
});

describe("names", () => {
  test.each<[string, Partial<Award>, Partial<Award>, string[]]>([
    ["the same name twice under other positions", { position: "Công chức" }, {}, ["same-nominee-twice"]],
    ["tone placement, case, blanks", { name: "Lê Hoà" }, { name: "lê  Hòa", position: "x" }, ["same-nominee-twice"]],
    ["decomposed letters", { name: "Lê Hòa".normalize("NFD") }, { name: "Lê Hòa" }, ["same-nominee-twice"]],
    ["a salutation before one", { name: "Ông Nguyễn Văn Mẫu" }, {}, ["same-nominee-twice"]],
    ["two birth dates", { birthDate: "1980" }, { birthDate: "1990" }, []],
    ["two occasions", { occasion: "Đột xuất" }, { occasion: "Công trạng" }, []],
    ["two years of achievement", { achievementYear: 2024 }, {}, ["achievement-of-another-year"]],
    ["another tone mark", { name: "Lê Hoa" }, { name: "Lê Hòa" }, ["near-twin-nominee"]],
    ["a blank lost", { name: "Lê VănHòa" }, { name: "Lê Văn Hòa" }, ["near-twin-nominee"]],
    ["another unit", { unitId: null, workplace: "Xã Bình Mẫu" }, {}, ["same-name-elsewhere"]],
    [
      "another unit, born another day",
      { unitId: null, workplace: "Xã Bình Mẫu", birthDate: "1980" },
      { birthDate: "1990" },
      [],
    ],
  ])("%s", (_what, one, other, expected) => {
    expect(codes(makeYear([award(one), award(other)]))).toEqual(expected);
  });

  test("two forms for one achievement are told, titles beside a form are not", () => {
    const merit = award({ awardId: "giay-khen", award: "Giấy khen" });
    expect(codes(makeYear([award({}), merit]))).toEqual(["several-forms-one-achievement"]);
    expect(codes(makeYear([award({}), { ...merit, achievement: "Cứu người" }]))).toEqual([]);
    expect(codes(makeYear([award({}), advanced("Nguyễn Văn Mẫu")]))).toEqual([]);
  });
});

describe("subjects and words", () => {
  test.each<[string, Partial<Award>, string[]]>([
    ["a room as a person", { name: "Phòng Nội vụ" }, ["subject-mix-up"]],
    ["a school as a person", { name: "Trường THCS Mẫu" }, ["subject-mix-up"]],
    ["a person as a collective", { name: "Nguyễn Văn Mẫu", subject: "collective", unitId: null }, ["subject-mix-up"]],
    ["a lady as a collective", { name: "Bà Trần Thị Mẫu", subject: "collective", unitId: null }, ["subject-mix-up"]],
    ["a unit named after a person", { name: "Dương Minh Mẫu", subject: "collective" }, []],
    ["a household by its head", { name: "Ông Nguyễn Văn Mẫu", subject: "household" }, []],
    ["a person", {}, []],
    ["a form called a title", { award: "Danh hiệu Bằng khen" }, ["title-form-mix-up"]],
    ["a form called a title in the achievement", { achievement: "Đạt danh hiệu “Bằng khen”" }, ["title-form-mix-up"]],
    ["a title called a form", { awardId: "lao-dong-tien-tien", award: "Hình thức LĐTT" }, ["title-form-mix-up"]],
    ["a title called a title", { awardId: "lao-dong-tien-tien", award: "Danh hiệu LĐTT" }, []],
    ["a cell that says no discipline", { discipline: "Không bị kỷ luật" }, []],
    ["a cell that says no", { discipline: "KHÔNG" }, []],
    ["a dash for no discipline", { discipline: "-" }, []],
    ["a form of discipline", { discipline: "Khiển trách" }, ["under-discipline"]],
    ["discipline being considered", { discipline: "đang xem xét" }, ["under-discipline"]],
    ["a tick for discipline", { discipline: "x" }, ["under-discipline"]],
    ["discipline under way", { achievement: "Đang xem xét kỷ luật" }, ["under-discipline"]],
    ["a reprimand", { position: "Công chức (khiển trách 2024)" }, ["under-discipline"]],
    ["discipline kept", { achievement: "Giữ nghiêm kỷ luật, kỷ cương hành chính" }, []],
    ["an inspector at work", { achievement: "Hoàn thành tốt công tác thanh tra, giải quyết khiếu nại" }, []],
  ])("%s", (_what, more, expected) => {
    expect(codes(makeYear([award(more)]))).toEqual(expected);
  });
});

test.each([
  ["2023-12-31", "NĐ 91/2017/NĐ-CP"],
  ["2024-01-01", "NĐ 98/2023/NĐ-CP"],
  ["2025-06-30", "NĐ 98/2023/NĐ-CP"],
  ["2025-07-01", "NĐ 152/2025/NĐ-CP Điều 4"],
])("discipline found in a decision of %s cites %s", (decisionDate, text) => {
  const [found] = find(makeYear([award({ discipline: "Cảnh cáo", decisionDate })]));
  expect(found).toMatchObject({ severity: "high", law: { text } });
});

describe("authority", () => {
  const told = (awards: Award[], decider: Decider | null, more: Partial<CheckedYear> = {}) =>
    only(
      makeYear(awards, { decider, ...more }),
      "award-beyond-authority",
      "giver-beyond-authority",
      "district-decision",
      "award-not-given-then",
    );
  const merit = (text: string, more: Partial<Award> = {}) => award({ awardId: "giay-khen", award: text, ...more });

  test.each<[string, Award, string[]]>([
    ["the head of a cluster", merit("Giấy khen của Cụm trưởng Cụm thi đua số 1"), ["giver-beyond-authority"]],
    [
      "a cluster, decided long ago",
      merit("Cụm trưởng Cụm thi đua số 01 tặng Giấy khen", { decisionNumber: "1", decisionDate: "2021-03-10" }),
      ["giver-beyond-authority"],
    ],
    [
      "a district after its end",
      merit("Giấy khen của Chủ tịch UBND huyện", { decisionDate: "2025-07-01" }),
      ["giver-beyond-authority"],
    ],
    ["a district before", merit("Giấy khen của Chủ tịch UBND huyện", { decisionDate: "2025-06-30" }), []],
    ["a commune", merit("Giấy khen của Chủ tịch UBND xã An Mẫu"), []],
    ["a department", merit("Giấy khen của Giám đốc Sở Y tế"), []],
    ["nobody named", merit("Giấy khen"), []],
  ])("given by %s", (_who, one, expected) => {
    expect(told([one], null)).toEqual(expected);
  });

  test("nominees are told once per kind, by the law of the time of the year", () => {
    const awards = [
      award({}),
      award({ name: "B" }),
      award({ award: "Bằng khen của Chủ tịch UBND tỉnh", name: "C" }),
      award({ decisionNumber: "1", name: "D" }),
    ];
    const found = find(makeYear(awards, { decider: "xa" })).filter(({ code }) => code === "award-beyond-authority");
    expect(found).toMatchObject([{ message: expect.stringContaining("Bằng khen: 2 trường hợp. ") }]);
    expect(told(awards, "tinh")).toEqual([]);
    expect(told(awards, null)).toEqual([]);
  });

  test("a decision of a district office after districts ended is told", () => {
    const late = (decisionDate: string) => merit("Giấy khen", { decisionDate, decisionNumber: "5" });
    expect(told([late("2025-07-01")], "huyen")).toEqual(["district-decision"]);
    expect(told([late("2025-06-30")], "huyen")).toEqual([]);
    expect(told([late("2025-07-01")], "xa")).toEqual([]);
  });

  test("an award is told where its day comes before the law that made it", () => {
    const commune = (decisionDate: string) => collective("xa-tieu-bieu", { decisionDate });
    expect(told([commune("2023-12-31")], null)).toEqual(["award-not-given-then"]);
    expect(told([commune("2024-01-01")], null)).toEqual([]);
  });
});

describe("dates and balance", () => {
  test.each<[string, Partial<Award>, string[]]>([
    ["decided the year after", { decisionDate: "2026-01-30" }, []],
    ["decided the same year", { decisionDate: "2025-12-30" }, []],
    ["decided the year before", { decisionDate: "2024-12-31" }, ["decided-before-achievement"]],
    ["decided two years after", { decisionDate: "2027-01-30" }, ["achievement-of-another-year"]],
    ["of the year before", { achievementYear: 2024, decisionDate: "2026-01-27" }, ["achievement-of-another-year"]],
  ])("%s", (_what, more, expected) => {
    expect(codes(makeYear([award(more)]))).toEqual(expected);
  });

  test("leaders before direct workers are told with the figures, of four people on", () => {
    const people = (leaders: number, direct: number, unsaid = 0) =>
      makeYear([
        ...Array.from({ length: leaders }, (_, index) => award({ name: `L ${index}`, leader: true })),
        ...Array.from({ length: direct }, (_, index) => award({ name: `T ${index}`, directWorker: true })),
        ...Array.from({ length: unsaid }, (_, index) => award({ name: `K ${index}` })),
      ]);
    expect(find(people(3, 1)).map(({ message }) => message)).toEqual([
      "Bằng khen: 4 cá nhân có ghi, 3 lãnh đạo, 1 lao động trực tiếp.",
    ]);
    expect(codes(people(2, 2))).toEqual([]);
    expect(codes(people(3, 0, 9))).toEqual([]);
  });
});
