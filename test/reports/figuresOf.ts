import type { Report, Value } from "../../src/reports/report.ts";

/** Figures by id. */
export const figuresOf = (report: Report): Record<string, Value> =>
  Object.fromEntries(report.figures.map(({ id, value }) => [id, value]));
