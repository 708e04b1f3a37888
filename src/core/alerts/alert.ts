import type { Day } from "../calendar/day.ts";

export type AlertSide = "below" | "above";

/** What is not to be crossed by one figure. */
export type FigureLimit = {
  readonly figure: string;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  readonly severity: "high" | "medium" | "low";
  /** Who looks after it. */
  readonly owner: string;
  /** True: a crossing is an action of the Action register. */
  readonly inRegister: boolean;
};

/** One crossing of a limit, from the run that first saw it until the figure is back within. */
export type Alert = {
  readonly alertId: string;
  readonly figure: string;
  readonly state: string;
  readonly side?: AlertSide;
  readonly value?: number;
  readonly limit?: number;
  /** How far outside the figure is. */
  readonly beyond?: number;
  readonly severity?: string;
  /** As-of day of the first run that saw it. */
  readonly since?: Day;
  readonly lastSeen?: Day;
  readonly backOn?: Day;
  /** How often the figure crossed, where it came back for some days in between. */
  readonly crossings?: number;
  /** In words, with the units of the figure. */
  readonly what?: string;
  /** The rest belongs to people. */
  readonly owner?: string;
  readonly acknowledged?: string;
  readonly note?: string;
};
