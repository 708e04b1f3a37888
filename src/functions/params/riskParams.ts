import { readRisk } from "../../settings/risk.ts";
import type { Param } from "../customFunction.ts";
import { asOfParam } from "../deals.ts";
import { settingsArgument } from "./settingsArgument.ts";
import { stagesParam } from "./stagesParam.ts";

/** The deals that risk functions read. */
export const riskDealsParam: Param = {
  name: "deals",
  kind: "records",
  about:
    "The deals with their header row; columns are found by name: Created Date, Stage Entered, Stage, Contact Count, Competitor, Economic Buyer Met, Champion Left, Budget Confirmed, POC Issue, Activity Change, Discount %",
};

export const riskSettingsParam: Param = {
  name: "risk_settings",
  kind: "settings",
  optional: true,
  default: "the standard factors",
  about: "The Risk settings (REVOPS_RISK), with weights by stage and segment if it has such rows",
  read: settingsArgument("risk_settings", readRisk),
};

/** What risk functions take beside the deals. */
export const riskMoreParams: readonly Param[] = [
  asOfParam,
  riskSettingsParam,
  {
    ...stagesParam,
    about: "The Stages settings (REVOPS_STAGES), which hold each stage's benchmark days",
  },
];

export const riskErrors: readonly string[] = [
  "A first row without column headings of opportunities.",
  "Two columns that claim one field.",
  "A date column that can be read in two ways.",
  "A setting that cannot be read.",
];
