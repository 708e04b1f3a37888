import { expect, it } from "vitest";
import type { DealLife } from "../../../src/core/probability/dealLife.ts";
import { stageRates } from "../../../src/core/probability/stageRates.ts";
import { LAST, someLives } from "./someLives.ts";

it("finds again the chances that deals were made by, inside their intervals", () => {
  const rates = stageRates(someLives(4000), LAST);
  const of = (stage: string) => rates.find((rate) => rate.stage === stage);
  // Made by: 60% of those in Proposal, half of which come from Discovery.
  for (const [stage, truth] of [
    ["Proposal", 0.6],
    ["Discovery", 0.3],
    ["", 0.3],
  ] as const) {
    const rate = of(stage);
    // Four times the half width of an 80% interval, so that chance alone does not fail it.
    const half = ((rate?.high ?? 0) - (rate?.low ?? 0)) / 2;
    expect(Math.abs((rate?.chances[3] ?? 0) - truth)).toBeLessThan(4 * half);
    expect(half).toBeLessThan(0.03);
  }
});

it("of decided deals alone are their share, leaning on the other stages", () => {
  const lives = someLives(4000).filter(({ outcome }) => outcome !== undefined);
  const all = stageRates(lives, LAST).find(({ stage }) => stage === "");
  expect(all?.deals).toBe(lives.length);
  expect(all?.won).toBe(lives.filter(({ outcome }) => outcome === "won").length);
  expect(all?.chances[3]).toBeCloseTo((all?.won ?? 0) / lives.length, 3);
});

it("is not misled by a mix that changes: types that came late and are still open count by their own type", () => {
  const life = (
    at: number,
    type: string,
    created: number,
    won: boolean,
    isOpen = false,
  ): DealLife => ({
    id: `${type} ${at}`,
    created,
    versions: [],
    outcome: isOpen ? undefined : won ? "won" : "lost",
    ended: isOpen ? undefined : created + 10,
    traits: { owner: undefined, segment: undefined, source: undefined, type, product: undefined },
  });
  const asOf = 100;
  const lives = Array.from({ length: 200 }, (_, at) => [
    life(at, "New Business", 0, at % 5 === 0),
    // Half of the renewals came five days ago; of those before, 80% were won
    at < 100 ? life(at, "Renewal", 0, at % 5 !== 0) : life(at, "Renewal", asOf - 5, false, true),
  ]).flat();
  // By hand: 20% of one half and 80% of the other; all together at an age of 10 days it would be 120 of 300
  expect(stageRates(lives, asOf)[0]?.chances[3]).toBeCloseTo(0.5, 2);
  const few = lives.filter(({ id }) => id.startsWith("New") || Number(id.split(" ")[1]) % 10 === 1);
  // Ten renewals decided are too few: 40 + 10 won of 210 decided
  expect(stageRates(few, asOf)[0]?.chances[3]).toBeCloseTo(50 / 210, 2);
});
