import { functions } from "../../src/functions/catalog.ts";
import { reports } from "../../src/reports/catalog.ts";
import { functionsPage } from "./functionsPage.ts";
import { reportsPage } from "./reportsPage.ts";
import { settingsPage } from "./settingsPage.ts";

/** The generated pages by their path. */
export function pages(): Record<string, string> {
  return {
    "docs/FUNCTIONS.md": functionsPage(functions),
    "docs/SETTINGS.md": settingsPage(),
    "docs/REPORTS.md": reportsPage(reports),
  };
}
