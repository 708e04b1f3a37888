import { describe, expect, it } from "vitest";
import { regressionForecast } from "../../../src/core/forecast/regressionForecast.ts";

describe("a regression", () => {
  it("agrees with numpy", () => {
    const drivers = [
      [3.1, 0.22, 14],
      [2.8, 0.25, 17],
      [3.6, 0.19, 12],
      [4.0, 0.21, 19],
      [3.3, 0.27, 16],
      [2.9, 0.24, 13],
      [3.8, 0.2, 18],
      [4.2, 0.26, 21],
    ];
    const found = regressionForecast(
      [410, 455, 380, 520, 540, 430, 505, 640],
      drivers,
      [3.5, 0.23, 15],
    );
    // numpy 2: lstsq on a column of ones and the drivers
    expect(found?.estimate).toBeCloseTo(475.7213280854206, 8);
    expect(found?.rSquared).toBeCloseTo(0.9804512130735437, 10);
  });

  it("is exact on a plane, far from zero too", () => {
    const drivers = Array.from({ length: 9 }, (_, at) => [1e6 + at, (at * at) % 7]);
    const actuals = drivers.map(([a, b]) => 3 + 2 * a! - 5 * b!);
    const found = regressionForecast(actuals, drivers, [1e6, 1]);
    expect(found?.estimate).toBeCloseTo(3 + 2e6 - 5, 5);
    expect(found?.rSquared).toBeCloseTo(1, 12);
  });

  it("is unknown with too few periods or drivers that say the same", () => {
    expect(regressionForecast([1, 2], [[1], [2]], [3])).toBeUndefined();
    expect(
      regressionForecast(
        [1, 2, 4, 5],
        [
          [1, 2],
          [2, 4],
          [3, 6],
          [4, 8],
        ],
        [5, 10],
      ),
    ).toBeUndefined();
    expect(regressionForecast([1, 2, 4], [[1], [1], [1]], [1])).toBeUndefined();
  });
});
