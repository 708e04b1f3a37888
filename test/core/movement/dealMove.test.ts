import { describe, expect, it } from "vitest";
import type { DealOnDay } from "../../../src/core/history/dealOnDay.ts";
import { rateTable } from "../../../src/core/money/rateTable.ts";
import { dealMove, isInScope, type MovementScope } from "../../../src/core/movement/dealMove.ts";

const rates = {
  home: "USD",
  rates: rateTable([
    { currency: "EUR", from: 0, rate: 2 },
    { currency: "EUR", from: 20, rate: 3 },
  ]),
};
const base: DealOnDay = {
  opportunityId: "a",
  since: 1,
  created: 1,
  stage: "Proposal",
  status: "open",
  amount: 100,
  currency: undefined,
  rate: undefined,
  closeDate: 50,
  owner: "Ana",
  team: undefined,
  segment: undefined,
  region: undefined,
  pipeline: undefined,
  forecastCategory: undefined,
  probability: undefined,
  category: "Pipeline",
  notRewound: [],
  lastOpenIn: undefined,
};
type Side = Partial<DealOnDay> | undefined;
const window = { from: 40, to: 60 };
const move = (
  before: Side,
  after: Side,
  scope: MovementScope = { window },
  mine: readonly [boolean, boolean] = [true, true],
) =>
  dealMove(
    { day: 10, deal: before && { ...base, ...before }, isMine: mine[0] },
    { day: 30, deal: after && { ...base, ...after }, isMine: mine[1] },
    scope,
    rates,
  );
const early = { closeDate: 39 };
const late = { closeDate: 61 };
const dateless = { closeDate: undefined };

describe("what a deal did to a pipeline", () => {
  // The precedence as it is stated, one case a rule.
  it.each<[string, Side, Side, string, number]>([
    ["was created", undefined, {}, "new", 100],
    ["was created and handed over", undefined, { owner: "Bo" }, "new", 100],
    ["was reopened", { status: "lost" }, {}, "reopened", 100],
    ["came back after an import missed it", { status: "gone" }, {}, "reopened", 100],
    ["was reopened and pulled in", { status: "won", ...late }, {}, "reopened", 100],
    ["was pulled in", late, {}, "pulled_in", 100],
    ["was given a close date", dateless, {}, "pulled_in", 100],
    ["was pushed in", early, {}, "pushed_in", 100],
    ["was deleted", {}, { status: "gone" }, "deleted", -100],
    ["vanished", {}, undefined, "deleted", -100],
    ["was won", {}, { status: "won" }, "won", -100],
    ["was won with another close date", {}, { status: "won", ...late }, "won", -100],
    ["was lost", {}, { status: "lost", ...early }, "lost", -100],
    ["was pulled out", {}, early, "pulled_out", -100],
    ["was pushed out", {}, late, "pushed_out", -100],
    ["lost its close date", {}, dateless, "pushed_out", -100],
    ["grew", {}, { amount: 120 }, "amount_up", 20],
    ["shrank", {}, { amount: undefined }, "amount_down", -100],
  ])("that %s", (_, before, after, reason, amount) => {
    const { effects, start = 0, end = 0 } = move(before, after);
    expect(effects).toEqual([{ reason, amount }]);
    expect(start + amount).toBe(end);
  });

  it("that changed hands came to the one and left the other, whatever else it did", () => {
    expect(move({}, { status: "won" }, { window }, [true, false]).effects).toEqual([
      { reason: "owner_out", amount: -100 },
    ]);
    expect(move(late, {}, { window }, [false, true]).effects[0]?.reason).toBe("owner_in");
    expect(move({}, { status: "gone" }, { window }, [true, false]).effects[0]?.reason).toBe(
      "deleted",
    );
    expect(move({}, {}, { window }, [false, false]).effects).toEqual([]);
  });

  it("that changed stage did so only where stages are chosen", () => {
    const counts = ({ stage }: DealOnDay) => stage === "Proposal";
    expect(move({}, { stage: "Other" }).effects).toEqual([]);
    expect(move({}, { stage: "Other" }, { window, counts }).effects[0]?.reason).toBe("stage_out");
    expect(move({ stage: "Other" }, {}, { window, counts }).effects[0]?.reason).toBe("stage_in");
    expect(move({}, { stage: "Other", ...late }, { window, counts }).effects[0]?.reason).toBe(
      "pushed_out",
    );
  });

  it("that left after its amount changed has one reason, or two when amounts are told apart", () => {
    const splitAmounts = true;
    expect(move({}, { status: "won", amount: 130 }).effects).toEqual([
      { reason: "won", amount: -100 },
    ]);
    expect(move({}, { status: "won", amount: 130 }, { window, splitAmounts }).effects).toEqual([
      { reason: "won", amount: -130 },
      { reason: "amount_up", amount: 30 },
    ]);
    expect(move(late, { amount: 80 }, { window, splitAmounts }).effects).toEqual([
      { reason: "pulled_in", amount: 100 },
      { reason: "amount_down", amount: -20 },
    ]);
  });

  it("in another currency changes by its amount at the first rate and by the rate", () => {
    // 100 EUR at 2 are 200; 110 EUR at 3 are 330: 10 x 2 = 20 by the amount, 110 x (3 - 2) = 110 by the rate.
    const { start, end, effects } = move({ currency: "EUR" }, { currency: "eur", amount: 110 });
    expect([start, end]).toEqual([200, 330]);
    expect(effects).toEqual([
      { reason: "amount_up", amount: 20 },
      { reason: "currency", amount: 110 },
    ]);
  });

  it("whose currency changed is restated as a whole", () => {
    expect(move({ currency: "USD" }, { currency: "EUR", amount: 90 }).effects).toEqual([
      { reason: "currency", amount: 170 },
    ]);
    // Without a rate it counts for nothing.
    expect(move({}, { currency: "XXX" })).toEqual({
      start: 100,
      end: 0,
      effects: [{ reason: "currency", amount: -100 }],
    });
  });

  it("is none where it is closed, and any open one where there is no window", () => {
    expect(isInScope({ ...base, status: "won" }, {})).toBe(false);
    expect(isInScope({ ...base, closeDate: undefined }, {})).toBe(true);
    expect(isInScope(undefined, {})).toBe(false);
    expect(
      [40, 60, 39, 61].map((closeDate) => isInScope({ ...base, closeDate }, { window })),
    ).toEqual([true, true, false, false]);
  });
});
