/** How a cell looks. Plans point into a list of these. */
export type PlanStyle = {
  readonly background: string;
  readonly colour: string;
  readonly bold: boolean;
  /** Points. */
  readonly size: number;
  /** Number format pattern; empty = general. */
  readonly pattern: string;
  readonly align: "left" | "center" | "right";
  readonly wrap: boolean;
};

/**
 * What a cell would be typed as: numbers and booleans as they are, formulas with a leading `=`,
 * text with a leading `'` so that it can never be taken for anything else, and `""` for a blank.
 */
export type Entered = string | number | boolean;

export type PlanCell = {
  /** What the cell is about: a figure, or a column of a record. Undefined: a blank that only carries a fill. */
  readonly id: string | undefined;
  readonly entered: Entered;
  /** What a formula comes to; undefined where nothing is calculated. */
  readonly shown?: Entered;
  readonly style: number;
};

export type PlanRow = {
  readonly id: string;
  /** What a person calls the row: a deal's name, a figure's label. */
  readonly label: string;
  /** The table it is a record of; a range over all of them grows and shrinks with the table. */
  readonly group?: string;
  /** One per grid column, left to right. */
  readonly cells: readonly (PlanCell | undefined)[];
};

/** A rectangle of the plan, 1-based. */
export type PlanArea = { row: number; column: number; rows: number; columns: number };

export type PlanChart = {
  readonly id: string;
  /** Charts.ChartType name. */
  readonly type: string;
  readonly ranges: readonly PlanArea[];
  /** Options by dotted path. */
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly height: number;
};

/** A conditional format: wherever in these grid columns this text stands, it means this status. */
export type PlanRule = {
  readonly word: string;
  readonly columns: readonly number[];
  readonly background: string;
  readonly colour: string;
};

/** A row that needs more than the usual height. */
export type PlanHeight = { readonly row: number; readonly pixels: number };

/** A report laid out on a grid; pure data. The last column, after the grid, holds each row's id and is hidden. */
export type SheetPlan = {
  readonly rows: readonly PlanRow[];
  readonly styles: readonly PlanStyle[];
  readonly charts: readonly PlanChart[];
  readonly rules: readonly PlanRule[];
  /** Stretches of cells with a thin line under them. */
  readonly lines: readonly PlanArea[];
  readonly heights: readonly PlanHeight[];
  readonly frozenRows: number;
  /** Headings of cell ids' last part, for telling people which cell is meant. */
  readonly columnLabels: Readonly<Record<string, string>>;
};
