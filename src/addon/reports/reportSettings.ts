import type { ReportDefinition } from "../../reports/report.ts";
import { subjects } from "../../settings/catalog.ts";
import type { Settings } from "../../settings/settings.ts";
import { settingsHash } from "../../settings/settingsHash.ts";
import type { Issue } from "../../tables/reading/issue.ts";
import { readSettingsSheets } from "../settings/settingsSheets.ts";
import type { Book } from "../sheets/book.ts";

/** Settings that no report depends on unless it says so; every sheet that is read costs a call. */
const UNREAD = [
  ...(["context", "scoring", "risk", "requiredFields"] as const),
  ...(["hygieneRules", "territories", "lossReasons", "frameworks", "benchmarks"] as const),
  ...(["categoryTests", "limits"] as const),
];

type Reading = Pick<ReportDefinition, "settings">;

function unread({ settings = [] }: Reading) {
  const read: readonly string[] = settings;
  return UNREAD.filter((id) => !read.includes(id));
}

/** The settings that a report depends on; the others stand at their defaults. */
export function readReportSettings(
  book: Book,
  report: Reading = {},
): { settings: Settings; issues: Issue[] } {
  return readSettingsSheets(book, new Set(unread(report).map((id) => subjects[id].sheet)));
}

/** Tells the settings of two report runs apart; those that the report does not depend on do not count. */
export function reportSettingsHash(settings: Settings, report: Reading = {}): string {
  const counted: Partial<Record<keyof Settings, unknown>> = { ...settings };
  for (const id of unread(report)) delete counted[id];
  return settingsHash(counted);
}
