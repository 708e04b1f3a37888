import {
  type JudgedDeal,
  lift,
  riskBacktest,
  type Tenth,
  tenthsOfValue,
} from "../core/risk/riskBacktest.ts";
import { riskOnHistory } from "../core/risk/riskOnHistory.ts";
import { riskOracle } from "../core/risk/riskOracle.ts";
import { salesWave } from "../reports/dataSets.ts";
import type { Page } from "./page.ts";

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const MORNINGS = 3;
const DAYS = [30, 60, 90];
const HISTORY_DAYS = 4;

const money = (amount: number) => `${(amount / 1e6).toFixed(1)} M`;
const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(0)} %`;

/** Money at risk by tenths of value against what was lost, on past mornings of made-up companies. */
export function riskBench(page: Page): void {
  const deals = SEEDS.flatMap((seed) => riskBacktest(seed, MORNINGS));
  const lifts = tenthsTable(
    page,
    `Deal risk, fitted on ${MORNINGS} past mornings of ${SEEDS.length} made-up companies, by tenths of the open value, the riskiest first`,
    deals,
  );
  lifts("the same in cells, without the activities", ({ inCell }) => inCell);
  lifts("by the points of the settings", ({ additive }) => additive);
  const known = oracle(deals);
  lifts("by the true hazards", (deal, at) => known(deal)?.hazards[at] ?? 0);
  lifts("by them and all activities", (deal, at) => known(deal)?.withActivity[at] ?? 0);
  if (!process.env.REVOPS_DATA) return;
  const tables = salesWave();
  const changes = tables.opportunityHistory?.rows ?? [];
  const end = changes.reduce((last, { changedAt }) => Math.max(last, Math.floor(changedAt)), 0);
  tenthsTable(
    page,
    `Deal risk, fitted on ${HISTORY_DAYS} past days of a public CRM data set, by tenths of the open value`,
    riskOnHistory(tables, end, HISTORY_DAYS),
  )("the same in cells, without the activities", ({ inCell }) => inCell);
}

/** Prints the tenths; the result adds a line that says how much more the riskiest tenth lost, by another score. */
function tenthsTable(page: Page, title: string, deals: readonly JudgedDeal[]) {
  const byDays = DAYS.map((days) => tenthsOfValue(deals, days));
  const all = (tenths: readonly Tenth[], what: keyof Tenth) =>
    tenths.reduce((sum, tenth) => sum + tenth[what], 0);
  page.section(title, [
    "tenth",
    "deals",
    "value",
    "money at risk",
    "lost within 90 days",
    "said",
    "lost in 30 days",
    "60",
    "90",
  ]);
  const row = (name: string, tenths: readonly Tenth[][]) => {
    const [in30 = [], in60 = [], in90 = []] = tenths;
    const value = all(in90, "value");
    page.row(
      name,
      all(in90, "deals").toLocaleString("en"),
      money(value),
      money(all(in90, "said")),
      money(all(in90, "lost")),
      percent(all(in90, "said"), value),
      ...[in30, in60, in90].map((one) => percent(all(one, "lost"), value)),
    );
  };
  for (let at = 0; at < 10; at++)
    row(
      String(at + 1),
      byDays.map((tenths) => tenths.slice(at, at + 1)),
    );
  row("all", byDays);
  const lifts = (name: string, scoreOf: (deal: JudgedDeal, at: number) => number) =>
    page.row(
      name,
      ...["", "", "", "", ""],
      ...DAYS.map(
        (days, at) =>
          `${lift(tenthsOfValue(deals, days, (deal) => scoreOf(deal, at))).toFixed(2)} x`,
      ),
    );
  lifts("riskiest / all", ({ fitted }) => fitted);
  return lifts;
}

/** What could be known at most of each deal. */
function oracle(deals: readonly JudgedDeal[]) {
  const asOfs = [...new Set(deals.map(({ asOf }) => asOf))];
  const key = (seed: number, { id, asOf }: Pick<JudgedDeal, "id" | "asOf">) =>
    `${seed} ${id} ${asOf}`;
  const all = new Map(
    SEEDS.flatMap((seed) => riskOracle(seed, asOfs).map((one) => [key(seed, one), one] as const)),
  );
  return (deal: JudgedDeal) => all.get(key(deal.seed, deal));
}
