import { expect, it } from "vitest";
import { frequenciesOf, inversion } from "../../../../src/core/forecast/distribution/inversion.ts";
import { normalCdf } from "../../../../src/core/statistics/normal.ts";

const upTo = (most: number) => ({ most, reach: most + 1, negligible: 1e-9 });

it("gives the normal distribution back", () => {
  const normal = (base: number) => {
    let j = 0;
    return () => ({ re: Math.exp(-((base * ++j) ** 2) / 2), im: 0 });
  };
  const found = inversion({ low: -9, high: 9 }, { values: normal }, upTo(500));
  for (let x = -6; x <= 6; x += 0.37) expect(found?.atMost(x)).toBeCloseTo(normalCdf(x), 11);
});

it("gives a die back on its lattice, at and between its points", () => {
  const die = (base: number) => {
    let j = 0;
    return () => {
      j++;
      let [re, im] = [0, 0];
      for (let eyes = 1; eyes <= 6; eyes++) {
        re += Math.cos(base * j * eyes) / 6;
        im += Math.sin(base * j * eyes) / 6;
      }
      return { re, im };
    };
  };
  const found = inversion({ low: 0, high: 6, step: 1 }, { values: die }, upTo(500));
  for (let x = 0; x <= 6; x += 0.25) expect(found?.atMost(x)).toBeCloseTo(Math.floor(x) / 6, 12);
  expect(found?.settle?.(3.4)).toBeCloseTo(3, 12);
});

it("says when the characteristic function does not fall to nothing", () => {
  const coin = (base: number) => {
    let j = 0;
    return () => ({ re: (1 + Math.cos(base * ++j)) / 2, im: Math.sin(base * j) / 2 });
  };
  expect(inversion({ low: -0.1, high: 1.1 }, { values: coin }, upTo(300))).toBeUndefined();
});

it("asks a lattice for no more frequencies than it has", () => {
  const { count, period } = frequenciesOf({ low: 0, high: 10, step: 2 }, 1000);
  expect(period / 2).toBe(2 * count + 1);
});
