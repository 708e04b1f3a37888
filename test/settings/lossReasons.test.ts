import { describe, expect, it } from "vitest";
import { LOSS_RULES } from "../../src/core/winloss/lossCategory.ts";
import { lossReasons, readLossReasons } from "../../src/settings/lossReasons.ts";

describe("the Loss reasons settings", () => {
  it("stand at the standard words without a sheet, and come back as they were written", () => {
    expect(readLossReasons(undefined)).toEqual({ value: LOSS_RULES, issues: [] });
    expect(lossReasons.read(lossReasons.toCells(LOSS_RULES)).value).toMatchObject(LOSS_RULES);
  });

  it("are the rows of the sheet, and a kind that is none is named", () => {
    const { value, issues } = readLossReasons([
      ["Words", "Kind", "Addressable"],
      ["price; too dear*", "competitive", "yes"],
      ["weather", "Fate", ""],
    ]);
    expect(value).toEqual([
      { words: ["price", "too dear*"], category: "Competitive", addressable: true },
    ]);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ table: "Loss reasons", row: 3, column: "Kind" });
  });
});
