import { expect, it } from "vitest";
import { seriesAt } from "../../../../src/core/forecast/distribution/series.ts";

it("adds the terms of every stretch up, as they are written", () => {
  const stretches = [
    { from: 1, a: [0.02, -0.01, 0.03], b: [0.01, 0.02, -0.02] },
    { from: 7000, a: [0.004, 0.001], b: [-0.003, 0.002] },
  ];
  for (const y of [0.3, 1, 2.9, 5]) {
    let expected = y / (2 * Math.PI);
    for (const { from, a, b } of stretches)
      a.forEach((value, k) => {
        expected += value * Math.sin((from + k) * y) + b[k]! * (1 - Math.cos((from + k) * y));
      });
    expect(seriesAt(stretches, y)).toBeCloseTo(expected, 12);
  }
});

it("stays a probability", () => {
  expect(seriesAt([{ from: 1, a: [5], b: [0] }], Math.PI / 2)).toBe(1);
  expect(seriesAt([{ from: 1, a: [-5], b: [0] }], Math.PI / 2)).toBe(0);
});
