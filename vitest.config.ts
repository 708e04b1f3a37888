import { defineConfig } from "vitest/config";

const testsOf = (folders: readonly string[]) =>
  folders.map((folder) => `test/${folder}/**/*.test.ts`);

/** Code without state or services: its tests share a worker, which saves the start of one for each file. */
const PURE = testsOf(["core", "tables", "settings", "sources", "functions", "reports"]);
/** Each test opens a host, a panel or a page of its own; the formula library, which takes a second to load, is loaded once. */
const HOSTED = testsOf(["addon", "browser", "host", "page", "sidebar"]);
const limits = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    globalSetup: "test/buildOnce.ts",
    // One core left free, as is usual, is half of a small machine.
    maxWorkers: "100%",
    projects: [
      { test: { name: "pure", include: PURE, isolate: false, ...limits } },
      { test: { name: "hosted", include: HOSTED, isolate: false, ...limits } },
      {
        test: {
          name: "whole",
          include: ["test/**/*.test.ts"],
          exclude: [...PURE, ...HOSTED],
          ...limits,
        },
      },
    ],
  },
});
