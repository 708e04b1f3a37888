import { mkdirSync, writeFileSync } from "node:fs";
import type { ReportRunResult } from "../src/addon/requests.ts";
import { isoFromDay } from "../src/core/calendar/day.ts";
import { reports } from "../src/reports/catalog.ts";
import { exportWorkbook } from "./exportWorkbook.ts";
import { sampleCompany } from "./sample/sampleCompany.ts";
import { ask, openSession } from "./session.ts";
import { uploadRows } from "./upload.ts";

const OUT = "out/revops.xlsx";

/** The product's main job in one go: a sample company in, three reports out. */
const company = sampleCompany();
const host = openSession();
const date = isoFromDay(company.asOf);
console.log(`The sample company as exported on ${date}:`);
for (const { name, rows } of company.files) {
  const answer = uploadRows(host, name, rows, date, {});
  if (!answer.ok) throw new Error(answer.message);
  const { sheet, read, new: added, rejected } = answer.value;
  console.log(`  ${name} -> ${sheet}: ${read} read, ${added} new, ${rejected} rejected`);
}
for (const { name, menuLabel } of reports) {
  host.runMenu(menuLabel);
  const used = host.calls().length;
  const { text } = ask<ReportRunResult>(host, "revopsReport", { name, preview: true });
  console.log(`\n${text}\n(${used} service calls)`);
}
mkdirSync("out", { recursive: true });
writeFileSync(OUT, await exportWorkbook(host));
console.log(`\nThe workbook is in ${OUT}.`);
