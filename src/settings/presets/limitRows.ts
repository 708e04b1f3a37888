import type { FigureLimit } from "../../core/alerts/alert.ts";

type Unit = "%" | "x" | "points" | "days";

/** A figure that can have limits, and where a report has it. */
export type LimitedFigure = {
  readonly label: string;
  readonly unit: Unit;
  /** The report, as the command line knows it. */
  readonly report: string;
  readonly figure: string;
  /** The figure that it is a share of. */
  readonly per?: string;
  /** The table of the report that has it; `figure` is its row then. */
  readonly table?: string;
  readonly action: string;
};

const review = { report: "pipeline-review" } as const;
const quality = (figure: string, label: string): LimitedFigure => ({
  label: `Data quality: ${label}, %`,
  unit: "%",
  report: "data-quality",
  figure,
  action: "Work through the Clean-up list, the gravest faults first.",
});
const hygiene = (figure: string, label: string): LimitedFigure => ({
  label,
  unit: "%",
  report: "hygiene",
  table: "targets",
  figure,
  action: "Give each owner their list from the Hygiene report, with a day until when.",
});

/** What limits can be set for, in the order of the sheet. */
export const limitedFigures = {
  coverage: {
    ...review,
    label: "Coverage, x",
    unit: "x",
    figure: "coverage",
    action: "Plan the pipeline to create in Pipeline review, by owner and week.",
  },
  health: {
    ...review,
    label: "Pipeline health, points",
    unit: "points",
    figure: "health",
    action: "Mend the weakest part of the scorecard in Pipeline review first.",
  },
  winRate: {
    ...review,
    label: "Win rate of 12 months, %",
    unit: "%",
    figure: "win_rate",
    action: "Read Win/loss for the reasons and groups that lose more than before.",
  },
  atRisk: {
    ...review,
    label: "Open value at risk, %",
    unit: "%",
    figure: "at_risk",
    per: "open",
    action: "Go through the register of Deal risk, the most money first.",
  },
  stalled: {
    ...review,
    label: "Open value stalled, %",
    unit: "%",
    figure: "stalled",
    per: "open",
    action: "Decide deal by deal: a next step with a date, or close it out.",
  },
  largest: {
    ...review,
    label: "Largest deal, % of open value",
    unit: "%",
    figure: "largest",
    action: "Do not rest the period on one deal: plan what replaces it.",
  },
  largestThree: {
    ...review,
    label: "Largest three deals, % of open value",
    unit: "%",
    figure: "largest_three",
    action: "Do not rest the period on three deals: plan what replaces them.",
  },
  freshness: {
    ...review,
    label: "Created in 30 days, % of quota left",
    unit: "%",
    figure: "freshness",
    action: "Plan the pipeline to create in Pipeline review, by owner and week.",
  },
  pace: {
    report: "quota",
    label: "Attainment against pace, %",
    unit: "%",
    figure: "pace",
    action: "Look at who is behind in Quota and what they need a day.",
  },
  slippage: {
    report: "what-changed",
    label: "Pushed out of the period, % of value",
    unit: "%",
    figure: "pushed_out",
    per: "start",
    action: "Ask why the deals of What changed were pushed, owner by owner.",
  },
  chance: {
    report: "forecast",
    label: "Chance of quota, %",
    unit: "%",
    figure: "prob_of_quota",
    action: "Read what has to come true in Forecast.",
  },
  forecastError: {
    report: "forecast-accuracy",
    label: "Error of the weighted pipeline, %",
    unit: "%",
    figure: "error_weighted",
    action: "Read in Forecast accuracy why the pipeline missed, and which method to trust.",
  },
  unexplained: {
    report: "win-loss",
    label: "Lost without a reason, %",
    unit: "%",
    figure: "unexplained_share",
    action: "Have the owners of Win/loss say why their deals were lost.",
  },
  overdue: hygiene("overdue_share", "Open deals overdue, %"),
  inactive: hygiene("inactive_share", "Open deals without activity, %"),
  old: hygiene("old_share", "Open deals older than 90 days, %"),
  stageRules: hygiene("stage_compliance", "Open deals with a sound stage, %"),
  hygiene: {
    report: "hygiene",
    label: "Hygiene score, points",
    unit: "points",
    figure: "score",
    action: "Start with the rule of the Hygiene report that most value breaks.",
  },
  quality: quality("score", "score"),
  accuracy: quality("accuracy", "accuracy"),
  completeness: quality("completeness", "completeness"),
  consistency: quality("consistency", "consistency"),
  timeliness: quality("timeliness", "timeliness"),
  validity: quality("validity", "validity"),
  uniqueness: quality("uniqueness", "uniqueness"),
} as const satisfies Record<string, LimitedFigure>;

