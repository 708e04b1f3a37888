import type { DealChange } from "../../core/deals/deal.ts";
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
  return main.table.name === "opportunities"
    ? stagesOfDeals(
        current,
        source.stagePreset,
        evidenceOfStages(main.rows, isStatusApart === true),
        mapped,
        changes,
      )
    : unchanged;
}

/** The history of deals as it will be: what the workbook has, and what the file brings. */
function historyAfter(parts: readonly PlannedTable[], book: Book): readonly DealChange[] {
  const known = readTables(["opportunityHistory"], book).opportunityHistory?.rows ?? [];
  const brought = parts.find(({ table }) => table.name === "opportunityHistory")?.rows ?? [];
  // Each row was read by the columns of that table.
  return [...known, ...(brought as unknown as readonly DealChange[])];
}
