import {
  calendarEndpoint,
  holidaysEndpoint,
  previewCalendarEndpoint,
} from "./calendarEndpoints.ts";
import { contextEndpoint } from "./contextEndpoints.ts";
import { defaultsEndpoint } from "./defaultsEndpoint.ts";
import { fitRiskModelEndpoint, fitWinModelEndpoint } from "./fitEndpoints.ts";
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
import { qualifyEndpoint, saveQualificationEndpoint } from "./qualifyEndpoints.ts";
import {
  catalogEndpoint,
  freezeEndpoint,
  reportEndpoint,
  reportsEndpoint,
  showSheetEndpoint,
  undoEndpoint,
} from "./reportEndpoints.ts";
import { sampleEndpoint } from "./sampleEndpoints.ts";
import { runScheduleEndpoint, setScheduleEndpoint } from "./scheduleEndpoints.ts";
import { previewScoringEndpoint, scoringEndpoint } from "./scoringEndpoints.ts";
import { setAsOfEndpoint } from "./settingsEndpoints.ts";
import { saveSettingsEndpoint, undoSettingsEndpoint } from "./settingsSaveEndpoints.ts";
import { previewStagesEndpoint, stagesEndpoint } from "./stageEndpoints.ts";
import { rememberPanelEndpoint, startEndpoint } from "./startEndpoints.ts";
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
import { chooseWhoEndpoint, whoEndpoint } from "./whoEndpoints.ts";

/** What the sidebar asks, by the name it calls. Each answers with an `Answer` and never throws. */
export const endpoints = {
  revopsStageRows: stageRowsEndpoint,
  revopsImport: importEndpoint,
  revopsDropUpload: dropUploadEndpoint,
  revopsUndoImport: undoImportEndpoint,
  revopsImports: importsEndpoint,
  revopsReport: reportEndpoint,
  revopsSetAsOf: setAsOfEndpoint,
  revopsUndoReport: undoEndpoint,
  revopsCatalog: catalogEndpoint,
  revopsReports: reportsEndpoint,
  revopsFreezeReport: freezeEndpoint,
  revopsSetSchedule: setScheduleEndpoint,
  revopsRunSchedule: runScheduleEndpoint,
  revopsShowSheet: showSheetEndpoint,
  revopsSidebarStart: startEndpoint,
  revopsRememberPanel: rememberPanelEndpoint,
  revopsSample: sampleEndpoint,
  revopsHealth: healthEndpoint,
  revopsExportSettings: exportSettingsEndpoint,
  revopsImportSettings: importSettingsEndpoint,
  revopsFunctions: functionsEndpoint,
  revopsTryFunction: tryFunctionEndpoint,
  revopsInsertFormula: insertFormulaEndpoint,
  revopsTerritories: territoriesEndpoint,
  revopsPreviewTerritories: previewTerritoriesEndpoint,
  revopsTryTerritory: tryTerritoryEndpoint,
  revopsTeam: teamEndpoint,
  revopsSaveTeam: saveTeamEndpoint,
  revopsPlanQuota: planQuotaEndpoint,
  revopsSaveQuotas: saveQuotasEndpoint,
  revopsUndoTeam: undoTeamEndpoint,
  revopsSaveSettings: saveSettingsEndpoint,
  revopsUndoSettings: undoSettingsEndpoint,
  revopsDefaults: defaultsEndpoint,
  revopsStages: stagesEndpoint,
  revopsPreviewStages: previewStagesEndpoint,
  revopsScoring: scoringEndpoint,
  revopsPreviewScoring: previewScoringEndpoint,
  revopsCalendar: calendarEndpoint,
  revopsPreviewCalendar: previewCalendarEndpoint,
  revopsHolidays: holidaysEndpoint,
  revopsContext: contextEndpoint,
  revopsQualify: qualifyEndpoint,
  revopsSaveQualification: saveQualificationEndpoint,
  revopsForecastPanel: forecastPanelEndpoint,
  revopsForecastRange: forecastRangeEndpoint,
  revopsSubmitForecast: submitForecastEndpoint,
  revopsSaveOverride: saveOverrideEndpoint,
  revopsFitWinning: fitWinModelEndpoint,
  revopsFitRisk: fitRiskModelEndpoint,
  revopsWho: whoEndpoint,
  revopsChooseWho: chooseWhoEndpoint,
};
