import { GRID_COLUMNS } from "../layout/grid.ts";
import type { Entered, PlanArea, PlanRow, SheetPlan } from "../layout/sheetPlan.ts";
import type { Base, Belonging } from "./base.ts";
import type { Change } from "./blocks.ts";
import { changeRows, keptRows } from "./blocks.ts";
import type { AddedRow } from "./collect.ts";
import { collect } from "./collect.ts";
import { fillCells } from "./fillCells.ts";
import { matchColumns } from "./matchColumns.ts";
import { matchRows } from "./matchRows.ts";
import type { MergedSheet } from "./mergedSheet.ts";
import { newBase } from "./newBase.ts";
import { placeRows } from "./placement.ts";
import { mapReferences } from "./references.ts";
import { resolve } from "./resolve.ts";
import { restoreColumns } from "./restoreColumns.ts";
import { rowMoves } from "./rowMoves.ts";
import type { SheetState } from "./sheetState.ts";
import { styleInterner } from "./styleInterner.ts";

type Before = {
  readonly base: Base;
  readonly state: SheetState;
  readonly columns: readonly number[];
  readonly match: readonly number[];
  readonly belongings: readonly Belonging[];
  readonly added: readonly AddedRow[];
  readonly inserts: MergedSheet["inserts"];
};

/** Kept lines that a person cleared or deleted are dropped. */
function stillKept(
  base: Base,
  state: SheetState,
  columns: readonly number[],
  match: readonly number[],
): Belonging[] {
  const standing = new Set<string>();
  const first = columns[0] ?? 0;
  for (const [row, index] of match.entries()) {
    const id = base.rows[index]?.id;
    if (id?.startsWith("kept/") && (state.entered[row]?.[first] ?? "") !== "") standing.add(id);
  }
  return base.kept.filter(({ key }) => standing.has(`kept/${key}`));
}

/** What a person did to the sheet since it was last generated. */
function lookBack(base: Base, found: SheetState, plan: SheetPlan): Before {
  const { state, columns, inserts } = restoreColumns(found, matchColumns(base, found));
  const match = matchRows(base, state, columns);
  const moved =
    match.some((index, row) => index >= 0 && base.rows[index]?.at !== row) ||
    columns.some((column, index) => column !== base.columns[index]);
  const { belongings, added } = collect(base, state, columns, match, moved, plan.columnLabels);
  // What came back to its row in the meantime, or was typed there anew, counts before what was kept.
  const anew = new Set(belongings.map(({ key }) => key));
  const kept = stillKept(base, state, columns, match).filter(({ key }) => !anew.has(key));
  return { base, state, columns, match, belongings: [...belongings, ...kept], added, inserts };
}

function conflictsOf(changes: readonly Change[]): string[] {
  const plain = (value: Entered) => String(value).replace(/^'/, "") || "blank";
  return changes
    .filter(({ conflict }) => conflict)
    .map(
      ({ where, yours, report }) =>
        `${where}: ${plain(yours)} was typed over it and stays; the report now says ${plain(report)}.`,
    );
}

/** A cell that a person left blank, without a note or a colour, is nothing to keep. */
function hasContent({ entered, note, look }: Belonging): boolean {
  return (entered !== undefined && entered !== "") || note !== undefined || look !== undefined;
}

/** The merge's own rows go below the report; kept rows that a person added need the heading too. */
function withBlocks(
  plan: SheetPlan,
  changes: readonly Change[],
  kept: readonly Belonging[],
  added: readonly AddedRow[],
  intern: ReturnType<typeof styleInterner>["intern"],
): PlanRow[] {
  const present = new Set(plan.rows.map(({ id }) => id));
  const orphaned = added.some(
    ({ after }) => after !== undefined && after !== "" && !present.has(after),
  );
  const changed = changeRows(changes, intern);
  const worth = kept.filter(hasContent);
  const keptBlock = worth.length > 0 || orphaned ? keptRows(worth, intern) : [];
  return [...plan.rows, ...changed, ...keptBlock];
}

/**
 * Three-way merge of what was generated last (`base`), what the sheet holds now (`state`) and the new plan. Generated
 * cells are brought up to date; what a person typed, coloured, noted or added stays with the record or figure it
 * belongs to. Without `before` the plan is placed as it is.
 */
export function mergeSheet(
  plan: SheetPlan,
  before?: { base: Base; state: SheetState },
): MergedSheet {
  const past = before && lookBack(before.base, before.state, plan);
  const columns = past?.columns ?? Array.from({ length: GRID_COLUMNS + 1 }, (_, index) => index);
  const key = columns[GRID_COLUMNS] ?? GRID_COLUMNS;
  const found = resolve(plan, past?.belongings ?? [], past?.base.since ?? {});
  const { styles, intern, change } = styleInterner(plan.styles);
  const added = past?.added ?? [];
  const rows = withBlocks(plan, found.changes, found.kept, added, intern);
  const placement = placeRows(rows, added);
  const { planAt } = placement;
  const rowAt = (row: number) => (planAt[row - 1] ?? row - 1) + 1;
  const columnAt = (column: number) => (columns[column - 1] ?? column - 1) + 1;
  const unmoved =
    planAt.every((row, index) => row === index) &&
    columns.every((column, index) => column === index);
  const placedFormula = (entered: Entered): Entered => {
    if (unmoved || typeof entered !== "string" || !entered.startsWith("=")) return entered;
    return mapReferences(entered, (start, end) => {
      const moved = <End extends typeof start>(side: End) => ({
        ...side,
        column: columnAt(side.column),
        row: side.row === undefined ? undefined : rowAt(side.row),
      });
      return end ? [moved(start), moved(end)] : [moved(start)];
    });
  };
  const enteredAt = (row: number, grid: number): Entered =>
    placedFormula(rows[row]?.cells[grid]?.entered ?? "");
  const areaAt = ({ row, column, rows: height, columns: width }: PlanArea): PlanArea => ({
    row: rowAt(row),
    column: columnAt(column),
    rows: rowAt(row + height - 1) - rowAt(row) + 1,
    columns: columnAt(column + width - 1) - columnAt(column) + 1,
  });
  const charts = plan.charts.map((chart) => ({
    ...chart,
    ranges: chart.ranges.map(areaAt),
    row: rowAt(chart.row),
    column: columnAt(chart.column),
  }));
  const rules = plan.rules.map((rule) => ({ ...rule, columns: rule.columns.map(columnAt) }));
  const lines = plan.lines.map(areaAt);
  const heights = plan.heights.map(({ row, pixels }) => ({ row: rowAt(row), pixels }));
  const base = newBase({
    rows,
    planAt,
    columns,
    styles,
    entered: enteredAt,
    since: found.since,
    kept: found.kept,
    charts,
    rules,
    lines,
    heights,
  });
  const cells = fillCells({
    rows,
    placement,
    columns,
    key,
    change,
    enteredAt,
    targets: found.targets,
    past: past && {
      state: past.state,
      added,
      moves: rowMoves(past.base, past.match, added, rows, placement),
    },
  });
  return {
    ...cells,
    styles,
    charts,
    rules,
    lines,
    heights,
    frozenRows: plan.frozenRows,
    keyColumn: key,
    inserts: past?.inserts ?? [],
    conflicts: conflictsOf(found.changes),
    base,
  };
}
