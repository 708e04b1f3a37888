import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Deal } from "../../../src/core/deals/deal.ts";
import { standDeals } from "../../../src/core/deals/standing.ts";
import { asOf, deals, on, settings } from "../../reports/company.ts";

const stand = (some: readonly Deal[], day = asOf) => standDeals(some, settings, day).deals;
const byId = (id: string) => stand(deals).find(({ deal }) => deal.opportunityId === id);

describe("standDeals", () => {
  it("converts open deals at the as-of day's rate and closed ones at their close date's", () => {
    expect(byId("D09")?.amount).toBeCloseTo(120_000, 9);
    const won = { opportunityId: "W", stage: "Closed Won", amount: 10, currency: "EUR" };
    const amount = (closeDate: number) => stand([{ ...won, closeDate }])[0]?.amount;
    expect(amount(on("2026-04-30"))).toBeCloseTo(11, 9);
    expect(amount(on("2026-05-01"))).toBeCloseTo(12, 9);
  });

  it("gives no amount and no weighted amount without a rate", () => {
    expect(byId("D10")).toMatchObject({
      amount: undefined,
      weighted: undefined,
      missingRate: "GBP",
    });
  });

  it("takes the CRM's probability before the stage's", () => {
    expect(byId("D12")?.weighted).toBeCloseTo(54_000, 9);
    expect(byId("D06")?.weighted).toBeCloseTo(160_000, 9);
    expect(byId("D11")).toMatchObject({ probability: undefined, weighted: undefined });
  });

  it("sets gone deals apart, but only open ones and only from their day on", () => {
    expect(byId("D14")).toMatchObject({ status: "gone", weighted: undefined });
    const won = { opportunityId: "W", stage: "Closed Won", goneSince: asOf };
    expect(stand([won])[0]?.status).toBe("won");
    const open = { opportunityId: "O", stage: "Proposal", goneSince: asOf };
    expect(stand([open], asOf - 1)[0]?.status).toBe("open");
  });

  it("never adds up weighted amounts to more than the amounts", () => {
    const amounts = fc.array(
      fc.record({ amount: fc.nat(), p: fc.double({ min: 0, max: 1, noNaN: true }) }),
    );
    fc.assert(
      fc.property(amounts, (rows) => {
        const all = stand(
          rows.map(({ amount, p }, i) => ({
            opportunityId: `${i}`,
            stage: "Proposal",
            amount,
            probability: p,
          })),
        );
        for (const one of all) expect(one.weighted ?? 0).toBeLessThanOrEqual(one.amount ?? 0);
        expect(all).toHaveLength(rows.length);
      }),
    );
  });
});
