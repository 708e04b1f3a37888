import type { Panel } from "../panel.ts";
import { importPanel } from "./import.ts";
import { reportsPanel } from "./reports.ts";
import { startPanel } from "./start.ts";
import { teamPanel } from "./team.ts";
import { territoriesPanel } from "./territories.ts";

/** Every panel, in the order of the menu. */
export const panels: readonly Panel[] = [
  startPanel,
  importPanel,
  reportsPanel,
  territoriesPanel,
  teamPanel,
];
