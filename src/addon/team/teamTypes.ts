import type { Grain } from "../../core/calendar/fiscalCalendar.ts";

/** A person of the Reps sheet as the sidebar edits it; days are ISO text, what is blank is left out. */
export type TeamPerson = {
  readonly repId: string;
  readonly name?: string;
  readonly email?: string;
  readonly manager?: string;
  readonly team?: string;
  readonly role?: string;
  readonly segment?: string;
  readonly region?: string;
  readonly startDate?: string;
  /** Share of full productivity, 0 to 1, in place of the ramp. */
  readonly rampOverride?: number;
  readonly active?: boolean;
  readonly maxLeads?: number;
  readonly maxAccounts?: number;
  readonly maxOpenDeals?: number;
  readonly ptoFrom?: string;
  readonly ptoTo?: string;
  readonly backup?: string;
};

export type FieldProblem = {
  readonly repId: string;
  readonly field: string;
  readonly message: string;
};

export type QuotaCell = {
  readonly amount?: number;
  /** True: several rows of the sheet make this amount, so it is edited there. */
  readonly isSplit?: boolean;
};

export type QuotaRow = {
  readonly repId: string;
  readonly label: string;
  /** One for each period of the year. */
  readonly cells: readonly QuotaCell[];
  /** Share of a full, always present person in each period. */
  readonly capacity: readonly number[];
  /** A manager's quota that repeats those of his or her people; it is not added to the total. */
  readonly isRollUp: boolean;
  readonly isActive: boolean;
};

export type QuotaYear = {
  /** `FY2026` */
  readonly year: string;
  readonly title: string;
  readonly grain: Grain;
  /** True: the sheet has quotas of this length, so the length is kept. */
  readonly isGrainFixed: boolean;
  readonly periods: readonly { readonly label: string; readonly title: string }[];
  readonly rows: readonly QuotaRow[];
  /** Sum of the reps' quotas by period, roll-ups left out; undefined where currencies differ. */
  readonly totals?: readonly number[];
  readonly currency: string;
  /** What the company is to reach in the year, from the sheet Context. */
  readonly companyTarget?: number;
};

export type TeamState = {
  readonly people: readonly TeamPerson[];
  /** What the sheet as it stands gets wrong. */
  readonly problems: readonly FieldProblem[];
  readonly roles: readonly string[];
  readonly years: readonly string[];
  readonly quotas: QuotaYear;
  readonly canUndoTeam: boolean;
  readonly canUndoQuotas: boolean;
};

export type TeamRequest = { readonly year?: string; readonly grain?: Grain };

export type SaveTeamRequest = {
  readonly edits: readonly { readonly before?: TeamPerson; readonly after: TeamPerson }[];
};

/** Problems beside fields, or everything was saved. */
export type SaveTeamResult = {
  readonly saved: number;
  readonly problems: readonly FieldProblem[];
};

export type SaveQuotasRequest = {
  readonly year: string;
  readonly grain: Grain;
  readonly currency: string;
  /** Kept on the sheet Context; left out: as it is there. */
  readonly companyTarget?: number;
  readonly edits: readonly {
    readonly repId: string;
    /** Index of the period in the year. */
    readonly period: number;
    readonly before?: number;
    readonly after: number;
  }[];
};

export type QuotaPlanRequest = {
  readonly year: string;
  readonly grain: Grain;
  readonly target: number;
  /** `seasonal`: as past years' won deals fell; `custom`: by the weights given. */
  readonly shape: "even" | "seasonal" | "custom";
  readonly weights?: readonly number[];
  readonly repIds: readonly string[];
  /** True: by ramp and absences; false: everybody the same. */
  readonly byCapacity: boolean;
  /** Amounts are multiples of this. */
  readonly unit: number;
};

export type QuotaPlan = {
  /** What the company is to reach in each period. */
  readonly targets: readonly number[];
  readonly shares: readonly number[];
  readonly rows: readonly { readonly repId: string; readonly amounts: readonly number[] }[];
  /** Sentences about what was done and what could not be. */
  readonly notes: readonly string[];
};
