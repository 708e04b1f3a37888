import { stageIndex } from "../../core/deals/stageIndex.ts";
import { InputError } from "../../core/inputError.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { isBlank } from "../../tables/reading/cell.ts";
import { shown } from "../../tables/reading/columnReading.ts";
import { headingKey } from "../../tables/reading/header.ts";
import type { Cells, FunctionResult } from "../customFunction.ts";
import { columnOf } from "../run/argument.ts";
import { historyParam } from "./readHistory.ts";

/**
 * How far the deals of a column of present stages have come. Lost deals do not tell where they were lost, so this is no
 * conversion: it says what the pipeline holds.
 */
export function stagesReached(cells: Cells, stages: readonly Stage[]): FunctionResult[][] {
  const { find, ordered } = stageIndex(stages);
  const counts = new Map<Stage, number>();
  columnOf(cells, historyParam).cells.forEach((cell, at) => {
    if (isBlank(cell)) return;
    const name = shown(cell);
    const stage = find(undefined, name);
    if (stage) counts.set(stage, (counts.get(stage) ?? 0) + 1);
    else if (at > 0 || !/stage/.test(headingKey(name))) {
      throw new InputError(
        `row ${at + 1} of history is "${name}"; expected a stage of the settings, or the header row of Snapshots or Opportunity History`,
      );
    }
  });
  const steps = ordered.filter(({ status }) => status !== "lost");
  const won = steps.filter(({ status }) => status === "won");
  const path = [...steps.filter(({ status }) => status === "open"), ...won];
  let beyond = 0;
  const rows = path
    .map((stage): readonly [Stage, number] => [stage, counts.get(stage) ?? 0])
    .reverse()
    .map(([stage, deals]): FunctionResult[] => {
      const reached = deals + beyond;
      const onward = stage.status === "won" || reached === 0 ? undefined : beyond / reached;
      beyond = reached;
      return [stage.stage, deals, reached, onward];
    })
    .reverse();
  return [["Stage", "Deals", "Reached", "Went on"], ...rows];
}
