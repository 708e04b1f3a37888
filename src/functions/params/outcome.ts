import { dealStatus } from "../../core/deals/dealStatus.ts";
import { stageIndex } from "../../core/deals/stageIndex.ts";
import { InputError } from "../../core/inputError.ts";
import type { DealStatus, Stage } from "../../core/pipeline/stage.ts";
import { booleanColumn } from "../../tables/reading/booleanColumn.ts";
import { type Cell, isBlank } from "../../tables/reading/cell.ts";
import { shown } from "../../tables/reading/columnReading.ts";

/** Marks of a ticked box: the box that is not ticked is blank, and a blank is no answer. */
const TICKS = new Set(["x", "✓", "✔", "☑", "checked", "on"]);

/** Neither an outcome nor a stage: a stage's id, which a warehouse may give for its name, is longer. */
const NUMBER = /^[-+]?\d{1,3}(?:[.,]\d+)?$/;

/** Open, won or lost, as the stage or won flag of each row of a column says; undefined where it is blank. */
export function outcomesOf(
  cells: readonly Cell[],
  stages: readonly Stage[],
  placeOf: (row: number) => string = (row) => `row ${row + 1} of outcomes`,
): (DealStatus | undefined)[] {
  const { find } = stageIndex(stages);
  return cells.map((cell, row) => {
    if (isBlank(cell)) return undefined;
    return outcomeOf(cell, (stage) => find(undefined, stage), placeOf(row));
  });
}

function outcomeOf(
  cell: Cell,
  find: (stage: string) => Stage | undefined,
  place: string,
): DealStatus {
  const stage = shown(cell).trim();
  const known = find(stage);
  if (!known && TICKS.has(stage.toLowerCase())) {
    throw new InputError(
      `${place} holds the tick "${stage}", beside which a blank may mean lost or open; expected stages, or TRUE for won and FALSE for lost`,
    );
  }
  const flag = known ? undefined : booleanColumn.read(cell);
  if (typeof flag === "boolean") return flag ? "won" : "lost";
  if (!known && NUMBER.test(stage)) {
    throw new InputError(
      `${place} holds ${stage}; expected stages, or TRUE or 1 for won and FALSE or 0 for lost`,
    );
  }
  return dealStatus({ opportunityId: "", stage }, known);
}
