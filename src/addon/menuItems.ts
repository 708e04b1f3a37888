import { upperFirst } from "../core/firstLetter.ts";
import { reports } from "../reports/catalog.ts";
import { makeScenarios } from "./forecast/scenarioSheet.ts";
import { calibrateStages } from "./jobs/calibrateStages.ts";
import { compactSnapshots } from "./jobs/compactSnapshots.ts";
import { fitDealRisk } from "./jobs/fitDealRisk.ts";
import { fitWinProbabilities } from "./jobs/fitWinProbabilities.ts";
import { refreshSupport } from "./jobs/refreshSupport.ts";
import { takeSnapshot } from "./jobs/takeSnapshot.ts";
import { runReport } from "./reports/runReport.ts";
import { undoReport } from "./reports/undo.ts";
import { createSettingsSheets } from "./settings/settingsSheets.ts";
import { showSidebar } from "./sidebar.ts";
import { rememberPanelEndpoint } from "./start/startEndpoints.ts";

/** What a person clicks: `run` does it and answers with a sentence, or with "" where there is nothing to say. */
export type MenuItem = {
  readonly label: string;
  /** The top-level function by which Sheets calls it. */
  readonly calls: string;
  readonly run: (ui: GoogleAppsScript.Base.Ui) => string;
  /** The panel that goes on by itself with what one run cannot finish. */
  readonly goesOnIn?: PanelName;
};

export type PanelName = "import" | "reports" | "schedule" | "forecast";

export function open(panel?: PanelName): string {
  if (panel) rememberPanelEndpoint(panel);
  showSidebar();
  return "";
}

function runAndShow(name: string): string {
  const { sheet, answer } = runReport({ name });
  SpreadsheetApp.getActiveSpreadsheet().getSheetByName(sheet)?.activate();
  return answer;
}

/** `pipeline-review` is run by `revopsRunPipelineReview`. */
function reportFunction(name: string): string {
  const words = name.split("-").map(upperFirst);
  return `revopsRun${words.join("")}`;
}

/** The menu in its order, a line between the groups. */
export const menuGroups: readonly (readonly MenuItem[])[] = [
  [
    { label: "Start", calls: "revopsOpenSidebar", run: () => open() },
    { label: "Import a CRM export", calls: "revopsOpenImport", run: () => open("import") },
  ],
  [
    ...reports.map(({ name, menuLabel }) => ({
      label: menuLabel,
      calls: reportFunction(name),
      run: () => runAndShow(name),
      goesOnIn: "reports" as const,
    })),
    {
      label: "Reports of a team or another period",
      calls: "revopsOpenReports",
      run: () => open("reports"),
    },
    {
      label: "Undo the last run of this report",
      calls: "revopsUndo",
      run: () => undoReport(undefined),
    },
  ],
  [
    { label: "Take a snapshot", calls: "revopsTakeSnapshot", run: takeSnapshot },
    {
      label: "Refresh account support fields",
      calls: "revopsRefreshSupport",
      run: refreshSupport,
    },
    { label: "Compact the snapshots", calls: "revopsCompactSnapshots", run: compactSnapshots },
    {
      label: "Schedule snapshots and digests",
      calls: "revopsOpenSchedule",
      run: () => open("schedule"),
    },
    {
      label: "Fit the win probabilities",
      calls: "revopsFitWinModel",
      run: () => fitWinProbabilities(),
      goesOnIn: "forecast",
    },
    { label: "Fit the deal risk", calls: "revopsFitRiskModel", run: fitDealRisk },
    { label: "Make the scenarios", calls: "revopsScenarios", run: makeScenarios },
    {
      label: "Calibrate stage probabilities",
      calls: "revopsCalibrateStages",
      run: calibrateStages,
    },
    { label: "Create the settings sheets", calls: "revopsCreateSettings", run: createSettings },
  ],
];

function createSettings(): string {
  const made = createSettingsSheets();
  return made.length === 0 ? "The settings sheets are all there." : `Created ${made.join(", ")}.`;
}
