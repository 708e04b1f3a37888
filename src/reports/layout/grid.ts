/** A report sheet is 12 equal columns wide, which fits a landscape page and a 1280 px screen. */
export const GRID_COLUMNS = 12;
export const COLUMN_PIXELS = 95;
/** The hidden column after the grid that holds each row's id. */
export const KEY_COLUMN = GRID_COLUMNS + 1;
export const ROW_PIXELS = 21;
/** Rows that the charts stand over. */
export const CHART_ROWS = 17;
export const MAIN_COLUMNS = 7;
