import type { Day } from "../calendar/day.ts";
import {
  type Calibration,
  type GroupEffect,
  type LandmarkFit,
  type RungScore,
  WINDOWS,
  type WinModel,
} from "./winModel.ts";

/** One line of the Win Model sheet. What its fields mean depends on the part. */
export type WinModelRow = {
  readonly version: number;
  readonly part: string;
  readonly window?: string | undefined;
  readonly name?: string | undefined;
  readonly level?: string | undefined;
  readonly next?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly average?: number | undefined;
  readonly deals?: number | undefined;
  readonly won?: number | undefined;
  readonly trainedAsOf?: Day | undefined;
  readonly about?: string | undefined;
};

type Line = Omit<WinModelRow, "version">;

export const EFFECT_PARTS: Readonly<Record<GroupEffect["field"], string>> = {
  segment: "Segment",
  owner: "Owner",
};

export const THIRD_LABELS: readonly string[] = [
  "first third of a quarter",
  "second third of a quarter",
  "last third of a quarter",
];

export const PACE_PARTS: typeof EFFECT_PARTS = {
  segment: "Segment pace",
  owner: "Owner pace",
};

function effectLine(effect: GroupEffect, parts: typeof EFFECT_PARTS): Line {
  const { field, name, logOdds, deals, won } = effect;
  return { part: parts[field], level: name, value: logOdds, deals, won };
}

/** The figures of a score that have a line each. */
export const SCORE_FIGURES = [
  "brier",
  "logLoss",
  "auc",
  "calibrationError",
  "skill",
  "origins",
] as const satisfies readonly (keyof RungScore)[];

function fitLines(fit: LandmarkFit, window: string | undefined): Line[] {
  const { intercept, deals, won } = fit;
  return [
    { part: "Coefficient", window, name: "intercept", value: intercept, deals, won },
    ...fit.terms.map(({ feature, level, from, to, coefficient, mean, low, high }) => ({
      part: "Coefficient",
      window,
      name: feature,
      level,
      from,
      to,
      value: coefficient,
      low,
      high,
      average: mean,
    })),
    ...calibrationLines(fit.calibration, window),
  ];
}

function calibrationLines(calibration: Calibration, window: string | undefined): Line[] {
  const line = { part: "Calibration", window, name: calibration.kind };
  if (calibration.kind === "none") return [line];
  if (calibration.kind === "platt") {
    return [
      { ...line, level: "intercept", value: calibration.intercept },
      { ...line, level: "slope", value: calibration.slope },
    ];
  }
  return calibration.from.map((from, step) => ({
    ...line,
    level: "step",
    from,
    value: calibration.to[step],
  }));
}

function scoreLines(score: RungScore): Line[] {
  const { window, rung, outcomes, won } = score;
  return SCORE_FIGURES.flatMap((figure) => {
    const value = score[figure];
    if (value === undefined) return [];
    return [
      {
        part: "Score",
        window: WINDOWS[window],
        name: figure,
        level: rung,
        value,
        deals: outcomes,
        won,
      },
    ];
  });
}

/** A model as the lines of its sheet. */
export function modelRows(model: WinModel): WinModelRow[] {
  const { trainedAsOf, calendar, version, deals, won } = model;
  const lines: Line[] = [
    { part: "Model", name: "trained", trainedAsOf, deals, won, about: model.reason },
    ...model.rungs.map((rung, window) => ({
      part: "Model",
      name: "rung",
      window: WINDOWS[window],
      level: rung,
    })),
    {
      part: "Model",
      name: "calendar",
      level: calendar.pattern,
      value: calendar.startMonth,
      from: calendar.weekStart,
    },
    ...model.scores.flatMap(scoreLines),
    ...model.stages.flatMap(({ pipeline, stage, chances, low, high, deals: n, won: k }) =>
      chances.map((value, window) => {
        const line = {
          part: "Stage",
          window: WINDOWS[window],
          name: pipeline,
          level: stage,
          value,
        };
        return window < chances.length - 1 ? line : { ...line, low, high, deals: n, won: k };
      }),
    ),
    ...model.effects.map((effect) => effectLine(effect, EFFECT_PARTS)),
    ...model.paces.map((pace) => effectLine(pace, PACE_PARTS)),
    ...model.fits.flatMap((fit, window) => (fit ? fitLines(fit, WINDOWS[window]) : [])),
    ...model.season.map((value, part) => ({ part: "Season", level: String(part + 1), value })),
    ...model.reliability.map(({ window, predicted, observed, outcomes }) => ({
      part: "Reliability",
      window: WINDOWS[window],
      from: predicted,
      value: observed,
      deals: outcomes,
    })),
    ...model.hazards.flatMap(({ pipeline, stage, next, from, rates, deals: n }) =>
      rates.map((value, third) => ({
        part: "Hazard",
        window: THIRD_LABELS[third],
        name: pipeline,
        level: stage,
        next,
        from,
        value,
        deals: n,
      })),
    ),
  ];
  return lines.map((line) => ({ version, ...line }));
}
