import type {
  Entered,
  PlanArea,
  PlanChart,
  PlanHeight,
  PlanRule,
  PlanStyle,
} from "../layout/sheetPlan.ts";
import type { Look } from "./sheetState.ts";

/** A generated cell: what was entered, and for a formula what it came to. */
export type BaseCell = Entered | readonly [formula: string, shown: Entered];

export type BaseRow = {
  readonly id: string;
  readonly label: string;
  readonly group?: string;
  /** Index into `shapes`. */
  readonly shape: number;
  /** By grid column. */
  readonly cells: readonly BaseCell[];
  /** Sheet row, 0-based, where it was written. */
  readonly at: number;
};

/** What rows of one kind have in common: the ids of their cells after the row's own, and their styles. */
export type RowShape = {
  readonly ids: readonly (string | null)[];
  readonly styles: readonly number[];
};

/** Something a person put on the sheet, with what it belongs to. */
export type Belonging = {
  /** The cell's id; `row#3` for a blank cell of the grid, `row@15` for a column of the person's own. */
  readonly key: string;
  readonly row: string;
  /** For people: the record or figure, and which of its cells. */
  readonly record: string;
  readonly part: string;
  /** Sheet position it was last seen at, 0-based. */
  readonly atRow: number;
  readonly atColumn: number;
  readonly entered?: Entered;
  readonly shown?: Entered;
  readonly note?: string;
  readonly look?: Look;
  /** What the report said in this cell when it was typed over; undefined: the report says nothing there. */
  readonly over?: Entered;
};

/** What was generated the last time, as kept in memory: the common ancestor of the three-way merge. */
export type Base = {
  /** Sheet column, 0-based, of each grid column, and last of the row ids. */
  readonly columns: readonly number[];
  readonly rows: readonly BaseRow[];
  readonly shapes: readonly RowShape[];
  readonly styles: readonly PlanStyle[];
  /** What the report said when a cell was first typed over. */
  readonly since: Readonly<Record<string, Entered>>;
  /** Belongings of rows that are not in the report at present. */
  readonly kept: readonly Belonging[];
  readonly charts: readonly PlanChart[];
  readonly rules: readonly PlanRule[];
  readonly lines: readonly PlanArea[];
  readonly heights: readonly PlanHeight[];
};

/** `Acme renewal › Amount`. */
export function whereIs({ record, part }: Pick<Belonging, "record" | "part">): string {
  return [record, part].filter((word) => word.trim() !== "").join(" › ");
}

export function enteredOf(cell: BaseCell): Entered {
  return typeof cell === "object" ? cell[0] : cell;
}

export function shownOf(cell: BaseCell): Entered {
  return typeof cell === "object" ? cell[1] : cell;
}

/** The id of a generated cell; undefined for a blank of the grid. */
export function cellIdOf(base: Base, row: BaseRow, grid: number): string | undefined {
  const id = base.shapes[row.shape]?.ids[grid];
  if (id === null || id === undefined) return undefined;
  return id.startsWith("/") ? row.id + id : id;
}
