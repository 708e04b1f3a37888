import { expect, it } from "vitest";
import type { DealOnDay } from "../../../src/core/history/dealOnDay.ts";
import { stageFlows } from "../../../src/core/pipeline/stageFlow.ts";
import type { StageStay } from "../../../src/core/pipeline/stageStays.ts";

const stay = (id: string, stage: string, order: number | undefined, pipeline = ""): StageStay => ({
  ...{ opportunityId: id, pipeline, stage, order, entered: 1, left: undefined, end: undefined },
  deal: { opportunityId: id } as DealOnDay,
});

it("stand in the order of the settings, pipelines apart, unknown stages last", () => {
  const flows = stageFlows(
    [stay("A", "Limbo", undefined), stay("B", "Proposal", 4), stay("C", "Lead", 1, "New")],
    10,
  );
  expect(flows.map(({ stage, pipeline, stays }) => [stage, pipeline, stays.length])).toEqual([
    ["Proposal", "", 1],
    ["Limbo", "", 1],
    ["Lead", "New", 1],
  ]);
  expect(stageFlows([], 10)).toEqual([]);
});
