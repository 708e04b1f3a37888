import { beforeAll, describe, expect, it } from "vitest";
import { chunkRows } from "../../../sidebar/files/chunkRows.ts";
import { isoFromDay } from "../../../src/core/calendar/day.ts";
import { opportunities } from "../../../src/tables/opportunities.ts";
import { readTable } from "../../../src/tables/reading/readTable.ts";
import { sampleCompany } from "../../../workbench/sample/sampleCompany.ts";
import { addonHost } from "../addonHost.ts";

describe("fitting the deal risk on the sample company", () => {
  const company = sampleCompany({ only: ["Opportunities.csv", "OpportunityHistory.csv"] });
  const host = addonHost({ now: () => Date.UTC(2026, 10, 21, 15) });
  const table = (formula: string) => {
    const outcome = host.evaluate(formula);
    if (!("rows" in outcome)) throw new Error(JSON.stringify(outcome));
    return outcome.rows.map((row) => row.map(({ value }) => value));
  };
  beforeAll(() => {
    for (const { name, rows } of company.files) {
      for (const chunk of chunkRows(rows))
        host.ask("revopsStageRows", { token: name, file: name, ...chunk });
      const date = isoFromDay(company.asOf);
      host.ask("revopsImport", { from: { token: name }, file: name, date, answers: {} });
    }
    host.call("revopsFitRiskModel");
  }, 120_000);

  it("writes a versioned sheet, and the score's parts add up in log-odds", () => {
    expect(host.calls().length).toBeLessThanOrEqual(40);
    expect(JSON.stringify(host.events.slice(-1))).toMatch(/Fitted on \d+ decided deals/);
    const [header = [], ...rows] = table(
      "=DEAL_RISK_EXPLAIN(REVOPS_OPPORTUNITIES, REVOPS_AS_OF, REVOPS_RISK, REVOPS_RISK_MODEL)",
    );
    const at = (label: string) => header.indexOf(label);
    const open = rows.filter((row) => typeof row[at("Risk")] === "number");
    expect(open.length).toBeGreaterThan(100);
    for (const row of open) {
      const sum = row
        .slice(at("Base"), at("Cap"))
        .reduce<number>((total, part) => total + (typeof part === "number" ? part : 0), 0);
      expect(sum).toBeCloseTo(Number(row[at("Log-odds")]), 10);
      expect(Number(row[at("Risk")])).toBeCloseTo(100 / (1 + Math.exp(-sum)), 9);
    }
  });

  it("leaves the score without a model as it was", () => {
    const [additive] = table("=DEAL_RISK(REVOPS_OPPORTUNITIES, REVOPS_AS_OF)")
      .flat()
      .filter((score) => typeof score === "number");
    expect(Number.isInteger(additive)).toBe(true);
  });

  it("says how much of today's open value is lost within 90 days", () => {
    const scores = table(
      "=DEAL_RISK_EXPLAIN(REVOPS_OPPORTUNITIES, REVOPS_AS_OF, REVOPS_RISK, REVOPS_RISK_MODEL)",
    );
    const scoreOf = new Map(scores.map(([id, score]) => [String(id), score]));
    const deals = readTable(opportunities, host.cells("Opportunities") as never).rows;
    let [value, said, lost] = [0, 0, 0];
    for (const { opportunityId, amount = 0 } of deals) {
      const [score, end] = [scoreOf.get(opportunityId), company.truth.outcomes.get(opportunityId)];
      if (typeof score !== "number" || !end || amount <= 0) continue;
      value += amount;
      said += (amount * score) / 100;
      if (!end.won && end.closeDay - company.asOf <= 90) lost += amount;
    }
    // What the company's maker knows; a few hundred deals of very different size leave some points to chance.
    expect(lost / value).toBeGreaterThan(0.2);
    expect(Math.abs(said - lost) / value).toBeLessThan(0.12);
  });
});
