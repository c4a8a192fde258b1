import { expect, test } from "vitest";
import type { Exact } from "../../src/domain/number.js";
import { type MadeRow, type MadeUnit, makeRubric, scoreAll } from "./make-rubric.js";
import { add, compare, div, floor, least, mul, parse, type Q, q, round, show, sub, ZERO } from "./oracle-number.js";

/**
 * Random clusters scored twice: by the program, and by formulas written here from design/scoring and practice §1,
 * sharing no code with it. One case is one leaf of one unit; ORACLE_CASES sets how many.
 */
const CASES = Number(process.env.ORACLE_CASES ?? 100_000);

/** The same figures on every run (mulberry32). */
function makeDice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  return {
    upTo,
    chance: (share: number) => next() < share,
    one: <T>(...items: T[]): T => items[upTo(items.length - 1)] as T,
    /** A plain decimal of at most two places, often a round one. */
    decimal: (most: number) => String(next() < 0.5 ? upTo(most) : upTo(most * 100) / 100),
  };
}
type Dice = ReturnType<typeof makeDice>;

/** What a unit was planned and did. null: not said. */
type Figures = { planned: string | null; actual: string | null } | "none" | null;

/** Points of a leaf by the oracle; "none": not assigned; a null base: unknown. */
type Points = { base: Q | null; bonus: Q; deduction: Q };
const points = (base: Q | null, bonus = ZERO, deduction = ZERO): Points => ({ base, bonus, deduction });
const UNKNOWN = points(null);

interface Case {
  row: MadeRow;
  lower: boolean;
  /** What the unit is given besides results. */
  give?(dice: Dice): NonNullable<MadeUnit["given"]>[string];
  score(own: Figures, all: Figures[], given: NonNullable<MadeUnit["given"]>[string]): Points;
}

const vietnamese = (plain: string) => plain.replace(".", ",");
const hundred = q(100);

/** Percent of plan; "zero" when nothing of something unwanted was done; null when it cannot be told. */
function attain(figures: Figures, lower: boolean): Q | "zero" | null {
  if (figures === null || figures === "none" || figures.actual === null || figures.planned === null) return null;
  const [planned, actual] = [parse(figures.planned), parse(figures.actual)];
  if (planned.n === 0n) return null;
  if (lower && actual.n === 0n) return "zero";
  return mul(lower ? div(planned, actual) : div(actual, planned), hundred);
}

function makeBonus(dice: Dice, max: string) {
  const [points, step] = [dice.one("1", "0.5", "0.25", "2"), dice.one("1", "2", "0.5")];
  const whole = dice.chance(0.5);
  const start = dice.one("100", "100", "92", "105");
  const cap = dice.one("5%", "10%", "3", "1.5");
  const capPoints = cap.endsWith("%") ? div(mul(parse(cap.slice(0, -1)), parse(max)), hundred) : parse(cap);
  const from = start === "100" ? "" : ` từ ${start}`;
  const text = `thưởng=${vietnamese(points)} mỗi ${vietnamese(step)}%${whole ? " tròn" : ""}${from}, trần thưởng=${vietnamese(cap)}`;
  return {
    text,
    cap: capPoints,
    of: (percent: Q): Q => {
      if (compare(percent, parse(start)) <= 0) return ZERO;
      const steps = div(sub(percent, parse(start)), parse(step));
      return least(mul(whole ? floor(steps) : steps, parse(points)), capPoints);
    },
  };
}

function makeTyLe(dice: Dice, max: string): Case {
  const floorText = dice.one("0", "70", "80.5");
  const bonus = dice.chance(0.6) ? makeBonus(dice, max) : null;
  const lower = dice.chance(0.3);
  const parameters = [`sàn=${vietnamese(floorText)}`, ...(bonus === null ? [] : [bonus.text])].join(", ");
  return {
    row: { code: "", max, rule: "ty-le", parameters },
    lower,
    score: (own) => {
      const percent = attain(own, lower);
      if (percent === null) return UNKNOWN;
      if (percent === "zero") return points(parse(max), bonus?.cap ?? ZERO);
      if (compare(percent, parse(floorText)) < 0) return points(ZERO);
      const base = mul(parse(max), div(least(percent, hundred), hundred));
      return points(base, bonus === null ? ZERO : bonus.of(percent));
    },
  };
}

