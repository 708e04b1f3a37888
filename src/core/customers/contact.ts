import type { Moment } from "../calendar/day.ts";

export type Contact = {
  readonly contactId: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly mobile?: string;
  readonly title?: string;
  readonly department?: string;
  readonly seniority?: string;
  readonly accountId?: string;
  readonly owner?: string;
  readonly emailOptOut?: boolean;
  readonly bounced?: string;
  readonly lastActivity?: Moment;
  readonly timesContacted?: number;
  readonly createdDate?: Moment;
  /** The CRM it came from, else the file; undefined: not known. */
  readonly sourceSystem?: string;
};

/** A person's part in a deal. */
export type OpportunityContact = {
  readonly opportunityId: string;
  readonly contactId: string;
  readonly role?: string;
  readonly isPrimary?: boolean;
  readonly stillEmployed?: boolean;
};
