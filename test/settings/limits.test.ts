import { describe, expect, it } from "vitest";
import { limits } from "../../src/settings/limits.ts";
import { limitedFigures, limitRows } from "../../src/settings/presets/limitRows.ts";

describe("the Limits settings", () => {
  it("stand at their defaults without a sheet, and come back as they were written", () => {
    expect(limits.read(undefined)).toEqual({ value: limitRows, issues: [] });
    expect(limits.read(limits.toCells(limitRows))).toEqual({ value: limitRows, issues: [] });
  });

  it("have a row for every figure, and a source for every limit", () => {
    expect(limitRows.map(({ figure }) => figure)).toEqual(Object.keys(limitedFigures));
    for (const { lower, upper, source } of limitRows)
      expect(source.startsWith("No source")).toBe(lower === undefined && upper === undefined);
  });

  it("read a percent as 20 or as 20%, and say which rows cannot be right", () => {
    const { value, issues } = limits.read([
      ["Figure", "Lower limit", "Upper limit", "Severity", "Action"],
      ["Win rate of 12 months, %", "20%", "", "high", true],
      ["Attainment against pace, %", -0.05, "", "", ""],
      ["Coverage, x", 4, 3, "", ""],
      ["Win rate of 12 months, %", 5, "", "", ""],
      ["Luck", 1, "", "", ""],
    ]);
    expect(
      value.map(({ figure, lower, severity, inRegister }) => [figure, lower, severity, inRegister]),
    ).toEqual([
      ["winRate", 20, "high", true],
      ["pace", -5, "medium", false],
    ]);
    expect(issues.map(({ row, column }) => [row, column]).sort()).toEqual([
      [4, "Lower limit"],
      [5, "Figure"],
      [6, "Figure"],
    ]);
  });
});
