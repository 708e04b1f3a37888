import type { DealChange } from "../../core/deals/deal.ts";
import { stageIndex } from "../../core/deals/stageIndex.ts";
import { type Place, renamedStages } from "../../core/pipeline/renamedStages.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { defaultSettings } from "../../settings/defaultSettings.ts";
import type { ImportPlan, PlannedTable } from "../../sources/planTypes.ts";
import type { Book } from "../sheets/book.ts";
import { readTables } from "../sheets/readTables.ts";
import { evidenceOfStages } from "./evidenceOfStages.ts";
import { type StageUpdate, stagesOfDeals, stagesOfFile } from "./importStages.ts";
import { stagesOfHistory } from "./stagesOfHistory.ts";

/** The Stages settings as they are after an import. */
export function stagesAfter(
  { main, further, stages, source, isStatusApart }: ImportPlan,
  current: readonly Stage[],
  mapped: Readonly<Record<string, string>> | undefined,
  book: Book,
): StageUpdate {
  if (stages) return stagesOfFile(current, defaultSettings.stages, stages);
  const unchanged = { stages: current, notes: [] };
  if (main === undefined) return unchanged;
  let known: readonly DealChange[] | undefined;
  const changes = () => {
    known ??= historyAfter([main, ...further], book);
    return known;
  };
  if (main.table.name === "opportunityHistory") return stagesOfHistory(current, changes);
  if (main.table.name !== "opportunities") return unchanged;
  const evidence = evidenceOfStages(main.rows, isStatusApart === true);
  const update = stagesOfDeals(current, source.stagePreset, evidence, mapped, changes);
  return { ...update, notes: [...update.notes, ...renameNotes(current, update, main, book)] };
}

/** New stages that may be known ones under another name; a person decides. */
function renameNotes(
  current: readonly Stage[],
  { stages }: StageUpdate,
  main: PlannedTable,
  book: Book,
): string[] {
  const known = stageIndex(current);
  const now = stageIndex(stages);
  const isNew = ({ pipeline, stage }: Place) =>
    known.find(pipeline, stage) === undefined && now.find(pipeline, stage) !== undefined;
  const after = main.rows as unknown as readonly Place[];
  if (stages === current || !after.some(isNew)) return [];
  const before = readTables(["opportunities"], book).opportunities?.rows ?? [];
  return renamedStages(before, after, isNew).map(({ pipeline, from, to, moved, of }) => {
    const where = pipeline === "" ? "" : ` of ${pipeline}`;
    return `${to}${where} may be ${from} under a new name: ${moved} of the ${of} deals that stood in ${from} stand there now, and none is left in it. If so, write ${to} into the CRM values of ${from} on the Stages sheet and delete the row of ${to}; as a stage of its own it makes moves look like stages left out.`;
  });
}

/** The history of deals as it will be: what the workbook has, and what the file brings. */
function historyAfter(parts: readonly PlannedTable[], book: Book): readonly DealChange[] {
  const known = readTables(["opportunityHistory"], book).opportunityHistory?.rows ?? [];
  const brought = parts.find(({ table }) => table.name === "opportunityHistory")?.rows ?? [];
  // Each row was read by the columns of that table.
  return [...known, ...(brought as unknown as readonly DealChange[])];
}
