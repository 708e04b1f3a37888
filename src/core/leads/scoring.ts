export type ScoringKind = "fit" | "engagement" | "negative";

export type ScoringOperator =
  | "is"
  | "one of"
  | "contains"
  | "ends with"
  | "between"
  | "at least"
  | "happened"
  | "not since";

/** One row of the scoring rules. */
export type ScoringRule = {
  readonly kind: ScoringKind;
  /** A lead's field (`employees`, `title`), or the event of an engagement rule (`pricing page`). */
  readonly attribute: string;
  readonly operator: ScoringOperator;
  /** Text, list separated by `;`, range `51-200`, or number, as the operator needs it. */
  readonly value: string;
  readonly points: number;
  /** Points lost at each step of decay; 0 = none. */
  readonly decayPoints: number;
  readonly decayDays: number;
  readonly active: boolean;
};

/** What the Scoring settings say. */
export type ScoringSettings = {
  readonly fitWeight: number;
  readonly engagementWeight: number;
  /** Points at which fit and engagement count as full. */
  readonly fitMax: number;
  readonly engagementMax: number;
  readonly threshold: number;
  readonly fitMinimum: number;
  readonly engagementMinimum: number;
  /** A high-intent event alone makes an MQL. Off by default. */
  readonly highIntent: boolean;
  readonly rules: readonly ScoringRule[];
};
