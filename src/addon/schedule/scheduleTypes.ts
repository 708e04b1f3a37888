/** How often the add-on runs by itself, as a person chose it. */
export type ScheduleChoice = {
  readonly every: "day" | "week";
  /** Whole hour of the spreadsheet's clock, 0 to 23; Google starts somewhere within it. */
  readonly hour: number;
  /** 1 = Monday … 7 = Sunday; for a weekly run. */
  readonly weekDay?: number;
  /** True: each run writes the sheet Digest too. */
  readonly digest: boolean;
  /** True: each run checks the limits too. Schedules of earlier versions say nothing of it. */
  readonly limits?: boolean;
};

/** A run that had to stop before all was done. */
export type PendingRun = {
  /** When it began, as a moment of the spreadsheet's clock. */
  readonly since: number;
  /** What each part said that is done. */
  readonly said: readonly string[];
  /** Runs that it has taken so far. */
  readonly turns: number;
};

export type ScheduleView = {
  /** Undefined while this person has none. */
  readonly choice?: ScheduleChoice;
  /** How the last run went; nobody is there to see it when it happens. */
  readonly last?: { readonly at: string; readonly isFine: boolean; readonly text: string };
  /** What the next run goes on with. */
  readonly pending?: PendingRun;
};

/** Undefined choice: off. */
export type SetScheduleRequest = { readonly choice?: ScheduleChoice };

export type SetScheduleResult = {
  readonly schedule: ScheduleView;
  /** Google's page that grants the right to run by itself; nothing was switched on before it is granted. */
  readonly allow?: string;
};
