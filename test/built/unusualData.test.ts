import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { runCommand } from "../../workbench/cli/runCommand.ts";

const folder = mkdtempSync(join(tmpdir(), "unusual-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COLUMNS =
  "Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date,Created Date,Probability (%),Currency";
const WON = "006W,Omega,Ada,Closed Won,40000,2026-01-10,2025-12-01,100,";
const LOST = "006L,Lambda,Ada,Closed Lost,20000,2026-01-12,2025-12-01,0,";
const open = (id: string, stage: string, amount: string, probability: string, currency = "") =>
  `006${id},Deal ${id},Ada,${stage},${amount},2026-03-10,2025-12-01,${probability},${currency}`;
const quota = (amount: number) =>
  `Rep,Period Type,Start Date,End Date,Quota Amount\nAda,quarter,2026-01-01,2026-03-31,${amount}\n`;

type Printed = { figures: { id: string; value: unknown }[] };

/** The three reports about forecasts, as the command line prints them. */
async function reportsOn(deals: readonly string[], quotas?: string) {
  const data = mkdtempSync(join(folder, "data-"));
  writeFileSync(join(data, "opportunities.csv"), `${[COLUMNS, ...deals].join("\n")}\n`);
  if (quotas !== undefined) writeFileSync(join(data, "quotas.csv"), quotas);
  const names = ["forecast", "forecast-accuracy", "calibration"];
  const args = ["report", ...names, "--data", data, "--as-of", "2026-02-01"];
  const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
  await runCommand([...args, "--json"]);
  await runCommand([...args, "--text"]);
  const [json, text] = printed.mock.calls.map(([line]) => String(line));
  printed.mockRestore();
  const reports = JSON.parse(json ?? "[]") as Printed[];
  const [forecast, accuracy, calibration] = reports.map(({ figures }) =>
    Object.fromEntries(figures.map(({ id, value }) => [id, value])),
  );
  return { forecast, accuracy, calibration, text: text ?? "" };
}

type Unusual = {
  readonly what: string;
  readonly deals: readonly string[];
  readonly quota?: number;
  /** Figures of the forecast. */
  readonly figures: Readonly<Record<string, number | null>>;
  readonly says: readonly RegExp[];
};

const NO_PAST = /No quarter that is over can be forecast again/;

const CASES: readonly Unusual[] = [
  {
    what: "one open deal",
    deals: [WON, open("A", "Negotiation", "15000", "80")],
    // Won 40,000 and 15,000 with 80 %: below 55,000 with 20 %.
    figures: { expected: 52000, mean: 52000, p10: 40000, p50: 55000, p90: 55000, coverage: null },
    says: [NO_PAST, /there is no quota in the data/],
  },
  {
    what: "all deals closed",
    deals: [WON, LOST],
    figures: { won: 40000, weighted_open: 0, mean: 40000, p10: 40000, p50: 40000, p90: 40000 },
    says: [NO_PAST, /No open deal closes in the period/, /Nothing tells which stages/],
  },
  {
    what: "all deals lost",
    deals: [LOST],
    figures: { won: 0, expected: 0, mean: 0, p90: 0 },
    says: [/No deal was won or closes in Q1 2026/],
  },
  {
    what: "nothing closed yet",
    deals: [open("A", "Negotiation", "40000", "80")],
    figures: { weighted_open: 32000, won: null, expected: null, p50: null },
    says: [
      NO_PAST,
      /the expected total is blank because the data holds no closed deal/,
      /No deal is over yet, so no probability can be held/,
      /no closed deal with a close date, so nobody knows what is won to date/,
    ],
  },
  {
    what: "no deals",
    deals: [],
    figures: { open_pipeline: null, weighted_open: null, expected: null, mean: null },
    says: [/There are no deals yet: import opportunities/],
  },
  {
    what: "a quota of zero",
    deals: [WON, open("A", "Negotiation", "15000", "80")],
    quota: 0,
    figures: { mean: 52000, quota: null, coverage: null, gap: null, prob_of_quota: null },
    says: [/none of the 1 quota in the Quotas sheet is above zero/],
  },
  {
    what: "a quota below what is won",
    deals: [WON, open("A", "Negotiation", "15000", "80")],
    quota: 10000,
    figures: { quota: 10000, coverage: null, gap: 0, prob_of_quota: 1 },
    says: [/100 % chance of quota/],
  },
  {
    what: "negative and zero amounts",
    deals: [
      WON,
      open("A", "Negotiation", "-40000", "80"),
      open("B", "Proposal", "0", "60"),
      open("C", "Proposal", "30000", "60"),
    ],
    // -40,000 x 80 % + 30,000 x 60 % = -14,000.
    figures: { open_pipeline: -10000, weighted_open: -14000, expected: 26000, mean: 26000 },
    says: [/has an amount below zero; totals count it/],
  },
  {
    what: "no amounts",
    deals: [WON, open("A", "Negotiation", "", "80"), open("B", "Proposal", "", "60")],
    figures: { won: 40000, open_pipeline: null, weighted_open: null },
    says: [/2 open deals of the period have no amount and count with none/],
  },
  {
    what: "probabilities outside of 0 to 100 %",
    deals: [
      WON,
      open("A", "Negotiation", "40000", "180"),
      open("B", "Negotiation", "10000", "-20"),
      open("C", "Negotiation", "30000", "80"),
    ],
    figures: { open_pipeline: 80000 },
    says: [/2 open deals of the period \(50 k\) have no probability of their own and count with/],
  },
  {
    what: "a fraction among percents",
    deals: [
      WON,
      open("A", "Negotiation", "40000", "0.8"),
      open("B", "Negotiation", "10000", "80"),
      open("C", "Negotiation", "30000", "80"),
    ],
    figures: { open_pipeline: 80000 },
    says: [/1 open deal of the period \(40 k\) has no probability of its own and counts with/],
  },
  {
    what: "two currencies without a rate",
    deals: [
      "006W,Omega,Ada,Closed Won,40000,2026-01-10,2025-12-01,100,EUR",
      open("A", "Negotiation", "40000", "80", "EUR"),
      open("B", "Proposal", "10000", "60", "USD"),
    ],
    // Euros alone: 40,000 + 40,000 x 80 %.
    figures: { open_pipeline: 40000, weighted_open: 32000, expected: 72000, mean: 72000 },
    says: [/Left out of all amounts, because the Currency sheet has no rate .* USD 10 k/],
  },
  {
    what: "stages without a probability",
    deals: [WON, open("A", "Mystery", "40000", ""), open("B", "Riddle", "10000", "")],
    figures: { open_pipeline: 50000, weighted_open: null, mean: null, p50: null },
    says: [/2 open deals of the period \(50 k\) without a probability, .* left out of weighted/],
  },
];

describe("forecast, forecast-accuracy and calibration on unusual data", () => {
  it.each(CASES)("$what", async ({ deals, quota: amount, figures, says }) => {
    const found = await reportsOn(deals, amount === undefined ? undefined : quota(amount));
    for (const [id, value] of Object.entries(figures)) {
      const actual = found.forecast?.[id] ?? null;
      if (value === null) expect({ [id]: actual }).toEqual({ [id]: null });
      else expect(actual, id).toBeCloseTo(value, 6);
    }
    for (const words of says) expect(found.text).toMatch(words);
    expect(found.text).not.toMatch(/NaN|Infinity|undefined|\[object/);
    for (const figure of [found.forecast, found.accuracy, found.calibration].flatMap((report) =>
      Object.values(report ?? {}),
    ))
      if (typeof figure === "number") expect(Number.isFinite(figure)).toBe(true);
  });
});
