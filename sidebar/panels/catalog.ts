import type { Panel } from "../panel.ts";
import { calendarPanel } from "./calendar.ts";
import { contextPanel } from "./context.ts";
import { forecastPanel } from "./forecast.ts";
import { functionsPanel } from "./functions.ts";
import { healthPanel } from "./health.ts";
import { importPanel } from "./import.ts";
import { qualifyPanel } from "./qualify.ts";
import { reportsPanel } from "./reports.ts";
import { schedulePanel } from "./schedule.ts";
import { scoringPanel } from "./scoring.ts";
import { stagesPanel } from "./stages.ts";
import { startPanel } from "./start.ts";
import { teamPanel } from "./team.ts";
import { territoriesPanel } from "./territories.ts";

/** Every panel, in the order of the menu. */
export const panels: readonly Panel[] = [
  startPanel,
  importPanel,
  stagesPanel,
  scoringPanel,
  territoriesPanel,
  teamPanel,
  calendarPanel,
  reportsPanel,
  schedulePanel,
  forecastPanel,
  qualifyPanel,
  functionsPanel,
  contextPanel,
  healthPanel,
];
