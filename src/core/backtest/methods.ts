import { linearRegression } from "simple-statistics";
import { categoryRollup } from "../forecast/categoryRollup.ts";
import { conversionForecast } from "../forecast/conversionForecast.ts";
import { existingAndNew, type OpenKind } from "../forecast/existingAndNew.ts";
import { growthForecast } from "../forecast/growthForecast.ts";
import { movingAverage } from "../forecast/movingAverage.ts";
import { regressionForecast } from "../forecast/regressionForecast.ts";
import { seasonalForecast } from "../forecast/seasonalForecast.ts";
import type { Observation } from "./observe.ts";

/** All that a method may look at. */
export type View = {
  readonly now: Observation;
  /** The same point of earlier periods, all of them over, the oldest first. */
  readonly past: readonly Observation[];
  /** What earlier periods brought, as it was known on the day, the oldest first and without a gap. */
  readonly totals: readonly number[];
  readonly periodsPerYear: number;
  /** What the bookings of past months alone say. */
  readonly series: number | undefined;
  /** The quotas of the period, and the share of quota attained in earlier ones. */
  readonly quota: number | undefined;
  readonly attained: number | undefined;
};

/** Whether a method looks at past totals, at the open pipeline as is usual, or learns from the past of deals. */
export type MethodKind = "repeat" | "past" | "pipeline" | "learned";

export type Method = {
  readonly id: string;
  readonly label: string;
  readonly kind: MethodKind;
  /** What the whole period will bring. */
  readonly forecast: (view: View) => number | undefined;
};

/** Beyond this share of open deals of which nothing is known, what is left is not the pipeline. */
const MOST_LEFT_OUT = 0.05;

/** A method of the open pipeline says nothing about a day of which that is not known. */
function fromPipeline(method: (view: View) => number | undefined): Method["forecast"] {
  return (view) => (knowsPipeline(view.now) ? method(view) : undefined);
}

export const knowsPipeline = ({ deals, leftOut }: Observation): boolean =>
  deals > 0 && leftOut <= MOST_LEFT_OUT * deals;

/** Deals are open in the period and none of them has what the method counts them by. */
const hasNoneOf = ({ open }: Observation, having: number) => open > 0 && having === 0;

const plus = (one: number, other: number | undefined) =>
  other === undefined ? undefined : one + other;

const kindsOf = ({ stages }: Observation): OpenKind[] =>
  stages.map(({ stage, inside, deals, amount, came }) => {
    const family = inside ? "due" : "later";
    return { kind: `${family} ${stage}`, family, deals, amount, came };
  });

function linearTrend(totals: readonly number[]): number | undefined {
  if (totals.length < 3) return undefined;
  const { m, b } = linearRegression(totals.map((total, at) => [at, total]));
  return b + m * totals.length;
}

function paced({ now: { period, won, daysLeft } }: View): number | undefined {
  const days = period.to - period.from + 1;
  const gone = days - daysLeft;
  return gone > 0 ? (won * days) / gone : undefined;
}

/** What came of one period alone may have been anything. */
const LEAST_PAST = 2;

function learnsFrom(view: View): Observation[] {
  const past = view.past.filter(knowsPipeline);
  return past.length < LEAST_PAST ? [] : past;
}

/** Every single method; combinations of them come after. */
export const METHODS: readonly Method[] = [
  {
    id: "naive",
    label: "Same as the period before",
    kind: "repeat",
    forecast: ({ totals }) => totals[totals.length - 1],
  },
  {
    id: "year_ago",
    label: "Same as a year before",
    kind: "repeat",
    forecast: ({ totals, periodsPerYear }) => totals[totals.length - periodsPerYear],
  },
  {
    id: "average",
    label: "Moving average of 3",
    kind: "past",
    forecast: ({ totals }) => movingAverage(totals),
  },
  { id: "growth", label: "Growth", kind: "past", forecast: ({ totals }) => growthForecast(totals) },
  {
    id: "trend",
    label: "Linear trend",
    kind: "past",
    forecast: ({ totals }) => linearTrend(totals),
  },
  {
    id: "seasonal",
    label: "Trend and season",
    kind: "past",
    forecast: ({ totals, periodsPerYear }) => seasonalForecast(totals, periodsPerYear),
  },
  { id: "series", label: "Bookings series", kind: "learned", forecast: ({ series }) => series },
  { id: "pace", label: "Run rate", kind: "past", forecast: paced },
  {
    id: "capacity",
    label: "Quota x attainment",
    kind: "past",
    forecast: ({ quota, attained }) =>
      quota === undefined || attained === undefined ? undefined : quota * attained,
  },
  {
    id: "weighted",
    label: "Weighted pipeline",
    kind: "pipeline",
    forecast: fromPipeline(({ now }) =>
      hasNoneOf(now, now.rated) ? undefined : now.won + now.weighted,
    ),
  },
  {
    id: "category",
    label: "Category roll-up",
    kind: "pipeline",
    forecast: fromPipeline(({ now }) =>
      hasNoneOf(now, now.categorised)
        ? undefined
        : categoryRollup([
            { amount: now.won, category: "Closed" },
            { amount: now.commit, category: "Commit" },
            { amount: now.bestCase, category: "Best Case" },
          ]).base,
    ),
  },
  {
    id: "commit",
    label: "Reps' commit",
    kind: "pipeline",
    forecast: fromPipeline(({ now }) =>
      hasNoneOf(now, now.categorised) ? undefined : now.won + now.commit,
    ),
  },
  {
    id: "win_rate",
    label: "Pipeline x win rate",
    kind: "pipeline",
    forecast: fromPipeline(({ now: { won, open, wonEver, lostEver } }) =>
      wonEver + lostEver > 0 ? won + (open * wonEver) / (wonEver + lostEver) : undefined,
    ),
  },
  {
    id: "regression",
    label: "Regression on pipeline",
    kind: "learned",
    forecast: fromPipeline((view) => {
      const past = learnsFrom(view);
      const rest = regressionForecast(
        past.map(({ closing, won }) => closing - won),
        past.map(({ open }) => [open]),
        [view.now.open],
      );
      return plus(view.now.won, rest?.estimate);
    }),
  },
  {
    id: "conversion",
    label: "Same point of earlier periods",
    kind: "learned",
    forecast: fromPipeline((view) =>
      plus(
        view.now.won,
        conversionForecast(
          view.now.open,
          learnsFrom(view).map(({ open, closing, won }) => ({ open, rest: closing - won })),
        ),
      ),
    ),
  },
  {
    id: "existing_new",
    label: "Existing and new business",
    kind: "learned",
    forecast: fromPipeline((view) => {
      const found = existingAndNew(
        kindsOf(view.now),
        learnsFrom(view).map((one) => ({
          kinds: kindsOf(one),
          beyond: one.closing - one.won - one.stages.reduce((sum, { came }) => sum + came, 0),
        })),
      );
      return found && view.now.won + found.existing + found.created;
    }),
  },
];
