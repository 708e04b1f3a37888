import { dayFromIso, isoFromDay } from "../../src/core/calendar/day.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import { sampleCompany } from "../../src/sources/sampleCompany.ts";
import { parseWorkbook } from "../../workbench/host/host.ts";
import type { WorkbookData } from "../../workbench/host/workbook.ts";
import { ask, openSession } from "../../workbench/session.ts";
import { uploadRows } from "../../workbench/upload.ts";
import { SALESFORCE } from "./exports.ts";

/** A Tuesday in the middle of a quarter. */
const DAY = dayFromIso("2026-05-12") ?? 0;

const ACCOUNTS = [
  ["Account ID", "Account Name", "Industry", "Employees", "Billing Country", "Account Owner"],
  ["A1", "Alder Foods", "Retail", 820, "Germany", "Ada Okafor"],
  ["A2", "Harbour Bank", "Finance", 4100, "United States", "Bruno Keller"],
  ["A3", "Fjord Shipping", "Logistics", 260, "Norway", "Chiara Rossi"],
];

const EVENTS = [
  ["Lead ID", "Event", "Event Date", "Count"],
  ...["L501", "L502", "L503", "L504", "L505", "L506"].flatMap((lead) => [
    [lead, "demo request", "2026-05-08", 1],
    [lead, "pricing page", "2026-05-09", 3],
    [lead, "webinar attended", "2026-05-04", 2],
  ]),
];

let company: string | undefined;

/** A workbook with the small made-up company in it: reps, quotas, deals, leads with events and three accounts. */
export function companyWorkbook(): WorkbookData {
  company ??= importedCompany();
  return parseWorkbook(company);
}

function importedCompany(): string {
  const host = openSession();
  const files = [
    ...sampleCompany(DAY, defaultSettings.calendar),
    { file: "Accounts.csv", rows: ACCOUNTS },
    { file: "Lead Events.csv", rows: EVENTS },
  ];
  for (const { file, rows } of files) {
    const answer = uploadRows(host, file, rows, isoFromDay(DAY), {});
    if (!answer.ok) throw new Error(`${file}: ${answer.message}`);
  }
  return host.save();
}

/** A workbook with the four deals of the Salesforce export, its questions answered and remembered. */
export function salesforceWorkbook(): WorkbookData {
  const host = openSession();
  const [file, token] = ["Opportunities.csv", "first"];
  const rows = SALESFORCE.trim()
    .split("\n")
    .map((line) => line.split(","));
  ask(host, "revopsStageRows", { token, file, start: 0, rows });
  const answers = {
    "Opportunities.csv/Close Date/date order": "DMY",
    "Opportunities.csv/Created Date/date order": "DMY",
  };
  ask(host, "revopsImport", { from: { token }, file, answers, remember: true, batch: "first" });
  return host.workbook;
}
