import { alertTable, loggedAlerts, noAlerts } from "./alerts/openAlerts.ts";
import { openBook } from "./book.ts";
import { carriedTable, withActions } from "./parts/actionRegister.ts";
import { quotaNotes } from "./parts/bookQuota.ts";
import { dataNotes } from "./parts/dataNotes.ts";
import { tableSection } from "./parts/tableSection.ts";
import { teamRequest } from "./parts/teamRequest.ts";
import { sayCount } from "./parts/words.ts";
import { reviewAnswer } from "./pipelineReview/answer.ts";
import { reviewCharts } from "./pipelineReview/charts.ts";
import { chosenCut } from "./pipelineReview/chosenCut.ts";
import { cutsTable } from "./pipelineReview/cutsTable.ts";
import { ageTable, allDeals, atRiskTable, focusTable } from "./pipelineReview/dealTables.ts";
import { DIMENSIONS } from "./pipelineReview/dimensions.ts";
import { reviewFigures } from "./pipelineReview/figures.ts";
import { reviewFindings } from "./pipelineReview/findings.ts";
import { ownerHeat, teamHeat } from "./pipelineReview/heatTable.ts";
import { ownersTable, teamsTable } from "./pipelineReview/ownerTables.ts";
import { type Review, reviewOf } from "./pipelineReview/review.ts";
import { riskTable } from "./pipelineReview/riskTable.ts";
import {
  HEALTH_WORDS,
  planTable,
  scorecard,
  scorecardReading,
} from "./pipelineReview/scoreTables.ts";
import {
  bottleneckReading,
  bottlenecksOf,
  bottleneckTable,
  mixTable,
  stageRows,
  stageTable,
} from "./pipelineReview/stageTables.ts";
import { cohortTable, trendTable } from "./pipelineReview/timeTables.ts";
import { workTable } from "./pipelineReview/workTable.ts";
import type { Check, Report, ReportDefinition, ReportRequest, ReportTable } from "./report.ts";

function notes({ book, quota, hasHistory, flows }: Review): readonly string[] {
  const leftOut = flows.reduce((sum, { time }) => sum + time.leftOut, 0);
  return [
    "At risk is a deal with a high risk score, or with two signals and more out of overdue, stalled, inactive and pushed (our own rule).",
    "Days in stages count deals that are still there for as long as they have been; a deal is stalled beyond its stage's P90, with fewer than 20 ended stays beyond twice the mean, without a history beyond the stale multiple of the stage's benchmark.",
    "Went on: of the deals that came into a stage, the share that reached a later one; open deals count for as long as they have been in.",
    "What a bottleneck would bring is the weighted value of the deals that have yet to pass the stage, times what its best quarter of owners converts more; each owner's rate leans on all of them.",
    `Health: six parts that add up to 100; parts that are not known are left out and the others scaled up. ${HEALTH_WORDS}`,
    ...(hasHistory
      ? []
      : [
          "There are neither snapshots nor an imported history: conversion, days in stages and the trend cannot be told. Import again next week, or import the field history.",
        ]),
    ...(leftOut > 0
      ? [
          `${sayCount(leftOut, "stay")} in a stage began before anything was known of the deal and ${leftOut === 1 ? "is" : "are"} left out.`,
        ]
      : []),
    ...quotaNotes(book, quota),
    ...dataNotes(book, { weighted: true }),
  ];
}

function checks(review: Review, tables: readonly ReportTable[]): readonly Check[] {
  const open = review.open ?? 0;
  const off = (table: ReportTable): number => {
    const sum = table.rows.reduce((all, { cells }) => all + Number(cells.amount ?? 0), 0);
    return Math.round((sum - open) * 100) / 100 || 0;
  };
  if (review.deals.length === 0 || review.open === undefined) return [];
  return tables.map((table) => ({
    id: `${table.id}_add_up`,
    label: `${table.id === "cut" ? "Cut" : "Open"} by ${table.columns[0]?.label.toLowerCase() ?? table.id} less open`,
    value: off(table),
    formula: `ROUND(SUM({${table.id}.amount})-{=open},2)`,
  }));
}

function build(request: ReportRequest): Report {
  return withActions(reviewReport(request), request);
}

