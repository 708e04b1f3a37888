import type { Day } from "../../core/calendar/day.ts";
import type { Book } from "../book.ts";
import { dealName } from "../parts/dealName.ts";
import { unitOf } from "../parts/unit.ts";
import { sayCount, sayDay, sayMoney, sayPercent } from "../parts/words.ts";
import type { Check, Figure, ReportTable, Section, Value } from "../report.ts";
import { figure } from "./figure.ts";
import type { HeldEffect, Revenue } from "./revenue.ts";

const MOST = 15;

const sayKnown = (say: (value: number) => string, value: number | undefined) =>
  value === undefined ? "blank" : say(value);

/** What the person says against the CRM, in words; what comes to the same is not repeated. */
function against({ override, crm, row }: HeldEffect): string {
  const [was, is] = [crm.standing, row.standing];
  const money = (value: number) => sayMoney(value, "");
  const parts: readonly (readonly [unknown, string, string, string])[] = [
    [
      override.probability,
      "Chance",
      sayKnown(sayPercent, was.probability),
      sayKnown(sayPercent, is.probability),
    ],
    [override.amount, "Amount", sayKnown(money, was.amount), sayKnown(money, is.amount)],
    [
      override.closeDate,
      "Close",
      sayKnown(sayDay, was.deal.closeDate),
      sayKnown(sayDay, is.deal.closeDate),
    ],
    [override.category, "Category", was.category ?? "none", is.category ?? "none"],
  ];
  return parts
    .filter(([held, , before, after]) => held !== undefined && before !== after)
    .map(([, name, before, after]) => `${name} ${before} to ${after}`)
    .join("; ");
}

const least = (days: readonly Day[]) => days.reduce((min, day) => Math.min(min, day));
const changeOf = ({ before, after }: HeldEffect) => after - before;
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

function heldTable(held: readonly HeldEffect[], unit: string): ReportTable {
  const sorted = [...held].sort((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a)));
  const rest = sorted.slice(MOST);
  const cellsOf = (rows: readonly HeldEffect[]): Record<string, Value> => ({
    before: sum(rows.map(({ before }) => before)),
    after: sum(rows.map(({ after }) => after)),
    change: sum(rows.map(changeOf)),
  });
  const change = "{@after}-{@before}";
  const rows = sorted.slice(0, MOST).map((one) => ({
    key: one.override.opportunityId,
    cells: {
      ...cellsOf([one]),
      name: dealName(one.crm),
      what: against(one),
      by: one.override.by,
      reason: one.override.reason,
    },
    formulas: { change },
  }));
  const others = {
    key: "(others)",
    cells: { ...cellsOf(rest), name: sayCount(rest.length, "other deal") },
    formulas: { change },
  };
  return {
    id: "held",
    columns: [
      { id: "name", label: "Deal", format: "text", span: 2 },
      { id: "what", label: "CRM, and what is held", format: "text", span: 3 },
      { id: "before", label: `CRM brings${unit}`, format: "money", span: 1 },
      { id: "after", label: "Held brings", format: "money", span: 1 },
      { id: "change", label: "Change", format: "money", span: 1 },
      { id: "by", label: "By", format: "text", span: 2 },
      { id: "reason", label: "Reason", format: "text", span: 2 },
    ],
    rows: rest.length === 0 ? rows : [...rows, others],
    total: {
      key: "total",
      cells: { name: "All overrides", ...cellsOf(held) },
      formulas: {
        before: "SUM({held.before})",
        after: "SUM({held.after})",
        change: "SUM({held.change})",
      },
    },
    empty: "No open deal is held otherwise.",
  };
}

/** What all overrides change on average. */
export const overrideEffect = ({ held }: Revenue): number => sum(held.map(changeOf));

/** The deals that people hold otherwise than the CRM: shown apart, since the CRM's rows stay as they are. */
export function heldSections({ held }: Revenue, { currency }: Book): readonly Section[] {
  if (held.length === 0) return [];
  const change = sum(held.map(changeOf));
  const moved = `${change < 0 ? "less" : "more"} on average`;
  const ends = held.flatMap(({ override: { expires } }) => (expires === undefined ? [] : expires));
  const first = ends.length === 0 ? "" : ` The first to end counts until ${sayDay(least(ends))}.`;
  return [
    {
      id: "held",
      heading: "Deals that people hold otherwise",
      reading:
        change === 0
          ? `${sayCount(held.length, "override")} of sheet Win Overrides; the range stays as it is.${first}`
          : `${sayCount(held.length, "override")} of sheet Win Overrides: ${sayMoney(Math.abs(change), currency)} ${moved}. They are in the range and its scenarios; won, open and weighted amounts are the CRM's.${first}`,
      table: heldTable(held, unitOf({ currency })),
    },
  ];
}

export function heldFigures(revenue: Revenue): readonly Figure[] {
  if (revenue.held.length === 0) return [];
  return [
    figure({
      id: "override_effect",
      label: "Change by overrides",
      value: overrideEffect(revenue),
      format: "money",
      words:
        "Amount times chance of the overridden deals as people hold them, less the same as the CRM has them.",
      source: "Table of overrides in this report; sheet Win Overrides",
      formula: "{held.change.total}",
    }),
  ];
}

/** The parts of the change add up, deal by deal, to the difference of both totals. */
export function heldChecks({ held }: Revenue): readonly Check[] {
  if (held.length === 0) return [];
  const total = sum(held.map(({ after }) => after)) - sum(held.map(({ before }) => before));
  return [
    {
      id: "overrides_add_up",
      label: "Changes by overrides less what all of them change",
      value: Math.round((sum(held.map(changeOf)) - total) * 100) / 100 || 0,
      formula: "ROUND(SUM({held.change})-({held.after.total}-{held.before.total}),2)",
    },
  ];
}
