import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");

interface Locked {
  version?: string;
  optionalDependencies?: Record<string, string>;
  engines?: { node?: string };
}

const LOCK = readFileSync(join(ROOT, "package-lock.json"), "utf8");
const { packages } = JSON.parse(LOCK) as { packages: Record<string, Locked> };
const MANIFEST = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  version: string;
  engines: { node: string };
  allowScripts: Record<string, boolean>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

test("the lock file names no host, so that it installs from any registry", () => {
  expect(LOCK).not.toMatch(/"resolved"/);
  expect(LOCK).not.toMatch(/registry\./);
});

test("the lock file holds the optional packages of every system, so that `npm ci` works on all of them", () => {
  const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter(
      (name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)),
    ),
  );
  expect(missing).toEqual([]);
});

test("versions are exact, and those of the lock file", () => {
  for (const [name, version] of Object.entries({ ...MANIFEST.dependencies, ...MANIFEST.devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

test("better-sqlite3 12 needs its install script allowed, by bare name", () => {
  expect(MANIFEST.dependencies["better-sqlite3"]).toMatch(/^12\./);
  expect(MANIFEST.allowScripts).toEqual({ "better-sqlite3": true });
});

test("the Node versions we promise are those the start-up check lets through", () => {
  expect(MANIFEST.engines.node).toBe("^20.19 || >=22.13");
  expect(readFileSync(join(ROOT, "bin", "thidua.js"), "utf8")).toContain(
    "(major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major > 22",
  );
});
