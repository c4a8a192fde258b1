import fc from "fast-check";
import { expect, test } from "vitest";
import { dumpTables, IMPORT_LOG } from "../dump.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";

/** A file of results: unit × indicator → result, in 2020. */
type Sheet = Record<string, number>;

interface Model {
  values: Map<string, number>;
  /** Imports that stand: what each replaced. */
  imports: Map<number, Map<string, number | undefined>>;
  lastId: number;
}

class ImportSheet implements fc.AsyncCommand<Model, FakeOffice> {
  constructor(readonly sheet: Sheet) {}
  check = () => Object.keys(this.sheet).length > 0;
  async run(model: Model, office: FakeOffice): Promise<void> {
    const rows = Object.entries(this.sheet).map(([pair, actual]) => `${pair};10;${actual}`);
    office.write("r.csv", `Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\n${rows.join("\n")}\n`);
    const ran = await office.run("import", "r.csv", "--create", "--year", "2020", "--json");
    expect(ran.code, ran.out).toBe(0);
    const replaced = new Map<string, number | undefined>();
    for (const [pair, actual] of Object.entries(this.sheet)) {
      if (model.values.get(pair) === actual) continue;
      replaced.set(pair, model.values.get(pair));
      model.values.set(pair, actual);
    }
    if (replaced.size > 0) model.imports.set(++model.lastId, replaced);
    await expectSame(model, office);
  }
  toString = () => `import ${JSON.stringify(this.sheet)}`;
}

class Undo implements fc.AsyncCommand<Model, FakeOffice> {
  constructor(readonly place: number) {}
  check = (model: Readonly<Model>) => model.imports.size > 0;
  async run(model: Model, office: FakeOffice): Promise<void> {
    const ids = [...model.imports.keys()];
    const id = ids[this.place % ids.length] ?? 0;
    const replaced = model.imports.get(id) ?? new Map();
    const later = ids.filter((other) => other > id).map((other) => model.imports.get(other) ?? new Map());
    const changedSince = later.some((other) => [...replaced.keys()].some((pair) => other.has(pair)));
    const before = dumpTables(office.path("thidua.db"));
    const ran = await office.run("undo", String(id));
    if (ran.code !== 0) {
      // Units and indicators an import made may be in use by a later one: that too is a reason to refuse.
      expect(ran.code).toBe(2);
      expect(later.length).toBeGreaterThan(0);
      expect(dumpTables(office.path("thidua.db"))).toEqual(before);
      return;
    }
    expect(changedSince).toBe(false);
    for (const [pair, value] of replaced) {
      if (value === undefined) model.values.delete(pair);
      else model.values.set(pair, value);
    }
    model.imports.delete(id);
    await expectSame(model, office);
  }
  toString = () => `undo ${this.place}`;
}

async function expectSame(model: Model, office: FakeOffice): Promise<void> {
  const { unit, indicator, result } = dumpTables(office.path("thidua.db")) as Record<string, Record<string, unknown>[]>;
  const nameOf = (rows: Record<string, unknown>[] | undefined, id: unknown) => rows?.find((row) => row.id === id)?.name;
  const held = (result ?? []).map((row): [string, number] => [
    `${nameOf(unit, row.unit_id)};${nameOf(indicator, row.indicator_id)}`,
    Number(row.actual),
  ]);
  expect(Object.fromEntries(held)).toEqual(Object.fromEntries(model.values));
}

const sheets = fc.dictionary(
  fc
    .tuple(fc.constantFrom("Xã An", "Xã Bình", "Xã Cường"), fc.constantFrom("Trồng rừng", "Thu ngân sách"))
    .map((pair) => pair.join(";")),
  fc.integer({ min: 1, max: 4 }),
  { maxKeys: 4 },
);

test("imports and undos in any order leave what a plain model says", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.commands([sheets.map((sheet) => new ImportSheet(sheet)), fc.nat({ max: 9 }).map((place) => new Undo(place))], {
        maxCommands: 12,
      }),
      (commands) =>
        fc.asyncModelRun(() => {
          const office = makeOffice();
          return { model: { values: new Map(), imports: new Map(), lastId: 0 } as Model, real: office };
        }, commands),
    ),
    { numRuns: 100 },
  );
}, 120_000);

test("undoing all imports, latest first, empties every table again and a repeat fills them alike", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sheets, { minLength: 1, maxLength: 5 }), async (files) => {
      const office = makeOffice();
      await office.run("config", "issuer.place", "Bình Minh");
      const states = [dumpTables(office.path("thidua.db"), IMPORT_LOG)];
      for (const sheet of files) {
        const rows = Object.entries(sheet).map(([pair, actual]) => `${pair};10;${actual}`);
        office.write("r.csv", `Đơn vị;Chỉ tiêu;Kế hoạch;Thực hiện\n${rows.join("\n")}\n`);
        await office.run("import", "r.csv", "--create", "--year", "2020");
        const now = dumpTables(office.path("thidua.db"), IMPORT_LOG);
        if (JSON.stringify(now) !== JSON.stringify(states.at(-1))) states.push(now);
      }
      while (states.length > 1) {
        expect(dumpTables(office.path("thidua.db"), IMPORT_LOG)).toEqual(states.pop());
        expect((await office.run("undo")).code).toBe(0);
      }
      expect(dumpTables(office.path("thidua.db"), IMPORT_LOG)).toEqual(states[0]);
    }),
    { numRuns: 15 },
  );
}, 120_000);
