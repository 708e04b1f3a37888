import { describe, expect, it } from "vitest";
import { lift, riskBacktest, type Tenth, tenthsOfValue } from "./riskBacktest.ts";

/** Made-up companies, three past mornings each: nothing of the model was chosen by looking at these seeds. */
const deals = [6, 7, 8].flatMap((seed) => riskBacktest(seed, 3));
const sum = (tenths: readonly Tenth[], what: "value" | "said" | "lost") =>
  tenths.reduce((all, tenth) => all + tenth[what], 0);

describe("deal risk on past mornings against what became of the deals", () => {
  it("finds the money that is lost: the riskiest tenth of value at least twice as often as all within a month", () => {
    expect(deals.length).toBeGreaterThan(2000);
    expect(lift(tenthsOfValue(deals, 30))).toBeGreaterThan(2);
    // Of all value a third is lost within 90 days, so that 2.8 is the most there can be.
    expect(lift(tenthsOfValue(deals, 60))).toBeGreaterThan(1.8);
    expect(lift(tenthsOfValue(deals, 90))).toBeGreaterThan(1.6);
  });

  it("ranks better than the points of the settings", () => {
    for (const days of [30, 60, 90]) {
      const additive = tenthsOfValue(deals, days, (deal) => deal.additive);
      expect(lift(tenthsOfValue(deals, days))).toBeGreaterThan(1.2 * lift(additive));
    }
  });

  it("says how much money will be lost within 90 days, in all and tenth by tenth", () => {
    const tenths = tenthsOfValue(deals, 90);
    const ratio = sum(tenths, "said") / sum(tenths, "lost");
    expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
    // A tenth holds some dozen large deals: twelve points are two standard errors.
    for (const { said, lost, value } of tenths)
      expect(Math.abs(said - lost) / value).toBeLessThan(0.12);
    const [risky, safe] = [tenths.slice(0, 3), tenths.slice(7)];
    expect(sum(risky, "lost")).toBeGreaterThan(2 * sum(safe, "lost"));
  });
});
