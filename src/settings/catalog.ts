import { benchmarks } from "./benchmarks.ts";
import { calendar } from "./calendar.ts";
import { categoryTests } from "./categoryTests.ts";
import { context } from "./context.ts";
import { currency } from "./currency.ts";
import { frameworkRules } from "./frameworks.ts";
import { hygieneRules } from "./hygieneRules.ts";
import { limits } from "./limits.ts";
import { lossReasons } from "./lossReasons.ts";
import { reportOptions } from "./reportOptions.ts";
import { requiredFields } from "./requiredFields.ts";
import { risk } from "./risk.ts";
import { scoring } from "./scoring.ts";
import { stages } from "./stages.ts";
import type { Subject } from "./subject.ts";
import { territories } from "./territories.ts";

/** Every settings sheet, in the order of its tabs. A team and its quotas are the Reps and Quotas sheets. */
export const subjects = {
  reportOptions,
  context,
  stages,
  calendar,
  currency,
  scoring,
  risk,
  requiredFields,
  hygieneRules,
  lossReasons,
  frameworks: frameworkRules,
  categoryTests,
  benchmarks,
  limits,
  territories,
} as const;

export type Subjects = typeof subjects;

/** What the sheet of a subject holds. */
export type SubjectValue<Id extends keyof Subjects> =
  Subjects[Id] extends Subject<infer Value> ? Value : never;

/** The same as a list, for code that treats all sheets alike. */
export const subjectList: readonly Subject<unknown>[] = Object.values(
  subjects as unknown as Record<string, Subject<unknown>>,
);
