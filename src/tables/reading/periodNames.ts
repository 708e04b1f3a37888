import { isoFromDay } from "../../core/calendar/day.ts";
import type { FiscalCalendar, Period } from "../../core/calendar/fiscalCalendar.ts";
import { periodFromName } from "../../core/calendar/periodName.ts";
import type { Table } from "../table.ts";
import { type Cell, isBlank } from "./cell.ts";
import type { Conventions } from "./conventions.ts";

export const PERIOD_REMEDY =
  "Write the first day as YYYY-MM-DD, or the period with its year as 2025-Q1, 2025-03 or FY2025.";

type Lines = readonly (readonly Cell[])[];
type Mapping = Readonly<Record<string, number>>;

/** Cells in which names of fiscal periods have become their first days, with the length in a column of its own. */
export type NamedPeriods = {
  readonly cells: Lines;
  readonly mapping: Mapping;
  /** What was decided about the column, as a sentence by field. */
  readonly decision?: Readonly<Record<string, string>>;
};

/** Reads names such as `2025-Q1` in the column that may hold them; without a calendar they stay what they are. */
export function withPeriodDays<Row>(
  table: Table<Row>,
  cells: Lines,
  mapping: Mapping,
  { calendar }: Partial<Conventions>,
): NamedPeriods {
  const column = table.columns.find(({ grainField }) => grainField !== undefined);
  const from = column ? mapping[column.field] : undefined;
  if (!column?.grainField || from === undefined || !calendar) return { cells, mapping };
  const names = new Set<string>();
  for (const line of cells) if (mayName(line[from])) names.add(String(line[from]));
  if (names.size === 0) return { cells, mapping };
  const periods = periodsOf(names, calendar());
  const [first] = periods.values();
  if (!first) return { cells, mapping };
  let width = Math.max(...Object.values(mapping)) + 1;
  for (const line of cells) width = Math.max(width, line.length);
  const grainAt = mapping[column.grainField];
  return {
    cells: cells.map((line) => {
      const period = mayName(line[from]) ? periods.get(String(line[from])) : undefined;
      return dated(line, from, period, grainAt, width);
    }),
    mapping: { ...mapping, [column.grainField]: width },
    decision: { [column.field]: decisionOf(periods) },
  };
}

/** A text that is no whole date, or a year as a number. */
function mayName(cell: Cell): boolean {
  if (typeof cell === "number") return Number.isInteger(cell) && cell >= 2000 && cell < 2100;
  return typeof cell === "string" && !/^\s*\d{4}-\d\d-\d\d/.test(cell);
}

function periodsOf(names: ReadonlySet<string>, calendar: FiscalCalendar): Map<string, Period> {
  const periods = new Map<string, Period>();
  for (const name of names) {
    const period = periodFromName(name, calendar);
    if (period) periods.set(name, period);
  }
  return periods;
}

/** The line with the period's first day, and behind all its cells the length: the one that it states, else the period's. */
function dated(
  line: readonly Cell[],
  from: number,
  period: Period | undefined,
  grainAt: number | undefined,
  width: number,
): Cell[] {
  const stated = grainAt === undefined ? undefined : line[grainAt];
  const out = [...line];
  while (out.length < width) out.push(undefined);
  if (period) out[from] = isoFromDay(period.from);
  out.push(isBlank(stated) ? period?.grain : stated);
  return out;
}

function decisionOf(periods: ReadonlyMap<string, Period>): string {
  const [[name, { from, to }] = ["", { from: 0, to: 0 }]] = periods;
  return `names of periods read by the fiscal calendar, by which ${name} is ${isoFromDay(from)} to ${isoFromDay(to)}`;
}
