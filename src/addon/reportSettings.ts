import { subjects } from "../settings/catalog.ts";
import type { Settings } from "../settings/settings.ts";
import { settingsHash } from "../settings/settingsHash.ts";
import type { Issue } from "../tables/issue.ts";
import type { Book } from "./book.ts";
import { readSettingsSheets } from "./settingsSheets.ts";

/** Settings that no report depends on; every sheet that is read costs a call. */
const UNREAD = ["context", "scoring", "risk", "territories"] as const;
const unreadSheets = new Set(UNREAD.map((id) => subjects[id].sheet));

/** The settings that reports depend on; the others stand at their defaults. */
export function readReportSettings(book: Book): { settings: Settings; issues: Issue[] } {
  return readSettingsSheets(book, unreadSheets);
}

/** Tells the settings of two report runs apart; those that no report depends on do not count. */
export function reportSettingsHash(settings: Settings): string {
  const counted: Partial<Record<keyof Settings, unknown>> = { ...settings };
  for (const id of UNREAD) delete counted[id];
  return settingsHash(counted);
}
