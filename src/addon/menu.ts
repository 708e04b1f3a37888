import { reports } from "../reports/catalog.ts";
import type { ReportDefinition } from "../reports/report.ts";
import { messageOf } from "./answer.ts";

/** The menu function of a report: `weekly-forecast` is run by `revopsRunWeeklyForecast`. */
export function menuFunction({ name }: Pick<ReportDefinition, "name">): string {
  const words = name.split("-").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return `revopsRun${words.join("")}`;
}

/** Adds the menu. Before the add-on is enabled in a file nothing but this is allowed, so it reads nothing. */
export function addMenu(): void {
  const menu = SpreadsheetApp.getUi().createAddonMenu();
  menu
    .addItem("Start", "revopsOpenSidebar")
    .addItem("Import a CRM export", "revopsOpenImport")
    .addSeparator();
  for (const report of reports) menu.addItem(report.menuLabel, menuFunction(report));
  menu
    .addItem("Reports of a team or another period", "revopsOpenReports")
    .addItem("Undo the last run of this report", "revopsUndo")
    .addSeparator()
    .addItem("Take a snapshot", "revopsTakeSnapshot")
    .addItem("Compact the snapshots", "revopsCompactSnapshots")
    .addItem("Schedule snapshots and digests", "revopsOpenSchedule")
    .addItem("Fit the win probabilities", "revopsFitWinModel")
    .addItem("Fit the deal risk", "revopsFitRiskModel")
    .addItem("Make the scenarios", "revopsScenarios")
    .addItem("Calibrate stage probabilities", "revopsCalibrateStages")
    .addItem("Create the settings sheets", "revopsCreateSettings")
    .addToUi();
}

/** Runs what a menu item stands for and says how it went; from a cell, where there is no interface, it only refuses. */
export function fromMenu(work: (ui: GoogleAppsScript.Base.Ui) => string): void {
  let ui: GoogleAppsScript.Base.Ui;
  try {
    ui = SpreadsheetApp.getUi();
  } catch {
    throw new Error("This is started from the RevOps menu, not from a cell.");
  }
  try {
    const said = work(ui);
    if (said !== "") SpreadsheetApp.getActiveSpreadsheet().toast(said, "RevOps", 8);
  } catch (error) {
    ui.alert("RevOps", messageOf(error), ui.ButtonSet.OK);
  }
}
