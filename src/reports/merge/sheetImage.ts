import type {
  Entered,
  PlanArea,
  PlanChart,
  PlanHeight,
  PlanRule,
  PlanStyle,
} from "../layout/sheetPlan.ts";
import type { Base } from "./base.ts";
import type { SheetState } from "./sheetState.ts";
import { plainPattern } from "./sheetState.ts";
import { styleInterner } from "./styleInterner.ts";

/** All that a report sheet shows, cell by cell: what is written, and what an undo puts back. */
export type SheetImage = {
  readonly entered: readonly (readonly Entered[])[];
  /** Index into `styles`. */
  readonly look: readonly (readonly number[])[];
  readonly styles: readonly PlanStyle[];
  readonly notes: readonly (readonly string[])[];
  readonly charts: readonly PlanChart[];
  readonly rules: readonly PlanRule[];
  readonly lines: readonly PlanArea[];
  readonly heights: readonly PlanHeight[];
};

/** The sheet as it stands before a run. Sizes and alignment, which are not read back, are those last written. */
export function imageOf(state: SheetState, base: Base): SheetImage {
  const { styles, change } = styleInterner(base.styles);
  const key = base.columns[base.columns.length - 1] ?? 0;
  const rows = new Map(base.rows.map((row) => [`'${row.id}`, row]));
  const gridOf = new Map(base.columns.slice(0, -1).map((column, grid) => [column, grid]));
  const made = new Map<string, number>();
  const look = state.entered.map((cells, at) => {
    const row = rows.get(String(cells[key]));
    return cells.map((_, column) => {
      const grid = gridOf.get(column);
      const given = grid === undefined ? 0 : (base.shapes[row?.shape ?? -1]?.styles[grid] ?? 0);
      const background = (state.backgrounds[at]?.[column] ?? "#ffffff").toLowerCase();
      const colour = (state.colours[at]?.[column] ?? "#000000").toLowerCase();
      const bold = state.bold[at]?.[column] ?? false;
      const pattern = plainPattern(state.patterns[at]?.[column] ?? "");
      const name = `${given}|${background}|${colour}|${bold}|${pattern}`;
      const known = made.get(name);
      if (known !== undefined) return known;
      const style = change(given, { background, colour, bold, pattern });
      made.set(name, style);
      return style;
    });
  });
  const { charts, rules, lines, heights } = base;
  return {
    entered: state.entered,
    look,
    styles,
    notes: state.notes,
    charts,
    rules,
    lines,
    heights,
  };
}
