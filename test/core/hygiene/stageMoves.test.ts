import { describe, expect, it } from "vitest";
import type { DealChange } from "../../../src/core/deals/deal.ts";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import { stageAdherence, stageMoves } from "../../../src/core/hygiene/stageMoves.ts";
import { stages } from "../../reports/company.ts";

const ordered = stages.map((stage) => ({ ...stage, probability: stage.probability ?? 0.9 }));
const { find } = stageIndex(ordered);
const history = (opportunityId: string, ...names: readonly string[]): DealChange[] =>
  names.map((toValue, at) => ({ opportunityId, changedAt: 100 + at, field: "Stage", toValue }));
const movesOf = (changes: readonly DealChange[], asOf = 200) =>
  Object.fromEntries(stageMoves(changes, asOf, (_, name) => find(undefined, name)));

const all = [
  // Passes through every stage: five stages, four moves.
  ...history("walk", "Discovery", "Proposal", "Negotiation", "Review", "Closed Won"),
  ...history("jump", "Discovery", "Negotiation", "Closed Won"),
  ...history("back", "Proposal", "Discovery", "Proposal", "Closed Lost"),
  ...history("again", "Discovery", "Closed Lost", "Discovery"),
];

describe("stageMoves", () => {
  it("tells moves to the next stage, skips, moves back and returns apart", () => {
    expect(movesOf(all)).toEqual({
      walk: { next: 4, skips: 0, regressions: 0, reopened: 0 },
      jump: { next: 0, skips: 2, regressions: 0, reopened: 0 },
      back: { next: 1, skips: 0, regressions: 1, reopened: 0 },
      again: { next: 0, skips: 0, regressions: 0, reopened: 1 },
    });
  });

  it("does not take a stage that nobody uses for a gap", () => {
    const changes = history("deal", "Discovery", "Negotiation");
    expect(movesOf(changes).deal).toMatchObject({ next: 1, skips: 0 });
  });

  it("learns the order from the histories where the settings do not know it", () => {
    // The settings have Offer before Review before Start, and no probabilities.
    const unordered = ["Offer", "Review", "Start"].map((stage, at) => ({
      ...(ordered[0] as (typeof ordered)[0]),
      stage,
      order: at,
      probability: undefined,
    }));
    const index = stageIndex([...unordered, ...ordered.slice(-2)]);
    const changes = [
      ...history("a", "Start", "Review", "Offer", "Closed Won"),
      ...history("b", "Start", "Review", "Offer"),
      ...history("c", "Start", "Offer"),
      ...history("d", "Start", "Review", "Start"),
    ];
    const moves = stageMoves(changes, 200, (_, name) => index.find(undefined, name));
    expect(Object.fromEntries(moves)).toEqual({
      a: { next: 3, skips: 0, regressions: 0, reopened: 0 },
      b: { next: 2, skips: 0, regressions: 0, reopened: 0 },
      c: { next: 0, skips: 1, regressions: 0, reopened: 0 },
      d: { next: 1, skips: 0, regressions: 1, reopened: 0 },
    });
  });

  it("looks no further than the as-of day, and past stages that nobody knows", () => {
    expect(movesOf(all, 101).walk).toMatchObject({ next: 1 });
    expect(movesOf(history("deal", "Discovery", "Limbo", "Proposal")).deal).toMatchObject({
      next: 1,
    });
  });
});

describe("stageAdherence", () => {
  it("is the share of moves to the next stage", () => {
    // 5 of 8 moves above: 4 + 1 of 4 + 2 + 2.
    const moves = Object.values(movesOf(all));
    expect(stageAdherence(moves)).toBeCloseTo(5 / 8, 12);
    expect(stageAdherence([])).toBeUndefined();
  });
});
