import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { type FakeOffice, makeOffice } from "../fake-office.js";

interface TracedFigure {
  who: string | null;
  about: string;
  what: string;
  written: string | null;
  value: number | null;
  exact: string | null;
  cells: { file: string; cell: string | null; value: string; byHand?: { reason: string | null } }[];
}

interface TraceJson {
  documents: unknown[];
  trace: {
    cluster: string | null;
    sentences: { section: string; sentence: string; figures: TracedFigure[] }[];
  }[];
}

const RESULTS = `Đơn vị;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Năm trước;Nguyên nhân
Xã An;Trồng rừng;ha;300;400;350;
Xã Bình;Trồng rừng;ha;200;150;160;mưa lũ
`;

async function makeSmallOffice(columns?: number): Promise<FakeOffice> {
  const office = makeOffice(columns === undefined ? {} : { columns });
  office.write("ket-qua.csv", RESULTS);
  const init = ["--issuer", "UBND xã An", "--level", "xa", "--place", "An", "--year", "2025", "--yes"];
  expect(await office.run("init", ...init)).toMatchObject({ code: 0 });
  expect(await office.run("import", "ket-qua.csv", "--year", "2025")).toMatchObject({ code: 0 });
  return office;
}

test("each sentence leads to figures, whole and as written, and to the cells as Excel names them", async () => {
  const office = await makeSmallOffice();
  const { sentences } = (await office.run("report", "--trace", "--json")).json<TraceJson>().trace[0] ?? {
    sentences: [],
  };
  const told = sentences.find(({ sentence }) => sentence.includes("xã An (133,3% KH)"));
  expect(told).toMatchObject({ section: "chi_tieu" });
  const figure = told?.figures.find(({ who, what }) => who === "Xã An" && what === "attainmentPercent");
  expect(figure).toMatchObject({ about: "Trồng rừng", written: "133,3%", value: 133.333333333333, exact: "400/3" });
  expect(figure?.cells).toMatchObject([
    { file: "ket-qua.csv", cell: "D2", value: "300" },
    { file: "ket-qua.csv", cell: "E2", value: "400" },
  ]);
  const cause = sentences.find(({ sentence }) => sentence.startsWith("Nguyên nhân"));
  expect(cause?.figures.flatMap(({ cells }) => cells)).toMatchObject([{ cell: "G3", value: "mưa lũ" }]);
});

test("every sentence made from data rests on something, and all its cells are of files that were read", async () => {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  await office.run("init", "--issuer", "UBND huyện Lâm Bình", "--level", "huyen", "--year", "2020", "--yes");
  await office.run("import", "don-vi.csv", "chi-tieu.csv", "ket-qua.csv", "thang-diem-P.csv", "--year", "2020");
  const { trace } = (await office.run("report", "--trace", "--json")).json<TraceJson>();
  const sentences = trace.flatMap((each) => each.sentences);
  expect(new Set(sentences.map(({ section }) => section))).toEqual(
    new Set(["tinh_hinh", "chi_tieu", "cham_diem", "han_che", "hoat_dong_cum", "de_nghi"]),
  );
  for (const { sentence, figures } of sentences) {
    expect(figures.flatMap(({ cells }) => cells).length, sentence).toBeGreaterThan(0);
  }
  const score = sentences.flatMap(({ figures }) => figures).find(({ what }) => what === "score");
  expect(score).toMatchObject({ who: "Huyện Lâm Bình", written: "279,10", exact: "279.1" });
  expect(new Set(score?.cells.map(({ file }) => file))).toEqual(new Set(["ket-qua.csv", "thang-diem-P.csv"]));
});

test("a value set by hand is told as such, beside the cell it stands for", async () => {
  const office = await makeSmallOffice();
  await office.run("correct", "Xã Bình", "Trồng rừng", "thực hiện=180", "--reason", "đo lại");
  const { trace } = (await office.run("report", "--trace", "--json")).json<TraceJson>();
  const cells = trace
    .flatMap(({ sentences }) => sentences)
    .flatMap(({ figures }) => figures.flatMap((each) => each.cells));
  expect(cells).toContainEqual(
    expect.objectContaining({ value: "180", cell: null, byHand: expect.objectContaining({ reason: "đo lại" }) }),
  );
  expect(cells).toContainEqual(expect.objectContaining({ value: "150", cell: "E3", replaced: true }));
});

test("in a pipe a line for each thing, in a narrow window none wider than it", async () => {
  const piped = await (await makeSmallOffice()).run("report", "--trace");
  expect(piped.out).toContain("  • Xã An · Trồng rừng: tỷ lệ hoàn thành kế hoạch 133,333333…%, viết “133,3%”\n");
  expect(piped.out).toContain("      400 ← ket-qua.csv, ô E2 (Thực hiện)\n");
  const narrow = await (await makeSmallOffice(48)).run("report", "--trace");
  expect(Math.max(...narrow.out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(48);
});

test("nothing is written unless asked for by -o", async () => {
  const office = await makeSmallOffice();
  const ran = await office.run("report", "--trace");
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.err).toContain("chưa ghi tệp báo cáo");
  expect((await office.run("report", "--trace", "-o", "bc.docx", "--json")).json<TraceJson>().documents).toHaveLength(
    1,
  );
  expect(existsSync(office.path("bc.docx"))).toBe(true);
});
