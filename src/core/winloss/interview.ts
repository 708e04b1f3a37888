import type { Day } from "../calendar/day.ts";

/** One win/loss interview; who, when and what was said is a person's, the rest says which deal it is about. */
export type Interview = {
  readonly opportunityId: string;
  readonly name?: string;
  readonly outcome?: string;
  readonly owner?: string;
  readonly closed?: Day;
  readonly amount?: number;
  readonly due?: Day;
  readonly date?: Day;
  readonly interviewee?: string;
  readonly themes?: string;
  readonly productGap?: string;
  readonly gapValue?: number;
  readonly competitor?: string;
  readonly addressable?: boolean;
  readonly q1?: string;
  readonly q2?: string;
  readonly q3?: string;
  readonly q4?: string;
  readonly q5?: string;
  readonly q6?: string;
  readonly q7?: string;
  readonly q8?: string;
  readonly q9?: string;
  readonly q10?: string;
  readonly q11?: string;
  readonly q12?: string;
  readonly q13?: string;
  readonly q14?: string;
};
