import { readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const SRC = join(ROOT, "src");

/** Which part of the house may use which; see ARCHITECTURE.md. */
const MAY_USE: Record<string, readonly string[]> = {
  run: ["commands", "domain", "errors", "io", "terminal", "version"],
  commands: ["readers", "store", "documents", "terminal", "domain", "errors", "io", "package-folder"],
  readers: ["domain", "errors"],
  store: ["domain", "errors"],
  documents: ["domain", "errors", "package-folder"],
  terminal: ["domain", "errors", "io"],
  io: ["terminal"],
  domain: [],
  errors: [],
  version: ["package-folder"],
  "package-folder": [],
};

/** domain is arithmetic and rules: nothing that reads, writes or draws. */
const DOMAIN_PACKAGES = ["fraction.js"];

const files = listFiles(SRC);

test("imports run one way: run → commands → readers, store, documents, terminal → domain", () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith("."))
      .map((target) => partOf(resolve(dirname(file), target)))
      .filter((part) => part !== partOf(file) && !(MAY_USE[partOf(file)] ?? []).includes(part))
      .map(
        (part) => `${relative(ROOT, file)} uses ${part}: move what it needs to domain, or pass it in as an argument`,
      ),
  );
  expect(wrong).toEqual([]);
});

test("no files import each other in a circle, types included, so that each can be understood by what stands below it", () => {
  const open = new Set<string>();
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]) => {
    if (open.has(file))
      circles.push([...way.slice(way.indexOf(file)), file].map((one) => relative(SRC, one)).join(" → "));
    if (open.has(file) || done.has(file)) return;
    open.add(file);
    for (const target of importsOf(file)) {
      const imported = resolve(dirname(file), target).replace(/\.js$/, ".ts");
      if (target.startsWith(".") && exists(imported)) visit(imported, [...way, file]);
    }
    open.delete(file);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test("domain imports no package that does I/O", () => {
  const wrong = files
    .filter((file) => partOf(file) === "domain")
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => !target.startsWith(".") && !DOMAIN_PACKAGES.includes(target))
        .map((target) => `${relative(ROOT, file)} imports ${target}`),
    );
  expect(wrong).toEqual([]);
});

test("only io.ts names process, so that every command can be run in a test", () => {
  const naming = files.filter((file) =>
    /\bprocess\.(?!.*\bnot code\b)/.test(stripComments(readFileSync(file, "utf8"))),
  );
  expect(naming.map((file) => relative(SRC, file)).filter((file) => file !== "documents/build-templates.ts")).toEqual([
    "io.ts",
  ]);
});

test("only the store writes SQL", () => {
  const sql = /\b(SELECT|INSERT|UPDATE|DELETE)\b.+\b(FROM|INTO|SET)\b/;
  const writing = files.filter(
    (file) => partOf(file) !== "store" && sql.test(stripComments(readFileSync(file, "utf8"))),
  );
  expect(writing.map((file) => relative(ROOT, file))).toEqual([]);
});

test("no file is so long that it needs a guide", () => {
  const long = files.filter((file) => readFileSync(file, "utf8").split("\n").length > 320);
  expect(long.map((file) => relative(ROOT, file))).toEqual([]);
});

test("every package the code imports is a dependency, and every dependency is imported", () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { dependencies: object };
  const used = new Set(
    files
      .flatMap(importsOf)
      .filter((target) => !target.startsWith(".") && !target.startsWith("node:") && !builtinModules.includes(target))
      .map((target) => target.split("/")[0] ?? target),
  );
  expect([...used].sort()).toEqual(Object.keys(dependencies).sort());
});

test("ARCHITECTURE.md names every folder of src and no path that is not there", () => {
  const text = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");
  const folders = listFolders(SRC).map((folder) => `${relative(ROOT, folder)}/`);
  expect(folders.filter((folder) => !text.includes(folder))).toEqual([]);
  const paths = [...text.matchAll(/`((?:src|test|bin|templates|fixtures|docs|bench)\/[^`<*\s]*)`/g)].map(
    (match) => match[1] ?? "",
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !exists(join(ROOT, path)))).toEqual([]);
  expect(text.split("\n").length).toBeLessThanOrEqual(120);
});

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function listFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): string[] {
  const text = stripComments(readFileSync(file, "utf8"));
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^"`;]*?\bfrom\s*"([^"]+)"|\bimport\(\s*"([^"]+)"|(?:^|\n)import\s*"([^"]+)"/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

/** "commands" of src/commands/rank.ts, "run" of src/run.ts. */
function partOf(file: string): string {
  return (
    relative(SRC, file)
      .split(/[\\/]/)[0]
      ?.replace(/\.(ts|js)$/, "") ?? ""
  );
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
