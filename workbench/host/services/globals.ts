import type { Execution } from "../execution.ts";
import { expose } from "../strict.ts";
import type { SheetData } from "../workbook.ts";
import { CacheService } from "./cacheService.ts";
import { HtmlService } from "./htmlService.ts";
import { LockService } from "./lockService.ts";
import { PropertiesService } from "./properties.ts";
import { Range } from "./range.ts";
import { Logger, ScriptApp, Session } from "./session.ts";
import { Sheet } from "./sheet.ts";
import { Spreadsheet } from "./spreadsheet.ts";
import { Charts, SpreadsheetApp } from "./spreadsheetApp.ts";
import { Utilities } from "./utilities.ts";

/** Puts the services into a realm; what is not among them is not defined there. */
export function installServices(run: Execution, context: Record<string, unknown>): void {
  const spreadsheet = new Spreadsheet(run);
  const sheets = new WeakMap<SheetData, Sheet>();
  const app = new SpreadsheetApp(run);
  run.handles = {
    constant: (group, name) => app.constants[group]?.constants[name],
    spreadsheet: () => spreadsheet,
    sheet: (data) => {
      const sheet = sheets.get(data) ?? new Sheet(run, data);
      sheets.set(data, sheet);
      return sheet;
    },
    range: (sheet, area) => new Range(run, sheet, area),
  };
  const services = [
    app,
    new Charts(run),
    new HtmlService(run),
    new PropertiesService(run),
    new CacheService(run),
    new LockService(run),
    new Utilities(run),
    new Session(run),
    new ScriptApp(run),
    new Logger(run),
  ];
  for (const service of services) {
    Object.defineProperty(context, service.service, {
      value: expose(service),
      writable: true,
      configurable: true,
    });
  }
}
