/** Rows of a table of this report that a text opens when it is clicked. */
export type TableLink = {
  readonly table: string;
  /** Place of the first of them among the table's rows, from 0. */
  readonly row: number;
  /** How many; one without it. */
  readonly rows?: number;
};
