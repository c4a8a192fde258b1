import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FIXTURES, makeOffice } from "../fake-office.js";

/** Published tables with their mistakes; beside each, what a person reads when importing it into an empty database. */
const TABLES = readdirSync(join(FIXTURES, "tables")).filter((name) => name.endsWith(".csv"));

/** Whose table it is, where nothing in it says so. */
const UNITS: Readonly<Record<string, string>> = {
  "T1-thua-thien-hue-2019.csv": "Tỉnh Thừa Thiên Huế",
  "T2-quoc-gia-2019.csv": "Cả nước",
  "T3-xa-tam-hop-2022.csv": "Xã Tam Hợp",
};

test.each(TABLES)("%s is told what is wrong with it, and nothing is corrected", async (name) => {
  const office = makeOffice({ now: new Date("2022-12-20T00:00:00Z") });
  office.bring("tables");
  const unit = UNITS[name];
  const ran = await office.run("import", name, ...(unit === undefined ? [] : ["--unit", unit]));
  const progress = ran.code === 0 ? (await office.run("progress")).out : "";
  await expect(`exit ${ran.code}\n${ran.out}${ran.err}${progress}`).toMatchFileSnapshot(
    join(FIXTURES, "tables", name.replace(/\.csv$/, ".expected.txt")),
  );
});
