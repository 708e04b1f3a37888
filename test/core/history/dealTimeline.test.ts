import { describe, expect, it } from "vitest";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import { dealTimeline } from "../../../src/core/history/dealTimeline.ts";
import type { FactPoint } from "../../../src/core/history/factPoints.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";
import { stages } from "../../reports/company.ts";

const rules = {
  stages: stageIndex(stages),
  options: defaultSettings.options,
  asOf: 100,
  followedSince: () => undefined,
};
const point = (day: number, set: FactPoint["set"], more: Partial<FactPoint> = {}): FactPoint => ({
  day,
  set,
  was: {},
  from: "change",
  ...more,
});

describe("a deal's life", () => {
  it("has one entry a day, with the probability and category of its stage that day", () => {
    const life = dealTimeline(
      "a",
      undefined,
      [
        point(1, { stage: "Discovery", status: "open" }),
        point(1, { amount: 5 }),
        point(3, { stage: "Negotiation", status: "open" }),
        point(4, { stage: "Closed Lost", status: "lost" }),
      ],
      rules,
    );
    expect(
      life.map(({ since, stage, amount, probability, category }) => [
        since,
        stage,
        amount,
        probability,
        category,
      ]),
    ).toEqual([
      [1, "Discovery", 5, 0.2, "Pipeline"],
      [3, "Negotiation", 5, 0.8, "Commit"],
      [4, "Closed Lost", 5, 0, undefined],
    ]);
  });

  it("begins with its first trace where that is earlier than its created date", () => {
    const life = dealTimeline(
      "a",
      { opportunityId: "a", createdDate: 10.5, stage: "Proposal" },
      [point(5, { stage: "Discovery", status: "open" })],
      rules,
    );
    expect(life.map(({ since, stage, created }) => [since, stage, created])).toEqual([
      [5, "Discovery", 5],
      [100, "Proposal", 5],
    ]);
  });

  it("was so from the start in what the history follows and never saw change", () => {
    const deal = { opportunityId: "a", createdDate: 10, stage: "Proposal", amount: 3 };
    const notRewound = (points: FactPoint[], since: number) =>
      dealTimeline("a", deal, points, {
        ...rules,
        followedSince: (name) => (name === "owner" ? undefined : since),
      })[0]?.notRewound;
    // A row that tells no fact still says that the history knows the deal.
    expect(notRewound([point(10, {})], 10)).toEqual([]);
    expect(notRewound([point(10, {})], 11)).toEqual(["stage", "amount"]);
    expect(notRewound([], 10)).toEqual(["stage", "amount"]);
    expect(notRewound([point(12, { owner: "Bo" }, { was: { owner: "Ana" } })], 1)).toEqual([]);
  });

  it("is without beginning when nothing tells one", () => {
    const [first] = dealTimeline("a", { opportunityId: "a", amount: 3 }, [], rules);
    expect(first).toMatchObject({ since: Number.NEGATIVE_INFINITY, amount: 3, created: undefined });
    expect(dealTimeline("a", undefined, [], rules)).toEqual([]);
  });
});
