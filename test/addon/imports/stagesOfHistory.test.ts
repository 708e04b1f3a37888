import { describe, expect, it } from "vitest";
import { stagesOfHistory } from "../../../src/addon/imports/stagesOfHistory.ts";
import type { DealChange } from "../../../src/core/deals/deal.ts";
import { mergeStages } from "../../../src/settings/presets/mergeStages.ts";
import { blueprintStages } from "../../../src/settings/presets/stagePresets.ts";

const changes: DealChange[] = ["Alpha", "Beta", "Gamma"].map((toValue, at) => ({
  opportunityId: "d",
  changedAt: 20_000 + at,
  toValue,
}));
// Imported before their history: in the order seen.
const imported = mergeStages(blueprintStages, [
  { stage: "Gamma" },
  { stage: "Rejected" },
  { stage: "Alpha" },
  { stage: "Beta" },
]);
const orders = (stages: typeof imported) =>
  stages.slice(7).map(({ stage, order }) => [stage, order]);

describe("a stage history that arrives after the deals", () => {
  it("puts the stages in order that imports added, and says so", () => {
    const { stages, notes } = stagesOfHistory(imported, () => changes);
    // Rows stay where they are; the Order column changes.
    expect(orders(stages)).toEqual([
      ["Gamma", 10],
      ["Alpha", 8],
      ["Beta", 9],
      ["Rejected", 11],
    ]);
    expect(stages.slice(0, 7)).toEqual(blueprintStages);
    expect(notes).toEqual([
      "Order of Alpha, Beta, Gamma: taken from the stage history: which stage deals reached first; check it on the Stages sheet.",
    ]);
  });

  it("leaves stages alone that somebody touched", () => {
    for (const touch of [{ order: 30 }, { probability: 0.4 }, { exitCriteria: "signed" }]) {
      const own = imported.map((one) => (one.stage === "Beta" ? { ...one, ...touch } : one));
      const { stages } = stagesOfHistory(own, () => changes);
      expect(orders(stages).slice(0, 3)).toEqual(orders(own).slice(0, 3));
    }
    expect(stagesOfHistory(blueprintStages, () => changes).stages).toBe(blueprintStages);
  });

  it("changes nothing where it tells nothing new", () => {
    const { stages, notes } = stagesOfHistory(imported, () => []);
    expect(stages).toBe(imported);
    expect(notes).toEqual([]);
  });
});
