import type { Moment } from "../calendar/day.ts";

export type Ticket = {
  readonly ticketId: string;
  readonly subject?: string;
  readonly accountId?: string;
  readonly contactId?: string;
  readonly owner?: string;
  readonly status?: string;
  readonly pipeline?: string;
  readonly priority?: string;
  readonly category?: string;
  readonly source?: string;
  readonly opened?: Moment;
  readonly closed?: Moment;
  readonly firstReply?: Moment;
  readonly escalated?: boolean;
  readonly isClosed?: boolean;
  readonly reopened?: boolean;
  readonly sentiment?: string;
  readonly csat?: number;
  readonly description?: string;
  /** The CRM it came from, else the file; undefined: not known. */
  readonly sourceSystem?: string;
};
