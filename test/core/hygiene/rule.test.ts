import { describe, expect, it } from "vitest";
import { blank, lacksColumn } from "../../../src/core/hygiene/rule.ts";

describe("rule", () => {
  it("names the column it lacks", () => {
    const lacks = lacksColumn("nextStep", "Next Step");
    expect(lacks({ has: () => false } as never)).toBe("the data has no column Next Step");
    expect(lacks({ has: () => true } as never)).toBeUndefined();
  });
  it("takes spaces for blank", () =>
    expect([undefined, "", " ", "x"].map(blank)).toEqual([true, true, true, false]));
});
