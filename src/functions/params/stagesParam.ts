import { readStages } from "../../settings/stages.ts";
import type { Param } from "../customFunction.ts";
import { settingsArgument } from "./settingsArgument.ts";

/** The Stages settings as an argument; functions that use more of them than what is open, won and lost say what. */
export const stagesParam: Param = {
  name: "stages",
  kind: "settings",
  optional: true,
  default: "the standard stages",
  about: "The Stages settings (REVOPS_STAGES), which say what is won, lost and open",
  read: settingsArgument("stages", readStages),
};
