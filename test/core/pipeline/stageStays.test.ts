import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import type { Deal, DealChange } from "../../../src/core/deals/deal.ts";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import { dealHistory } from "../../../src/core/history/dealHistory.ts";
import { stageStays } from "../../../src/core/pipeline/stageStays.ts";
import { blueprintStages } from "../../../src/settings/presets/stagePresets.ts";

const day = (iso: string) => dayFromIso(iso) ?? 0;
const options = { commitFrom: 0.9, bestCaseFrom: 0.7, pipelineFrom: 0.5 };
const asOf = day("2026-06-30");

const change = (id: string, on: string, toValue: string): DealChange => ({
  opportunityId: id,
  changedAt: day(on),
  toValue,
});

function stays(changes: readonly DealChange[], deals?: readonly Deal[], until = asOf) {
  const history = dealHistory({ changes, deals, stages: blueprintStages, options, asOf });
  const rules = { stages: stageIndex(blueprintStages), asOf: until, isBeginning: () => true };
  return stageStays(history, rules).map(({ stage, entered, left, end }) => [
    stage,
    entered === undefined ? undefined : entered - day("2026-01-01"),
    left === undefined || entered === undefined ? undefined : left - entered,
    end,
  ]);
}

describe("the stays of deals in stages", () => {
  it("end further on, back, or out of the pipeline", () => {
    const life = [
      change("A", "2026-01-01", "Lead"),
      change("A", "2026-01-08", "Discovery"),
      change("A", "2026-01-18", "Qualified"),
      change("A", "2026-01-20", "Proposal"),
      change("A", "2026-02-01", "Closed Won"),
      change("B", "2026-01-03", "Lead"),
      change("B", "2026-01-10", "Closed Lost"),
    ];
    expect(stays(life)).toEqual([
      ["Lead", 0, 7, "advanced"],
      ["Discovery", 7, 10, "back"],
      ["Qualified", 17, 2, "advanced"],
      ["Proposal", 19, 12, "won"],
      ["Lead", 2, 7, "lost"],
    ]);
  });

  it("begin anew when a deal is reopened, and are open at the as-of day", () => {
    const life = [
      change("A", "2026-01-01", "Lead"),
      change("A", "2026-01-05", "Closed Lost"),
      change("A", "2026-02-01", "Lead"),
      change("A", "2026-07-15", "Proposal"),
    ];
    expect(stays(life)).toEqual([
      ["Lead", 0, 4, "lost"],
      ["Lead", 31, undefined, undefined],
    ]);
    expect(stays(life, undefined, day("2026-01-03"))).toEqual([["Lead", 0, undefined, undefined]]);
  });

  it("are one under all spellings of a stage, and count an unknown stage without a place", () => {
    const life = [
      change("A", "2026-01-01", "Qualification"),
      change("A", "2026-01-05", "Qualified"),
      change("A", "2026-01-09", "Limbo"),
      change("A", "2026-01-11", "Proposal"),
    ];
    expect(stays(life)).toEqual([
      ["Qualified", 0, 8, "moved"],
      ["Limbo", 8, 2, "moved"],
      ["Proposal", 10, undefined, undefined],
    ]);
  });

  it("go by the order of use where an import added stages behind the preset's", () => {
    const [lead] = blueprintStages;
    if (!lead) throw new Error("The blueprint has stages.");
    // As a deals file shows them: Trial before Demo, both behind all others and without a probability.
    const added = ["Trial", "Demo"].map((stage, at) => ({
      ...lead,
      ...{ stage, order: 90 + at, probability: undefined, crmValues: [] },
    }));
    const stages = [...blueprintStages, ...added];
    const changes = [
      change("A", "2026-01-01", "Demo"),
      change("A", "2026-01-05", "Trial"),
      change("A", "2026-01-09", "Proposal"),
      change("A", "2026-01-11", "Demo"),
    ];
    const history = dealHistory({ changes, stages, options, asOf });
    const rules = { stages: stageIndex(stages), asOf, isBeginning: () => true };
    expect(stageStays(history, rules).map(({ stage, order, end }) => [stage, order, end])).toEqual([
      ["Demo", 0, "advanced"],
      ["Trial", 1, "advanced"],
      ["Proposal", 2, "back"],
      ["Demo", 0, undefined],
    ]);
  });

  it("are neither further on nor back in another pipeline", () => {
    const changes = [
      change("A", "2026-01-01", "Lead"),
      { ...change("A", "2026-01-05", "Proposal"), field: "Stage" },
      { ...change("A", "2026-01-05", "Renewals"), field: "Pipeline", fromValue: "New" },
    ];
    expect(stays(changes)).toEqual([
      ["Lead", 0, 4, "moved"],
      ["Proposal", 4, undefined, undefined],
    ]);
  });

  it("have no beginning when the deal was there long before it was first seen", () => {
    const deal: Deal = { opportunityId: "A", stage: "Lead", createdDate: day("2025-01-01") };
    // Nothing but the present row tells the stage: it came in at an unknown time.
    expect(stays([], [deal])).toEqual([["Lead", undefined, undefined, undefined]]);
    // Nor does anything tell when a deal came that has neither a created date nor a trace.
    const undated = { ...deal, createdDate: undefined };
    expect(stays([], [undated])).toEqual([["Lead", undefined, undefined, undefined]]);
    const entered = { ...deal, stageEntered: day("2026-03-01") + 0.5 };
    const history = dealHistory({ deals: [entered], stages: blueprintStages, options, asOf });
    const [stay] = stageStays(history, {
      stages: stageIndex(blueprintStages),
      asOf,
      isBeginning: () => true,
      enteredOf: () => entered.stageEntered,
    });
    expect(stay?.entered).toBe(day("2026-03-01"));
  });
});
