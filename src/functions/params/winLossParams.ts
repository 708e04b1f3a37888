import type { Day } from "../../core/calendar/day.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { type LossKindOf, lossKindOf } from "../../core/winloss/lossCategory.ts";
import { readLossReasons } from "../../settings/lossReasons.ts";
import type { Cells, Param } from "../customFunction.ts";
import { riskErrors } from "./riskParams.ts";
import { settingsArgument } from "./settingsArgument.ts";

export const FAMILY = "Win and loss";
export const LEVEL = 0.95;
export const ERRORS = [
  ...riskErrors,
  "A row that cannot be read.",
  "A from or to without a Close Date column, or a from after its to.",
];

const readRules = settingsArgument("loss_reasons", readLossReasons);
const readKinds = (cells: Cells | undefined): LossKindOf => lossKindOf(readRules(cells));

export const dealsParam: Param = {
  name: "deals",
  kind: "records",
  about:
    "The deals with their header row; columns are found by name: Stage, Amount, Close Date, Loss Reason, Competitor, Segment, Lead Source and so on. Open deals are left out",
};
export const windowParams: readonly Param[] = [
  {
    name: "from",
    kind: "date",
    optional: true,
    default: "from the first",
    about: "Deals closed on or after this day",
  },
  {
    name: "to",
    kind: "date",
    optional: true,
    default: "to the last",
    about: "Deals closed on or before this day",
  },
];

export const reasonsParam: Param = {
  name: "loss_reasons",
  kind: "settings",
  optional: true,
  default: "the standard words",
  about: "The Loss reasons settings (REVOPS_LOSS_REASONS): which words stand for which kind",
  read: readKinds,
};

export type Window = [from: Day | undefined, to: Day | undefined, stages: readonly Stage[]];
