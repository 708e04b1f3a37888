import { describe, expect, it } from "vitest";
import { share, tally, total } from "../../../src/reports/parts/tally.ts";

const sum = (values: readonly (number | undefined)[]) => total(tally(values, (value) => value));

describe("total", () => {
  it("is 0 for nothing, and not known for rows without the number", () => {
    expect(sum([])).toBe(0);
    expect(sum([undefined, undefined])).toBeUndefined();
    expect(sum([undefined, 2, 3])).toBe(5);
    expect(sum([0])).toBe(0);
  });
});

describe("share", () => {
  it("has no answer without a whole above zero", () => {
    expect(share(1, 4)).toBe(0.25);
    expect([share(1, 0), share(1, -1), share(undefined, 1), share(1, undefined)]).toEqual(
      new Array(4).fill(undefined),
    );
  });
});
