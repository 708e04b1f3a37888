import { expect, it } from "vitest";
import { riskModelFromRows } from "../../../src/core/deals/riskModelRows.ts";

it("takes the newest version alone", () => {
  const line = (version: number, value: number) => [
    { version, factor: "average deal", value, deals: 3, lost: 1, trainedAsOf: 5 },
    { version, factor: "age", value: 1, average: 0.5, prior: 0.75, deals: 3 },
  ];
  const model = riskModelFromRows([...line(2, -1), ...line(1, -2)]);
  expect(model?.intercept).toBe(-1);
  expect(model?.coefficients).toEqual([
    { id: "age", coefficient: 1, low: 1, high: 1, mean: 0.5, prior: 0.75, deals: 3 },
  ]);
});
