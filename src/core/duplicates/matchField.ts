/**
 * How two values are compared:
 * `name` words that may hold typing errors; `first` the same, or an initial for a name; `title` the same, but numbers in it must be equal (`Renewal 2025` is not `Renewal 2026`);
 * `company` the same as `title`, and a word more makes another company (`Siemens Energy` is not `Siemens`);
 * `code` digits or letters of which at most one is wrong; `email` addresses; `day` and `number` values that lie close together.
 */
export type Comparison =
  | "name"
  | "company"
  | "first"
  | "title"
  | "code"
  | "email"
  | "day"
  | "number";

/** What two records say about a field. */
export type Agreement = "missing" | "same" | "close" | "different";

/** In the order of their codes: a comparison's code is its place here. */
export const agreements = ["missing", "same", "close", "different"] as const;
export const [MISSING, SAME, CLOSE, DIFFERENT] = [0, 1, 2, 3];

/** Something that two records of one person, company or deal usually share. */
export type MatchField = {
  readonly id: string;
  readonly label: string;
  readonly compare: Comparison;
  /** Largest difference of days or, as a share, of numbers that still counts as close. */
  readonly near?: number;
  /** How often duplicates are thought to have the same and a close value, before any data is seen. */
  readonly same: number;
  readonly close: number;
  /** The same of two records that have nothing to do with each other. */
  readonly chance: number;
  /**
   * A text per record that this field depends on, such as the account of a deal, whose deals often share the owner: how
   * often records agree by chance is counted among those with the same text. `chance` is what is believed of these.
   */
  readonly within?: { readonly texts: readonly string[]; readonly chance: number };
  /** True: records with different values are never one, however much else agrees. */
  readonly isDecisive?: boolean;
  /** True: records whose values are not the same are taken for one only by a person. */
  readonly isConfirming?: boolean;
  /** One text per record, blank when not known. Several columns (phone, mobile) are compared crosswise; the best counts. */
  readonly columns: readonly (readonly string[])[];
};

/** Records with an equal text are compared with each other; a blank one is compared with none. */
export type BlockingKey = { readonly label: string; readonly texts: readonly string[] };

/** Records as the search for duplicates takes them, column by column. */
export type MatchData = {
  readonly size: number;
  readonly fields: readonly MatchField[];
  readonly keys: readonly BlockingKey[];
};
