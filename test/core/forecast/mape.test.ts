import fc from "fast-check";
import { expect, it } from "vitest";
import { mape } from "../../../src/core/forecast/mape.ts";
import { peerSample } from "./sample.ts";

it("equals the peer's run on its sample and a guide's example", () => {
  expect(mape(peerSample)).toBeCloseTo(0.04656869333703916, 15);
  const guide = [
    { forecast: 8.2, actual: 8.5 },
    { forecast: 8.8, actual: 8.4 },
    { forecast: 9.1, actual: 9.3 },
  ];
  expect(mape(guide)).toBeCloseTo(0.034806, 6);
});

it("leaves out actuals of zero and has no answer when none is left", () => {
  const pairs = [
    { forecast: 5, actual: 0 },
    { forecast: 90, actual: 100 },
  ];
  expect(mape(pairs)).toBeCloseTo(0.1, 15);
  expect(mape([{ forecast: 5, actual: 0 }])).toBeUndefined();
  expect(mape([])).toBeUndefined();
});

it("is 0 only for a perfect forecast and does not depend on the unit", () => {
  const amount = fc.integer({ min: 1, max: 1e6 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ forecast: amount, actual: amount }), { minLength: 1 }),
      (pairs) => {
        const value = mape(pairs)!;
        const perfect = pairs.every(({ forecast, actual }) => forecast === actual);
        expect(value === 0).toBe(perfect);
        const scaled = pairs.map(({ forecast, actual }) => ({
          forecast: forecast * 7,
          actual: actual * 7,
        }));
        expect(mape(scaled)).toBeCloseTo(value, 9);
      },
    ),
  );
});
