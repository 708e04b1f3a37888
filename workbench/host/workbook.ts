/** What a cell holds when it is not a formula. Dates are serial numbers with a date format; errors are `#REF!` and the like. */
export type CellValue = string | number | boolean | CellError | null;

export type CellError = { readonly error: string; readonly message: string };

/** How a cell looks. Interned: a sheet's cells point into `WorkbookData.styles`. */
export type CellStyle = {
  readonly numberFormat?: string;
  readonly background?: string;
  readonly fontColor?: string;
  readonly fontSize?: number;
  readonly fontFamily?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "middle" | "bottom";
  readonly wrap?: "OVERFLOW" | "WRAP" | "CLIP";
  readonly borders?: Readonly<Partial<Record<"top" | "bottom" | "left" | "right", CellBorder>>>;
};

export type CellBorder = { readonly style: string; readonly color: string };

/** A rectangle, 1-based as in Apps Script. */
export type Area = { row: number; column: number; rows: number; columns: number };

export type ConditionalRule = {
  areas: Area[];
  /** BooleanCriteria name (`NUMBER_LESS_THAN`, `TEXT_CONTAINS`, `CUSTOM_FORMULA` …) or `GRADIENT`. */
  criteria: string;
  /** Of a gradient nine: type (`MIN`, `MAX`, `NUMBER` …), value and colour of its low, middle and high point, '' for none. */
  values: (string | number)[];
  style: CellStyle;
};

export type ValidationRule = {
  area: Area;
  /** DataValidationCriteria name: `VALUE_IN_LIST`, `VALUE_IN_RANGE`, `NUMBER_BETWEEN`, `DATE_IS_VALID_DATE`, `CHECKBOX` … */
  criteria: string;
  values: (string | number | boolean)[];
  allowInvalid: boolean;
  helpText: string;
};

export type ChartData = {
  id: number;
  /** Charts.ChartType name: BAR, COLUMN, LINE, AREA, PIE, COMBO, SCATTER, GAUGE, WATERFALL. */
  type: string;
  ranges: { sheetId: number; area: Area }[];
  /** Options as the add-on set them, flattened by dots: `title`, `hAxis.title`, `series.0.color`, `isStacked`. */
  options: Record<string, unknown>;
  anchor: { row: number; column: number; offsetX: number; offsetY: number };
  width: number;
  height: number;
  headers: number;
};

export type SheetData = {
  id: number;
  name: string;
  /** Size of the grid; blank cells count too. */
  rows: number;
  columns: number;
  /** `values[r][c]`, 0-based and sparse: what was typed or, under a formula, nothing. */
  values: (CellValue | undefined)[][];
  /** `formulas[r][c]` with the leading `=`, in canonical en_US syntax. */
  formulas: (string | undefined)[][];
  /** `styles[r][c]`: index into WorkbookData.styles; undefined = default. */
  styles: (number | undefined)[][];
  /** Notes by `row,column`, 1-based. */
  notes: Record<string, string>;
  columnWidths: Record<number, number>;
  rowHeights: Record<number, number>;
  hiddenRows: number[];
  hiddenColumns: number[];
  frozenRows: number;
  frozenColumns: number;
  hidden: boolean;
  gridlines: boolean;
  tabColor?: string;
  conditionalRules: ConditionalRule[];
  validations: ValidationRule[];
  charts: ChartData[];
  protections: { description: string; warningOnly: boolean; area?: Area }[];
  /** Developer metadata of the sheet. */
  metadata: Record<string, string>;
};

/** A clock trigger that the script set up for the person. */
export type TriggerData = {
  readonly id: string;
  readonly handler: string;
  readonly hours?: number;
  readonly days?: number;
  readonly weeks?: number;
  readonly weekDay?: string;
  readonly hour?: number;
  readonly zone?: string;
};

/** A whole spreadsheet as plain data: what the lossless file holds. */
export type WorkbookData = {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
  sheets: SheetData[];
  styles: CellStyle[];
  namedRanges: { name: string; sheetId: number; area: Area }[];
  documentProperties: Record<string, string>;
  userProperties: Record<string, string>;
  scriptProperties: Record<string, string>;
  triggers?: TriggerData[];
  activeSheetId: number;
  nextId: number;
};
