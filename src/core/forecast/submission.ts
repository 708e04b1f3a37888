import type { Day, Moment } from "../calendar/day.ts";

/** One number that somebody stood for on one day. A change of mind is a new row; none is ever changed. */
export type ForecastSubmission = {
  readonly submissionId: string;
  readonly submittedAt?: Moment;
  /** The day that the data stood for; without it the day of the submission. */
  readonly asOf?: Day;
  readonly period?: string;
  /** Whose number it is: id or name. */
  readonly rep?: string;
  /** Commit, Best Case, Pipeline; blank or Call: the one number of the period. */
  readonly category?: string;
  readonly amount?: number;
  readonly deals?: number;
  /** `Own`: the person's number; `Manager`: what the manager holds it to be. */
  readonly kind?: string;
  /** Who typed it. */
  readonly by?: string;
  readonly note?: string;
};

const plain = (text: string | undefined) => (text ?? "").trim().toLowerCase();

export const isManagers = ({ kind }: ForecastSubmission) => /^manager/.test(plain(kind));

/** Each number has its own history: `call` is the one that stands for the whole period. */
export function callName({ category }: ForecastSubmission): string {
  const name = plain(category).replace(/[^a-z]/g, "");
  return name === "" || name === "total" ? "call" : name;
}

/** The day from which it counts. */
export const submittedOn = ({ asOf, submittedAt }: ForecastSubmission): Day | undefined =>
  asOf ?? (submittedAt === undefined ? undefined : Math.floor(submittedAt));
