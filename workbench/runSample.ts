import type { ReportRunResult } from "../src/addon/calls/requests.ts";
import { isoFromDay } from "../src/core/calendar/day.ts";
import type { Host } from "./host/host.ts";
import { reportsInTurn } from "./reportsInTurn.ts";
import { sampleCompany } from "./sample/sampleCompany.ts";
import { ask } from "./session.ts";
import { uploadRows } from "./upload.ts";

/** The product's main job in one go: a sample company in, its reports out, printed as text. */
export function runSample(host: Host): void {
  const company = sampleCompany();
  const date = isoFromDay(company.asOf);
  console.log(`The sample company as exported on ${date}:`);
  for (const { name, rows } of company.files) {
    const answer = uploadRows(host, name, rows, date, {});
    if (!answer.ok) throw new Error(answer.message);
    const { sheet, read, new: added, rejected } = answer.value;
    console.log(`  ${name} -> ${sheet}: ${read} read, ${added} new, ${rejected} rejected`);
  }
  for (const name of reportsInTurn) {
    const { text } = ask<ReportRunResult>(host, "revopsReport", { name });
    console.log(`\n${text}\n(${host.calls().length} service calls)`);
  }
}
