import { expect, it } from "vitest";
import { stageRates } from "../../../src/core/probability/stageRates.ts";
import { survivalTable } from "../../../src/core/probability/survivalTable.ts";
import { LAST, someLives } from "./someLives.ts";

it("tells the chances by stage and age that deals were made by", () => {
  const lives = someLives(6000);
  const table = survivalTable(lives, stageRates(lives, LAST), LAST);
  const at = (stage: string, age: number) =>
    table.find((point) => point.stage === stage && point.age === age);
  // A deal in Discovery wins with 0.5 x 0.6, one in Proposal with 0.6, at any age that both have.
  expect(at("Discovery", 14)?.chances[3]).toBeCloseTo(0.3, 1);
  expect(at("Proposal", 30)?.chances[3]).toBeCloseTo(0.6, 1);
  for (const { chances, atRisk } of table) {
    expect(atRisk).toBeGreaterThanOrEqual(0);
    chances.forEach((chance, window) => {
      expect(chance).toBeGreaterThanOrEqual((chances[window - 1] ?? 0) - 1e-9);
      expect(chance).toBeLessThanOrEqual(1);
    });
  }
});
