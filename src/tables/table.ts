import type { Issue } from "./reading/issue.ts";

/**
 * How a column is read and written: `id` and `text` are kept as text, `fraction` is a share between 0 and 1
 * (read from percents too), `date` is a whole day, `datetime` a day with its time, `choice` a text from a short list.
 */
export type ColumnKind =
  | "id"
  | "text"
  | "choice"
  | "number"
  | "money"
  | "fraction"
  | "date"
  | "datetime"
  | "boolean";

/** `key`: identifies the record. `required`: the core reports need it. `derived`: written by the add-on alone. */
export type Need = "key" | "required" | "recommended" | "optional" | "derived";

export type Column<Row> = {
  readonly field: keyof Row & string;
  /** The heading of the canonical sheet, in words. */
  readonly label: string;
  readonly kind: ColumnKind;
  readonly need: Need;
  readonly about: string;
  /** Headings that exports use, in any case and punctuation. The label and the field need no entry. */
  readonly aliases: readonly string[];
  /** Headings taken only where no other one of the column is there, such as an id beside a name. */
  readonly weakAliases?: readonly string[];
  /** Smallest and largest value that is accepted. */
  readonly range?: readonly [number, number];
  /** What a person decides between, offered as a list in each cell. */
  readonly choices?: readonly string[];
  /** A cell may name a fiscal period, such as `2025-Q1`, in place of its first day; its length goes to this field. */
  readonly grainField?: keyof Row & string;
};

/** One CRM table: its sheet, its columns in order and what identifies a record. */
export type Table<Row> = {
  readonly name: TableName;
  readonly sheet: string;
  readonly about: string;
  /** Fields that together identify a record; an import updates the record with the same key. */
  readonly key: readonly (keyof Row & string)[];
  /** A field that identifies a record by itself wherever it is filled. */
  readonly ownId?: keyof Row & string;
  /** True: equal records of one file are different ones, such as two visits on one day. */
  readonly repeats?: boolean;
  readonly columns: readonly Column<Row>[];
  /** `upsert`: an import updates rows in place. `append`: rows are only ever added. */
  readonly mode: "upsert" | "append";
};

/** Rows that were read, and what could not be. */
export type TableData<Row> = {
  readonly rows: readonly Row[];
  /** Sheet row of each row, in step with `rows`. */
  readonly rowNumbers: readonly number[];
  /** Fields whose column is there, filled or not. */
  readonly fields: ReadonlySet<string>;
  /** A1 column letter of each field on its sheet, for formulas. */
  readonly letters: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
};

export type TableName =
  | "opportunities"
  | "opportunityHistory"
  | "snapshots"
  | "activities"
  | "accounts"
  | "contacts"
  | "opportunityContacts"
  | "leads"
  | "leadEvents"
  | "tickets"
  | "products"
  | "reps"
  | "quotas"
  | "actions"
  | "alerts"
  | "accountSupport"
  | "duplicatePairs"
  | "mergeProposals"
  | "cleanUpList"
  | "qualityAudits"
  | "interviews"
  | "forecastLog"
  | "importLog"
  | "importIssues"
  | "importMapping"
  | "riskModel"
  | "winModel"
  | "winOverrides"
  | "forecastSubmissions"
  | "qualification";
