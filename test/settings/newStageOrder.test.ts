import { describe, expect, it } from "vitest";
import type { DealChange } from "../../src/core/deals/deal.ts";
import { toldProbability } from "../../src/core/pipeline/assumedProbability.ts";
import { mergeStages, type SeenStage } from "../../src/settings/presets/mergeStages.ts";
import { newStageOrder } from "../../src/settings/presets/newStageOrder.ts";

const path = (opportunityId: string, ...stages: string[]): DealChange[] =>
  stages.map((toValue, at) => ({ opportunityId, changedAt: 20_000 + at, toValue }));

function ordered(seen: readonly SeenStage[], changes: readonly DealChange[] = []) {
  const told = mergeStages([], seen).stages.map((stage) => ({
    ...stage,
    probability: toldProbability(stage),
  }));
  return newStageOrder(told, changes).map(({ stages, by }) => [
    by,
    ...stages.map(({ stage }) => stage),
  ]);
}
const named = (...stages: string[]) => stages.map((stage) => ({ stage }));

describe("newStageOrder", () => {
  it("believes the history of deals first", () => {
    const changes = [
      ...path("a", "Alpha", "Gamma", "Beta"),
      ...path("b", "Alpha", "Beta"),
      // One deal went back to its first stage, another was entered the wrong way round.
      ...path("c", "Gamma", "Beta", "Gamma"),
      ...path("d", "Beta", "Alpha"),
    ];
    const seen = [
      { stage: "Beta", probability: 0.1 },
      { stage: "Gamma", probability: 0.2 },
      { stage: "Alpha", probability: 0.9 },
    ];
    expect(ordered(seen, changes)).toEqual([["history", "Alpha", "Gamma", "Beta"]]);
  });

  it("keeps the order of the names where the history says nothing about two stages", () => {
    const changes = [...path("a", "Angebot", "Zusage"), ...path("b", "Anfrage", "Zusage")];
    expect(ordered(named("Zusage", "Angebot", "Anfrage"), changes)).toEqual([
      ["history", "Anfrage", "Angebot", "Zusage"],
    ]);
  });

  it("takes probabilities where all are known, then names, then what it saw", () => {
    expect(
      ordered([
        { stage: "Lead", probability: 0.6 },
        { stage: "Contract", probability: 0.3 },
      ]),
    ).toEqual([["probability", "Contract", "Lead"]]);
    expect(ordered([{ stage: "Engaging" }, { stage: "Prospecting", probability: 0.3 }])).toEqual([
      ["names", "Prospecting", "Engaging"],
    ]);
    expect(ordered(named("Silver", "Gold"))).toEqual([["seen", "Silver", "Gold"]]);
  });

  it("leaves a stage without a usual place where it was seen", () => {
    expect(ordered(named("Negotiation", "Gold", "Demo", "Lead"))).toEqual([
      ["names", "Lead", "Gold", "Demo", "Negotiation"],
    ]);
  });

  it("orders each pipeline on its own, won and lost behind the open stages", () => {
    const seen = [
      { pipeline: "A", stage: "Lost" },
      { pipeline: "B", stage: "Offer" },
      { pipeline: "A", stage: "Won" },
      { pipeline: "A", stage: "Demo" },
      { pipeline: "B", stage: "Inquiry" },
    ];
    expect(ordered(seen)).toEqual([
      ["seen", "Demo", "Won", "Lost"],
      ["names", "Inquiry", "Offer"],
    ]);
  });
});
