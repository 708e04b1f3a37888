import { describe, expect, it } from "vitest";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import { adoptStages } from "../../src/settings/presets/adoptStages.ts";
import { mergeStages } from "../../src/settings/presets/mergeStages.ts";
import { scoringPresetFor, scoringPresets } from "../../src/settings/presets/scoringPresets.ts";
import {
  blueprintStages,
  stagePreset,
  stagePresets,
} from "../../src/settings/presets/stagePresets.ts";
import { tables } from "../../src/tables/catalog.ts";

const probabilities = (id: string) =>
  stagePresets
    .find((preset) => preset.id === id)
    ?.stages.map((stage) => [stage.stage, stage.probability]);

describe("stage presets", () => {
  it("six stages of the sales operations blueprint are the default", () => {
    expect(probabilities("blueprint")).toEqual([
      ["Lead", 0.1],
      ["Qualified", 0.25],
      ["Discovery", 0.4],
      ["Proposal", 0.6],
      ["Negotiation", 0.8],
      ["Closed Won", 1],
      ["Closed Lost", 0],
    ]);
    expect(defaultSettings.stages).toEqual(blueprintStages);
    expect(stagePreset("warehouse")).toEqual(blueprintStages);
  });

  it("seven gated stages of the RevOps guide", () => {
    expect(probabilities("gated")).toEqual([
      ["Qualified", 0.1],
      ["Discovery", 0.2],
      ["Demo/Eval", 0.4],
      ["Proposal", 0.6],
      ["Negotiation", 0.8],
      ["Closed Won", 1],
      ["Closed Lost", 0],
    ]);
  });

  it("revenue operations plugin", () => {
    expect(probabilities("asb")).toEqual([
      ["Discovery", 0.1],
      ["Qualification", 0.25],
      ["Proposal", 0.5],
      ["Negotiation", 0.7],
      ["Verbal", 0.85],
      ["Contract/Legal", 0.95],
      ["Closed Won", 1],
      ["Closed Lost", 0],
    ]);
  });

  it("HubSpot finds its stages by label and by internal id", () => {
    expect(stagePreset("hubspot").map((stage) => [stage.crmValues[0], stage.probability])).toEqual([
      ["appointmentscheduled", 0.2],
      ["qualifiedtobuy", 0.4],
      ["presentationscheduled", 0.6],
      ["decisionmakerboughtin", 0.8],
      ["contractsent", 0.9],
      ["closedwon", 1],
      ["closedlost", 0],
    ]);
  });

  it("Salesforce has the sample organisation's numbers and categories", () => {
    const rows = stagePreset("salesforce").map((one) => [one.stage, one.probability, one.category]);
    expect(rows).toEqual(
      expect.arrayContaining([
        ["Prospecting", 0.1, "Pipeline"],
        ["Qualification", 0.2, "Pipeline"],
        ["Needs Analysis", 0.3, "Pipeline"],
        ["Value Proposition", 0.5, "Best Case"],
        ["Proposal/Price Quote", 0.7, "Best Case"],
        ["Negotiation/Review", 0.8, "Commit"],
        ["Closed Won", 1, "Closed"],
        ["Closed Lost", 0, "Omitted"],
      ]),
    );
  });

  it("every preset goes up in order and ends in one won and one lost stage", () => {
    for (const { id, stages } of stagePresets) {
      expect(
        stages.map((stage) => stage.order),
        id,
      ).toEqual(stages.map((_, index) => index + 1));
      const open = stages.filter((stage) => stage.status === "open");
      const known = open.map((stage) => stage.probability ?? 0);
      expect(known, id).toEqual([...known].sort((a, b) => a - b));
      expect(
        stages.slice(open.length).map((stage) => stage.status),
        id,
      ).toEqual(["won", "lost"]);
    }
  });
});

