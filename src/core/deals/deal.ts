import type { Day, Moment } from "../calendar/day.ts";

/** One opportunity as a CRM export gives it. A field is undefined when the column or the cell is missing. */
export type Deal = {
  readonly opportunityId: string;
  readonly opportunityName?: string;
  readonly accountId?: string;
  readonly accountName?: string;
  readonly owner?: string;
  readonly ownerManager?: string;
  readonly team?: string;
  readonly pipeline?: string;
  readonly stage?: string;
  readonly amount?: number;
  readonly amountConverted?: number;
  readonly currency?: string;
  readonly probability?: number;
  readonly expectedRevenue?: number;
  readonly forecastCategory?: string;
  readonly forecastAmount?: number;
  readonly closeDate?: Day;
  readonly createdDate?: Moment;
  readonly stageEntered?: Moment;
  readonly isClosed?: boolean;
  readonly isWon?: boolean;
  readonly type?: string;
  readonly leadSource?: string;
  readonly campaign?: string;
  readonly nextStep?: string;
  readonly lastActivity?: Moment;
  readonly lastContacted?: Moment;
  readonly nextActivity?: Moment;
  readonly hasOverdueTask?: boolean;
  readonly activityCount?: number;
  readonly contactCount?: number;
  readonly pushCount?: number;
  readonly lastModified?: Moment;
  readonly fiscalPeriod?: string;
  readonly ageDays?: number;
  readonly lossReason?: string;
  readonly winReason?: string;
  readonly competitor?: string;
  readonly arr?: number;
  readonly acv?: number;
  readonly mrr?: number;
  readonly tcv?: number;
  readonly economicBuyer?: string;
  readonly champion?: string;
  readonly economicBuyerMet?: boolean;
  readonly championLeft?: boolean;
  readonly budgetConfirmed?: boolean;
  readonly pocIssue?: boolean;
  /** Change of activity against the weeks before, as a fraction: -0.6 is 60 % less. */
  readonly activityChange?: number;
  readonly listAmount?: number;
  readonly discountPct?: number;
  readonly paymentTerms?: string;
  readonly termMonths?: number;
  readonly billing?: string;
  readonly customLegal?: boolean;
  readonly strategic?: boolean;
  /** Qualification scores as the CRM keeps them. */
  readonly meddicMetrics?: number;
  readonly meddicEconomicBuyer?: number;
  readonly meddicDecisionCriteria?: number;
  readonly meddicDecisionProcess?: number;
  readonly meddicPain?: number;
  readonly meddicChampion?: number;
  readonly bantBudget?: number;
  readonly bantAuthority?: number;
  readonly bantNeed?: number;
  readonly bantTimeline?: number;
  /** What a stage's exit criteria ask for. */
  readonly painPoints?: string;
  readonly currentSolution?: string;
  readonly timeline?: string;
  readonly decisionMakers?: string;
  readonly decisionCriteria?: string;
  readonly technicalRequirements?: string;
  readonly proposalSent?: Day;
  readonly pricing?: string;
  readonly terms?: string;
  readonly stakeholderMap?: string;
  readonly redlines?: string;
  readonly approvalChain?: string;
  readonly contractSigned?: boolean;
  readonly product?: string;
  readonly segment?: string;
  readonly region?: string;
  readonly territory?: string;
  readonly pushReason?: string;
  /** What the team agreed to stop working the deal by, and the last day on which it may still be so. */
  readonly stopCondition?: string;
  readonly stopDate?: Day;
  /** Written by an import when the record was missing from a complete file: the day it was found gone. */
  readonly goneSince?: Day;
  /** The CRM it came from, else the file; undefined: not known. */
  readonly sourceSystem?: string;
};

/** One change of one field of a deal. */
export type DealChange = {
  readonly opportunityId: string;
  readonly changedAt: Moment;
  readonly changedBy?: string;
  readonly field?: string;
  readonly fromValue?: string;
  readonly toValue?: string;
  readonly probability?: number;
  readonly amount?: number;
  readonly closeDate?: Day;
  readonly forecastCategory?: string;
  /** What the change replaced, where the export tells it beside the stage. */
  readonly fromAmount?: number;
  readonly fromCloseDate?: Day;
  readonly fromForecastCategory?: string;
  readonly source?: string;
  readonly historyId?: string;
  /** The CRM it came from, else the file; undefined: not known. */
  readonly sourceSystem?: string;
};

/** A deal as it stood on a day. Written only when something in it differs from the snapshot before. */
export type DealSnapshot = {
  readonly snapshotDate: Day;
  readonly opportunityId: string;
  readonly owner?: string;
  readonly team?: string;
  readonly segment?: string;
  readonly region?: string;
  /** Undefined in snapshots that older versions wrote. */
  readonly pipeline?: string;
  readonly stage?: string;
  readonly category?: string;
  readonly amount?: number;
  readonly currency?: string;
  /** What one unit of the currency was worth in home currency that day. */
  readonly rate?: number;
  readonly probability?: number;
  readonly closeDate?: Day;
  readonly isClosed?: boolean;
  readonly isWon?: boolean;
  readonly weighted?: number;
  /** True from the import on in which the record was missing from a complete file. */
  readonly isGone?: boolean;
  readonly importId?: string;
};
