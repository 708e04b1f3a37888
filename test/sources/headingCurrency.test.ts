import { describe, expect, it } from "vitest";
import { planImport } from "../../src/sources/planImport.ts";
import { opportunities } from "../../src/tables/opportunities.ts";
import { matchHeader } from "../../src/tables/reading/header.ts";

const plan = (file: string, ...lines: string[]) =>
  planImport({ file, rows: lines.map((line) => line.split("|")), answers: {}, conventions: {} });

describe("a currency in the heading of amounts", () => {
  it("is the currency of every amount that names none", () => {
    const { main, notes } = plan(
      "deals.csv",
      "Deal ID|Deal Name|Stage|importe_eur",
      "1|A|Demo|18000",
      "2|B|Demo|$500",
    );
    expect(main?.rows).toMatchObject([
      { amount: 18000, currency: "EUR" },
      { amount: 500, currency: "USD" },
    ]);
    expect(main?.fields).toContain("currency");
    expect(notes).toContain('Amounts are in EUR, as the heading "importe_eur" says.');
  });

  it("leaves the word to a column of currencies", () => {
    const { main } = plan(
      "deals.csv",
      "Deal ID|Deal Name|Stage|Amount (EUR)|Currency",
      "1|A|Demo|18000|CHF",
    );
    expect(main?.rows).toMatchObject([{ amount: 18000, currency: "CHF" }]);
  });

  it("stands behind an amount without one, and two of them are asked about", () => {
    const one = plan("d.csv", "Deal ID|Deal Name|Stage|Amount|Amount (EUR)", "1|A|Demo|5|6");
    expect(one.questions).toEqual([]);
    expect(one.main?.rows).toMatchObject([{ amount: 5 }]);
    expect(one.main?.rows[0]?.currency).toBeUndefined();
    const two = plan("d.csv", "Deal ID|Deal Name|Stage|Amount (GBP)|Amount (EUR)", "1|A|Demo|5|6");
    expect(two.questions.map(({ id }) => id)).toEqual(["d.csv/Amount/column"]);
  });

  it("tells quotas too", () => {
    const { main } = plan("goals.csv", "rep_id|quota_start_date|quota_eur", "r1|2026-01-01|100000");
    expect(main?.table.name).toBe("quotas");
    expect(main?.rows).toMatchObject([{ repId: "r1", quotaAmount: 100000, currency: "EUR" }]);
  });

  it("lets ranges of formulas find the amount as well", () => {
    expect(matchHeader(opportunities, ["Deal ID", "Amount (USD)"]).mapping.amount).toBe(1);
    expect(matchHeader(opportunities, ["Amount (USD)", "Amount"]).mapping.amount).toBe(1);
  });
});
