import type {
  Entered,
  PlanArea,
  PlanChart,
  PlanHeight,
  PlanRow,
  PlanRule,
  PlanStyle,
} from "../layout/sheetPlan.ts";
import type { Base, BaseCell, BaseRow, Belonging, RowShape } from "./base.ts";

function baseCells(row: PlanRow, enteredAt: (grid: number) => Entered, grid: number): BaseCell[] {
  return Array.from({ length: grid }, (_, index) => {
    const shown = row.cells[index]?.shown;
    const entered = enteredAt(index);
    return shown === undefined ? entered : [entered as string, shown];
  });
}

/** Remembers a plan as it was placed on the sheet; rows of one kind share their cell ids and styles. */
export function newBase(placed: {
  rows: readonly PlanRow[];
  planAt: readonly number[];
  columns: readonly number[];
  styles: readonly PlanStyle[];
  entered: (plan: number, grid: number) => Entered;
  since: Readonly<Record<string, Entered>>;
  kept: readonly Belonging[];
  charts: readonly PlanChart[];
  rules: readonly PlanRule[];
  lines: readonly PlanArea[];
  heights: readonly PlanHeight[];
}): Base {
  const { columns, styles, since, kept, charts, rules, lines, heights } = placed;
  const grid = columns.length - 1;
  const shapes: RowShape[] = [];
  const known = new Map<string, number>();
  const shapeOf = (row: PlanRow): number => {
    const ids: (string | null)[] = [];
    const looks: number[] = [];
    for (let index = 0; index < grid; index++) {
      const cell = row.cells[index];
      const id = cell?.id;
      const inRow = id?.startsWith(`${row.id}/`) ? id.slice(row.id.length) : id;
      ids.push(inRow ?? null);
      looks.push(cell?.style ?? 0);
    }
    const key = JSON.stringify([ids, looks]);
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, shapes.length);
    return shapes.push({ ids, styles: looks }) - 1;
  };
  const rows = placed.rows.map(
    (row, plan): BaseRow => ({
      id: row.id,
      label: row.label,
      ...(row.group === undefined ? {} : { group: row.group }),
      shape: shapeOf(row),
      cells: baseCells(row, (index) => placed.entered(plan, index), grid),
      at: placed.planAt[plan] ?? 0,
    }),
  );
  return { columns, rows, shapes, styles, since, kept, charts, rules, lines, heights };
}
