import type { Rate } from "../core/money/rate.ts";
import { currencyCode, date, number } from "./inputs.ts";
import { type List, listRow, readList, sheetColumns } from "./list.ts";
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

/** Reads the dated rates, in the order of their days. */
export function readRates(cells: SettingCells | undefined): Read<readonly Rate[]> {
  const { rows, issues } = readList(SHEET, list, cells);
  const rates = (rows ?? []).map(({ row }) => row);
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