function makeBest(dice: Dice, max: string): Case {
  const share = dice.one("0.5", "0", "1", "0.25");
  const lower = dice.chance(0.3);
  const excess = (figures: Figures): Q | null => {
    if (figures === null || figures === "none" || figures.planned === null || figures.actual === null) return null;
    const [planned, actual] = [parse(figures.planned), parse(figures.actual)];
    return planned.n === 0n ? null : div(lower ? sub(planned, actual) : sub(actual, planned), planned);
  };
  const untargeted = (figures: Figures): Q | null => {
    if (figures === null || figures === "none" || figures.actual === null) return null;
    return figures.planned === null || parse(figures.planned).n === 0n ? parse(figures.actual) : null;
  };
  return {
    row: { code: "", max, rule: "so-voi-tot-nhat", parameters: `phần cơ bản=${vietnamese(share)}` },
    lower,
    score: (own, all) => {
      const most = parse(max);
      const atPlan = mul(parse(share), most);
      const e = excess(own);
      if (e !== null && e.n > 0n) {
        const best = all.map(excess).reduce<Q>((a, b) => (b !== null && compare(b, a) > 0 ? b : a), e);
        return points(add(atPlan, mul(sub(most, atPlan), div(e, best))));
      }
      if (e !== null && e.n === 0n) return points(atPlan);
      if (e !== null) return points(mul(atPlan, div(attain(own, lower) as Q, hundred)));
      const actual = untargeted(own);
      if (actual === null) return UNKNOWN;
      const others = all.map(untargeted).filter((one) => one !== null);
      const best = others.reduce((a, b) => ((lower ? compare(b, a) < 0 : compare(b, a) > 0) ? b : a), actual);
      if (compare(actual, best) === 0) return best.n === 0n && !lower ? UNKNOWN : points(most);
      return points(mul(most, lower ? div(best, actual) : div(actual, best)));
    },
  };
}

/** Ends of bands, highest first. */
function makeLevels(dice: Dice, most: number): string[] {
  const levels = new Set(Array.from({ length: 1 + dice.upTo(3) }, () => dice.decimal(most)));
  return [...levels].sort((a, b) => compare(parse(b), parse(a)));
}

/** Which band from the top: the levels' own places, their count for "below all". */
const bandOf = (levels: readonly string[], value: Q) => {
  const place = levels.findIndex((level) => compare(value, parse(level)) >= 0);
  return place < 0 ? levels.length : place;
};

function makeBac(dice: Dice, max: string): Case {
  const signed = dice.chance(0.4);
  const byActual = dice.chance(0.4);
  const lower = dice.chance(0.2);
  const levels = makeLevels(dice, byActual ? 200 : 130);
  const worth = [...levels, "below"].map(() =>
    signed ? `${dice.one("+", "-")}${dice.one("0.5", "1", "1.25")}` : String(dice.upTo(Math.floor(Number(max)))),
  );
  const bands = levels.map((level, place) => `từ ${vietnamese(level)}=${vietnamese(worth[place] ?? "")}`);
  const below = `dưới ${vietnamese(levels.at(-1) ?? "")}=${vietnamese(worth.at(-1) ?? "")}`;
  const bonus = !signed && dice.chance(0.4) ? makeBonus(dice, max) : null;
  const order = dice.chance(0.5) ? [...bands, below] : [below, ...bands.reverse()];
  const extra = [byActual ? "theo=thực hiện" : "theo=% kế hoạch", ...(bonus === null ? [] : [bonus.text])];
  const earn = (text: string, more: Q) => {
    const value = parse(text.replace(/[+-]/, ""));
    if (!signed) return points(value, more);
    return text.startsWith("+") ? points(parse(max), value) : points(parse(max), ZERO, value);
  };
  return {
    row: { code: "", max, rule: "bac", parameters: [...order, ...extra].join(", ") },
    lower,
    score: (own) => {
      const percent = attain(own, lower);
      if (!byActual && percent === "zero") return earn(worth[0] ?? "", bonus?.cap ?? ZERO);
      const actual = own === null || own === "none" || own.actual === null ? null : parse(own.actual);
      const value = byActual ? actual : percent;
      if (value === null || value === "zero") return UNKNOWN;
      return earn(worth[bandOf(levels, value)] ?? "", bonus?.of(value) ?? ZERO);
    },
  };
}

