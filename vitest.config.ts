import { defineConfig } from "vitest/config";

/** Where the counts go when a script wants them (.ci/run). */
const report = process.env.VITEST_JSON;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: report === undefined || report === "" ? ["default"] : ["default", ["json", { outputFile: report }]],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // One core less is the default: on two cores that is one file at a time.
    maxWorkers: "100%",
  },
});
