import { messageOf } from "./answer.ts";
import { menuGroups } from "./menuItems.ts";

/** Adds the menu. Before the add-on is enabled in a file nothing but this is allowed, so it reads nothing. */
export function addMenu(): void {
  const menu = SpreadsheetApp.getUi().createAddonMenu();
  menuGroups.forEach((items, group) => {
    if (group > 0) menu.addSeparator();
    for (const { label, calls } of items) menu.addItem(label, calls);
  });
  menu.addToUi();
}

/** The functions that the menu's items call. */
export const menuFunctions: Readonly<Record<string, () => void>> = Object.fromEntries(
  menuGroups.flat().map(({ calls, run }) => [calls, () => fromMenu(run)]),
);

/** Runs what a menu item stands for and says how it went; from a cell, where there is no interface, it only refuses. */
function fromMenu(work: (ui: GoogleAppsScript.Base.Ui) => string): void {
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
