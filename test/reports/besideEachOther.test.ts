import { describe, expect, it } from "vitest";
import type { Deal } from "../../src/core/deals/deal.ts";
import { benchmarks } from "../../src/reports/benchmarks.ts";
import { dataQuality } from "../../src/reports/dataQuality.ts";
import { hygiene } from "../../src/reports/hygiene.ts";
import { myDeals } from "../../src/reports/myDeals.ts";
import { pipelineReview } from "../../src/reports/pipelineReview.ts";
import type { Report } from "../../src/reports/report.ts";
import { asOf, on, request } from "./company.ts";
import { tableOf } from "./dataSets.ts";

const deal = (opportunityId: string, more: Partial<Deal>): Deal => ({
  opportunityId,
  opportunityName: `Deal ${opportunityId}`,
  owner: "r1",
  stage: "Discovery",
  amount: 100_000,
  currency: "USD",
  createdDate: asOf - 10,
  closeDate: asOf + 20,
  lastActivity: asOf - 1,
  nextStep: "Call",
  contactCount: 5,
  ...more,
});
const asked = (deals: readonly Deal[]) =>
  request({ tables: { reps: request().tables.reps, opportunities: tableOf(deals) } });

describe("hygiene and data quality of the same deals", () => {
  it("say what each counts where they part by much", () => {
    // 400,000 of 500,000 lies in deals with one contact; every value that is entered is sound.
    const few = ["a", "b", "c", "d"].map((id) => deal(id, { contactCount: 1 }));
    const deals = asked([...few, deal("e", {})]);
    expect(hygiene.build(deals).answer).toMatch(
      /^Hygiene score 20 of 100: 4 of 5 records have issues.* A deal counts whole here; Data quality counts single values/,
    );
    expect(dataQuality.build(deals).answer).toBe(
      "Data quality 100 % (share of sound values, mean of 6 dimensions): every dimension meets its target. Hygiene is at 20 of 100: it counts the whole amount of every open deal that breaks a rule, this report single values. 4 of its 4 records break only rules about the work on the deal, most often too few contacts.",
    );
  });

  it("blame the data where it is the data", () => {
    const overdue = ["a", "b", "c", "d"].map((id) => deal(id, { closeDate: asOf - 3 }));
    const { answer } = dataQuality.build(asked([...overdue, deal("e", {})]));
    expect(answer).toContain("Hygiene is at 20 of 100");
    expect(answer).not.toContain("work on the deal");
  });

  it("say nothing of each other where they agree", () => {
    const clean = asked([deal("a", {}), deal("b", {})]);
    expect(hygiene.build(clean).answer).not.toContain("Data quality");
    expect(dataQuality.build(clean).answer).not.toContain("Hygiene");
  });
});

it("the pipeline review tells deals at risk by score from those by signals", () => {
  // Score 20 + 30 without the economic buyer + 25 beyond 90 days = 75; overdue and pushed three times are two signals.
  const risky = deal("r", { economicBuyerMet: false, createdDate: on("2026-01-01") });
  const signals = deal("s", { amount: 40_000, closeDate: asOf - 3, pushCount: 3 });
  const answerOf = (...deals: readonly Deal[]) => pipelineReview.build(asked(deals)).answer;
  expect(answerOf(risky, signals, deal("c", {}))).toContain(
    "USD 140 k in 2 deals at risk (1 by risk score, 1 by two signals and more, such as overdue)",
  );
  expect(answerOf(signals)).toContain(
    "in 1 deal at risk (none by risk score, 1 by two signals and more, such as overdue)",
  );
  expect(answerOf(risky)).toContain("in 1 deal at risk (1 by risk score)");
  expect(answerOf(deal("c", {}))).toContain("no deal at risk by score or by two signals");
});

it("the scorecard says why it adds up to nothing", () => {
  // Without quota, history and decided deals only the mix and the age of the deals are known: 20 + 10 points.
  const { sections } = pipelineReview.build(asked([deal("a", {})]));
  const card = sections.find(({ id }) => id === "scorecard");
  expect(card?.table?.rows.every(({ cells }) => cells.adds === undefined)).toBe(true);
  expect(card?.reading).toMatch(
    /^Only \d+ of 100 points can be told; a score takes half of them, so nothing is added up\.$/,
  );
});

describe("a missing exchange rate", () => {
  const foreign = deal("f", { currency: "GBP", amount: 7_000 });
  const first = ({ sections }: Report) => sections[0]?.findings?.[0];

  it.each([myDeals, benchmarks])("is said first by $title", ({ build }) => {
    expect(first(build(asked([foreign, deal("a", {})])))).toMatchObject({
      id: "no_rate",
      severity: "high",
      evidence: ["f"],
      what: "1 deal worth GBP 7,000 is in no amount of this report: the Currency sheet has no rate in force.",
    });
  });

  it.each([myDeals, benchmarks])("is not said by $title without a foreign deal", ({ build }) => {
    expect(first(build(asked([deal("a", {})])))?.id).not.toBe("no_rate");
  });
});

describe("deals without close dates", () => {
  const undated = Array.from({ length: 3 }, (_, at) => {
    const { closeDate: _none, ...rest } = deal(`u${at}`, { stageEntered: asOf - 8 });
    return rest;
  });
  const history = undated.map(({ opportunityId }) => ({
    opportunityId,
    changedAt: asOf - 8,
    field: "Stage",
    toValue: "Discovery",
  }));
  const data = { ...asked(undated).tables, opportunityHistory: tableOf(history) };

  it("are in no trend of what closes in the period", () => {
    const { sections, charts } = pipelineReview.build({ ...asked(undated), tables: data });
    const trend = sections.find(({ id }) => id === "trend")?.table;
    expect(trend?.rows.length).toBeGreaterThan(0);
    expect(trend?.columns.map(({ id }) => id)).not.toContain("period");
    const drawn = charts.find(({ id }) => id === "trend_chart");
    expect(drawn?.series.map(({ column }) => column)).toEqual(["open"]);
    expect(drawn?.subtitle).not.toContain("closes in the period");
  });

  it("stand large in My deals by what is open, and not as dashes alone", () => {
    const { figures } = myDeals.build({ ...asked(undated), tables: data });
    const large = figures.filter(({ headline }) => headline);
    expect(large).toHaveLength(4);
    expect(large.find(({ id }) => id === "open_all")?.value).toBe(300_000);
  });
});

it("My deals says what to do on the first deal, and why", () => {
  const { answer } = myDeals.build(asked([deal("late", { closeDate: asOf - 3 })]));
  expect(answer).toMatch(/1 deal to act on, first: Deal late, [^(]+ \([^)]*has passed[^)]*\)\.$/);
});
