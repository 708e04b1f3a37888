import { expect, it } from "vitest";
import { type Found, mixtureOf } from "../../../../src/core/forecast/distribution/found.ts";

const even = (high: number, method: Found["method"]): Found => ({
  method,
  total: { low: 0, high, atMost: (x) => Math.min(1, Math.max(0, x / high)) },
});

it("mixes the states by their weights and is no more exact than the least exact of them", () => {
  const both = mixtureOf([even(1, "inverted"), even(4, "bracketed")], [0.25, 0.75]);
  expect(both.method).toBe("bracketed");
  expect([both.total.low, both.total.high]).toEqual([0, 4]);
  expect(both.total.atMost(1)).toBeCloseTo(0.25 + 0.75 / 4, 12);
  const [down, up] = both.bounds!();
  expect([down.atMost(2), up.atMost(2)]).toEqual([0.625, 0.625]);
});