function makeDat(dice: Dice, max: string): Case {
  const lower = dice.chance(0.3);
  return {
    row: { code: "", max, rule: "dat" },
    lower,
    score: (own) => {
      const percent = attain(own, lower);
      if (percent === null) return UNKNOWN;
      return points(percent === "zero" || compare(percent, hundred) >= 0 ? parse(max) : ZERO);
    },
  };
}

function makeMoiVu(dice: Dice, max: string): Case {
  const [kind, per, cap] = [dice.one("trừ", "thưởng"), dice.one("0.5", "0.2", "1", "0.25"), dice.one("1", "2.5")];
  return {
    row: {
      code: "",
      max,
      rule: "moi-vu",
      parameters: `${kind}=${vietnamese(per)} mỗi vụ, trần ${kind}=${vietnamese(cap)}`,
    },
    lower: true,
    give: (die) => (die.chance(0.9) ? { cases: String(die.upTo(12)) } : {}),
    score: (_own, _all, { cases }) => {
      if (cases === undefined) return Number(max) === 0 ? points(ZERO) : UNKNOWN;
      const amount = least(mul(parse(cases), parse(per)), parse(cap));
      return kind === "trừ" ? points(parse(max), ZERO, amount) : points(parse(max), amount);
    },
  };
}

function makeDirect(dice: Dice, max: string): Case {
  const round = () => (dice.chance(0.6) ? { self: dice.decimal(Number(max) + 3) } : {});
  return {
    row: { code: "", max, rule: "truc-tiep" },
    lower: false,
    give: () => ({
      ...round(),
      ...(dice.chance(0.4) ? { cross: dice.decimal(Number(max)) } : {}),
      ...(dice.chance(0.4) ? { verified: dice.decimal(Number(max) + 1) } : {}),
    }),
    score: (_own, _all, given) => {
      const last = given.verified ?? given.cross ?? given.self;
      return last === undefined ? UNKNOWN : points(least(parse(last), parse(max)));
    },
  };
}

const SIZE = "Số hồ sơ";

/** Columns by the unit's size, which every unit reports beside the indicator itself. */
function makeMaTran(dice: Dice, max: string, sizes: ReadonlyMap<Figures, string>): Case {
  const levels = makeLevels(dice, 100);
  const classes = ["1000", "2000"];
  const rows = [...levels, "below"].map(() =>
    [0, 1, 2].map(() => `${dice.one("+", "-")}${dice.one("0.5", "1.2", "2")}`),
  );
  const line = (name: string, row: string[] = []) => `${name}=${row.map(vietnamese).join(" / ")}`;
  const bands = levels.map((level, place) => line(`từ ${vietnamese(level)}`, rows[place]));
  const below = line(`dưới ${vietnamese(levels.at(-1) ?? "")}`, rows.at(-1));
  const head = `lớp theo="${SIZE}", lớp=dưới 1000 / từ 1000 đến dưới 2000 / từ 2000, theo=thực hiện`;
  return {
    row: { code: "", max, rule: "ma-tran", parameters: [head, ...bands, below].join(", ") },
    lower: false,
    score: (own) => {
      const size = sizes.get(own);
      if (own === null || own === "none" || own.actual === null || size === undefined) return UNKNOWN;
      const column = classes.filter((level) => compare(parse(size), parse(level)) >= 0).length;
      const text = rows[bandOf(levels, parse(own.actual))]?.[column] ?? "";
      const value = parse(text.slice(1));
      return text.startsWith("+") ? points(parse(max), value) : points(parse(max), ZERO, value);
    },
  };
}

function makeFigures(dice: Dice): Figures {
  if (dice.chance(0.04)) return null;
  if (dice.chance(0.06)) return "none";
  const planned = dice.chance(0.1) ? null : dice.chance(0.05) ? "0" : dice.decimal(200);
  // Often exactly the plan, or nothing at all.
  const actual = dice.chance(0.05) ? null : dice.chance(0.1) ? planned : dice.chance(0.05) ? "0" : dice.decimal(240);
  return { planned, actual };
}

