// src → dist in a few files: with some hundred of them a command starts half a time slower. Types are checked by `npm test`.
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { build } from "rolldown";

const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

await build({
  input: ["src/run.ts", "src/io.ts", "src/documents/build-templates.ts"],
  platform: "node",
  external: [...Object.keys(dependencies).map((name) => new RegExp(`^${name}($|/)`)), ...builtinModules, /^node:/],
  output: { dir: "dist", format: "esm", cleanDir: true },
});
