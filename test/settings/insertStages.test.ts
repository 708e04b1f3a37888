import { describe, expect, it } from "vitest";
import type { DealChange } from "../../src/core/deals/deal.ts";
import { isAssumed } from "../../src/core/pipeline/assumedProbability.ts";
import type { Stage } from "../../src/core/pipeline/stage.ts";
import { mergeStages, type SeenStage } from "../../src/settings/presets/mergeStages.ts";
import { stagePreset } from "../../src/settings/presets/stagePresets.ts";

const named = (...stages: string[]): SeenStage[] => stages.map((stage) => ({ stage }));
const path = (opportunityId: string, ...stages: string[]): DealChange[] =>
  stages.map((toValue, at) => ({ opportunityId, changedAt: 20_000 + at, toValue }));
const names = (stages: readonly Stage[]) => stages.map(({ stage }) => stage);
const rated = (stages: readonly Stage[]) =>
  stages.filter(isAssumed).map(({ stage, probability, basis }) => [stage, probability, basis]);

describe("new stages among those of a preset", () => {
  it("stand where stages of their name usually do, never behind a closed one", () => {
    const { stages, places } = mergeStages(
      stagePreset("zoho"),
      named("Prospect", "Initial Offer", "Qualification"),
    );
    expect(names(stages)).toEqual([
      ...["Prospect", "Qualification", "Needs Analysis", "Value Proposition"],
      ...["Identify Decision Makers", "Proposal/Price Quote", "Initial Offer"],
      ...["Negotiation/Review", "Closed Won", "Closed Lost"],
    ]);
    expect(stages.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(places.map(({ stage, previous, by }) => [stage.stage, previous?.stage, by])).toEqual([
      ["Prospect", undefined, "names"],
      ["Initial Offer", "Proposal/Price Quote", "names"],
    ]);
    // Leads and prospects have 10 % in the presets; offers 60 %, but the stage before has 75 % here.
    expect(rated(stages)).toEqual([
      ["Prospect", 0.1, "Assumed 10 %, usual for this place"],
      ["Initial Offer", 0.75, "Assumed 75 %, usual for this place"],
    ]);
  });

  it("stand by their own probability, and by the history before all", () => {
    const seen = [{ stage: "Gold", probability: 0.35 }];
    expect(names(mergeStages(stagePreset("salesforce"), seen).stages).slice(2, 5)).toEqual([
      "Needs Analysis",
      "Gold",
      "Value Proposition",
    ]);
    const changes = [
      ...path("a", "Negotiation/Review", "Gold"),
      ...path("b", "Prospecting", "Negotiation/Review", "Gold"),
    ];
    const { stages, places } = mergeStages(stagePreset("salesforce"), seen, () => changes);
    expect(names(stages).slice(7, 10)).toEqual(["Negotiation/Review", "Gold", "Closed Won"]);
    expect(places.map(({ by }) => by)).toEqual(["history"]);
  });

  it("that nothing tells about come last of the open ones, without a probability", () => {
    const { stages, places } = mergeStages(stagePreset("salesforce"), named("Silver", "Gold"));
    expect(names(stages).slice(7)).toEqual([
      ...["Negotiation/Review", "Silver", "Gold", "Closed Won", "Closed Lost"],
    ]);
    expect(places.map(({ by }) => by)).toEqual(["seen", "seen"]);
    expect(stages.filter(({ probability }) => probability === undefined)).toHaveLength(2);
  });

  it("of a pipeline with stages of its own stand together before the closed ones", () => {
    const seen = ["Lead in", "Legal", "Up for renewal"].map((stage) => ({
      stage,
      pipeline: "Renewals",
    }));
    const { stages } = mergeStages(stagePreset("salesforce"), seen);
    expect(names(stages).slice(7)).toEqual([
      ...["Negotiation/Review", "Lead in", "Legal", "Up for renewal", "Closed Won", "Closed Lost"],
    ]);
    // Where its deals also stand in a stage of all pipelines, it is met there.
    const shared = [...seen, { stage: "Needs Analysis", pipeline: "Renewals" }];
    expect(names(mergeStages(stagePreset("salesforce"), shared).stages).slice(0, 4)).toEqual([
      ...["Prospecting", "Lead in", "Qualification", "Needs Analysis"],
    ]);
  });
});

describe("new stages among those that a person typed", () => {
  const typed = (...numbers: number[]) =>
    ["Demo", "Lead", "Won"].map((stage, at): Stage => {
      const [base] = mergeStages([], [{ stage }]).stages;
      if (base === undefined) throw new Error("no stage");
      return { ...base, order: numbers[at] ?? 0, benchmarkDays: 7 };
    });

  it("leave every row and number as it is", () => {
    const current = typed(20, 10, 90);
    const { stages } = mergeStages(current, named("Prospecting", "Proposal", "Verbal"));
    expect(stages.filter(({ benchmarkDays }) => benchmarkDays === 7)).toEqual(current);
    expect(stages.map(({ stage, order }) => [stage, order])).toEqual([
      ["Demo", 20],
      ["Proposal", 21],
      ["Verbal", 22],
      ["Lead", 10],
      ["Prospecting", 11],
      ["Won", 90],
    ]);
  });

  it("get numbers in between where there is no whole one left", () => {
    const { stages } = mergeStages(typed(2, 1, 3), named("Prospecting", "Kontakt", "Verbal"));
    expect(stages.map(({ stage, order }) => [stage, order])).toEqual([
      ["Demo", 2],
      ["Verbal", 2.5],
      ["Lead", 1],
      ["Prospecting", 1.333],
      ["Kontakt", 1.667],
      ["Won", 3],
    ]);
  });
});
