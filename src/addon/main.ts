import { runFunction } from "../functions/run/run.ts";
import { endpoints } from "./endpoints.ts";
import { addMenu, menuFunctions } from "./menu.ts";
import { runSchedule } from "./schedule/scheduledRun.ts";

// Everything that Apps Script may call by name: the build makes a top-level function of each function that is exported
// here, on its own or in a record.

/** What the menu and the sidebar call. */
export const called = { menuFunctions, endpoints };

/** Adds the menu when the spreadsheet is opened. */
export function onOpen(): void {
  addMenu();
}

/** The menu is there at once after installing, without opening the file again. */
export function onInstall(): void {
  addMenu();
}

/** What the clock calls, with nobody at the screen. */
export function revopsScheduledRun(): void {
  runSchedule();
}

/** Computes one of the functions that formulas call; the stubs that the build makes come here. */
export function customFunction(name: string, args: ArrayLike<unknown>): unknown {
  return runFunction(name, args, () =>
    SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(),
  );
}
