import type { SheetTab } from "./page.ts";

export type ReportTable = {
  readonly rows: readonly (readonly unknown[])[];
  /** The last row, which begins with the wanted word. */
  readonly total: readonly unknown[];
  readonly parts: readonly (readonly unknown[])[];
  readonly column: (words: RegExp) => number;
};

/** A table of a report: its rows from the heading of its section to the one that begins with `last`, and its columns. */
export async function reportTable(
  tab: SheetTab,
  sheet: string,
  heading: string,
  last: string,
  depth = 160,
): Promise<ReportTable> {
  const all = await tab.values(sheet, 12, depth);
  const from = all.findIndex(([first]) => first === heading);
  const rest = all.slice(from + 2);
  const to = rest.findIndex(([first], at) => at > 0 && String(first).startsWith(last));
  if (from < 0 || to < 0) throw new Error(`${sheet} has no ${heading} down to ${last}.`);
  const [header = [], ...rows] = rest.slice(0, to + 1);
  return {
    rows,
    total: rows.at(-1) ?? [],
    parts: rows.slice(0, -1),
    column: (words) => header.findIndex((cell) => words.test(String(cell))),
  };
}

export const sumOf = (rows: ReportTable["rows"], column: number): number =>
  rows.reduce((all, row) => all + Number(row[column]), 0);

/** Runs the Forecast report from the menu; the run is over when its sheet comes to the front. */
export async function runForecast(tab: SheetTab): Promise<string> {
  await tab.activate("Opportunities");
  // A large tab comes when it is opened, and an open menu would close.
  await tab.filled("A2", "Opportunities");
  await tab.menu("RevOps", "Forecast");
  return tab.arrives("Forecast ");
}
