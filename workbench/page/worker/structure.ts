import { sheetPrefix } from "../../host/a1.ts";
import { renameSheet } from "../../host/moveReferences.ts";
import { spliceSheet } from "../../host/spliceSheet.ts";
import type { SheetData, WorkbookData } from "../../host/workbook.ts";
import { newSheet } from "../../host/workbookFile.ts";
import type { Command } from "../protocol.ts";
import { newestFirst } from "./spans.ts";

/** The sheets as the page names them. */
export type SheetNames = {
  sheet(pageId: unknown): SheetData | undefined;
  /** The page has made a sheet. */
  named(pageId: unknown, sheet: SheetData): void;
};

type Change = (command: Command, workbook: WorkbookData, names: SheetNames) => void;

export const isStructural = ({ type }: Command): boolean => type in CHANGES;

/** Puts a change of rows, columns or tabs that a person made in the page into the workbook. */
export function applyStructure(command: Command, workbook: WorkbookData, names: SheetNames): void {
  CHANGES[command.type]?.(command, workbook, names);
}

const onSheet =
  (change: (sheet: SheetData, command: Command, workbook: WorkbookData) => void): Change =>
  (command, workbook, names) => {
    const sheet = names.sheet(command.sheetId);
    if (sheet) change(sheet, command, workbook);
  };

const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : []);

const CHANGES: Readonly<Record<string, Change>> = {
  ADD_COLUMNS_ROWS: onSheet((sheet, command, workbook) => {
    const at = Number(command.base) + (command.position === "before" ? 1 : 2);
    const dimension = command.dimension === "COL" ? "column" : "row";
    spliceSheet(workbook, sheet, { dimension, at, inserted: Number(command.quantity), deleted: 0 });
  }),
  REMOVE_COLUMNS_ROWS: onSheet((sheet, command, workbook) => {
    const dimension = command.dimension === "COL" ? "column" : "row";
    for (const { at, count } of newestFirst(numbers(command.elements))) {
      spliceSheet(workbook, sheet, { dimension, at: at + 1, inserted: 0, deleted: count });
    }
  }),
  RESIZE_COLUMNS_ROWS: onSheet((sheet, command) => {
    const sizes = command.dimension === "COL" ? sheet.columnWidths : sheet.rowHeights;
    for (const element of numbers(command.elements)) {
      if (typeof command.size === "number") sizes[element + 1] = Math.round(command.size);
      else delete sizes[element + 1];
    }
  }),
  HIDE_COLUMNS_ROWS: onSheet((sheet, command) => hide(sheet, command, true)),
  UNHIDE_COLUMNS_ROWS: onSheet((sheet, command) => hide(sheet, command, false)),
  SET_GRID_LINES_VISIBILITY: onSheet((sheet, command) => {
    sheet.gridlines = command.areGridLinesVisible === true;
  }),
  FREEZE_ROWS: onSheet((sheet, command) => {
    sheet.frozenRows = Number(command.quantity);
  }),
  FREEZE_COLUMNS: onSheet((sheet, command) => {
    sheet.frozenColumns = Number(command.quantity);
  }),
  UNFREEZE_ROWS: onSheet((sheet) => {
    sheet.frozenRows = 0;
  }),
  UNFREEZE_COLUMNS: onSheet((sheet) => {
    sheet.frozenColumns = 0;
  }),
  UNFREEZE_COLUMNS_ROWS: onSheet((sheet) => {
    sheet.frozenRows = 0;
    sheet.frozenColumns = 0;
  }),
  COLOR_SHEET: onSheet((sheet, command) => {
    if (typeof command.color === "string" && command.color !== "") sheet.tabColor = command.color;
    else delete sheet.tabColor;
  }),
  HIDE_SHEET: onSheet((sheet) => {
    sheet.hidden = true;
  }),
  SHOW_SHEET: onSheet((sheet) => {
    sheet.hidden = false;
  }),
  RENAME_SHEET: onSheet((sheet, command, workbook) => {
    rename(workbook, sheet, String(command.newName ?? command.name ?? sheet.name));
  }),
  MOVE_SHEET: onSheet((sheet, command, { sheets }) => {
    const from = sheets.indexOf(sheet);
    sheets.splice(from, 1);
    sheets.splice(Math.max(0, from + Number(command.delta)), 0, sheet);
  }),
  DELETE_SHEET: onSheet((sheet, _, workbook) => {
    workbook.sheets = workbook.sheets.filter((other) => other !== sheet);
    workbook.namedRanges = workbook.namedRanges.filter(({ sheetId }) => sheetId !== sheet.id);
  }),
  UPDATE_FIGURE: onSheet((sheet, command) => {
    const chart = sheet.charts.find(({ id }) => command.figureId === `chart${id}`);
    if (!chart) return;
    const { row, col, offset, width, height } = command as unknown as Figure;
    if (row !== undefined) chart.anchor.row = row + 1;
    if (col !== undefined) chart.anchor.column = col + 1;
    if (offset !== undefined) Object.assign(chart.anchor, { offsetX: offset.x, offsetY: offset.y });
    if (width !== undefined) chart.width = Math.round(width);
    if (height !== undefined) chart.height = Math.round(height);
  }),
  DELETE_FIGURE: onSheet((sheet, command) => {
    sheet.charts = sheet.charts.filter(({ id }) => command.figureId !== `chart${id}`);
  }),
  CREATE_NAMED_RANGE: (command, workbook, names) => {
    const named = namedRange(String(command.name), command.ranges, names);
    if (named) workbook.namedRanges.push(named);
  },
  UPDATE_NAMED_RANGE: (command, workbook, names) => {
    const named = namedRange(String(command.newRangeName), command.ranges, names);
    if (!named) return;
    workbook.namedRanges = workbook.namedRanges.map((old) =>
      old.name === command.oldRangeName ? named : old,
    );
  },
  DELETE_NAMED_RANGE: (command, workbook) => {
    workbook.namedRanges = workbook.namedRanges.filter(({ name }) => name !== command.name);
  },
  CREATE_SHEET: (command, workbook, names) => {
    const sheet = newSheet(
      workbook.nextId,
      String(command.name),
      Number(command.rows ?? 1000),
      Number(command.cols ?? 26),
    );
    addSheet(workbook, sheet, Number(command.position ?? workbook.sheets.length));
    names.named(command.sheetId, sheet);
  },
  DUPLICATE_SHEET: (command, workbook, names) => {
    const original = names.sheet(command.sheetId);
    if (!original) return;
    const copy = {
      ...structuredClone(original),
      id: workbook.nextId,
      name: String(command.sheetNameTo),
    };
    for (const chart of copy.charts) {
      for (const range of chart.ranges) if (range.sheetId === original.id) range.sheetId = copy.id;
    }
    addSheet(workbook, copy, workbook.sheets.indexOf(original) + 1);
    names.named(command.sheetIdTo, copy);
  },
};

