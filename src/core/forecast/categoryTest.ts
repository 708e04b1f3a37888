import type { Day } from "../calendar/day.ts";
import type { Deal } from "../deals/deal.ts";

export const TESTED_CATEGORIES = ["Commit", "Best Case", "Pipeline"] as const;
export type TestedCategory = (typeof TESTED_CATEGORIES)[number];

export const CATEGORY_TESTS = [
  "Field filled",
  "Close date not passed",
  "Activity within days",
  "Pushed at most",
  "Probability at least",
] as const;

/** What a deal must fulfil to stand in a forecast category or in a higher one. */
export type CategoryTest = {
  readonly category: TestedCategory;
  readonly test: (typeof CATEGORY_TESTS)[number];
  /** Days, times or a share, as the test takes it. */
  readonly limit: number | undefined;
  /** The field that must be filled. */
  readonly field: (keyof Deal & string) | undefined;
  /** Its heading. */
  readonly label: string;
};

/** What is known of a deal; what is undefined nobody can test. */
export type TestedDeal = {
  readonly deal: Deal;
  readonly category: string | undefined;
  readonly asOf: Day;
  readonly probability: number | undefined;
  readonly daysQuiet: number | undefined;
  readonly pushes: number | undefined;
  readonly has: (field: keyof Deal & string) => boolean;
};

export type FailedTest = {
  readonly test: CategoryTest;
  /** Days, times or a share, as found. */
  readonly found: number | undefined;
};

const RANKS = new Map<string | undefined, number>(
  TESTED_CATEGORIES.map((category, at) => [category, at]),
);

const isBlank = (value: unknown) =>
  value === undefined || (typeof value === "string" && value.trim() === "");

/** What the deal falls short by: undefined where it passes, or where nothing tells. */
function shortBy(one: CategoryTest, known: TestedDeal): { found: number | undefined } | undefined {
  const { test, limit = 0, field } = one;
  const { deal, asOf, probability, daysQuiet, pushes, has } = known;
  const over = (value: number | undefined) =>
    value !== undefined && value > limit ? { found: value } : undefined;
  switch (test) {
    case "Field filled":
      return field !== undefined && has(field) && isBlank(deal[field])
        ? { found: undefined }
        : undefined;
    case "Close date not passed":
      return deal.closeDate !== undefined && deal.closeDate < asOf
        ? { found: asOf - deal.closeDate }
        : undefined;
    case "Activity within days":
      return over(daysQuiet);
    case "Pushed at most":
      return over(pushes);
    default:
      return probability !== undefined && probability < limit ? { found: probability } : undefined;
  }
}

/** The tests that a deal fails: those of its own category and of the ones below. */
export function failedTests(known: TestedDeal, tests: readonly CategoryTest[]): FailedTest[] {
  const rank = RANKS.get(known.category);
  if (rank === undefined) return [];
  const failed = tests.flatMap((test): FailedTest[] => {
    if (TESTED_CATEGORIES.indexOf(test.category) < rank) return [];
    const short = shortBy(test, known);
    return short ? [{ test, found: short.found }] : [];
  });
  // A stricter limit of the own category says it already.
  const seen = new Set<string>();
  return failed.filter(({ test: { test, field } }) => {
    const key = `${test} ${field ?? ""}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
