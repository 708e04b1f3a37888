import { dayFromIso, isoFromDay } from "../../src/core/calendar/day.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import { sampleCompany } from "../../src/sources/sampleCompany.ts";
import type { WorkbookData } from "../../workbench/host/workbook.ts";
import { openSession } from "../../workbench/session.ts";
import { uploadRows } from "../../workbench/upload.ts";

/** A Tuesday in the middle of a quarter. */
const DAY = dayFromIso("2026-05-12") ?? 0;

const ACCOUNTS = [
  ["Account ID", "Account Name", "Industry", "Employees", "Billing Country", "Account Owner"],
  ["A1", "Alder Foods", "Retail", 820, "Germany", "Ada Okafor"],
  ["A2", "Harbour Bank", "Finance", 4100, "United States", "Bruno Keller"],
  ["A3", "Fjord Shipping", "Logistics", 260, "Norway", "Chiara Rossi"],
];

/** A workbook with the small made-up company in it: reps, quotas, deals, leads and three accounts. */
export function companyWorkbook(): WorkbookData {
  const host = openSession();
  const files = [
    ...sampleCompany(DAY, defaultSettings.calendar),
    { file: "Accounts.csv", rows: ACCOUNTS },
  ];
  for (const { file, rows } of files) {
    const answer = uploadRows(host, file, rows, isoFromDay(DAY), {});
    if (!answer.ok) throw new Error(`${file}: ${answer.message}`);
  }
  return host.workbook;
}