function reviewReport(asked: ReportRequest): Report {
  const { request, scope } = teamRequest(asked);
  const book = openBook(request);
  const review = reviewOf(book);
  const rows = stageRows(review);
  const bottlenecks = bottlenecksOf(review, rows);
  const findings = reviewFindings(review, bottlenecks);
  const stages = stageTable(review, rows);
  const ages = ageTable(review);
  const trend = trendTable(review);
  const owners = ownersTable(review);
  const teams = teamsTable(review);
  const atRisk = atRiskTable(review);
  const risk = riskTable(review);
  const [worst] = bottlenecks;
  const cut = chosenCut(review);
  return {
    name: "pipeline-review",
    title: "Pipeline review",
    period: request.period,
    asOf: request.asOf,
    currency: book.currency,
    scope,
    ...(request.team === undefined ? {} : { team: request.team }),
    answer: reviewAnswer(review),
    figures: reviewFigures(review),
    charts: reviewCharts(review, { trend, stages, risk }),
    sections: [
      {
        id: "findings",
        heading: "What to do",
        reading:
          findings.length === 0
            ? "Nothing calls for action."
            : "The gravest first; the plan below puts them into weeks.",
        findings,
      },
      ...cut,
      tableSection(scorecard(review), "Scorecard", scorecardReading(review)),
      tableSection(
        stages,
        "Stages and velocity",
        stages.columns.some(({ id }) => id === "median" || id === "conversion")
          ? "Open deals beside what their stage's history says; stalled is beyond the P90, or beyond twice the mean."
          : "Open deals by stage; conversion and days need snapshots or a history in which deals have left a stage.",
      ),
      tableSection(
        mixTable(review),
        "Stage mix",
        review.usesGroups
          ? "Shares of the open value against a healthy pipeline's."
          : "Not all three groups have stages that hold deals: the bands are shown, not judged.",
      ),
      tableSection(
        bottleneckTable(review, bottlenecks),
        "Bottlenecks",
        bottleneckReading(worst, book.currency),
      ),
      tableSection(
        workTable(review, rows),
        "Work in progress",
        "How long the open deals take at the pace at which deals came in.",
      ),
      tableSection(
        atRisk,
        "Deals at risk",
        "Those with most at stake first, each with why and the next step.",
      ),
      tableSection(risk, "Risk by owner", "Open value by the level of its risk score."),
      tableSection(focusTable(review), "Late-stage focus", "The deals that decide the period."),
      tableSection(owners, "Owners", "Those with most at risk first."),
      ...(teams.rows.length < 2
        ? []
        : [tableSection(teams, "Teams", "Each deal counts in one team.")]),
      tableSection(
        cutsTable(review),
        "Cuts",
        "The open value by segment, region, pipeline, type and source; each cut adds up to all that is open.",
      ),
      tableSection(ownerHeat(review, rows), "Velocity by owner and stage", VELOCITY_READING),
      ...(teams.rows.length < 2
        ? []
        : [tableSection(teamHeat(review, rows), "Velocity by team and stage", VELOCITY_READING)]),
      tableSection(ages, "Age", "Open deals by days since they were created."),
      tableSection(
        trend,
        "Trend",
        trend.columns.some(({ id }) => id === "later")
          ? "Every week as the deals stood then; hindsight is the part whose amount or close date of that day nothing tells, so what it became counts."
          : "Every week as the deals stood then.",
      ),
      tableSection(
        cohortTable(review),
        "Cohorts",
        "What became of the deals created in each quarter.",
      ),
      tableSection(
        planTable(findings),
        "Plan by week",
        "The actions above in the order in which to take them.",
      ),
      tableSection(
        alertTable("alerts", loggedAlerts(request), noAlerts(request)),
        "Limits crossed",
        "As the last check of the limits left them, whatever the team; Check the limits in the menu looks again.",
      ),
      tableSection(
        carriedTable(request),
        "Carried over",
        "Actions of earlier runs that nobody has finished, as the Action register has them.",
      ),
      tableSection(
        allDeals(review),
        "Open deals",
        "Every open deal: the rows that the totals above add up.",
      ),
    ],
    notes: notes(review),
    checks: checks(review, [
      ...[stages, owners, ...(teams.rows.length < 2 ? [] : [teams]), ages],
      ...cut.flatMap(({ table }) => table ?? []),
    ]),
  };
}

const VELOCITY_READING =
  "Mean days in a stage over the usual days there, open deals counted: ▲ up to 1.2, ● up to 1.5, ▼ beyond; blank with fewer than three that left.";

/** How healthy the pipeline is, what is at risk in it and what to do, in the order of a Monday review. */
export const pipelineReview: ReportDefinition = {
  name: "pipeline-review",
  title: "Pipeline review",
  about:
    "Health score, stages with conversion and days, bottlenecks, deals at risk, owners, trend, cohorts and a plan by week.",
  menuLabel: "Review the pipeline",
  needs: ["opportunities"],
  uses: [
    "snapshots",
    "opportunityHistory",
    "activities",
    "opportunityContacts",
    "quotas",
    "reps",
    "accounts",
    "actions",
    "alerts",
    "riskModel",
  ],
  inDigest: true,
  takesTeam: true,
  cuts: DIMENSIONS.map(({ name }) => name),
  settings: ["context", "risk"],
  build,
};
