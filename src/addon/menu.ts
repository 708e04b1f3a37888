import { messageOf } from "./calls/answer.ts";
import { Unfinished } from "./calls/unfinished.ts";
import { type MenuItem, menuGroups, open, type PanelName } from "./menuItems.ts";

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
  menuGroups.flat().map((item) => [item.calls, () => fromMenu(item)]),
);

/** Runs what a menu item stands for and says how it went; from a cell, where there is no interface, it only refuses. */
function fromMenu(item: MenuItem): void {
  let ui: GoogleAppsScript.Base.Ui;
  try {
    ui = SpreadsheetApp.getUi();
  } catch {
    throw new Error("This is started from the RevOps menu, not from a cell.");
  }
  try {
    const said = item.run(ui);
    if (said !== "") SpreadsheetApp.getActiveSpreadsheet().toast(said, "RevOps", 8);
  } catch (error) {
    if (error instanceof Unfinished && item.goesOnIn) offerPanel(ui, item.goesOnIn, error);
    else ui.alert("RevOps", messageOf(error), ui.ButtonSet.OK);
  }
}

/** A run from the menu ends here; the panel starts one after the other. */
function offerPanel(ui: GoogleAppsScript.Base.Ui, panel: PanelName, { message }: Unfinished): void {
  const question = `${message} Started from the panel it goes on by itself until it is done. Open the panel?`;
  if (ui.alert("RevOps", question, ui.ButtonSet.YES_NO) === ui.Button.YES) open(panel);
}
