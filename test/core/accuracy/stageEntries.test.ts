import { expect, it } from "vitest";
import { callsOf, stageEntries } from "../../../src/core/accuracy/stageEntries.ts";
import type { DealOnDay } from "../../../src/core/history/dealOnDay.ts";

const moment = (
  status: DealOnDay["status"],
  stage: string | undefined,
  probability: number | undefined,
  notRewound: DealOnDay["notRewound"] = [],
): DealOnDay => ({
  opportunityId: "",
  since: 0,
  created: 0,
  stage,
  status,
  amount: 1,
  currency: undefined,
  rate: undefined,
  closeDate: undefined,
  owner: undefined,
  team: undefined,
  segment: undefined,
  region: undefined,
  pipeline: undefined,
  forecastCategory: undefined,
  probability,
  category: undefined,
  notRewound,
  lastOpenIn: undefined,
});

it("takes a deal once for each stage, at what it was given first", () => {
  const { entries, untold, unrated } = stageEntries([
    [
      moment("open", "Talk", 0.2),
      moment("open", "Offer", 0.6),
      moment("open", "Talk", 0.3),
      moment("won", "Closed Won", 1),
    ],
    [moment("open", "Talk", 0.2), moment("lost", "Closed Lost", 0)],
    [moment("open", "Talk", 0.25)],
    [moment("open", "Talk", 0.2), moment("gone", "Talk", 0.2)],
    [moment("open", undefined, undefined, ["stage"]), moment("won", "Closed Won", 1)],
    [moment("open", "Talk", 0.2, ["stage"]), moment("lost", "Closed Lost", 0)],
    [moment("open", "Unknown", undefined), moment("lost", "Closed Lost", 0)],
  ]);
  // By hand: the deleted deal is left out, and of two that are over no stage is told
  expect(entries).toEqual([
    { stage: "Talk", chance: 0.2, won: true },
    { stage: "Offer", chance: 0.6, won: true },
    { stage: "Talk", chance: 0.2, won: false },
    { stage: "Talk", chance: 0.25, won: undefined },
  ]);
  expect(untold).toBe(2);
  expect(unrated).toBe(1);
  expect(callsOf(entries)).toHaveLength(3);
});
