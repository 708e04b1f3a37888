import { expect, it } from "vitest";
import type { DealLife } from "../../../src/core/probability/dealLife.ts";
import { usualDays, usualStays } from "../../../src/core/risk/usualStay.ts";

function life(days: number, segment: string, isOpen = false): DealLife {
  const version = {
    pipeline: undefined,
    amount: undefined,
    closeDate: undefined,
    pushes: undefined,
  };
  return {
    id: "x",
    created: 0,
    versions: [{ ...version, since: 0, stage: "Proposal", stageEntered: 0 }],
    outcome: isOpen ? undefined : "lost",
    ended: isOpen ? undefined : days,
    traits: { owner: undefined, segment, source: undefined, type: undefined, product: undefined },
  };
}

it("takes the geometric mean of a stage's stays, and a segment's pace leaning on all", () => {
  const small = Array.from({ length: 20 }, () => life(10, "SMB"));
  const large = Array.from({ length: 20 }, () => life(40, "Enterprise"));
  const daysOf = usualDays(usualStays([...small, ...large, life(500, "SMB", true)]));
  // sqrt(10 x 40); the 20 stays of each segment weigh as much as what they lean on: half of the way, 2^(+-1/2).
  expect(daysOf({ stage: "proposal" })).toBeCloseTo(20, 9);
  expect(daysOf({ stage: "Proposal", segment: "SMB" })).toBeCloseTo(20 / Math.SQRT2, 9);
  expect(daysOf({ stage: "Proposal", segment: "enterprise" })).toBeCloseTo(20 * Math.SQRT2, 9);
  expect(daysOf({ stage: "Negotiation" })).toBeUndefined();
  expect(daysOf({})).toBeUndefined();
});
