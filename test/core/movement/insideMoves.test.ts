import { describe, expect, it } from "vitest";
import type { DealSnapshot } from "../../../src/core/deals/deal.ts";
import { dealHistory } from "../../../src/core/history/dealHistory.ts";
import { rateTable } from "../../../src/core/money/rateTable.ts";
import { insideMoves } from "../../../src/core/movement/insideMoves.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";
import { stages } from "../../reports/company.ts";

const row = (snapshotDate: number, more: Partial<DealSnapshot>): DealSnapshot => ({
  snapshotDate,
  opportunityId: "a",
  stage: "Proposal",
  amount: 100,
  closeDate: 150,
  owner: "Ana",
  ...more,
});
const seen = (...snapshots: DealSnapshot[]) =>
  insideMoves(dealHistory({ snapshots, stages, options: defaultSettings.options, asOf: 200 }), {
    from: 110,
    to: 130,
    scope: { window: { from: 140, to: 160 } },
    rates: { home: undefined, rates: rateTable([]) },
  }).map(({ what, day, amount }) => [what, day, amount]);

describe("what the two ends do not show", () => {
  it("is a deal that came and left", () => {
    const lost = row(125, { stage: "Closed Lost" });
    expect(seen(row(115, {}), lost)).toEqual([["came and left", 115, 100]]);
    expect(seen(row(100, { closeDate: 170 }), row(115, {}), row(125, { closeDate: 170 }))).toEqual([
      ["came and left", 115, 100],
    ]);
    expect(seen(row(115, {}))).toEqual([]);
  });

  it("is a deal that left and came back, whatever else moved", () => {
    expect(seen(row(100, {}), row(115, { stage: "Closed Lost" }), row(125, {}))).toEqual([
      ["left and came back", 115, 100],
    ]);
  });

  it("is an amount, a close date, a stage or an owner that moved and moved back", () => {
    const back = row(125, {});
    expect(seen(row(100, {}), row(115, { amount: 140 }), back)).toEqual([["amount", 115, 40]]);
    expect(seen(row(100, {}), row(115, { closeDate: 155 }), back)).toEqual([
      ["closeDate", 115, 100],
    ]);
    expect(seen(row(100, {}), row(115, { owner: "Bo", stage: "Discovery" }), back)).toEqual([
      ["stage", 115, 100],
      ["owner", 115, 100],
    ]);
  });

  it("is nothing outside the two days, or that stayed changed", () => {
    expect(seen(row(90, { amount: 1 }), row(105, {}), row(135, { amount: 5 }))).toEqual([]);
    expect(seen(row(100, {}), row(115, { amount: 140 }), row(125, { amount: 150 }))).toEqual([]);
  });
});
