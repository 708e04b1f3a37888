import type { Day } from "../calendar/day.ts";

export type Rep = {
  readonly repId: string;
  readonly name?: string;
  readonly email?: string;
  /** Id or name of the manager. */
  readonly manager?: string;
  readonly team?: string;
  readonly role?: string;
  readonly segment?: string;
  readonly region?: string;
  readonly startDate?: Day;
  readonly rampOverride?: number;
  readonly active?: boolean;
  readonly maxLeads?: number;
  readonly maxAccounts?: number;
  readonly maxOpenDeals?: number;
  readonly skills?: string;
  readonly languages?: string;
  readonly timeZone?: string;
  readonly workingHours?: string;
  readonly ptoFrom?: Day;
  readonly ptoTo?: Day;
  readonly backup?: string;
  readonly loadedCost?: number;
  readonly targetTouches?: number;
};