export type LimitedFigureId = keyof typeof limitedFigures;

/** A limit and where its default comes from. */
export type LimitRow = Omit<FigureLimit, "figure" | "severity"> & {
  readonly figure: LimitedFigureId;
  readonly severity: FigureLimit["severity"] | "off";
  readonly source: string;
};

const REPORTS_OWN = "No source: type your own";
const CLEAN = "CRM clean-up guide, usual limits";
const QUALITY = "Data quality scorecard, target of the dimension";

type Short = readonly [
  figure: LimitedFigureId,
  lower: number | undefined,
  upper: number | undefined,
  severity: FigureLimit["severity"],
  owner: string,
  source: string,
];

const MANAGER = "Sales manager";
const OPERATIONS = "Operations";

const rows: readonly Short[] = [
  ["coverage", 3, undefined, "high", MANAGER, "Coverage of 3 x, as in the report options"],
  ["health", 60, undefined, "high", MANAGER, "Pipeline health, green and yellow bands"],
  ["winRate", undefined, undefined, "medium", MANAGER, REPORTS_OWN],
  ["atRisk", undefined, undefined, "medium", MANAGER, REPORTS_OWN],
  ["stalled", undefined, undefined, "medium", MANAGER, REPORTS_OWN],
  ["largest", undefined, 25, "medium", MANAGER, "Pipeline tool, concentration: medium above 25 %"],
  ["largestThree", undefined, 70, "high", MANAGER, "Pipeline tool, concentration: high above 70 %"],
  ["freshness", 10, undefined, "medium", MANAGER, "Pipeline health, lowest band of freshness"],
  ["pace", -10, undefined, "high", MANAGER, "Quota status, on track from 90 %"],
  ["slippage", undefined, 12, "medium", MANAGER, "Forecast guide, slippage norm of 12 %"],
  ["chance", undefined, undefined, "high", MANAGER, REPORTS_OWN],
  [
    "forecastError",
    undefined,
    25,
    "medium",
    OPERATIONS,
    "Forecast tool, poor from an error of 25 %",
  ],
  ["unexplained", undefined, undefined, "low", MANAGER, REPORTS_OWN],
  ["overdue", undefined, 5, "medium", OPERATIONS, CLEAN],
  ["inactive", undefined, 10, "medium", OPERATIONS, CLEAN],
  ["old", undefined, 15, "medium", OPERATIONS, CLEAN],
  ["stageRules", 90, undefined, "medium", OPERATIONS, CLEAN],
  ["hygiene", undefined, undefined, "medium", OPERATIONS, REPORTS_OWN],
  ["quality", 90, undefined, "medium", OPERATIONS, "Data quality scorecard, target of the score"],
  ["accuracy", 90, undefined, "low", OPERATIONS, QUALITY],
  ["completeness", 95, undefined, "low", OPERATIONS, QUALITY],
  ["consistency", 85, undefined, "low", OPERATIONS, QUALITY],
  ["timeliness", 80, undefined, "low", OPERATIONS, QUALITY],
  ["validity", 95, undefined, "low", OPERATIONS, QUALITY],
  ["uniqueness", 95, undefined, "low", OPERATIONS, QUALITY],
];

/** Limits to start from; blank ones watch nothing. High ones go to the Action register, which is our own choice. */
export const limitRows: readonly LimitRow[] = rows.map(
  ([figure, lower, upper, severity, owner, source]) => ({
    figure,
    lower,
    upper,
    severity,
    owner,
    inRegister: severity === "high",
    source,
  }),
);
