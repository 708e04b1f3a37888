import type { TableLink } from "../parts/tableLink.ts";
import { columnLetter } from "./a1.ts";
import type { Draft } from "./draft.ts";
import { GRID_COLUMNS } from "./grid.ts";
import type { Entered, PlanRow, SheetPlan } from "./sheetPlan.ts";

/** Stands for the number of the sheet until that is known; no sheet has it. */
const NO_SHEET = "{sheet}";
const START = `=HYPERLINK("#gid=${NO_SHEET}&`;

const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`;

/**
 * A text that opens rows of a table when it is clicked. The rows are named by references, so that the link follows
 * them when somebody inserts rows above. Undefined: the table has no such rows.
 */
export function linkFormula(
  draft: Draft,
  text: string,
  { table, row, rows = 1 }: TableLink,
): string | undefined {
  const place = draft.tables.get(table);
  if (!place) throw new Error(`A cell opens ${table}, which is no table of this report.`);
  if (row + rows > place.count || rows < 1) return undefined;
  const first = place.firstRow + row;
  const last = first + rows - 1;
  return `${START}range=A"&ROW($A$${first})&":${columnLetter(GRID_COLUMNS)}"&ROW($A$${last}),${quoted(text)})`;
}

function linkedCells(row: PlanRow, start: string): PlanRow {
  const isLink = (entered: Entered) => typeof entered === "string" && entered.startsWith(START);
  if (!row.cells.some((cell) => cell && isLink(cell.entered))) return row;
  const cells = row.cells.map((cell) =>
    cell && isLink(cell.entered)
      ? { ...cell, entered: `${start}${String(cell.entered).slice(START.length)}` }
      : cell,
  );
  return { ...row, cells };
}

/** The plan with its links pointing into the sheet that it goes to. */
export function linkedPlan(plan: SheetPlan, sheetId: number): SheetPlan {
  const start = START.replace(NO_SHEET, String(sheetId));
  return { ...plan, rows: plan.rows.map((row) => linkedCells(row, start)) };
}
