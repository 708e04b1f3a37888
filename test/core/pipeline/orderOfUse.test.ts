import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPutInOrder, orderOfUse } from "../../../src/core/pipeline/orderOfUse.ts";
import { blueprintStages } from "../../../src/settings/presets/stagePresets.ts";

const places = (...walks: string[]) => Object.fromEntries(orderOfUse(walks.map((w) => [...w])));

describe("the order in which deals come into stages", () => {
  it("is told by pairs, whatever is left out, begun late or gone back to", () => {
    // By hand: A before B, C, D; B before C, D; C before D, though one deal came into C before B.
    expect(places("ABCD", "ABD", "CD", "BCBD", "ACD", "ACBD", "ABC")).toEqual({
      A: 0,
      B: 1,
      C: 2,
      D: 3,
    });
  });

  it("has one place for stages that stand for each other", () => {
    expect(places("AXD", "AYD", "AXD")).toEqual({ A: 0, X: 1, Y: 1, D: 2 });
    // One of seven deals of either was in both, then one of twenty-one: a tenth tells an order, less does not.
    const apart = (times: number) => [
      ...Array.from({ length: times }, () => "AXD"),
      ...Array.from({ length: times }, () => "AYD"),
    ];
    expect(places(...apart(6), "AXYD")).toMatchObject({ X: 1, Y: 2 });
    expect(places(...apart(20), "AXYD")).toMatchObject({ X: 1, Y: 1 });
  });

  it("is the planted one for deals that leave out stages and begin anywhere", () => {
    const walk = fc.subarray([..."ABCDEF"], { minLength: 1 });
    fc.assert(
      fc.property(fc.array(walk, { maxLength: 30 }), (walks) => {
        const whole = [...walks, []].map(() => [..."ABCDEF"]);
        const order = orderOfUse([...walks, ...whole]);
        expect([...order].sort((a, b) => a[1] - b[1]).map(([key]) => key)).toEqual([..."ABCDEF"]);
      }),
    );
  });
});

describe("settings put stages in order", () => {
  const open = blueprintStages.filter(({ status }) => status === "open");
  it("where every probability is known and none falls", () => {
    expect(isPutInOrder(open)).toBe(true);
    expect(isPutInOrder([...open].reverse())).toBe(true);
    const [first, ...others] = open;
    if (!first) throw new Error("The blueprint has open stages.");
    expect(isPutInOrder([{ ...first, probability: undefined }, ...others])).toBe(false);
    // A stage of 10 % that an import added behind those of the preset.
    expect(isPutInOrder([...open, { ...first, order: 99, probability: 0.1 }])).toBe(false);
  });
});
