import { expect, test } from "vitest";
import { describeRanking } from "../../../src/documents/prose/ranking-sentences.js";
import { clusterWords, unitInProse } from "../../../src/documents/prose/words.js";
import { exact, ZERO } from "../../../src/domain/number.js";
import { rankByScore } from "../../../src/domain/ranking.js";
import type { Criterion } from "../../../src/domain/rubric-tree.js";

const BLANK = {
  base: ZERO,
  bonus: ZERO,
  deduction: ZERO,
  items: [],
  nodes: [],
  gates: [],
  standing: { met: 0, missed: 0, unknown: 0 },
  crossScore: null,
  problems: [],
};

const CRITERION: Criterion = {
  ...{ row: 2, code: "VI", name: "Kỷ luật", parent: null, max: ZERO },
  ...{ bonusCap: null, deductionCap: null, choice: null, leaf: null },
};

function tell(scores: Record<string, string>): string {
  const units = rankByScore(
    Object.entries(scores).map(([unit, score]) => ({ ...BLANK, unit, score: exact(score), base: exact(score) })),
  );
  const ranking = {
    rubric: "thang điểm tối đa 270 điểm",
    tieRule: "Bằng điểm thì cùng hạng (1, 2, 2, 4)",
    decimals: 2,
    units: units.map((unit) => ({ ...unit, tiedWith: [], sameScore: [] })),
    nameOf: (name: string) => unitInProse({ name, kind: null }),
  };
  const sentences = describeRanking(ranking, clusterWords("Cụm thi đua số 1"));
  return sentences.map(({ text }) => text).join(" ");
}

const BASIS = "Cụm thi đua số 1 chấm điểm theo thang điểm tối đa 270 điểm.";

test("rubric, version and the first three", () => {
  expect(tell({ "Xã An": "279.1", "Xã Bình": "276", "Xã Cường": "274.65", "Xã Dũng": "270" })).toBe(
    `${BASIS} Kết quả: xã An 279,10 điểm, xếp thứ Nhất; xã Bình 276,00 điểm, xếp thứ Nhì; xã Cường 274,65 điểm, xếp thứ Ba.`,
  );
});

test("every tie is said, with the rule", () => {
  expect(tell({ "Xã An": "200", "Xã Bình": "200", "Xã Cường": "150", "Xã Dũng": "90", "Xã Em": "90" })).toBe(
    `${BASIS} Kết quả: xã An và xã Bình bằng điểm (200,00 điểm), cùng xếp thứ Nhất; xã Cường 150,00 điểm, xếp thứ Ba. ` +
      "Xã Dũng và xã Em bằng điểm (90,00 điểm), cùng xếp thứ Tư. Quy tắc xếp hạng: bằng điểm thì cùng hạng (1, 2, 2, 4).",
  );
});

test("a single unit has points and no rank", () => {
  expect(tell({ "Xã An": "200" })).toBe(`${BASIS} Xã An đạt 200,00 điểm.`);
});

test("what decided between equal scores is said, and who is left out and why", () => {
  const units = rankByScore(
    [
      { unit: "Xã An", score: exact("200"), part: 1 },
      { unit: "Xã Bình", score: exact("200"), part: 2 },
    ].map((one) => ({ ...BLANK, ...one })),
    [{ text: "điểm mục I cao hơn", compare: (a, b) => b.part - a.part }],
  ).map((unit) => ({ ...unit, tiedWith: [], sameScore: [] }));
  const gate = { effect: { kind: "unranked" as const }, reason: "Vi phạm kỷ luật: 2 > 0", criterion: CRITERION };
  const out = { ...BLANK, unit: "Xã Cường", score: exact("210"), gates: [gate] };
  const left = { ...out, rank: null, tieBrokenBy: null, tiedWith: [], sameScore: [] };
  const ranking = {
    rubric: "thang điểm tối đa 270 điểm",
    tieRule: "Bằng điểm thì xét lần lượt: điểm mục I cao hơn; vẫn bằng thì cùng hạng (1, 2, 2, 4)",
    decimals: 2,
    units: [...units, left],
    nameOf: (name: string) => unitInProse({ name, kind: null }),
  };
  const sentences = describeRanking(ranking, clusterWords("Cụm thi đua số 1"));
  expect(sentences.map(({ text }) => text).join(" ")).toBe(
    `${BASIS} Kết quả: xã Bình 200,00 điểm, xếp thứ Nhất; xã An 200,00 điểm, xếp thứ Nhì. ` +
      "Quy tắc xếp hạng: bằng điểm thì xét lần lượt: điểm mục I cao hơn; vẫn bằng thì cùng hạng (1, 2, 2, 4). " +
      "Xã Cường (210,00 điểm) không xếp loại: Vi phạm kỷ luật: 2 > 0.",
  );
});
