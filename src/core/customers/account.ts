import type { Moment } from "../calendar/day.ts";

export type Account = {
  readonly accountId: string;
  readonly accountName?: string;
  readonly domain?: string;
  readonly owner?: string;
  readonly industry?: string;
  readonly employees?: number;
  readonly annualRevenue?: number;
  readonly city?: string;
  readonly state?: string;
  readonly country?: string;
  readonly postalCode?: string;
  readonly phone?: string;
  readonly type?: string;
  readonly source?: string;
  readonly lifecycle?: string;
  readonly parentId?: string;
  readonly createdDate?: Moment;
  readonly lastActivity?: Moment;
  readonly openDeals?: number;
  readonly supportTier?: string;
  readonly supportContact?: string;
  readonly csm?: string;
  readonly namedAccount?: boolean;
  readonly abmTier?: string;
  readonly techStack?: string;
  readonly icpFlags?: string;
  readonly segment?: string;
  readonly region?: string;
  readonly territory?: string;
  /** The CRM it came from, else the file; undefined: not known. */
  readonly sourceSystem?: string;
};
