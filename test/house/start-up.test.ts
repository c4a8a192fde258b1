import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");

/** Packages too slow to load for a command that does not use them. */
const SLOW = ["docx", "docxtemplater", "pizzip", "inquirer", "better-sqlite3", "hucre"];

/** Lists on stderr every module the process resolves. */
const WATCH = `
import { register } from "node:module";
register("data:text/javascript," + encodeURIComponent(\`
import { writeSync } from "node:fs";
export async function resolve(specifier, context, next) {
  const result = await next(specifier, context);
  writeSync(2, "LOADED " + result.url + "\\\\n");
  return result;
}\`));
`;

function packagesLoadedBy(...argv: string[]): { status: number | null; loaded: string[] } {
  const watcher = `data:text/javascript,${encodeURIComponent(WATCH)}`;
  const ran = spawnSync(process.execPath, ["--import", watcher, join(ROOT, "bin", "thidua.js"), ...argv], {
    encoding: "utf8",
  });
  const loaded = [...ran.stderr.matchAll(/^LOADED .*\/node_modules\/((?:@[^/]+\/)?[^/]+)/gm)].map(
    (match) => match[1] ?? "",
  );
  return { status: ran.status, loaded: [...new Set(loaded)] };
}

test.each([["--help"], ["--version"], ["rank", "--help"], ["no-such-command"]])(
  "%s loads none of the slow packages",
  (...argv) => {
    const { status, loaded } = packagesLoadedBy(...argv);
    expect(status).toBe(argv[0] === "no-such-command" ? 2 : 0);
    expect(loaded.filter((name) => SLOW.includes(name))).toEqual([]);
  },
);

test("a command that needs the database loads it and still no document library", () => {
  const { loaded } = packagesLoadedBy("rank", "--db", join(ROOT, "fixtures", "no-such.db"));
  expect(loaded.filter((name) => ["docx", "docxtemplater", "inquirer"].includes(name))).toEqual([]);
});

test("hucre is loaded for an .xlsx and not for a CSV or an .ods", () => {
  const dryRun = (...path: string[]) =>
    packagesLoadedBy(
      "import",
      join(ROOT, "fixtures", ...path),
      "--dry-run",
      "--db",
      join(ROOT, "fixtures", "no-such.db"),
    );
  expect(dryRun("don-vi", "day-du.csv").loaded).not.toContain("hucre");
  expect(dryRun("workbook", "libreoffice.ods").loaded).not.toContain("hucre");
  expect(dryRun("workbook", "tuyen-quang-2020.xlsx").loaded).toContain("hucre");
});