/** One random cluster; returns how many leaves were compared. */
function compareOnce(dice: Dice): number {
  const units = Array.from({ length: 1 + dice.upTo(14) }, (_, index) => `Xã ${index + 1}`);
  const made: MadeUnit[] = units.map(() => ({ results: {}, given: {} }));
  const rows: MadeRow[] = [];
  const wanted: (Points | "none")[][] = units.map(() => []);
  const directions: Record<string, "higher" | "lower"> = {};
  const leaves = 1 + dice.upTo(7);
  for (let leaf = 1; leaf <= leaves; leaf++) {
    const max = dice.one("10", "60", "3.5", "0.5", "25");
    const figures = units.map(() => makeFigures(dice));
    const sizes = new Map(figures.map((one) => [one, String(dice.upTo(3000))]));
    const makers = [makeTyLe, makeBest, makeBac, makeDat, makeMoiVu, makeDirect, makeMaTran];
    const { row, lower, give, score } = (dice.one(...makers) as typeof makeMaTran)(dice, max, sizes);
    const [code, indicator] = [String(leaf), `Chỉ tiêu ${leaf}`];
    const ofPeople = row.rule === "moi-vu" || row.rule === "truc-tiep";
    const renamed = row.parameters?.replaceAll(SIZE, `${SIZE} ${leaf}`) ?? null;
    rows.push({ ...row, code, parameters: renamed, ...(ofPeople ? {} : { indicator }) });
    directions[indicator] = lower ? "lower" : "higher";
    made.forEach((unit, place) => {
      const own = figures[place] ?? null;
      const given = give?.(dice) ?? {};
      Object.assign(unit.given ?? {}, { [code]: given });
      if (own !== null && !ofPeople)
        Object.assign(unit.results ?? {}, { [indicator]: own === "none" ? own : [own.planned, own.actual] });
      const size = sizes.get(own);
      if (row.rule === "ma-tran" && size !== undefined)
        Object.assign(unit.results ?? {}, { [`${SIZE} ${leaf}`]: [null, size] });
      wanted[place]?.push(own === "none" && !ofPeople ? "none" : score(own, figures, given));
    });
  }
  const rubric = makeRubric(...rows);
  const scores = scoreAll(
    rubric,
    Object.fromEntries(units.map((name, place) => [name, made[place] ?? {}])),
    directions,
  );
  for (const [place, unit] of scores.entries()) compareUnit(unit, wanted[place] ?? [], rows);
  return units.length * leaves;
}

const told = (value: Exact | null) => (value === null ? null : show({ n: value.s * value.n, d: value.d }));

function compareUnit(unit: ReturnType<typeof scoreAll>[number], wanted: (Points | "none")[], rows: MadeRow[]): void {
  let [base, bonus, deduction, assigned, whole] = [ZERO, ZERO, ZERO, ZERO, ZERO];
  unit.items.forEach((item, leaf) => {
    const max = parse(rows[leaf]?.max ?? "");
    const one = wanted[leaf];
    whole = add(whole, max);
    const place = () => JSON.stringify(rows[leaf]);
    if (one === undefined || one === "none") {
      if (item.assigned || item.score !== null) expect([item.assigned, item.score], place()).toEqual([false, null]);
      return;
    }
    const earned = one.base === null ? null : round(one.base);
    const [more, less] = [round(one.bonus), round(one.deduction)];
    const found = [told(item.base), told(item.bonus), told(item.deduction)].join(" ");
    const expected = [earned === null ? null : show(earned), show(more), show(less)].join(" ");
    if (found !== expected) expect(found, place()).toBe(expected);
    assigned = add(assigned, max);
    [base, bonus, deduction] = [add(base, earned ?? ZERO), add(bonus, more), add(deduction, less)];
  });
  const scaled = assigned.n === 0n || compare(assigned, whole) === 0 ? base : round(div(mul(base, whole), assigned));
  const total = show(sub(add(scaled, bonus), deduction));
  if (told(unit.score) !== total) expect(told(unit.score)).toBe(total);
}

test(`${CASES} random leaves get the points that formulas written apart give, to the last digit`, () => {
  const dice = makeDice(20_201_231);
  let compared = 0;
  while (compared < CASES) compared += compareOnce(dice);
  expect(compared).toBeGreaterThanOrEqual(CASES);
}, 600_000);
