import type { Day } from "../../core/calendar/day.ts";
import type { Deal, DealSnapshot } from "../../core/deals/deal.ts";
import { standDeals } from "../../core/deals/standing.ts";
import type { Settings } from "../../settings/settings.ts";
import { opportunities } from "../../tables/opportunities.ts";
import type { Cell } from "../../tables/reading/cell.ts";
import { matchHeader } from "../../tables/reading/header.ts";
import { readRows } from "../../tables/reading/readRows.ts";
import { readTable } from "../../tables/reading/readTable.ts";
import { snapshotChanges } from "../../tables/records/snapshotRows.ts";
import { snapshots } from "../../tables/snapshots.ts";
import { appended } from "../sheets/appendTable.ts";
import type { TableCells } from "../sheets/tableSheet.ts";

type Cells = readonly (readonly Cell[])[];

export type SnapshotContent = { readonly content: TableCells; readonly existing: Cells };

/** What decides how a deal stands. */
const frozenFields: ReadonlySet<string> = new Set<keyof Deal>([
  ...(["opportunityId", "owner", "team", "segment", "region", "pipeline", "stage"] as const),
  ...(["amount", "amountConverted", "currency", "probability", "forecastCategory"] as const),
  ...(["closeDate", "isClosed", "isWon", "goneSince"] as const),
]);

/**
 * The sheet Snapshots with a row more for each deal that stands differently on a day than in its last snapshot.
 * Undefined when none does.
 */
export function snapshotContent(
  { header, cells }: { readonly header: readonly string[]; readonly cells: Cells },
  { settings, day, importId }: { settings: Settings; day: Day; importId: string },
  existing: Cells,
): SnapshotContent | undefined {
  const { mapping } = matchHeader(opportunities, header);
  const needed = Object.entries(mapping).filter(([field]) => frozenFields.has(field));
  const { rows } = readRows<Deal>(opportunities, cells, Object.fromEntries(needed));
  const standings = standDeals(rows, settings, day);
  const previous: readonly DealSnapshot[] =
    existing.length > 1 ? readTable(snapshots, existing).rows : [];
  const changes = snapshotChanges({ day, importId, deals: standings.deals, previous });
  if (changes.length === 0) return undefined;
  return { content: appended(snapshots, existing, changes), existing };
}
