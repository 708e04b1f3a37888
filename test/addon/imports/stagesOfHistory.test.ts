import { describe, expect, it } from "vitest";
import { stagesOfHistory } from "../../../src/addon/imports/stagesOfHistory.ts";
import type { DealChange } from "../../../src/core/deals/deal.ts";
import type { Stage } from "../../../src/core/pipeline/stage.ts";
import { mergeStages } from "../../../src/settings/presets/mergeStages.ts";
import { blueprintStages, stagePreset } from "../../../src/settings/presets/stagePresets.ts";

const path = (opportunityId: string, ...stages: string[]): DealChange[] =>
  stages.map((toValue, at) => ({ opportunityId, changedAt: 20_000 + at, toValue }));
const changes = path("d", "Alpha", "Beta", "Gamma");
// Imported before their history: in the order seen.
const imported = mergeStages(blueprintStages, [
  { stage: "Gamma" },
  { stage: "Rejected" },
  { stage: "Alpha" },
  { stage: "Beta" },
]).stages;
const names = (stages: readonly Stage[]) => stages.map(({ stage }) => stage);
const open = (stages: readonly Stage[]) => names(stages.filter(({ status }) => status === "open"));

describe("a stage history that arrives after the deals", () => {
  it("puts the stages in order that imports added, and says so", () => {
    expect(open(imported).slice(5)).toEqual(["Gamma", "Alpha", "Beta"]);
    const { stages, notes } = stagesOfHistory(imported, () => [
      ...changes,
      ...path("e", "Negotiation", "Alpha", "Closed Won"),
    ]);
    expect(names(stages)).toEqual([
      ...["Lead", "Qualified", "Discovery", "Proposal", "Negotiation"],
      ...["Alpha", "Beta", "Gamma", "Closed Won", "Closed Lost", "Rejected"],
    ]);
    expect(stages.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(notes).toEqual([
      "Order of Alpha (after Negotiation), Beta, Gamma: taken from the stage history: which stage deals reached first; check it on the Stages sheet.",
    ]);
  });

  it("puts them between the stages that were there where deals came through these", () => {
    const { stages, notes } = stagesOfHistory(imported, () => [
      ...changes,
      ...path("e", "Qualified", "Beta", "Discovery"),
      ...path("f", "Gamma", "Discovery"),
    ]);
    expect(open(stages).slice(1, 6)).toEqual(["Qualified", "Alpha", "Beta", "Gamma", "Discovery"]);
    // Spread over what lies between the 25 % of Qualified and the 40 % of Discovery.
    expect(notes[1]).toBe(
      "New stages come without a probability; assumed, as is usual for their place: Alpha 29 %, Beta 33 %, Gamma 37 %. Change them in the Stages sheet, whose column Basis names them.",
    );
  });

  it("leaves the stages of a preset where they are", () => {
    const zoho = stagePreset("zoho");
    const backwards = path("d", "Negotiation/Review", "Needs Analysis", "Qualification");
    expect(stagesOfHistory(zoho, () => backwards).stages).toBe(zoho);
  });

  it("leaves all alone once somebody touched one", () => {
    for (const touch of [{ order: 30 }, { probability: 0.4 }, { exitCriteria: "signed" }]) {
      const own = imported.map((one) => (one.stage === "Beta" ? { ...one, ...touch } : one));
      expect(stagesOfHistory(own, () => changes).stages).toBe(own);
    }
    expect(stagesOfHistory(blueprintStages, () => changes).stages).toBe(blueprintStages);
  });

  it("changes nothing where it tells nothing new", () => {
    const { stages, notes } = stagesOfHistory(imported, () => []);
    expect(stages).toBe(imported);
    expect(notes).toEqual([]);
  });
});
