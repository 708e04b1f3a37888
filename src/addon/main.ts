import { runFunction } from "../functions/run.ts";
import { importEndpoint, stageRowsEndpoint } from "./importEndpoints.ts";
import { addMenu, fromMenu } from "./menu.ts";
import { type Catalog, catalogEndpoint, reportEndpoint, undoEndpoint } from "./reportEndpoints.ts";
import type {
  Answer,
  ImportRequest,
  ImportResult,
  ReportRunRequest,
  ReportRunResult,
  SetAsOfRequest,
  StageRowsRequest,
} from "./requests.ts";
import { runReport } from "./runReport.ts";
import { sampleEndpoint } from "./sampleEndpoints.ts";
import { setAsOfEndpoint } from "./settingsEndpoints.ts";
import { createSettingsSheets } from "./settingsSheets.ts";
import { showSidebar } from "./sidebar.ts";
import { rememberPanelEndpoint, startEndpoint } from "./startEndpoints.ts";
import type { SidebarStart } from "./startTypes.ts";
import { undoReport } from "./undo.ts";

// Everything that Apps Script may call by name. The build makes a top-level function of each export.

/** Adds the menu when the spreadsheet is opened. */
export function onOpen(): void {
  addMenu();
}

/** The menu is there at once after installing, without opening the file again. */
export function onInstall(): void {
  addMenu();
}

export function revopsOpenSidebar(): void {
  fromMenu(() => {
    showSidebar();
    return "";
  });
}

function runFromMenu(name: string): void {
  fromMenu(() => {
    const { sheet, answer } = runReport({ name });
    SpreadsheetApp.getActiveSpreadsheet().getSheetByName(sheet)?.activate();
    return answer;
  });
}

export function revopsRunForecast(): void {
  runFromMenu("forecast");
}

export function revopsRunQuota(): void {
  runFromMenu("quota");
}

export function revopsRunHygiene(): void {
  runFromMenu("hygiene");
}

export function revopsUndo(): void {
  fromMenu(() => undoReport(undefined));
}

export function revopsCreateSettings(): void {
  fromMenu(() => {
    const made = createSettingsSheets();
    return made.length === 0 ? "The settings sheets are all there." : `Created ${made.join(", ")}.`;
  });
}

export function revopsStageRows(request: StageRowsRequest): Answer<number> {
  return stageRowsEndpoint(request);
}

export function revopsImport(request: ImportRequest): Answer<ImportResult> {
  return importEndpoint(request);
}

export function revopsReport(request: ReportRunRequest): Answer<ReportRunResult> {
  return reportEndpoint(request);
}

export function revopsSetAsOf(request: SetAsOfRequest): Answer<string> {
  return setAsOfEndpoint(request);
}

export function revopsUndoReport(sheet?: string): Answer<string> {
  return undoEndpoint(sheet);
}

export function revopsCatalog(): Answer<Catalog> {
  return catalogEndpoint();
}

export function revopsSidebarStart(): Answer<SidebarStart> {
  return startEndpoint();
}

export function revopsRememberPanel(panel: string): Answer<boolean> {
  return rememberPanelEndpoint(panel);
}

export function revopsSample(): Answer<string> {
  return sampleEndpoint();
}

/** Computes one of the functions that formulas call; the stubs that the build makes come here. */
export function customFunction(name: string, args: ArrayLike<unknown>): unknown {
  return runFunction(name, args, () =>
    SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(),
  );
}
