import type { Day } from "../calendar/day.ts";
import type { DealStatus, ForecastCategory } from "../pipeline/stage.ts";

/** What of a deal changes over time and is kept in its history. */
export type DealFacts = {
  readonly stage: string | undefined;
  /** `gone`: an open deal that a complete file no longer held. */
  readonly status: DealStatus | "gone";
  /** In the deal's own currency. */
  readonly amount: number | undefined;
  readonly currency: string | undefined;
  /** What one unit of the currency was worth in home currency, where a snapshot kept it. */
  readonly rate: number | undefined;
  readonly closeDate: Day | undefined;
  readonly owner: string | undefined;
  readonly team: string | undefined;
  readonly segment: string | undefined;
  readonly region: string | undefined;
  readonly pipeline: string | undefined;
  /** As the CRM spells it. */
  readonly forecastCategory: string | undefined;
  readonly probability: number | undefined;
};

export type FactName = keyof DealFacts;

/** A deal as it stood at the end of a day. */
export type DealOnDay = DealFacts & {
  readonly opportunityId: string;
  /** The day from which it stood like this. */
  readonly since: Day;
  /** Undefined when nothing tells when it was created. */
  readonly created: Day | undefined;
  /** Open deals only: the CRM's category where it was known that day, else the stage's. */
  readonly category: ForecastCategory | undefined;
  /** Facts that nothing tells for that day: they are shown as they are first known, or blank. */
  readonly notRewound: readonly FactName[];
  /** The stage in which it was last open, within the day too; undefined where nothing tells. */
  readonly lastOpenIn: string | undefined;
};
