import { describe, expect, it } from "vitest";
import { minimise } from "../../../src/core/statistics/minimise.ts";

describe("the least of a function", () => {
  it("is found in a bowl and in Rosenbrock's valley, whose least is 0 at (1, 1)", () => {
    const bowl = minimise(([x = 0, y = 0]) => (x - 3) ** 2 + 2 * (y + 1) ** 2 + 5, [0, 0], 1);
    expect(bowl.value).toBeCloseTo(5, 6);
    expect(bowl.at[0]).toBeCloseTo(3, 3);
    const valley = minimise(
      ([x = 0, y = 0]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2,
      [-1.2, 1],
      0.5,
      500,
    );
    expect(valley.at[0]).toBeCloseTo(1, 2);
    expect(valley.at[1]).toBeCloseTo(1, 2);
  });

  it("is the start where nothing else is less, and the same every time", () => {
    expect(minimise(() => 4, [1, 2], 1)).toEqual({ at: [1, 2], value: 4 });
    const run = () => minimise(([x = 0]) => Math.cos(x) + x / 10, [2], 1);
    expect(run()).toEqual(run());
    expect(run().at[0]).toBeCloseTo(Math.PI - Math.asin(-0.1) - 2 * Math.asin(0.1), 3);
  });
});
