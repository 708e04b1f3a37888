import { categoryRollup } from "../../core/forecast/categoryRollup.ts";
import { ensembleForecast, STANDARD_WEIGHTS } from "../../core/forecast/ensembleForecast.ts";
import { growthForecast } from "../../core/forecast/growthForecast.ts";
import { movingAverage } from "../../core/forecast/movingAverage.ts";
import { seasonalForecast } from "../../core/forecast/seasonalForecast.ts";
import { seriesForecast } from "../../core/forecast/series/seriesForecast.ts";
import type { Book } from "../book.ts";
import { share } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import { sayCount, sayMoney, sayNumber } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { callsOf } from "./calls.ts";
import { type EnsembleToday, ensembleHow, ensembleWords } from "./ensembleToday.ts";
import { type ForecastNumbers, hasCategories } from "./numbers.ts";
import { pastBookings } from "./pastBookings.ts";
import type { Revenue } from "./revenue.ts";

type Method = {
  readonly id: string;
  readonly name: string;
  readonly amount: number | undefined;
  readonly how: string;
};

const PER_YEAR = { month: 12, quarter: 4, year: 1 } as const;
const AVERAGED = 3;

/** Won to date and open deals by category; undefined where either is unknown. */
function rollup(book: Book, { won, openPipeline }: ForecastNumbers) {
  if (won === undefined || openPipeline === undefined || !hasCategories(book.open))
    return undefined;
  const deals = book.open.flatMap(({ standing: { amount, category } }) =>
    amount === undefined || category === undefined ? [] : [{ amount, category }],
  );
  return categoryRollup([{ amount: won, category: "Closed" }, ...deals]);
}

/** Methods that need earlier periods at the same point, a pace or a quota. */
const learners = [
  [
    "existing_new",
    "Existing and new business",
    "Open deals by what came of their stage, new ones on average",
  ],
  [
    "conversion",
    "Same point of earlier periods",
    "Won plus open at the share that came in earlier periods",
  ],
  ["pace", "Run rate", "Won so far over the share of days gone"],
  ["capacity", "Quota x attainment", "Quota times attainment of the last four"],
] as const;

/** Above zero, or not known: a period without a sale says nothing about growth. */
const positive = (value: number | undefined) =>
  value !== undefined && value > 0 ? value : undefined;

function methods(
  book: Book,
  numbers: ForecastNumbers,
  revenue: Revenue,
  today: EnsembleToday | undefined,
): readonly Method[] {
  const { grain } = book.request.period;
  const past = pastBookings(book);
  const known = `${sayCount(past.length, `past ${grain}`)} known`;
  const byCategory = rollup(book, numbers);
  const called = callsOf(book)?.total;
  const average = movingAverage(past, AVERAGED);
  const series = past.length < 4 ? undefined : seriesForecast(past, 1, PER_YEAR[grain], 0.8);
  const bookings = positive(series?.periods[0]?.mean);
  const weights = STANDARD_WEIGHTS.map((weight) => sayNumber(100 * weight, 0)).join(", ");
  const said = (id: string) => today?.now.forecasts.get(id);
  return [
    {
      id: "middle",
      name: "Middle estimate (P50)",
      amount: revenue.forecast?.p50,
      how: "Won, open deals by their chances, business not yet created",
    },
    {
      id: "weighted",
      name: "Weighted pipeline",
      amount: numbers.expected,
      how: "Won plus amount times probability",
    },
    {
      id: "commit",
      name: "Categories: commit",
      amount: byCategory?.conservative,
      how: "Won plus commit",
    },
    {
      id: "best",
      name: "Categories: base",
      amount: byCategory?.base,
      how: "Won, commit and half of best case",
    },
    {
      id: "upside",
      name: "Categories: upside",
      amount: byCategory?.upside,
      how: "Won and all open deals but omitted ones",
    },
    ...(called === undefined
      ? []
      : [
          {
            id: "calls",
            name: "Calls of the team",
            amount: called,
            how: "What those at the top count for in the roll-up of calls",
          },
        ]),
    {
      id: "average",
      name: "Moving average",
      amount: said("average") ?? average,
      how: `Mean of the last ${AVERAGED} ${grain}s; ${known}`,
    },
    {
      id: "growth",
      name: "Growth",
      amount: positive(past.length < AVERAGED ? undefined : growthForecast(past)),
      how: `Last ${grain} times mean growth; ${known}`,
    },
    ...(grain === "year"
      ? []
      : [
          {
            id: "seasonal",
            name: "Seasonal trend",
            amount: positive(seasonalForecast(past, PER_YEAR[grain])),
            how: `Trend times season, from two years on; ${known}`,
          },
        ]),
    {
      id: "series",
      name: "Bookings series",
      amount: said("series") ?? bookings,
      how: `Level, trend and shrunken seasons, from 4 ${grain}s on; ${known}`,
    },
    ...learners.flatMap(([id, name, how]) => {
      const amount = said(id);
      return amount === undefined ? [] : [{ id, name, amount, how }];
    }),
    {
      id: "ensemble",
      name: "Ensemble",
      amount:
        said("ensemble") ?? ensembleForecast([numbers.expected, average, undefined, bookings]),
      how: today
        ? ensembleHow(today, grain)
        : `Pipeline, history, capacity, statistics at ${weights} %; what is missing drops out`,
    },
  ];
}

/** Every method's answer side by side, with what the range thinks of it. */
export function methodsTable(
  book: Book,
  numbers: ForecastNumbers,
  revenue: Revenue,
  today: EnsembleToday | undefined,
): ReportTable {
  const unit = unitOf(book);
  const { quota } = numbers;
  const rows = methods(book, numbers, revenue, today).map(
    ({ id, name, amount, how }): TableRow => ({
      key: id,
      cells: {
        name,
        amount,
        of_quota: share(amount, quota),
        chance: amount === undefined ? undefined : revenue.forecast?.atLeast(amount),
        how,
      },
    }),
  );
  return {
    id: "methods",
    columns: [
      { id: "name", label: "Method", format: "text", span: 2 },
      { id: "amount", label: `Forecast${unit}`, format: "money", span: 2, bar: true },
      ...(quota === undefined
        ? []
        : [{ id: "of_quota", label: "Of quota", format: "percent" as const, span: 1 }]),
      { id: "chance", label: "Chance of it", format: "percent", span: 1 },
      { id: "how", label: "How", format: "text", span: 6 },
    ],
    rows,
    empty: "No method has what it needs.",
  };
}

/** How far the methods lie apart, and what the ensemble leans on. */
export function methodsReading(
  table: ReportTable,
  today: EnsembleToday | undefined,
  currency: string,
): string {
  const known = table.rows.filter(({ cells }) => typeof cells.amount === "number");
  const [low, high] = [...known]
    .sort((a, b) => Number(a.cells.amount) - Number(b.cells.amount))
    .reduce<readonly [TableRow | undefined, TableRow | undefined]>(
      ([first], row) => [first ?? row, row],
      [undefined, undefined],
    );
  if (low === undefined || high === undefined || low === high)
    return "Only one method has what it needs.";
  const said = ({ cells }: TableRow) =>
    `${sayMoney(Number(cells.amount), currency)} (${String(cells.name)})`;
  const gap = sayMoney(Number(high.cells.amount) - Number(low.cells.amount), currency);
  return `${sayCount(known.length, "method")} with an answer, from ${said(low)} to ${said(high)}: ${gap} apart.${today ? ` ${ensembleWords(today)}` : ""}`;
}
