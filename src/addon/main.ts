import { runFunction } from "../functions/run.ts";
import {
  calendarEndpoint,
  holidaysEndpoint,
  previewCalendarEndpoint,
} from "./calendarEndpoints.ts";
import { compactSnapshots } from "./compactSnapshots.ts";
import { contextEndpoint } from "./contextEndpoints.ts";
import { saveOverrideEndpoint, submitForecastEndpoint } from "./forecastEdits.ts";
import { forecastPanelEndpoint, forecastRangeEndpoint } from "./forecastEndpoints.ts";
import {
  functionsEndpoint,
  insertFormulaEndpoint,
  tryFunctionEndpoint,
} from "./functionEndpoints.ts";
import {
  exportSettingsEndpoint,
  healthEndpoint,
  importSettingsEndpoint,
} from "./healthEndpoints.ts";
import {
  dropUploadEndpoint,
  importEndpoint,
  importsEndpoint,
  stageRowsEndpoint,
  undoImportEndpoint,
} from "./importEndpoints.ts";
import { addMenu, fromMenu } from "./menu.ts";
import { calibrateStagesItem, fitRiskModelItem, fitWinModelItem } from "./modelMenu.ts";
import { qualifyEndpoint, saveQualificationEndpoint } from "./qualifyEndpoints.ts";
import {
  catalogEndpoint,
  freezeEndpoint,
  reportEndpoint,
  reportsEndpoint,
  showSheetEndpoint,
  undoEndpoint,
} from "./reportEndpoints.ts";
import { runReport } from "./runReport.ts";
import { sampleEndpoint } from "./sampleEndpoints.ts";
import { makeScenarios } from "./scenarioSheet.ts";
import { runSchedule } from "./scheduledRun.ts";
import { runScheduleEndpoint, setScheduleEndpoint } from "./scheduleEndpoints.ts";
import { previewScoringEndpoint, scoringEndpoint } from "./scoringEndpoints.ts";
import { setAsOfEndpoint } from "./settingsEndpoints.ts";
import { saveSettingsEndpoint, undoSettingsEndpoint } from "./settingsSaveEndpoints.ts";
import { createSettingsSheets } from "./settingsSheets.ts";
import { showSidebar } from "./sidebar.ts";
import { previewStagesEndpoint, stagesEndpoint } from "./stageEndpoints.ts";
import { rememberPanelEndpoint, startEndpoint } from "./startEndpoints.ts";
import { takeSnapshot } from "./takeSnapshot.ts";
import {
  planQuotaEndpoint,
  saveQuotasEndpoint,
  saveTeamEndpoint,
  teamEndpoint,
  undoTeamEndpoint,
} from "./teamEndpoints.ts";
import {
  previewTerritoriesEndpoint,
  territoriesEndpoint,
  tryTerritoryEndpoint,
} from "./territoryEndpoints.ts";
import { undoReport } from "./undo.ts";
import { chooseWhoEndpoint, whoEndpoint } from "./whoEndpoints.ts";

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

/** Opens the sidebar at a panel, wherever it was left. */
function openPanel(panel: string): void {
  fromMenu(() => {
    rememberPanelEndpoint(panel);
    showSidebar();
    return "";
  });
}

export const revopsOpenImport = (): void => openPanel("import");

function runFromMenu(name: string): void {
  fromMenu(() => {
    const { sheet, answer } = runReport({ name });
    SpreadsheetApp.getActiveSpreadsheet().getSheetByName(sheet)?.activate();
    return answer;
  });
}

export const revopsRunForecast = (): void => runFromMenu("forecast");
export const revopsRunQuota = (): void => runFromMenu("quota");
export const revopsRunPipelineReview = (): void => runFromMenu("pipeline-review");
export const revopsRunHygiene = (): void => runFromMenu("hygiene");
export const revopsRunWinLoss = (): void => runFromMenu("win-loss");
export const revopsRunCalibration = (): void => runFromMenu("calibration");
export const revopsRunDataQuality = (): void => runFromMenu("data-quality");
export const revopsRunForecastAccuracy = (): void => runFromMenu("forecast-accuracy");
export const revopsRunWhatChanged = (): void => runFromMenu("what-changed");
export const revopsRunDealRisk = (): void => runFromMenu("deal-risk");
export const revopsRunDealCard = (): void => runFromMenu("deal-card");
export const revopsRunMyDeals = (): void => runFromMenu("my-deals");
export const revopsRunDuplicates = (): void => runFromMenu("duplicates");

