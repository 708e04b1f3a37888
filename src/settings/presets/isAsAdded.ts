import type { Stage } from "../../core/pipeline/stage.ts";
import { groupOf } from "./stageGroup.ts";

/** As the Stages sheet has it where nobody says otherwise. */
export const STALE_MULTIPLE = 2;

/** True for a stage just as an import adds it: nobody has said anything about it. */
export const isAsAdded = ({ status, probability, category, group, ...rest }: Stage): boolean =>
  category === (status === "won" ? "Closed" : undefined) &&
  group === groupOf(probability, status) &&
  (status === "open" || probability === (status === "won" ? 1 : 0)) &&
  rest.benchmarkDays === undefined &&
  rest.staleMultiple === STALE_MULTIPLE &&
  rest.wipLimit === undefined &&
  rest.exitCriteria === "" &&
  rest.crmValues.length === 0;
