import type { Benchmark, GtmMetric } from "../core/benchmarks/benchmark.ts";
import { rateAgainst } from "../core/benchmarks/rateAgainst.ts";
import { plainText } from "../core/deals/stageIndex.ts";
import { InputError } from "../core/inputError.ts";
import { readBenchmarks } from "../settings/benchmarks.ts";
import { BEST, gtmMetrics } from "../settings/presets/benchmarkRows.ts";
import type { CustomFunction } from "./customFunction.ts";
import { choice } from "./params/choice.ts";
import { settingsArgument } from "./params/settingsArgument.ts";

const metrics = Object.keys(gtmMetrics) as GtmMetric[];
const nameOf = (metric: GtmMetric) => gtmMetrics[metric].label.split(",")[0] ?? "";
const NAMES = metrics.map(nameOf).join(", ");
/** Percents at or below are fractions: 1.05 is 105 %. */
const MOST_SHARE = 10;

/** The metric of a name, spelt as in the settings or as its function; NDR is NRR. */
function metricNamed(text: string): GtmMetric {
  const wanted = plainText(text).replace(/^ndr$/, "nrr");
  const found = metrics.find((metric) => plainText(nameOf(metric)) === wanted);
  if (found) return found;
  throw new InputError(`metric is "${text}"; expected one of ${NAMES}`);
}

/** The value in the settings' unit, which for shares is percent. */
function inUnit(metric: GtmMetric, value: number): number {
  if (gtmMetrics[metric].unit !== "%") return value;
  if (Math.abs(value) <= MOST_SHARE) return value * 100;
  throw new InputError(`value is ${value}; expected a fraction such as 1.05 for 105%`);
}

function limitsOf(metric: GtmMetric, rows: readonly Benchmark[]) {
  const own = rows.filter((row) => row.metric === metric);
  const range = own.find(({ group }) => group === "");
  const best = own.find(({ group }) => plainText(group) === plainText(BEST));
  const { low, high } = range ?? {};
  if (low === undefined || high === undefined || low > high) {
    throw new InputError(
      `benchmarks has no range for ${nameOf(metric)}; expected a row without a group whose Low is not above its High`,
    );
  }
  const { better } = gtmMetrics[metric];
  return { better, limits: { low, high, best: better === "higher" ? best?.low : best?.high } };
}

export const gtmRatingFunctions: readonly CustomFunction[] = [
  {
    name: "GTM_RATING",
    family: "GTM efficiency",
    shape: "rows",
    about:
      "The colour, or the place among companies, of a go-to-market metric by the range that the Benchmarks settings hold for it: Green beyond its better end, Yellow within it, Red beyond its worse end.",
    params: [
      {
        name: "metric",
        kind: "text",
        about: `What the value is, or a column of it: ${NAMES}; the functions' names do as well`,
      },
      {
        name: "value",
        kind: "number",
        unit: "as the metric's function gives it",
        about: "The value, such as the result of MAGIC_NUMBER or NRR",
      },
      {
        name: "show",
        kind: "text",
        optional: true,
        default: "rating",
        about:
          '"rating" gives the colour; "percentile" gives Top 10%, Top 25% (Green), Median (Yellow) or Below median (Red)',
      },
      {
        name: "benchmarks",
        kind: "settings",
        optional: true,
        default: "the standard ranges",
        about: "The Benchmarks settings (REVOPS_BENCHMARKS), whose ranges then hold",
        read: settingsArgument("benchmarks", readBenchmarks),
      },
    ],
    returns:
      "Green, Yellow or Red, or the place. Blank for a payback or a burn multiple that is not above zero: no cost and no growth look alike in it.",
    errors: [
      "A metric that is not known.",
      "A share written as a percent without its sign.",
      "A metric without a range in the settings.",
    ],
    example: {
      formula: '=GTM_RATING({"Magic number"; "NRR"}, {0.67; 1.12})',
      result: [["Yellow"], ["Green"]],
    },
    source: "Go-to-market efficiency practice; its ranges stand in the Benchmarks settings",
    compute: (
      text: string,
      value: number,
      show: string | undefined,
      rows: readonly Benchmark[],
    ) => {
      const wanted = choice("show", show, ["rating", "percentile"]) ?? "rating";
      const metric = metricNamed(text);
      const { better, limits } = limitsOf(metric, rows);
      const rated = rateAgainst(inUnit(metric, value), limits, better);
      return wanted === "rating" ? rated?.rating : rated?.placing;
    },
  },
];
