import { expect, it } from "vitest";
import { cellMass } from "../../../../src/core/forecast/distribution/cellMass.ts";

it("adds deals cell by cell", () => {
  const mass = cellMass(
    [
      { cells: 1, beyond: 0 },
      { cells: 2, beyond: 0 },
    ],
    [0.5, 0.25],
  );
  expect([...mass]).toEqual([0.375, 0.375, 0.125, 0.125]);
});

it("shares what lies between two cells", () => {
  expect([...cellMass([{ cells: 0, beyond: 0.25 }], [0.8])]).toEqual(
    [1 - 0.2, 0.2].map((x) => expect.closeTo(x, 12)),
  );
  expect([...cellMass([{ cells: 1, beyond: 0.5 }], [0.8])]).toEqual(
    [0.2, 0.4, 0.4].map((x) => expect.closeTo(x, 12)),
  );
});

it("holds everything", () => {
  const deals = Array.from({ length: 400 }, (_, at) => ({ cells: 1 + (at % 7), beyond: 0 }));
  const mass = cellMass(
    deals,
    deals.map((_, at) => (1 + (at % 9)) / 10),
  );
  expect(mass.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 11);
});
