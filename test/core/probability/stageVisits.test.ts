import { expect, it } from "vitest";
import type { DealLife } from "../../../src/core/probability/dealLife.ts";
import { stageVisits } from "../../../src/core/probability/stageVisits.ts";

const life = (ended: number | undefined, stages: readonly [number, string | undefined][]) =>
  ({
    id: "1",
    created: 100,
    outcome: undefined,
    ended,
    versions: stages.map(([since, stage]) => ({ since, stage })),
    traits: {},
  }) as unknown as DealLife;

const seen = (one: DealLife) => stageVisits(one).map(({ since, key }) => [since, key]);

it("takes the last stage of a day, joins equal ones, and leaves a gap where none is known", () => {
  expect(
    seen(
      life(undefined, [
        [90, "Lead"],
        [100, "Qualified"],
        [110, "Qualified"],
        [120, undefined],
        [130, "Proposal"],
      ]),
    ),
  ).toEqual([
    [100, "/qualified"],
    [120, undefined],
    [130, "/proposal"],
  ]);
});

it("holds what happened on the last day for a part of the end", () => {
  expect(
    seen(
      life(130, [
        [100, "Lead"],
        [130, "Proposal"],
      ]),
    ),
  ).toEqual([[100, "/lead"]]);
  // A deal that came and went on one day stood in the stage it came in with.
  expect(seen(life(100, [[100, "Lead"]]))).toEqual([[100, "/lead"]]);
});
