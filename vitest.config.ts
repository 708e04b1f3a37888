import { defineConfig } from "vitest/config";

/** Code without state or services: its tests share a worker, which saves the start of one for each file. */
const PURE = ["core", "tables", "settings", "sources", "functions", "reports"].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);
const limits = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    globalSetup: "test/buildOnce.ts",
    // One core left free, as is usual, is half of a small machine.
    maxWorkers: "100%",
    projects: [
      { test: { name: "pure", include: PURE, isolate: false, ...limits } },
      { test: { name: "whole", include: ["test/**/*.test.ts"], exclude: PURE, ...limits } },
    ],
  },
});
