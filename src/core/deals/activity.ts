import type { Moment } from "../calendar/day.ts";

export type Activity = {
  readonly activityId?: string;
  readonly date: Moment;
  readonly type?: string;
  readonly subject?: string;
  readonly owner?: string;
  readonly opportunityId?: string;
  readonly accountId?: string;
  readonly contactId?: string;
  readonly status?: string;
  readonly outcome?: string;
  readonly direction?: string;
  readonly durationSeconds?: number;
  readonly notes?: string;
  readonly createdDate?: Moment;
  /** The CRM it came from, else the file; undefined: not known. */
  readonly sourceSystem?: string;
};