/** The panel where a report is run for another period or for one team, and where a schedule is switched on. */
export const revopsOpenReports = (): void => openPanel("reports");
export const revopsOpenSchedule = (): void => openPanel("reports");

/** What the clock calls, with nobody at the screen. */
export function revopsScheduledRun(): void {
  runSchedule();
}

/** Keeps how the deals stand today. */
export function revopsTakeSnapshot(): void {
  fromMenu(takeSnapshot);
}

/** Takes out snapshots that no answer needs. */
export function revopsCompactSnapshots(): void {
  fromMenu(compactSnapshots);
}

export function revopsUndo(): void {
  fromMenu(() => undoReport(undefined));
}

// What measures on the workbook's own history.
export const revopsFitWinModel = fitWinModelItem;
export const revopsFitRiskModel = fitRiskModelItem;
export const revopsCalibrateStages = calibrateStagesItem;

export const revopsScenarios = (): void => fromMenu(makeScenarios);

export function revopsCreateSettings(): void {
  fromMenu(() => {
    const made = createSettingsSheets();
    return made.length === 0 ? "The settings sheets are all there." : `Created ${made.join(", ")}.`;
  });
}

// What the sidebar asks. Each answers with an `Answer` and never throws.
export const revopsStageRows = stageRowsEndpoint;
export const revopsImport = importEndpoint;
export const revopsDropUpload = dropUploadEndpoint;
export const revopsUndoImport = undoImportEndpoint;
export const revopsImports = importsEndpoint;
export const revopsReport = reportEndpoint;
export const revopsSetAsOf = setAsOfEndpoint;
export const revopsUndoReport = undoEndpoint;
export const revopsCatalog = catalogEndpoint;
export const revopsReports = reportsEndpoint;
export const revopsFreezeReport = freezeEndpoint;
export const revopsSetSchedule = setScheduleEndpoint;
export const revopsRunSchedule = runScheduleEndpoint;
export const revopsShowSheet = showSheetEndpoint;
export const revopsSidebarStart = startEndpoint;
export const revopsRememberPanel = rememberPanelEndpoint;
export const revopsSample = sampleEndpoint;
export const revopsHealth = healthEndpoint;
export const revopsExportSettings = exportSettingsEndpoint;
export const revopsImportSettings = importSettingsEndpoint;
export const revopsFunctions = functionsEndpoint;
export const revopsTryFunction = tryFunctionEndpoint;
export const revopsInsertFormula = insertFormulaEndpoint;
export const revopsTerritories = territoriesEndpoint;
export const revopsPreviewTerritories = previewTerritoriesEndpoint;
export const revopsTryTerritory = tryTerritoryEndpoint;
export const revopsTeam = teamEndpoint;
export const revopsSaveTeam = saveTeamEndpoint;
export const revopsPlanQuota = planQuotaEndpoint;
export const revopsSaveQuotas = saveQuotasEndpoint;
export const revopsUndoTeam = undoTeamEndpoint;
export const revopsSaveSettings = saveSettingsEndpoint;
export const revopsUndoSettings = undoSettingsEndpoint;
export const revopsStages = stagesEndpoint;
export const revopsPreviewStages = previewStagesEndpoint;
export const revopsScoring = scoringEndpoint;
export const revopsPreviewScoring = previewScoringEndpoint;
export const revopsCalendar = calendarEndpoint;
export const revopsPreviewCalendar = previewCalendarEndpoint;
export const revopsHolidays = holidaysEndpoint;
export const revopsContext = contextEndpoint;
export const revopsQualify = qualifyEndpoint;
export const revopsSaveQualification = saveQualificationEndpoint;
export const revopsForecastPanel = forecastPanelEndpoint;
export const revopsForecastRange = forecastRangeEndpoint;
export const revopsSubmitForecast = submitForecastEndpoint;
export const revopsSaveOverride = saveOverrideEndpoint;
export const revopsWho = whoEndpoint;
export const revopsChooseWho = chooseWhoEndpoint;

/** Computes one of the functions that formulas call; the stubs that the build makes come here. */
export function customFunction(name: string, args: ArrayLike<unknown>): unknown {
  return runFunction(name, args, () =>
    SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(),
  );
}
