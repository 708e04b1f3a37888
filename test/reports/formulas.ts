import type { Report, ReportTable, TableRow, Value } from "../../src/reports/report.ts";

type Sheet = Readonly<Record<string, (...args: never[]) => unknown>>;

const number = (value: unknown): number => (typeof value === "number" ? value : 0);
const same = (value: Value, criterion: unknown): boolean =>
  typeof criterion === "string" && /^>=/.test(criterion)
    ? number(value) >= Number(criterion.slice(2))
    : String(value ?? "").toLowerCase() === String(criterion ?? "").toLowerCase();

function matching(pairs: readonly unknown[], index: number): boolean {
  for (let at = 0; at < pairs.length; at += 2) {
    if (!same((pairs[at] as Value[])[index], pairs[at + 1])) return false;
  }
  return true;
}

/** What a spreadsheet does with the few functions that reports use; written apart from the product. */
const sheet: Sheet = {
  SUM: (values: Value[]) => values.reduce<number>((sum, value) => sum + number(value), 0),
  SUMIFS: (values: Value[], ...pairs: unknown[]) =>
    values.reduce<number>((sum, v, i) => (matching(pairs, i) ? sum + number(v) : sum), 0),
  COUNTIFS: (...pairs: unknown[]) =>
    (pairs[0] as Value[]).filter((_, index) => matching(pairs, index)).length,
  COUNTA: (values: Value[]) => values.filter((value) => value !== undefined).length,
  COUNT: (values: Value[]) => values.filter((value) => typeof value === "number").length,
  MAX: (...values: number[]) => Math.max(...values),
  ABS: (value: number) => Math.abs(value),
  ROUND: (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits || 0,
  IF: (condition: boolean, yes: unknown, no: unknown) => (condition ? yes : no),
};

/** Works a template out over the values of a report, throwing when it names something that is not there. */
export function evaluate(template: string, report: Report, row?: TableRow): unknown {
  const tables = new Map<string, ReportTable>();
  for (const { table } of report.sections) if (table) tables.set(table.id, table);
  const need = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error(`nothing there: ${template}`);
    return thing;
  };
  const column = (id: string, field: string): ReportTable => {
    const table = need(tables.get(id));
    need(table.columns.find((one) => one.id === field));
    return table;
  };
  const names = Object.keys(sheet);
  const js = template
    .replace(/\{@(\w+)\}/g, "cell('$1')")
    .replace(/\{=(\w+)\}/g, "figure('$1')")
    .replace(/\{(\w+)\.(\w+)\.total\}/g, "total('$1','$2')")
    .replace(/\{(\w+)\.(\w+)\}/g, "column('$1','$2')");
  const run = new Function("cell", "figure", "total", "column", ...names, `return ${js};`);
  return run(
    (id: string) => need(row).cells[id],
    (id: string) => need(report.figures.find((one) => one.id === id)).value,
    (id: string, field: string) => need(column(id, field).total).cells[field],
    (id: string, field: string) => column(id, field).rows.map((one) => one.cells[field]),
    ...names.map((name) => sheet[name]),
  );
}
