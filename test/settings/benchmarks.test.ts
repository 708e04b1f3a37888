import { describe, expect, it } from "vitest";
import { benchmarks, readBenchmarks } from "../../src/settings/benchmarks.ts";
import { benchmarkRows } from "../../src/settings/presets/benchmarkRows.ts";

describe("the Benchmarks settings", () => {
  it("stand at the published rows without a sheet, and come back as they were written", () => {
    expect(readBenchmarks(undefined)).toEqual({ value: benchmarkRows, issues: [] });
    expect(benchmarks.read(benchmarks.toCells(benchmarkRows))).toEqual({
      value: benchmarkRows,
      issues: [],
    });
  });

  it("name a source and a date for every published number, and no number twice", () => {
    for (const { low, high, source, dated } of benchmarkRows) {
      expect(low ?? high).toBeDefined();
      expect(low ?? 0).toBeLessThanOrEqual(high ?? Number.POSITIVE_INFINITY);
      expect(source).not.toBe("");
      expect(dated).toMatch(/\d{4}/);
    }
    const keys = benchmarkRows.map(({ metric, group, source }) => `${metric}|${group}|${source}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("read a percent as 20 or as 20%, and a metric that is none is named", () => {
    const { value, issues } = readBenchmarks([
      ["Metric", "Group", "Low", "High", "Target", "Published by", "Dated"],
      ["Win rate, %", "", 0.2, 30, "25%", "Us", "2026"],
      ["Sales cycle, days", "", 1, 30, "", "Us", "2026"],
      ["Luck", "", 1, 2, "", "", ""],
    ]);
    expect(value.map(({ metric, low, high, target }) => [metric, low, high, target])).toEqual([
      ["winRate", 20, 30, 25],
      ["cycle", 1, 30, undefined],
    ]);
    expect(issues.map(({ row, column }) => [row, column])).toEqual([[4, "Metric"]]);
  });
});
