import type { Entered, PlanCell, SheetPlan } from "../layout/sheetPlan.ts";
import { type Belonging, whereIs } from "./base.ts";
import type { Change } from "./blocks.ts";

/** Where a belonging goes in the new plan: a row of it, and a grid column or a sheet column of the person's own. */
export type Target = {
  readonly item: Belonging;
  readonly row: number;
  readonly grid: number | undefined;
  readonly own: number | undefined;
};

export type Resolved = {
  readonly targets: readonly Target[];
  readonly kept: readonly Belonging[];
  readonly changes: readonly Change[];
  readonly since: Readonly<Record<string, Entered>>;
};

type Spot = { readonly row: number; readonly grid: number };

function shownValue(cell: PlanCell | undefined): Entered {
  return cell?.shown ?? cell?.entered ?? "";
}

type Place = Omit<Target, "item">;

/** Where in its own row a belonging goes; undefined when the row has no such place any more. */
function placeInRow(plan: SheetPlan, row: number, item: Belonging): Place | undefined {
  const cells = plan.rows[row]?.cells ?? [];
  const rest = item.key.startsWith(item.row) ? item.key.slice(item.row.length) : "";
  const own = /^@(\d+)$/.exec(rest);
  if (own) return { row, grid: undefined, own: Number(own[1]) };
  const blank = /^#(\d+)$/.exec(rest);
  if (!blank) {
    const grid = cells.findIndex((cell) => cell?.id === item.key);
    return grid < 0 ? undefined : { row, grid, own: undefined };
  }
  const grid = Number(blank[1]);
  const occupied = cells[grid]?.id !== undefined;
  return occupied && item.entered !== undefined ? undefined : { row, grid, own: undefined };
}

/** Cells that can move to another row and keep their id, such as figures; records' cells stay in the record's row. */
function singleCells(plan: SheetPlan): Map<string, Spot> {
  const single = new Map<string, Spot>();
  for (const [row, { group, cells }] of plan.rows.entries()) {
    if (group !== undefined) continue;
    for (const [grid, cell] of cells.entries()) {
      if (cell?.id !== undefined) single.set(cell.id, { row, grid });
    }
  }
  return single;
}

function spotFinder(plan: SheetPlan): (item: Belonging) => Place | undefined {
  const rows = new Map(plan.rows.map(({ id }, index) => [id, index]));
  const single = singleCells(plan);
  return (item) => {
    const row = rows.get(item.row);
    const inRow = row === undefined ? undefined : placeInRow(plan, row, item);
    if (inRow) return inRow;
    const spot = single.get(item.key);
    return spot && { ...spot, own: undefined };
  };
}

/** A record may have got another name since. */
function nameNow(plan: SheetPlan, row: number, item: Belonging): string {
  const { group, label } = plan.rows[row] ?? {};
  return whereIs({
    record: group === undefined || label === undefined ? item.record : label,
    part: item.part,
  });
}

const sameValue = (one: Entered, other: Entered): boolean =>
  one === other ||
  (typeof one === "number" &&
    typeof other === "number" &&
    Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one)));

/** Gives every belonging its place in the new plan; what has none any more is kept apart. */
export function resolve(
  plan: SheetPlan,
  belongings: readonly Belonging[],
  sinceBefore: Readonly<Record<string, Entered>>,
): Resolved {
  const find = spotFinder(plan);
  const targets: Target[] = [];
  const kept: Belonging[] = [];
  const changes: Change[] = [];
  const since: Record<string, Entered> = {};
  for (const item of belongings) {
    const spot = find(item);
    if (!spot) {
      kept.push(item);
      continue;
    }
    const cell = spot.grid === undefined ? undefined : plan.rows[spot.row]?.cells[spot.grid];
    const agrees =
      item.entered !== undefined && cell?.id !== undefined && sameValue(item.entered, cell.entered);
    if (agrees) {
      const { entered: _, shown: __, over: ___, ...rest } = item;
      if (rest.note !== undefined || rest.look !== undefined) targets.push({ item: rest, ...spot });
      continue;
    }
    targets.push({ item, ...spot });
    if (item.entered === undefined || cell?.id === undefined) continue;
    const report = shownValue(cell);
    const before = sinceBefore[item.key] ?? item.over ?? report;
    since[item.key] = before;
    const yours = item.shown ?? item.entered;
    changes.push({
      key: item.key,
      where: nameNow(plan, spot.row, item),
      yours,
      report,
      conflict: !sameValue(before, report),
    });
  }
  return { targets, kept, changes, since };
}
