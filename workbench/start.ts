import { mkdirSync, writeFileSync } from "node:fs";
import { isoFromDay } from "../src/core/calendar/day.ts";
import { reports } from "../src/reports/catalog.ts";
import type { ReportRunResult } from "../src/addon/requests.ts";
import { exportWorkbook } from "./exportWorkbook.ts";
import { sampleCompany } from "./sample/sampleCompany.ts";
import { ask, openSession } from "./session.ts";
import { uploadRows } from "./upload.ts";

const OUT = "out/revops.xlsx";

/** The product's main job in one go: a sample company in, three reports out. */
const company = sampleCompany({ seed: 1 });
const host = openSession();
const date = isoFromDay(company.asOf);
for (const { name, rows } of company.files) {
  const result = uploadRows(host, name, rows, date, {});
  console.log(`${name}: ${result.new} new of ${result.read} read, ${result.rejected} rejected`);
}
for (const { name, menuLabel } of reports) {
  host.runMenu(menuLabel);
  console.log(`\n${host.printCalls()}\n`);
  console.log(ask<ReportRunResult>(host, "revopsLastReport", { name }).text);
}
mkdirSync("out", { recursive: true });
writeFileSync(OUT, await exportWorkbook(host));
console.log(`\nThe workbook is in ${OUT}.`);
