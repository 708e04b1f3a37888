import { alerts } from "../src/reports/alerts.ts";
import { reports } from "../src/reports/catalog.ts";

/** The names of all reports as they are best run one after the other: Alerts last, which looks at what the others logged. */
export const reportsInTurn: readonly string[] = [
  ...reports.filter((report) => report !== alerts),
  alerts,
].map(({ name }) => name);
