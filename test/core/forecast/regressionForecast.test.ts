import { describe, expect, it } from "vitest";
import { regressionForecast } from "../../../src/core/forecast/regressionForecast.ts";

const actuals = [410, 455, 380, 520, 540, 430, 505, 640];
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

describe("a regression", () => {
  it("agrees with numpy", () => {
    const found = regressionForecast(actuals, drivers, [3.5, 0.23, 15]);
    // numpy 2: lstsq on a column of ones and the drivers
    expect(found?.estimate).toBeCloseTo(475.7213280854206, 8);
    expect(found?.rSquared).toBeCloseTo(0.9804512130735437, 10);
  });

  it("says how sure it is as R does", () => {
    const found = regressionForecast(actuals, drivers, [3.5, 0.23, 15]);
    // R 4.2: m <- lm(a ~ x + y + z); summary(m); predict(m, new, interval = "prediction", level = .8)
    expect(found?.intercept).toBeCloseTo(-349.0918319629007, 8);
    const [x, y, z] = found?.drivers ?? [];
    expect([x?.slope, x?.error]).toEqual([
      expect.closeTo(87.3416858267409, 8),
      expect.closeTo(18.50302229618947, 8),
    ]);
    expect([y?.slope, y?.error]).toEqual([
      expect.closeTo(1602.0410350337081, 7),
      expect.closeTo(265.82427387134214, 7),
    ]);
    expect([z?.slope, z?.error]).toEqual([
      expect.closeTo(10.0431881064651, 9),
      expect.closeTo(3.15266235607673, 9),
    ]);
    expect(found?.residual).toBeCloseTo(15.5143301186997, 9);
    expect(found?.adjusted).toBeCloseTo(0.965789622878701, 11);
    expect(found?.freedom).toBe(4);
    // Half of 501.877472050357 - 449.565184120486 over t = 1.533206274058 of 80 % and 4 degrees of freedom
    expect(found?.predictionError).toBeCloseTo(26.1561439649355 / 1.533206274058, 7);
    const parts = found?.drivers.reduce((sum, { adds }) => sum + adds, found.intercept);
    expect(parts).toBeCloseTo(found?.estimate ?? 0, 8);
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
