import { subjectList } from "../../settings/catalog.ts";
import { forecastLog } from "../../tables/forecastLog.ts";
import { importIssues } from "../../tables/importIssues.ts";
import { importLog } from "../../tables/importLog.ts";
import { snapshots } from "../../tables/snapshots.ts";

/** Where a sheet's tab belongs: reports, the user's own and CRM data first, then settings, then what the add-on records. */
export type TabKind = "data" | "settings" | "record";

const ORDER: readonly TabKind[] = ["data", "settings", "record"];
const records: ReadonlySet<string> = new Set(
  [snapshots, forecastLog, importLog, importIssues].map(({ sheet }) => sheet),
);

function tabKind(name: string): TabKind {
  if (records.has(name)) return "record";
  return subjectList.some(({ sheet }) => sheet === name) ? "settings" : "data";
}

/** The place for a new tab, counted from 0: before the first tab of a later kind. Hidden sheets, named last, stay last. */
export function tabPlace(names: readonly string[], added: string): number {
  const kind = ORDER.indexOf(tabKind(added));
  const later = names.findIndex(
    (name) => ORDER.indexOf(tabKind(name)) > kind || name.startsWith("RevOps "),
  );
  return later < 0 ? names.length : later;
}
