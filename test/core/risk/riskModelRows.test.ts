import { expect, it } from "vitest";
import { riskModelFromRows } from "../../../src/core/risk/riskModelRows.ts";

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
  expect(model?.terms).toEqual([]);
});

it("tells factors, traits and usual stays apart by their names", () => {
  const line = (factor: string, value: number) => ({ version: 1, factor, value });
  const model = riskModelFromRows([
    { ...line("average deal", -1), trainedAsOf: 5 },
    line("Stage: /proposal", 0.5),
    { ...line("Age: below 15 days", -0.5), average: 0.25 },
    line("Usual days of stage: /proposal", 20),
    line("Usual pace of type: renewal", 1.5),
  ]);
  expect(model?.terms).toEqual([
    { feature: "stage", level: "/proposal", coefficient: 0.5, mean: 0 },
    { feature: "age", level: "below 15 days", coefficient: -0.5, mean: 0.25 },
  ]);
  expect(model?.usual).toEqual([
    { of: "stage", level: "/proposal", value: 20 },
    { of: "type", level: "renewal", value: 1.5 },
  ]);
  expect(model?.coefficients).toEqual([]);
});
