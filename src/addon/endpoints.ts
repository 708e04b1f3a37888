import { saveOverrideEndpoint, submitForecastEndpoint } from "./forecast/forecastEdits.ts";
import { forecastPanelEndpoint, forecastRangeEndpoint } from "./forecast/forecastEndpoints.ts";
import {
  functionsEndpoint,
  insertFormulaEndpoint,
  tryFunctionEndpoint,
} from "./functions/functionEndpoints.ts";
import {
  dropUploadEndpoint,
  importEndpoint,
  importsEndpoint,
  stageRowsEndpoint,
  undoImportEndpoint,
} from "./imports/importEndpoints.ts";
import { sampleEndpoint } from "./imports/sampleEndpoints.ts";
import { fitRiskModelEndpoint, fitWinModelEndpoint } from "./jobs/fitEndpoints.ts";
import { qualifyEndpoint, saveQualificationEndpoint } from "./qualify/qualifyEndpoints.ts";
import {
  catalogEndpoint,
  freezeEndpoint,
  reportEndpoint,
  reportsEndpoint,
  showSheetEndpoint,
  undoEndpoint,
} from "./reports/reportEndpoints.ts";
import { runScheduleEndpoint, setScheduleEndpoint } from "./schedule/scheduleEndpoints.ts";
import {
  calendarEndpoint,
  holidaysEndpoint,
  previewCalendarEndpoint,
} from "./settings/calendarEndpoints.ts";
import { contextEndpoint } from "./settings/contextEndpoints.ts";
import { defaultsEndpoint } from "./settings/defaultsEndpoint.ts";
import { previewScoringEndpoint, scoringEndpoint } from "./settings/scoringEndpoints.ts";
import { setAsOfEndpoint } from "./settings/settingsEndpoints.ts";
import { saveSettingsEndpoint, undoSettingsEndpoint } from "./settings/settingsSaveEndpoints.ts";
import { previewStagesEndpoint, stagesEndpoint } from "./settings/stageEndpoints.ts";
import {
  previewTerritoriesEndpoint,
  territoriesEndpoint,
  tryTerritoryEndpoint,
} from "./settings/territoryEndpoints.ts";
import {
  exportSettingsEndpoint,
  healthEndpoint,
  importSettingsEndpoint,
} from "./start/healthEndpoints.ts";
import { rememberPanelEndpoint, startEndpoint } from "./start/startEndpoints.ts";
import {
  planQuotaEndpoint,
  saveQuotasEndpoint,
  saveTeamEndpoint,
  teamEndpoint,
  undoTeamEndpoint,
} from "./team/teamEndpoints.ts";
import { chooseWhoEndpoint, whoEndpoint } from "./team/whoEndpoints.ts";

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
