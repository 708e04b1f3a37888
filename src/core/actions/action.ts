import type { Day } from "../calendar/day.ts";

/** One action of the register: what a report found, and what a person makes of it. */
export type Action = {
  readonly actionId: string;
  /** The reports that find it, with semicolons between. */
  readonly report?: string;
  readonly severity?: string;
  readonly found?: string;
  readonly action?: string;
  readonly amount?: number;
  readonly evidence?: string;
  /** Open while the finding holds, Closed once a run no longer has it. */
  readonly state?: string;
  readonly firstSeen?: Day;
  readonly lastSeen?: Day;
  /** Whole weeks from first to last seen. */
  readonly weeks?: number;
  /** The rest is proposed once and then belongs to people. */
  readonly owner?: string;
  readonly due?: Day;
  readonly status?: string;
  readonly note?: string;
};
