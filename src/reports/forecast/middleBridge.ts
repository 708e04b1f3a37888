import { lowerFirst } from "../../core/firstLetter.ts";
import type { Book } from "../book.ts";
import { sayDay, sayMoney } from "../parts/words.ts";
import type { Check, Section, TableRow } from "../report.ts";
import { overrideEffect } from "./heldTable.ts";
import { lastRun } from "./lastRun.ts";
import type { ForecastNumbers } from "./numbers.ts";
import { newBusinessMean, type Revenue } from "./revenue.ts";
import { sayChange } from "./sayChange.ts";

type Part = {
  readonly key: string;
  readonly what: string;
  readonly before: number;
  readonly after: number;
};

/**
 * The parts of the middle estimate in the last forecast and now: what the CRM says deal by deal, what people hold
 * otherwise, what is not yet created, chances of a model, and how far the middle lies from the mean.
 */
function partsOf(book: Book, { expected }: ForecastNumbers, revenue: Revenue) {
  const last = lastRun(book);
  const { forecast, created, chances } = revenue;
  const said = (id: string) => last?.figures.get(id);
  const [wasExpected, wasMean, wasMiddle] = ["expected", "mean", "p50"].map(said);
  if (last === undefined || forecast === undefined || expected === undefined) return undefined;
  if (wasExpected === undefined || wasMean === undefined || wasMiddle === undefined)
    return undefined;
  const was = { held: said("override_effect") ?? 0, fresh: said("new_business") ?? 0 };
  const is = { held: overrideEffect(revenue), fresh: newBusinessMean(created) ?? 0 };
  const chanceWords = chances.fitted
    ? "Chances of the win model instead of the CRM's"
    : "Chances and deals that the CRM's weighting does not have";
  const parts: readonly Part[] = [
    {
      key: "crm",
      what: "Won plus weighted pipeline of the CRM",
      before: wasExpected,
      after: expected,
    },
    { key: "held", what: "Deals that people hold otherwise", before: was.held, after: is.held },
    { key: "new", what: "Business not yet created", before: was.fresh, after: is.fresh },
    {
      key: "chances",
      what: chanceWords,
      before: wasMean - wasExpected - was.held - was.fresh,
      after: forecast.mean - expected - is.held - is.fresh,
    },
    {
      key: "lean",
      what: "Middle less mean",
      before: wasMiddle - wasMean,
      after: forecast.p50 - forecast.mean,
    },
  ];
  return { day: last.day, parts, before: wasMiddle, after: forecast.p50 };
}

const isSeen = ({ key, before, after }: Part) =>
  key === "crm" || Math.abs(before) >= 0.005 || Math.abs(after) >= 0.005;

/** The middle estimate then and now; nothing where no earlier forecast of the period was logged. */
export function middleBridge(
  book: Book,
  numbers: ForecastNumbers,
  revenue: Revenue,
): readonly Section[] {
  const found = partsOf(book, numbers, revenue);
  if (found === undefined) return [];
  const { day, parts, before, after } = found;
  const shown = parts.filter(isSeen);
  const change = after - before;
  const most = [...shown].sort(
    (a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before),
  )[0];
  const unit = book.currency === "" ? "" : `, ${book.currency}`;
  const why =
    most === undefined || Math.abs(change) < 0.005
      ? ""
      : `, most by ${lowerFirst(most.what)} (${sayMoney(most.after - most.before, "")})`;
  const row = (key: string, what: string, was: number, is: number): TableRow => ({
    key,
    cells: { what, before: was, after: is, change: is - was },
    formulas: { change: "{@after}-{@before}" },
  });
  return [
    {
      id: "middle",
      heading: "From that forecast's middle estimate to this one",
      reading: `${sayChange(change, book.currency)} since ${sayDay(day)}${why}. The first line is explained deal by deal in the bridge above, overrides in their own table.`,
      table: {
        id: "middle",
        columns: [
          { id: "what", label: "Part of the middle estimate", format: "text", span: 5 },
          { id: "before", label: `On ${sayDay(day)}${unit}`, format: "money", span: 2 },
          { id: "after", label: "Now", format: "money", span: 2 },
          { id: "change", label: "Change", format: "money", span: 2 },
        ],
        rows: shown.map((part) => row(part.key, part.what, part.before, part.after)),
        total: {
          key: "total",
          cells: { what: "Middle estimate (P50)", before, after, change },
          formulas: {
            before: "SUM({middle.before})",
            after: "SUM({middle.after})",
            change: "SUM({middle.change})",
          },
        },
        empty: "",
      },
    },
  ];
}

/** The parts come to the middle estimate, and their changes to its change. */
export function middleChecks(sections: readonly Section[]): readonly Check[] {
  const table = sections.find(({ id }) => id === "middle")?.table;
  const { before, after } = table?.total?.cells ?? {};
  if (table === undefined || typeof before !== "number" || typeof after !== "number") return [];
  const sum = (column: string) =>
    table.rows.reduce((all, { cells }) => all + Number(cells[column]), 0);
  const cents = (value: number) => Math.round(value * 100) / 100 || 0;
  return [
    {
      id: "middle_adds_up",
      label: "Parts of the middle estimate now less the middle estimate",
      value: cents(sum("after") - after),
      formula: "ROUND(SUM({middle.after})-{=p50},2)",
    },
    {
      id: "middle_bridge_closes",
      label: "Last middle estimate and its changes less the middle estimate",
      value: cents(before + sum("change") - after),
      formula: "ROUND({middle.before.total}+SUM({middle.change})-{=p50},2)",
    },
  ];
}
