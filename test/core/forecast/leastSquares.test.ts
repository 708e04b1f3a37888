import { expect, it } from "vitest";
import { leastSquares } from "../../../src/core/forecast/leastSquares.ts";

it("solves and inverts the cross products, by hand", () => {
  // X'X = [[2, 1], [1, 2]], whose inverse is [[2, -1], [-1, 2]] / 3; X'y = [4, 5], so slopes 1 and 2
  const found = leastSquares(
    [
      [1, 0],
      [0, 1],
      [1, 1],
    ],
    [1, 2, 3],
  );
  expect(found?.slopes).toEqual([expect.closeTo(1, 12), expect.closeTo(2, 12)]);
  expect(found?.inverse[0]).toEqual([expect.closeTo(2 / 3, 12), expect.closeTo(-1 / 3, 12)]);
  expect(found?.inverse[1]).toEqual([expect.closeTo(-1 / 3, 12), expect.closeTo(2 / 3, 12)]);
});

it("has no answer for columns that repeat one another", () => {
  expect(
    leastSquares(
      [
        [1, 2],
        [2, 4],
        [3, 6],
      ],
      [1, 2, 3],
    ),
  ).toBeUndefined();
  expect(leastSquares([[0], [0]], [1, 2])).toBeUndefined();
});
