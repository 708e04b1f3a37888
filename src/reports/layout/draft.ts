import type { TableLink } from "../parts/tableLink.ts";
import type { FormulaTemplate, Status } from "../report.ts";
import { GRID_COLUMNS } from "./grid.ts";
import { PAPER, TEXT } from "./palette.ts";
import type { Entered, PlanArea, PlanHeight, PlanStyle } from "./sheetPlan.ts";

export type DraftCell = {
  readonly id: string | undefined;
  readonly entered: Entered;
  readonly style: number;
  /** Resolved to a formula once every row has its place. */
  readonly template?: FormulaTemplate;
  /** Rows that the text opens, whose place is known as late. */
  readonly link?: TableLink;
};

export type DraftRow = {
  readonly id: string;
  readonly label: string;
  readonly group?: string;
  readonly cells: (DraftCell | undefined)[];
};

/** Where a table stands; rows are 1-based. */
export type TablePlace = {
  readonly headerRow: number;
  readonly firstRow: number;
  readonly count: number;
  readonly totalRow: number | undefined;
  /** Grid column of each column's values. */
  readonly columns: ReadonlyMap<string, number>;
};

/** A sheet while it is being laid out, top to bottom. */
export type Draft = {
  readonly rows: DraftRow[];
  readonly styles: PlanStyle[];
  readonly tables: Map<string, TablePlace>;
  readonly lines: PlanArea[];
  readonly heights: PlanHeight[];
  /** Status words and the grid columns they stand in. */
  readonly words: Map<string, { status: Status; columns: Set<number> }>;
  readonly columnLabels: Record<string, string>;
  style(change: Partial<PlanStyle>): number;
  /** Adds a row and returns its number. */
  add(row: {
    id: string;
    label?: string;
    group?: string;
    cells?: (DraftCell | undefined)[];
  }): number;
};

const PLAIN: PlanStyle = {
  background: PAPER,
  colour: TEXT,
  bold: false,
  size: 10,
  pattern: "",
  align: "left",
  wrap: false,
};

export function newDraft(): Draft {
  const known = new Map<string, number>();
  const styles: PlanStyle[] = [];
  const rows: DraftRow[] = [];
  const style = (change: Partial<PlanStyle>): number => {
    const whole = { ...PLAIN, ...change };
    const key = Object.values(whole).join("|");
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, styles.length);
    return styles.push(whole) - 1;
  };
  // Index 0 is the plain style of cells that no row mentions.
  style({});
  return {
    rows,
    styles,
    tables: new Map(),
    lines: [],
    heights: [],
    words: new Map(),
    columnLabels: {},
    style,
    add: ({ id, label = "", group, cells = [] }) => rows.push({ id, label, group, cells }),
  };
}

/** A text line from the first column that runs over the blank cells beside it. */
export function textRow(
  draft: Draft,
  id: string,
  text: string,
  style: Partial<PlanStyle>,
  column = 1,
): number {
  const cells: (DraftCell | undefined)[] = [];
  cells[column - 1] = { id, entered: text === "" ? "" : `'${text}`, style: draft.style(style) };
  return draft.add({ id, label: text, cells });
}

/** A line over the whole grid. */
export function ruleUnder(draft: Draft, row: number): void {
  draft.lines.push({ row, column: 1, rows: 1, columns: GRID_COLUMNS });
}
