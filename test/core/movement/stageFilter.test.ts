import { expect, it } from "vitest";
import { stageFilter } from "../../../src/core/movement/stageFilter.ts";
import type { ForecastCategory, Stage } from "../../../src/core/pipeline/stage.ts";

const stage = (name: string, crmValues: readonly string[] = []): Stage => ({
  pipeline: "",
  stage: name,
  order: 1,
  probability: undefined,
  status: "open",
  category: undefined,
  group: undefined,
  benchmarkDays: undefined,
  staleMultiple: 2,
  wipLimit: undefined,
  exitCriteria: "",
  crmValues,
});
const stages = [stage("Proposal", ["Angebot"]), stage("Discovery")];
const deal = (name: string | undefined, category?: ForecastCategory) => ({ stage: name, category });

it("filters by nothing when neither stages nor categories are named", () => {
  expect(stageFilter(undefined, undefined, stages)).toBeUndefined();
});

it("knows a stage under every spelling of the settings, and one that they do not know by its name", () => {
  const counts = stageFilter(["angebot", "Own stage"], undefined, stages);
  expect(counts?.(deal("Angebot"))).toBe(true);
  expect(counts?.(deal("Proposal"))).toBe(true);
  expect(stageFilter(["Proposal"], undefined, stages)?.(deal("PROPOSAL"))).toBe(true);
  expect(counts?.(deal("own-stage"))).toBe(true);
  expect(counts?.(deal("Discovery"))).toBe(false);
  expect(counts?.(deal(undefined))).toBe(false);
});

it("asks for both a stage and a category when both are named", () => {
  const counts = stageFilter(["Proposal"], ["best case"], stages);
  expect(counts?.(deal("Proposal", "Best Case"))).toBe(true);
  expect(counts?.(deal("Proposal", "Commit"))).toBe(false);
  expect(counts?.(deal("Discovery", "Best Case"))).toBe(false);
});
