import { readFileSync } from "node:fs";
import { functions } from "../../src/functions/catalog.ts";
import { reports } from "../../src/reports/catalog.ts";
import { functionsPage } from "./functionsPage.ts";
import { methodLinks } from "./methodLinks.ts";
import { reportsPage } from "./reportsPage.ts";
import { settingsPage } from "./settingsPage.ts";

const METHODS = new URL("../../docs/METHODS.md", import.meta.url);

/** The generated pages by their path. */
export function pages(): Record<string, string> {
  return {
    "docs/FUNCTIONS.md": functionsPage(functions, methodLinks(readFileSync(METHODS, "utf8"))),
    "docs/SETTINGS.md": settingsPage(),
    "docs/REPORTS.md": reportsPage(reports),
  };
}
