import { expect, it } from "vitest";
import { isotonicSteps } from "../../../src/core/statistics/isotonic.ts";

const fitted = (values: readonly number[]) =>
  isotonicSteps(values.map((value, at) => ({ at: at + 1, value }))).flatMap(({ value, count }) =>
    new Array<number>(count).fill(value),
  );

it("is R's isoreg", () => {
  // R 4: isoreg(1:10, c(1, 3, 2, 4, 3.5, 3.2, 6, 5, 7, 7.5))$yf
  const expected = [
    1, 2.5, 2.5, 3.566666666666666, 3.566666666666666, 3.566666666666666, 5.5, 5.5, 7, 7.5,
  ];
  fitted([1, 3, 2, 4, 3.5, 3.2, 6, 5, 7, 7.5]).forEach((value, at) => {
    expect(value).toBeCloseTo(expected[at] ?? 0, 12);
  });
});

it("gives one value to one place, and the mean to what only falls", () => {
  expect(
    isotonicSteps([
      { at: 2, value: 1 },
      { at: 1, value: 0 },
      { at: 2, value: 0 },
    ]),
  ).toEqual([
    { from: 1, to: 1, value: 0, count: 1 },
    { from: 2, to: 2, value: 0.5, count: 2 },
  ]);
  expect(isotonicSteps([3, 2, 1].map((value, at) => ({ at, value })))).toEqual([
    { from: 0, to: 2, value: 2, count: 3 },
  ]);
  expect(isotonicSteps([])).toEqual([]);
});
