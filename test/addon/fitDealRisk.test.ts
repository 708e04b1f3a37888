import { beforeAll, describe, expect, it } from "vitest";
import { chunkRows } from "../../sidebar/files/chunkRows.ts";
import { isoFromDay } from "../../src/core/calendar/day.ts";
import { opportunities } from "../../src/tables/opportunities.ts";
import { readTable } from "../../src/tables/readTable.ts";
import { sampleCompany } from "../../workbench/sample/sampleCompany.ts";
import { addonHost } from "./addonHost.ts";

describe("fitting the deal risk on the sample company", () => {
  const company = sampleCompany({ only: ["Opportunities.csv"] });
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

  it("has the value that is really lost of today's open deals among the riskiest", () => {
    const scores = table(
      "=DEAL_RISK_EXPLAIN(REVOPS_OPPORTUNITIES, REVOPS_AS_OF, REVOPS_RISK, REVOPS_RISK_MODEL)",
    );
    const scoreOf = new Map(scores.map(([id, score]) => [String(id), score]));
    const deals = readTable(opportunities, host.cells("Opportunities") as never).rows;
    const open = deals.flatMap(({ opportunityId, amount = 0 }) => {
      const [score, end] = [scoreOf.get(opportunityId), company.truth.outcomes.get(opportunityId)];
      if (typeof score !== "number" || !end || amount <= 0) return [];
      return [{ score, amount, lost: end.won ? 0 : amount }];
    });
    open.sort((a, b) => b.score - a.score);
    const total = open.reduce((sum, { amount }) => sum + amount, 0);
    const tenths = Array.from({ length: 10 }, () => ({ amount: 0, lost: 0, risk: 0 }));
    let passed = 0;
    for (const { amount, lost, score } of open) {
      const tenth = tenths[Math.min(9, Math.floor((10 * passed) / total))];
      passed += amount;
      if (!tenth) continue;
      tenth.amount += amount;
      tenth.lost += lost;
      tenth.risk += (amount * score) / 100;
    }
    const shares = tenths.map(({ amount, lost }) => lost / amount);
    const average = open.reduce((sum, { lost }) => sum + lost, 0) / total;
    const percents = (all: readonly number[]) =>
      all.map((share) => (100 * share).toFixed(0)).join(", ");
    console.log(
      `${open.length} open deals, ${percents([average])}% of their value lost in the end; by tenths of value, the riskiest first: said ${percents(tenths.map(({ amount, risk: said }) => said / amount))}, lost ${percents(shares)}`,
    );
    const safer = tenths.slice(5).reduce((sum, { lost }) => sum + lost, 0) / (total / 2);
    // More than half is lost on average, so that twice the average is more than all of it.
    expect(shares[0]).toBeGreaterThan(Math.min(2 * average, 0.95));
    expect(shares[0]).toBeGreaterThan(2 * safer);
  });
});
