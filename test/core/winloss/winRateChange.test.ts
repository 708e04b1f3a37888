import { expect, it } from "vitest";
import { winRateChange } from "../../../src/core/winloss/winRateChange.ts";

it("gives the change with its range", () => {
  const found = winRateChange({ hits: 48, count: 80 }, { hits: 56, count: 70 }, 0.95);
  expect(found?.change).toBeCloseTo(0.2, 12);
  // Newcombe 1998, the published example of method 10.
  expect(found?.low).toBeCloseTo(0.0524, 4);
  expect(found?.high).toBeCloseTo(0.3339, 4);
  // R 4.2: prop.test(c(56, 48), c(70, 80), correct = FALSE)$p.value
  expect(found?.p).toBeCloseTo(0.00804508136819656, 12);
});

it("knows no change without deals on both sides", () => {
  expect(winRateChange({ hits: 0, count: 0 }, { hits: 1, count: 2 }, 0.95)).toBeUndefined();
  expect(winRateChange({ hits: 1, count: 2 }, { hits: 0, count: 0 }, 0.95)).toBeUndefined();
});
