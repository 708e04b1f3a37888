import { forecastDistribution } from "../../core/forecast/distribution/forecastDistribution.ts";
import type { Method } from "../../core/forecast/distribution/found.ts";
import { InputError } from "../../core/inputError.ts";
import type { CustomFunction } from "../customFunction.ts";
import {
  amountsParam,
  chancesParam,
  correlationParam,
  DEAL_ERRORS,
  DISTRIBUTION_SOURCE,
  LEFT_OUT,
  type Numbers,
  openDeals,
} from "./openDeals.ts";

const SHARES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

/** The whole distribution in one table. */
export const distributionTable: CustomFunction = {
  name: "FORECAST_DIST",
  family: "Forecast",
  shape: "aggregate",
  spills: "table",
  about:
    "The distribution of what the open deals bring: mean, standard deviation and quantiles from P5 to P95, without simulation.",
  params: [
    amountsParam,
    chancesParam,
    correlationParam,
    {
      name: "evidence",
      kind: "number",
      unit: "deals",
      optional: true,
      default: "the probabilities are taken as known",
      takes: "paired",
      about:
        "On how many decided deals each probability was measured: one number or a column; few deals make the range wider",
    },
    {
      name: "new_deals",
      kind: "number",
      unit: "deals",
      optional: true,
      default: "0",
      takes: "single",
      about:
        "How many deals that do not exist yet will be won in the period, on average; 0.5 is one in every other period",
    },
    {
      name: "new_amounts",
      kind: "number",
      unit: "currency",
      optional: true,
      default: "no new deals",
      takes: "column",
      about: "The column of amounts that such deals have had, all equally likely",
    },
  ],
  returns: `Ten rows of name and number: mean, standard deviation, P5, P10, P25, P50, P75, P90, P95, and the most by which a quantile may be off: 0 where it is exact, blank where no bound is proven (many deals, or evidence and new deals). P10 is the amount that is not exceeded in one case of ten. ${LEFT_OUT} Blank when none is left.`,
  errors: [
    ...DEAL_ERRORS,
    "Evidence that is not above zero.",
    "A negative number of new deals, or new deals without amounts above zero.",
  ],
  example: {
    formula: "=INDEX(FORECAST_DIST({100; 200; 50}, {0.5; 0.25; 0.8}), 1, 2)",
    result: 140,
  },
  source: `${DISTRIBUTION_SOURCE}; new deals as a compound Poisson sum, evidence as a Beta posterior`,
  compute: (
    amounts: Numbers,
    chances: Numbers,
    correlation = 0,
    evidence?: Numbers,
    count = 0,
    sizes: readonly number[] = [],
  ) => {
    const deals = openDeals(amounts, chances, evidence);
    if (!deals) return undefined;
    checkOptions(evidence, count, sizes);
    const found = forecastDistribution(deals, {
      correlation,
      newBusiness: { count, amounts: sizes },
    });
    const widths = SHARES.map((share) => {
      const [low, high] = found.bounds(share);
      return high - low;
    });
    return [
      ["Mean", found.mean],
      ["Standard deviation", found.deviation],
      ...SHARES.map((share) => [`P${Math.round(share * 100)}`, found.quantile(share)]),
      ["Quantiles off by at most", offBy(found.method, widths)],
    ];
  },
};

/** Only adding up, exactly or between bounds, proves how far off a quantile can be. */
function offBy(method: Method, widths: readonly number[]): number | undefined {
  if (method === "exact") return 0;
  return method === "bracketed" ? Math.max(...widths) : undefined;
}

function checkOptions(evidence: Numbers | undefined, count: number, sizes: readonly number[]) {
  const wrong = evidence?.find((value) => value !== undefined && !(value > 0));
  if (wrong !== undefined) {
    throw new InputError(`evidence holds ${wrong}; expected a number of deals above zero`);
  }
  if (count < 0)
    throw new InputError(`new_deals is ${count}; expected a number that is not negative`);
  const small = sizes.find((size) => !(size > 0));
  if (small !== undefined)
    throw new InputError(`new_amounts holds ${small}; expected amounts above zero`);
  if (count > 0 && sizes.length === 0)
    throw new InputError("new_deals needs new_amounts; expected amounts that new deals have had");
}
