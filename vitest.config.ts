import { availableParallelism, totalmem } from "node:os";
import { defineConfig } from "vitest/config";

const testsOf = (folders: readonly string[]) =>
  folders.map((folder) => `test/${folder}/**/*.test.ts`);

/** Code without state or services: its tests share a worker, which saves the start of one for each file. */
const PURE = testsOf(["core", "tables", "settings", "sources", "functions", "reports"]);
/** Each test opens a host, a panel or a page of its own; the formula library, which takes a second to load, is loaded once. */
const HOSTED = testsOf(["addon", "browser", "host", "page", "sidebar"]);
/** For a machine on which much else runs: a limit ends what hangs, it measures nothing. */
const limits = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 90_000 } },
};
/** Their files share a worker; made-up cases come of one seed. */
const shared = { isolate: false, setupFiles: ["test/fixedSeed.ts"], ...limits };

/** A worker that has read every table and opened pages takes about a gigabyte, its browser half of one. */
const MEMORY_OF_WORKER = 1.5 * 2 ** 30;
const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);

export default defineConfig({
  test: {
    globalSetup: "test/buildOnce.ts",
    // One core left free, as is usual, is half of a small machine.
    maxWorkers: Math.max(
      1,
      Math.min(availableParallelism(), Math.floor(memory / MEMORY_OF_WORKER)),
    ),
    projects: [
      { test: { name: "pure", include: PURE, ...shared } },
      { test: { name: "hosted", include: HOSTED, ...shared } },
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
