import { dayFromParts } from "../../../src/core/calendar/day.ts";
import type { Report, TableRow } from "../../../src/reports/report.ts";

export type SampleDeal = {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly amount: number;
};

export const DEALS: readonly SampleDeal[] = [
  { id: "006A", name: "Acme renewal", owner: "Ana Ruiz", amount: 120000 },
  { id: "006B", name: "Beta rollout", owner: "Ben Cho", amount: 80000 },
  { id: "006C", name: "=Cyan pilot", owner: "Ana Ruiz", amount: 45000.5 },
  { id: "006D", name: "Delta 2017-06", owner: "Dee Lund", amount: 30000 },
];

/** A made-up forecast of so many deals, with every kind of block a report can have. */
export function sampleReport(deals: readonly SampleDeal[] = DEALS, quota = 300000): Report {
  const open = deals.reduce((sum, { amount }) => sum + amount, 0);
  const rows: TableRow[] = deals.map(({ id, name, owner, amount }) => ({
    key: id,
    cells: {
      name,
      owner,
      close: dayFromParts(2017, 6, 15),
      amount,
      share: open > 0 ? amount / open : undefined,
    },
  }));
  return {
    name: "forecast",
    title: "Forecast",
    period: {
      grain: "quarter",
      label: "2017-Q2",
      title: "Q2 2017, Apr-Jun 2017",
      from: dayFromParts(2017, 4, 1),
      to: dayFromParts(2017, 6, 30),
    },
    asOf: dayFromParts(2017, 6, 1),
    currency: "USD",
    scope: "All owners",
    answer: "Open pipeline covers 0.9 times the quota that is left; the gap is 24,999.50 USD.",
    figures: [
      {
        id: "open",
        label: "Open pipeline",
        value: open,
        format: "money",
        headline: true,
        words: "Every open deal that closes in the period.",
        source: "table Deals",
        formula: "=SUM({deals.amount})",
      },
      {
        id: "quota",
        label: "Quota",
        value: quota,
        format: "money",
        headline: true,
        context: "4 reps",
        words: "Sum of the reps' quotas.",
        source: "sheet Quotas",
      },
      {
        id: "coverage",
        label: "Coverage",
        value: open / quota,
        format: "ratio",
        headline: true,
        status: "warning",
        statusWord: "at risk",
        words: "Open pipeline over quota.",
        source: "this sheet",
        formula: "={=open}/{=quota}",
      },
      {
        id: "velocity",
        label: "Velocity",
        value: undefined,
        format: "money",
        words: "Not known without closed deals.",
        source: "sheet Opportunities",
      },
    ],
    charts: [
      {
        id: "byDeal",
        kind: "bar",
        title: "Acme renewal is the largest deal",
        subtitle: "Open amount, USD",
        table: "deals",
        category: "name",
        series: [{ column: "amount", label: "Amount", colour: "#1a73e8" }],
        categoryTitle: "Deal",
        valueTitle: "Amount (USD)",
        format: "money",
        place: "main",
      },
    ],
    sections: [
      {
        id: "deals",
        heading: "Deals",
        reading: "Two deals hold most of the value.",
        table: {
          id: "deals",
          columns: [
            { id: "name", label: "Deal", format: "text", span: 3 },
            {
              id: "owner",
              label: "Owner",
              format: "text",
              span: 2,
              status: { "Dee Lund": "warning" },
            },
            { id: "close", label: "Close date", format: "date", span: 1 },
            { id: "amount", label: "Amount (USD)", format: "money", span: 2, bar: true },
            {
              id: "share",
              label: "Share",
              format: "percent",
              span: 1,
              formula: "={@amount}/{deals.amount.total}",
            },
          ],
          rows,
          total: {
            key: "total",
            cells: { name: "Total", amount: open },
            formulas: { amount: "=SUM({deals.amount})" },
          },
          more: "12 more in sheet Opportunities",
          empty: "No open deal closes in this period.",
        },
        findings: [
          {
            id: "overdue",
            severity: "high",
            what: "Acme renewal is overdue by 12 days.",
            evidence: ["006A"],
            amount: 120000,
            action: "Agree a new close date.",
            owner: "Ana Ruiz",
            due: dayFromParts(2017, 6, 8),
          },
        ],
      },
    ],
    notes: ["Amounts are in USD.", "2 deals have no amount and are left out."],
    checks: [
      {
        id: "sum",
        label: "Deals less total",
        value: 0,
        formula: "=SUM({deals.amount})-{deals.amount.total}",
      },
    ],
  };
}
