import type { Day, Moment } from "../calendar/day.ts";
import type { Deal } from "../deals/deal.ts";
import type { DealStanding } from "../deals/standing.ts";
import type { Requirement } from "./requirement.ts";

export type Severity = "high" | "medium" | "low";

/** What kind of work an issue asks for. */
type CleanUp = "Close" | "Update" | "Accelerate";

/** Limits that rules print and use. */
type HygieneLimits = {
  readonly closeAgeDays: number;
  readonly closeInactiveDays: number;
  readonly inactiveDays: number;
  readonly pushLimit: number;
  /** Limits of single rules that a person changed, by rule. */
  readonly rules?: ReadonlyMap<string, number>;
};

/** The limit of a rule: a person's, else the usual one. */
export const limitOf = ({ rules }: HygieneLimits, id: string, usual: number): number =>
  rules?.get(id) ?? usual;

/** What rules may ask about a deal beyond its own fields. */
export type HygieneContext = {
  readonly asOf: Day;
  readonly limits: HygieneLimits;
  /** Columns that the data has. */
  readonly has: (field: keyof Deal & string) => boolean;
  readonly knowsActivity: boolean;
  readonly inactiveDays: (deal: Deal) => number | undefined;
  readonly knowsPushes: boolean;
  /** Times the close date was moved out. */
  readonly pushes: (deal: Deal) => number | undefined;
  readonly knowsStageEntry: boolean;
  /** When the deal came into the stage it is in; undefined when nothing tells. */
  readonly stageEntered: (deal: Deal) => Moment | undefined;
  /** True when the stage of an open deal says how long deals usually stay in it. */
  readonly knowsBenchmarks: boolean;
  /** Won and lost are kept in a status apart from the stage. */
  readonly keepsStatusApart: boolean;
  readonly knowsContacts: boolean;
  readonly contacts: (deal: Deal) => number | undefined;
  /** Only those whose column is in the data. */
  readonly requirements: readonly Requirement[];
};

/** One thing that can be wrong with a deal. */
export type HygieneRule<Context = HygieneContext> = {
  readonly id: string;
  readonly label: string;
  readonly severity: Severity;
  readonly cleanUp: CleanUp;
  /** The exact condition with its threshold. */
  readonly condition: (limits: HygieneLimits) => string;
  /** Why the rule cannot be checked with this data; undefined when it can. */
  readonly lacks: (context: Context) => string | undefined;
  /** The issue in a few words, or undefined when the deal is sound. */
  readonly find: (standing: DealStanding, context: Context) => string | undefined;
  /** What to do, in a few words. */
  readonly action: (standing: DealStanding, context: Context) => string;
};

export const isOpen = ({ status }: DealStanding): boolean => status === "open";

/** A column that a rule cannot do without. */
export const lacksColumn =
  (field: keyof Deal & string, label: string) =>
  ({ has }: HygieneContext): string | undefined =>
    has(field) ? undefined : `the data has no column ${label}`;

export const lacksNothing = (): undefined => undefined;

export const blank = (text: string | undefined): boolean => (text ?? "").trim() === "";
