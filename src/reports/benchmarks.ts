import { benchmarkMetrics, gtmMetrics } from "../settings/presets/benchmarkRows.ts";
import { benchmarkCharts } from "./benchmarks/charts.ts";
import { type Compared, comparedTable, comparedWith, sourcesTable } from "./benchmarks/compared.ts";
import { groupTable, quarterTable, stagesTable, tenureOn } from "./benchmarks/internal.ts";
import { ENOUGH } from "./benchmarks/own.ts";
import { LEAD_DAYS, type Past, pastOf } from "./benchmarks/past.ts";
import { stageGroupTables } from "./benchmarks/stageGroups.ts";
import { benchmarkAnswer, benchmarkFigures, benchmarkFindings } from "./benchmarks/words.ts";
import { openBook } from "./book.ts";
import { bookQuota, quotaNotes } from "./parts/bookQuota.ts";
import { dataNotes } from "./parts/dataNotes.ts";
import { slowBy } from "./parts/slowWins.ts";
import { tableSection } from "./parts/tableSection.ts";
import { sayList } from "./parts/words.ts";
import type { Report, ReportDefinition, ReportRequest } from "./report.ts";

const STAGE_CUTS = ["segment", "region", "tenure of the owner"] as const;
const STAGE_READING = `Days are blank below ${ENOUGH} stays that have ended; open deals count too.`;

function notes(past: Past, compared: readonly Compared[]): string[] {
  const { book } = past;
  const used = new Set(compared.map(({ row }) => row.metric));
  const unknown = [...new Set(book.request.settings.benchmarks.map(({ metric }) => metric))]
    .filter((metric) => !used.has(metric) && !(metric in gtmMetrics))
    .map((metric) => benchmarkMetrics[metric].label);
  return [
    book.knowsClosed
      ? "Deals closed in the 12 months to the as-of date; open deals as they stand on it. Cycles are days from created to won."
      : "No closed deal has a close date: all of them are looked at.",
    "Published numbers stand in sheet Benchmarks, each with its source and date; change them, add your own, set targets. Studies measure; practice guides only recommend, and what is marked as cited was read in a retelling.",
    "Shares have a 95 % range (Wilson 1927), medians one by rank. A number is ahead or behind only where chance does not explain it; where sources disagree about a metric no finding is made of it; numbers of all open deals are no sample and have no range. Below 20 records nothing is read.",
    "SMB, Mid-Market and Enterprise are matched with their usual spellings, stages with those whose name begins alike (own assumption).",
    `Unusually slow are won deals that took longer than is usual in their group: ${slowBy(book.request.settings.options.outliersBy)}. The method stands in the Report options.`,
    "Days in stages are those of stays that began in the 12 months to the as-of date. By segment and region they go by the deal as it is now, by tenure by its owner on the day it came into the stage.",
    `Leads: those created in the 12 months that ended ${LEAD_DAYS} days ago, so that each had time (own assumption).`,
    ...(unknown.length > 0
      ? [`Not compared, because the data does not tell: ${sayList(unknown)}.`]
      : []),
    ...quotaNotes(book, bookQuota(book)),
    ...dataNotes(book, { weighted: false }),
  ];
}

function build(request: ReportRequest): Report {
  const book = openBook(request);
  const past = pastOf(book);
  const compared = comparedWith(past);
  const quarters = quarterTable(past);
  const segments = groupTable(past, "segments", "Segment", ({ segment }) => segment);
  const findings = benchmarkFindings(past, compared);
  return {
    name: "benchmarks",
    title: "Benchmarks",
    period: request.period,
    asOf: request.asOf,
    currency: book.currency,
    scope: "All owners",
    answer: benchmarkAnswer(past, compared),
    figures: benchmarkFigures(past, compared),
    charts: benchmarkCharts(quarters, segments),
    sections: [
      {
        id: "findings",
        heading: "What to do",
        reading:
          findings.length === 0
            ? "Nothing is behind all that is published about it."
            : "What lies behind what is published.",
        findings,
      },
      tableSection(
        comparedTable(compared),
        "Yours and published",
        "What lies behind first; percents are percents, the rest is in the metric's own unit.",
      ),
      tableSection(
        quarters,
        "Your last quarters",
        "Quarters that are over; days are those from created to won.",
      ),
      tableSection(
        segments,
        "By segment",
        "The largest groups first; days are those from created to won.",
      ),
      tableSection(
        groupTable(past, "regions", "Region", ({ region }) => region),
        "By region",
        "The largest groups first.",
      ),
      tableSection(
        groupTable(past, "tenure", "Tenure", ({ owner, standing: { deal } }) =>
          tenureOn(owner, deal.closeDate),
        ),
        "By tenure of the owner",
        "Years since the owner's start date when the deal was closed.",
      ),
      tableSection(
        stagesTable(past),
        "Days in stages",
        "Stays of the last 12 months; open deals count for as long as they have been in the stage.",
      ),
      ...stageGroupTables(past).map((table, at) =>
        tableSection(table, `Days in stages by ${STAGE_CUTS[at]}`, STAGE_READING),
      ),
      tableSection(sourcesTable(compared), "Sources", "Who published what is compared above."),
    ],
    notes: notes(past, compared),
    checks: [],
  };
}

/** Own numbers against published ones, and against one's own past. */
export const benchmarks: ReportDefinition = {
  name: "benchmarks",
  title: "Benchmarks",
  about:
    "Your win rate, cycle, coverage, pipeline and funnel against published numbers with source and date, and against your own last quarters, segments, regions and stages.",
  menuLabel: "Benchmarks",
  needs: ["opportunities"],
  uses: ["reps", "accounts", "quotas", "activities", "leads", "opportunityHistory", "snapshots"],
  settings: ["benchmarks", "lossReasons"],
  build,
};
