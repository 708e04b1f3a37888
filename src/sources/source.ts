import type { CrmSystem } from "../core/sourceSystem.ts";
import type { Cell } from "../tables/reading/cell.ts";
import type { TableName } from "../tables/table.ts";

/** A column that the file does not have as such, made from others cell by cell. */
export type DerivedColumn = {
  readonly field: string;
  /** Headings it is made from, all of which must be there; none: the same value in every row. */
  readonly from: readonly string[];
  /** True: those headings that are there are enough, if there is one. */
  readonly some?: boolean;
  /** One sentence for the import's notes; left out when there is nothing to tell. */
  readonly note?: string;
  readonly make: (...cells: Cell[]) => Cell;
  /** The column is made only where some cell of those headings passes. */
  readonly tells?: (cell: Cell) => boolean;
  /** True: won and closed are told of each deal apart from its stage, so that they do not say what the stage is. */
  readonly isApart?: boolean;
};

/** What a kind of export calls the columns of one table, where the table's own headings do not say it. */
export type SourceTable = {
  readonly table: TableName;
  /**
   * Headings by field, best first. When a file has several of them the first one is taken, since they say the
   * same thing in several ways; other headings that claim one field together are asked about.
   */
  readonly headings: Readonly<Record<string, readonly string[]>>;
  /** Headings that look like a field and are none. */
  readonly ignored?: readonly string[];
  /** Taken for fields that no heading gives. */
  readonly derived?: readonly DerivedColumn[];
};

type SourceName =
  | "salesforce"
  | "hubspot"
  | "zoho"
  | "pipedrive"
  | "dynamics"
  | "odoo"
  | "warehouse"
  | "generic";

/** A kind of export: how it is told from its headings and what it calls things. */
export type Source = {
  /** What import results are named by. */
  readonly name: SourceName;
  readonly label: string;
  /** The CRM whose records these are; undefined: the headings do not tell. */
  readonly system: CrmSystem | undefined;
  /** Headings that speak for this source. */
  readonly marks: readonly RegExp[];
  /** A heading that speaks against it. */
  readonly unless?: RegExp;
  /** How many different marks a file must show. */
  readonly marksNeeded: number;
  /** The CRM whose stages such an export carries; undefined: none is assumed. */
  readonly stagePreset: "salesforce" | "hubspot" | "zoho" | "pipedrive" | undefined;
  readonly tables: readonly SourceTable[];
};
