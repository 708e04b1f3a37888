import { runFunction } from "../functions/run.ts";
import {
  type CalendarPreviewRequest,
  calendarEndpoint,
  type HolidaysRequest,
  holidaysEndpoint,
  previewCalendarEndpoint,
} from "./calendarEndpoints.ts";
import { contextEndpoint } from "./contextEndpoints.ts";
import {
  dropUploadEndpoint,
  importEndpoint,
  importsEndpoint,
  stageRowsEndpoint,
  undoImportEndpoint,
} from "./importEndpoints.ts";
import { addMenu, fromMenu } from "./menu.ts";
import {
  type Catalog,
  catalogEndpoint,
  freezeEndpoint,
  reportEndpoint,
  reportsEndpoint,
  showSheetEndpoint,
  undoEndpoint,
} from "./reportEndpoints.ts";
import type { ReportsView } from "./reportTypes.ts";
import type {
  Answer,
  ImportRequest,
  ImportResult,
  ImportsView,
  ReportRunRequest,
  ReportRunResult,
  SetAsOfRequest,
  StageRowsRequest,
} from "./requests.ts";
import { runReport } from "./runReport.ts";
import { sampleEndpoint } from "./sampleEndpoints.ts";
import { previewScoringEndpoint, scoringEndpoint } from "./scoringEndpoints.ts";
import { setAsOfEndpoint } from "./settingsEndpoints.ts";
import { saveSettingsEndpoint, undoSettingsEndpoint } from "./settingsSaveEndpoints.ts";
import { createSettingsSheets } from "./settingsSheets.ts";
import type {
  CalendarPreview,
  CalendarState,
  ContextState,
  Holidays,
  SaveResult,
  ScoringPreview,
  ScoringState,
  SettingRow,
  SettingsEdit,
  StagesPreview,
  StagesState,
  SubjectName,
  SubjectState,
} from "./settingsTypes.ts";
import { showSidebar } from "./sidebar.ts";
import { previewStagesEndpoint, stagesEndpoint } from "./stageEndpoints.ts";
import { rememberPanelEndpoint, startEndpoint } from "./startEndpoints.ts";
import type { SidebarStart } from "./startTypes.ts";
import {
  planQuotaEndpoint,
  saveQuotasEndpoint,
  saveTeamEndpoint,
  teamEndpoint,
  undoTeamEndpoint,
} from "./teamEndpoints.ts";
import type {
  QuotaPlan,
  QuotaPlanRequest,
  SaveQuotasRequest,
  SaveTeamRequest,
  SaveTeamResult,
  TeamRequest,
  TeamState,
} from "./teamTypes.ts";
import {
  previewTerritoriesEndpoint,
  territoriesEndpoint,
  tryTerritoryEndpoint,
} from "./territoryEndpoints.ts";
import type {
  TerritoriesState,
  TerritoryPreview,
  TerritoryPreviewRequest,
  TriedTerritory,
  TryTerritoryRequest,
} from "./territoryTypes.ts";
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

export function revopsDropUpload(token: string): Answer<boolean> {
  return dropUploadEndpoint(token);
}

export function revopsUndoImport(): Answer<string> {
  return undoImportEndpoint();
}

export function revopsImports(): Answer<ImportsView> {
  return importsEndpoint();
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

export function revopsReports(): Answer<ReportsView> {
  return reportsEndpoint();
}

export function revopsFreezeReport(sheet: string): Answer<string> {
  return freezeEndpoint(sheet);
}

export function revopsShowSheet(sheet: string): Answer<boolean> {
  return showSheetEndpoint(sheet);
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

export function revopsTerritories(): Answer<TerritoriesState> {
  return territoriesEndpoint();
}

export function revopsPreviewTerritories(
  request: TerritoryPreviewRequest,
): Answer<TerritoryPreview> {
  return previewTerritoriesEndpoint(request);
}

export function revopsTryTerritory(request: TryTerritoryRequest): Answer<TriedTerritory> {
  return tryTerritoryEndpoint(request);
}

export function revopsTeam(request: TeamRequest): Answer<TeamState> {
  return teamEndpoint(request);
}

export function revopsSaveTeam(request: SaveTeamRequest): Answer<SaveTeamResult> {
  return saveTeamEndpoint(request);
}

export function revopsPlanQuota(request: QuotaPlanRequest): Answer<QuotaPlan> {
  return planQuotaEndpoint(request);
}

export function revopsSaveQuotas(request: SaveQuotasRequest): Answer<number> {
  return saveQuotasEndpoint(request);
}

export function revopsUndoTeam(what: "team" | "quotas"): Answer<string> {
  return undoTeamEndpoint(what);
}

export function revopsSaveSettings(edits: readonly SettingsEdit[]): Answer<SaveResult> {
  return saveSettingsEndpoint(edits);
}

export function revopsUndoSettings(subject: SubjectName): Answer<SubjectState> {
  return undoSettingsEndpoint(subject);
}

export function revopsStages(): Answer<StagesState> {
  return stagesEndpoint();
}

export function revopsPreviewStages(rows: readonly SettingRow[]): Answer<StagesPreview> {
  return previewStagesEndpoint(rows);
}

export function revopsScoring(): Answer<ScoringState> {
  return scoringEndpoint();
}

export function revopsPreviewScoring(rows: readonly SettingRow[]): Answer<ScoringPreview> {
  return previewScoringEndpoint(rows);
}

export function revopsCalendar(): Answer<CalendarState> {
  return calendarEndpoint();
}

export function revopsPreviewCalendar(request: CalendarPreviewRequest): Answer<CalendarPreview> {
  return previewCalendarEndpoint(request);
}

export function revopsHolidays(request: HolidaysRequest): Answer<Holidays> {
  return holidaysEndpoint(request);
}

export function revopsContext(rows?: readonly SettingRow[]): Answer<ContextState> {
  return contextEndpoint(rows);
}

/** Computes one of the functions that formulas call; the stubs that the build makes come here. */
export function customFunction(name: string, args: ArrayLike<unknown>): unknown {
  return runFunction(name, args, () =>
    SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(),
  );
}