describe("stages seen in CRM data", () => {
  it("are added when no stage covers them; nothing else changes", () => {
    const { stages: merged } = mergeStages(blueprintStages, [
      { stage: "qualification" },
      { stage: "Pilot", pipeline: "Partners" },
      { stage: "pilot", pipeline: "partners" },
      { stage: "Trial", probability: 0.35, isClosed: false },
      { stage: "Signed", isClosed: true, isWon: true },
      { stage: "No budget", isClosed: true, isWon: false },
      { stage: "Closed-Won" },
      { stage: "Closed Lost - price" },
      { stage: "Dead 💀" },
      { stage: " " },
    ]);
    const names = new Set(blueprintStages.map(({ stage }) => stage));
    const there = merged.filter(({ stage }) => names.has(stage));
    expect(there.map((stage, at) => ({ ...stage, order: at + 1 }))).toEqual(blueprintStages);
    const added = merged.filter(({ stage }) => !names.has(stage));
    expect(
      added.map((one) => [one.stage, one.pipeline, one.order, one.probability, one.status]),
    ).toEqual([
      // 35 % is between the 25 % of Qualified and the 40 % of Discovery; no deal of Partners stands in the stages of all.
      ["Trial", "", 3, 0.35, "open"],
      ["Pilot", "Partners", 7, 0.45, "open"],
      ["Signed", "", 10, 1, "won"],
      ["No budget", "", 11, 0, "lost"],
      ["Closed Lost - price", "", 12, 0, "lost"],
      ["Dead 💀", "", 13, 0, "lost"],
    ]);
    expect(mergeStages(merged, [{ stage: "TRIAL" }]).stages).toBe(merged);
  });

  it("stand in the order of their probabilities, pipeline by pipeline, with the group that goes with them", () => {
    const seen = (pipeline: string, stage: string, probability?: number, isWon?: boolean) => ({
      ...{ pipeline, stage, probability, isWon },
      isClosed: isWon !== undefined,
    });
    const { stages: merged } = mergeStages(
      [],
      [
        seen("Machines", "Order lost", undefined, false),
        seen("Machines", "Order won", undefined, true),
        seen("Service", "Angebot"),
        seen("Machines", "Quote sent", 0.5),
        seen("Machines", "Negotiation", 0.8),
        seen("Service", "Anfrage", 0.2),
        seen("Machines", "Inquiry", 0.1),
      ],
    );
    // Not all probabilities of Service are known, so its stages stand as they are usually called.
    expect(merged.map(({ order, stage, group }) => [order, stage, group])).toEqual([
      [1, "Inquiry", "early"],
      [2, "Quote sent", "mid"],
      [3, "Negotiation", "late"],
      [4, "Order won", undefined],
      [5, "Order lost", undefined],
      [6, "Anfrage", "early"],
      [7, "Angebot", "mid"],
    ]);
  });

  it("bring their source's preset while nobody has changed the stages", () => {
    const adopted = (...[current, source, seen]: Parameters<typeof adoptStages>) =>
      adoptStages(current, source, seen).stages;
    expect(adopted(blueprintStages, "hubspot", [])).toEqual(stagePreset("hubspot"));
    const own = blueprintStages.map((one, index) =>
      index === 0 ? { ...one, probability: 0.2 } : one,
    );
    expect(adopted(own, "hubspot", [])).toBe(own);
    expect(adopted(own, "hubspot", [{ stage: "Lead" }])).toBe(own);
    expect(adopted(own, "generic", [{ stage: "Pilot" }])).toHaveLength(8);
    expect(adopted(blueprintStages, "generic", [])).toBe(blueprintStages);
  });
});

describe("scoring presets", () => {
  // Weights and thresholds as the two RevOps guides print them.
  it.each([
    ["plg", 0.3, 60],
    ["enterprise", 0.6, 75],
    ["mid-market", 0.5, 65],
    ["plg-lifecycle", 0.4, 65],
    ["sales-led-lifecycle", 0.6, 70],
    ["mid-market-lifecycle", 0.5, 60],
  ])("%s: fit weight %d, threshold %d", (id, fitWeight, threshold) => {
    const preset = scoringPresets.find((one) => one.id === id);
    expect(preset?.settings).toMatchObject({
      fitWeight,
      threshold,
      engagementWeight: 1 - fitWeight,
    });
  });

  it("points and decay of the scoring guide", () => {
    const rules = scoringPresets.flatMap((preset) => preset.settings.rules);
    const points = (attribute: string) => {
      const rule = rules.find((one) => one.attribute === attribute);
      return [rule?.points, rule?.decayPoints, rule?.decayDays];
    };
    expect(points("demo request")).toEqual([30, 0, 0]);
    expect(points("pricing page")).toEqual([20, 5, 7]);
    expect(points("ROI calculator")).toEqual([20, 5, 14]);
    expect(points("webinar registered")).toEqual([10, 5, 30]);
    expect(points("usage limit reached")).toEqual([20, 10, 30]);
    expect(points("spam complaint")).toEqual([-100, 0, 0]);
    expect(points("login")).toEqual([-15, 0, 0]);
  });

  it("the context chooses", () => {
    expect(scoringPresetFor({ motion: "product-led", contractValue: 90000 })).toBe("plg");
    expect(scoringPresetFor({ motion: "sales-led", contractValue: 50000 })).toBe("enterprise");
    expect(scoringPresetFor({ motion: "hybrid", contractValue: 12000 })).toBe("mid-market");
    expect(scoringPresetFor({ motion: "sales-led", contractValue: undefined })).toBe("mid-market");
  });
});

it("risk: the ten factors of the deal risk analyzer", () => {
  const { base, cap, mediumFrom, highFrom, factors } = defaultSettings.risk;
  expect([base, cap, mediumFrom, highFrom]).toEqual([20, 100, 40, 65]);
  expect(Object.fromEntries(factors.map((one) => [one.id, [one.points, one.limit]]))).toEqual({
    economicBuyer: [30, undefined],
    competitor: [20, undefined],
    age: [25, 90],
    championLeft: [28, undefined],
    stageTime: [18, 1.5],
    activityDown: [15, 0.6],
    discount: [12, 0.15],
    technicalConcern: [15, undefined],
    contacts: [10, 3],
    budget: [8, undefined],
  });
});

it("required fields are headings of their sheets, and their stages exist in a preset", () => {
  const names = new Set(stagePresets.flatMap((preset) => preset.stages.map((one) => one.stage)));
  for (const { object, stage, field } of defaultSettings.requiredFields) {
    const labels = tables
      .find(({ sheet }) => sheet === object)
      ?.columns.map(({ label }: { label: string }) => label);
    expect(labels, object).toContain(field);
    if (stage !== "") expect(names).toContain(stage);
  }
});
