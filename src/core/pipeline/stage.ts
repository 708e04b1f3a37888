export type DealStatus = "open" | "won" | "lost";
export type ForecastCategory = "Commit" | "Best Case" | "Pipeline" | "Omitted" | "Closed";
export type StageGroup = "early" | "mid" | "late";

/** One row of the Stages settings. */
export type Stage = {
  /** Blank: the stage counts in every pipeline. */
  readonly pipeline: string;
  readonly stage: string;
  readonly order: number;
  /** Undefined: deals in this stage are left out of weighted figures unless the CRM gives a probability. */
  readonly probability: number | undefined;
  readonly status: DealStatus;
  readonly category: ForecastCategory | undefined;
  readonly group: StageGroup | undefined;
  readonly benchmarkDays: number | undefined;
  /** A deal is stale beyond this multiple of the benchmark. */
  readonly staleMultiple: number;
  readonly wipLimit: number | undefined;
  readonly exitCriteria: string;
  /** Spellings of this stage in CRM data beside its own name. */
  readonly crmValues: readonly string[];
  /** Where an import's probability comes from; undefined: a person or the CRM gave it. */
  readonly basis?: string | undefined;
};
