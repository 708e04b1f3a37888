import { isoFromDay } from "../core/calendar/day.ts";
import type { Rate } from "../core/money/rate.ts";
import { currencyCode, date, number } from "./inputs.ts";
import { type List, listRow, readList, sheetColumns } from "./list.ts";
import { badRow } from "./problem.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";

const SHEET = "Currency";

const list: List<Rate> = {
  currency: {
    label: "Currency",
    about: "Code of the currency that is converted.",
    width: 90,
    input: currencyCode(),
    default: "",
    needed: true,
  },
  from: {
    label: "From",
    about: "First day on which the rate counts; it counts until the currency's next row.",
    width: 110,
    input: date(),
    default: 0,
    needed: true,
  },
  rate: {
    label: "Rate",
    about: "What one unit of the currency is worth in home currency (Report options).",
    width: 90,
    input: number(1e-9, 1e9),
    default: 0,
    needed: true,
  },
};

const columns = [
  ...sheetColumns(list),
  { label: "Source", about: "Where the rate comes from: a bank, a table, a decision.", width: 320 },
];

/** Reads the dated rates, in the order of their days; of two for one currency and day the first counts. */
export function readRates(cells: SettingCells | undefined): Read<readonly Rate[]> {
  const { rows, issues } = readList(SHEET, list, cells);
  const firstRows = new Map<string, number>();
  const rates: Rate[] = [];
  for (const { rowNumber, row } of rows ?? []) {
    const of = `${row.currency} from ${isoFromDay(row.from)}`;
    const first = firstRows.get(of);
    if (first === undefined) {
      firstRows.set(of, rowNumber);
      rates.push(row);
      continue;
    }
    const place = { sheet: SHEET, row: rowNumber, column: "Rate" };
    const message = `Rows ${first} and ${rowNumber} both give a rate for ${of}; expected one.`;
    issues.push(
      badRow(place, row.rate, message, `Delete one of the two; until then row ${first} counts.`),
    );
  }
  return { value: rates.sort((one, other) => one.from - other.from), issues };
}

export const currency: Subject<readonly Rate[]> = {
  id: "currency",
  sheet: SHEET,
  range: "REVOPS_RATES",
  about:
    "Dated exchange rates into home currency. Without a rate, amounts in another currency are not added.",
  columns,
  key: ["Currency", "From"],
  lines: [],
  defaults: [],
  read: readRates,
  toCells: (value) => [
    columns.map((column) => column.label),
    ...value.map((rate) => [...listRow(list, rate), ""]),
  ],
};
