import type { Day, Moment } from "../calendar/day.ts";

export type Lead = {
  readonly leadId: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** Full name, for exports that do not part it. */
  readonly name?: string;
  readonly company?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly title?: string;
  readonly department?: string;
  readonly seniority?: string;
  readonly owner?: string;
  readonly status?: string;
  readonly lifecycle?: string;
  readonly source?: string;
  readonly industry?: string;
  readonly employees?: number;
  readonly revenue?: number;
  readonly state?: string;
  readonly country?: string;
  readonly postalCode?: string;
  readonly website?: string;
  readonly techStack?: string;
  readonly rating?: string;
  readonly createdDate?: Moment;
  readonly firstContact?: Moment;
  readonly mqlDate?: Moment;
  readonly sqlDate?: Moment;
  readonly opportunityDate?: Moment;
  readonly customerDate?: Moment;
  readonly converted?: boolean;
  readonly opportunityId?: string;
  readonly accountId?: string;
  readonly contactId?: string;
  readonly crmScore?: number;
  readonly optOut?: boolean;
  readonly bounced?: string;
  readonly opens?: number;
  readonly clicks?: number;
  readonly pageviews?: number;
  readonly visits?: number;
  readonly lastActivity?: Moment;
  readonly rejectCode?: string;
  readonly rejectDate?: Day;
  readonly recycleCount?: number;
  /** Became an MQL again after it was recycled. */
  readonly reMql?: boolean;
  /** The CRM it came from, else the file; undefined: not known. */
  readonly sourceSystem?: string;
};

/** Something a lead did. */
export type LeadEvent = {
  readonly leadId: string;
  readonly event: string;
  readonly eventDate: Moment;
  readonly count?: number;
  readonly source?: string;
};
