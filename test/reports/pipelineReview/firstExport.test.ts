import { expect, it } from "vitest";
import type { Deal, DealSnapshot } from "../../../src/core/deals/deal.ts";
import { openBook } from "../../../src/reports/book.ts";
import { noRateFinding } from "../../../src/reports/parts/noRateFinding.ts";
import { pipelineReview } from "../../../src/reports/pipelineReview.ts";
import type { Report } from "../../../src/reports/report.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";
import { asOf, request } from "../company.ts";
import { tableOf } from "../dataSets.ts";

const deal = (id: number, more: Partial<Deal>): Deal => ({
  opportunityId: `D${id}`,
  opportunityName: `Press ${id}`,
  owner: "Zoë",
  stage: "Inquiry",
  amount: 1000 * id,
  currency: "EUR",
  createdDate: asOf - 40,
  closeDate: asOf + 10,
  ...more,
});
const deals = [
  deal(1, {}),
  deal(2, { stage: "Angebot" }),
  deal(3, { currency: "SEK" }),
  deal(4, { currency: "CHF", stage: "Angebot" }),
  deal(5, { stage: "Order won", closeDate: asOf - 3 }),
];
const stages = ["Inquiry", "Angebot", "Order won"].map((stage, at) => ({
  ...{ pipeline: "", stage, order: at + 1, probability: at === 2 ? 1 : undefined },
  ...{ status: at === 2 ? ("won" as const) : ("open" as const), category: undefined },
  ...{ group: undefined, benchmarkDays: undefined, staleMultiple: 2, wipLimit: undefined },
  ...{ exitCriteria: "", crmValues: [] },
}));
const settings = { ...defaultSettings, homeCurrency: "EUR", stages };
const snapshots = (day: number): DealSnapshot[] =>
  deals.map(({ opportunityId, stage, amount, currency, closeDate, owner }) => ({
    ...{ opportunityId, stage, amount, currency, closeDate, owner, snapshotDate: day },
  }));
const asked = (day: number) =>
  request({
    settings,
    tables: { opportunities: tableOf(deals), snapshots: tableOf(snapshots(day)) },
  });
const tableNamed = (report: Report, id: string) =>
  report.sections.find(({ table }) => table?.id === id)?.table;

it("says first what no amount holds for want of a rate", () => {
  const book = openBook(asked(asOf));
  const [finding] = noRateFinding(book.allOpen, "no amount");
  // Two of four open deals, 3,000 and 4,000 in their own currencies: half is far above a tenth.
  expect(finding).toMatchObject({
    severity: "high",
    matter: "no_rate",
    evidence: ["D3", "D4"],
    more: 0,
  });
  expect(finding?.what).toMatch(
    /^1 deal worth SEK 3,000 and 1 deal worth CHF 4,000 are in no amount:/,
  );
  expect(finding?.action).toContain("the rates of CHF and SEK");
  expect(noRateFinding(book.allOpen.slice(0, 2), "no amount")).toEqual([]);
  const report = pipelineReview.build(asked(asOf));
  expect(report.sections[0]?.findings?.[0]).toMatchObject({ id: "no_rate" });
});

it("shows large what is known, and no column in which nothing stands", () => {
  const report = pipelineReview.build(asked(asOf));
  const large = report.figures.filter(({ headline }) => headline);
  expect(large.map(({ id }) => id).sort()).toEqual(
    ["open", "at_risk", "open_in_period", "won", "win_rate", "aged"].sort(),
  );
  for (const { value } of large) expect(value).toBeDefined();
  const shown = tableNamed(report, "stages")?.columns.map(({ id }) => id);
  expect(shown).toEqual(["stage", "deals", "amount", "share"]);
  expect(tableNamed(report, "mix")?.rows).toEqual([]);
});

it("calls the weeks before the first snapshot hindsight, and tells no pace from them", () => {
  const first = pipelineReview.build(asked(asOf));
  const weeks = tableNamed(first, "trend")?.rows ?? [];
  // Every open deal of an earlier week is told by what it was later; today is known.
  expect(weeks.at(-2)?.cells.later).toBe(1);
  expect(weeks.at(-1)?.cells.later).toBeUndefined();
  expect(first.charts.find(({ id }) => id === "trend_chart")?.title).toContain("hindsight");
  expect(tableNamed(first, "work")?.rows).toEqual([]);
  const long = pipelineReview.build(asked(asOf - 100));
  expect(tableNamed(long, "trend")?.columns.map(({ id }) => id)).not.toContain("later");
  expect(tableNamed(long, "work")?.rows).toHaveLength(2);
});
