import { dealStatus } from "../core/deals/dealStatus.ts";
import { InputError } from "../core/inputError.ts";
import type { DealStatus, Stage } from "../core/pipeline/stage.ts";
import { booleanColumn } from "../tables/booleanColumn.ts";
import type { Cell } from "../tables/cell.ts";
import { shown } from "../tables/columnReading.ts";

/** Marks of a ticked box: the box that is not ticked is blank, and a blank is no answer. */
const TICKS = new Set(["x", "✓", "✔", "☑", "checked", "on"]);

/** Neither an outcome nor a stage: a stage's id, which a warehouse may give for its name, is longer. */
const NUMBER = /^[-+]?\d{1,3}(?:[.,]\d+)?$/;

/** Open, won or lost, as a stage or a won flag says. */
export function outcomeOf(cell: Cell, find: (stage: string) => Stage | undefined): DealStatus {
  const stage = shown(cell).trim();
  const known = find(stage);
  if (!known && TICKS.has(stage.toLowerCase())) {
    throw new InputError(
      `outcomes holds the tick "${stage}", beside which a blank may mean lost or open; expected stages, or TRUE for won and FALSE for lost`,
    );
  }
  const flag = known ? undefined : booleanColumn.read(cell);
  if (typeof flag === "boolean") return flag ? "won" : "lost";
  if (!known && NUMBER.test(stage)) {
    throw new InputError(
      `outcomes holds ${stage}; expected stages, or TRUE or 1 for won and FALSE or 0 for lost`,
    );
  }
  return dealStatus({ opportunityId: "", stage }, known);
}
