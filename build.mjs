// src → dist in a few files: with some hundred of them a command starts half a time slower. Types are checked by `npm test`.
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { build } from "rolldown";

/** What every command loads: small, without files of their own at run time. */
const PACKED = new Set(["chalk", "commander", "fraction.js"]);

const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

const left = Object.keys(dependencies).filter((name) => !PACKED.has(name));

await build({
  input: ["src/run.ts", "src/io.ts", "src/documents/build-templates.ts"],
  platform: "node",
  external: [...left.map((name) => new RegExp(`^${name}($|/)`)), ...builtinModules, /^node:/],
  output: {
    dir: "dist",
    format: "esm",
    cleanDir: true,
    comments: false,
    topLevelVar: true,
    // What many commands share stands in one file; what few need is loaded by those.
    codeSplitting: { groups: [{ name: "shared", test: /src.(?!documents)/, minShareCount: 8 }] },
  },
});