type Figure = {
  row?: number;
  col?: number;
  offset?: { x: number; y: number };
  width?: number;
  height?: number;
};

/** A range as the component writes it into commands; open ends reach to the edge of the sheet. */
type RangeData = {
  _sheetId: string;
  _zone: { top: number; left: number; bottom?: number; right?: number };
};

function namedRange(
  name: string,
  ranges: unknown,
  names: SheetNames,
): WorkbookData["namedRanges"][number] | undefined {
  const range = (Array.isArray(ranges) ? ranges[0] : ranges) as RangeData | undefined;
  const sheet = names.sheet(range?._sheetId);
  if (!range || !sheet) return undefined;
  const { top, left, bottom = sheet.rows - 1, right = sheet.columns - 1 } = range._zone;
  const area = {
    row: top + 1,
    column: left + 1,
    rows: bottom - top + 1,
    columns: right - left + 1,
  };
  return { name, sheetId: sheet.id, area };
}

function addSheet(workbook: WorkbookData, sheet: SheetData, position: number): void {
  workbook.nextId += 1;
  workbook.sheets.splice(position, 0, sheet);
}

function hide(sheet: SheetData, command: Command, hidden: boolean): void {
  const lines = new Set(command.dimension === "COL" ? sheet.hiddenColumns : sheet.hiddenRows);
  for (const element of numbers(command.elements)) {
    if (hidden) lines.add(element + 1);
    else lines.delete(element + 1);
  }
  const sorted = [...lines].sort((a, b) => a - b);
  if (command.dimension === "COL") sheet.hiddenColumns = sorted;
  else sheet.hiddenRows = sorted;
}

function rename(workbook: WorkbookData, sheet: SheetData, name: string): void {
  for (const { formulas } of workbook.sheets) {
    for (const cells of formulas) {
      if (!cells) continue;
      for (const [column, formula] of cells.entries()) {
        if (formula) cells[column] = renameSheet(formula, sheet.name, sheetPrefix(name));
      }
    }
  }
  sheet.name = name;
}
