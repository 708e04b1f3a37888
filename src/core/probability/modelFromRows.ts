import type { FiscalPattern } from "../calendar/fiscalCalendar.ts";
import { groupBy } from "../groupBy.ts";
import { InputError } from "../inputError.ts";
import type { Hazard } from "./hazard.ts";
import {
  EFFECT_PARTS,
  PACE_PARTS,
  SCORE_FIGURES,
  THIRD_LABELS,
  type WinModelRow,
} from "./modelRows.ts";
import {
  type Calibration,
  type FeatureId,
  type GroupEffect,
  type LandmarkFit,
  type Rung,
  type RungScore,
  type StageRate,
  WINDOWS,
  type WinModel,
} from "./winModel.ts";

type Rows = readonly WinModelRow[];
/** Lines that are one thing, such as the windows of a stage, in the order of the sheet. */
function grouped(rows: Rows, keyOf: (row: WinModelRow) => unknown): Rows[] {
  return [...groupBy(rows, (row) => JSON.stringify(keyOf(row))).values()];
}

function needed(row: WinModelRow, field: "value" | "from"): number {
  const value = row[field];
  if (value !== undefined) return value;
  const about = [row.part, row.window, row.name, row.level].filter(Boolean).join(", ");
  throw new InputError(
    `model has no ${field} in its line ${about}; expected a Win Model sheet as it was fitted (fit it again)`,
  );
}

const valuesOf = (rows: Rows) => rows.map((row) => needed(row, "value"));

function windowValues(rows: Rows, labels: readonly string[] = WINDOWS): number[] {
  return labels.map((window) => {
    const row = rows.find((one) => one.window === window);
    if (row) return needed(row, "value");
    const { part = "", level = "" } = rows[0] ?? {};
    throw new InputError(
      `model lacks the line "${window}" of ${part} ${level}; expected a Win Model sheet as it was fitted (fit it again)`,
    );
  });
}

function stageRate(rows: Rows): StageRate {
  const chances = windowValues(rows);
  const last = rows[rows.length - 1];
  const ever = chances[chances.length - 1] ?? 0;
  return {
    pipeline: last?.name ?? "",
    stage: last?.level ?? "",
    chances,
    low: last?.low ?? ever,
    high: last?.high ?? ever,
    deals: last?.deals ?? 0,
    won: last?.won ?? 0,
  };
}

function hazard(rows: Rows): Hazard {
  const { name = "", level = "", next = "", from = 0, deals = 0 } = rows[0] ?? {};
  const rates = windowValues(rows, THIRD_LABELS);
  return { pipeline: name, stage: level, next, from, rates, deals };
}

function calibrationOf(rows: Rows): Calibration {
  const kind = rows[0]?.name;
  if (kind === "isotonic") {
    return { kind, from: rows.map((row) => needed(row, "from")), to: valuesOf(rows) };
  }
  const levelValue = (level: string) => rows.find((row) => row.level === level)?.value;
  const [intercept, slope] = [levelValue("intercept"), levelValue("slope")];
  return kind === "platt" && intercept !== undefined && slope !== undefined
    ? { kind, intercept, slope }
    : { kind: "none" };
}

function fitOf(coefficients: Rows, calibration: Rows): LandmarkFit | undefined {
  const intercept = coefficients.find(({ name }) => name === "intercept");
  if (!intercept) return undefined;
  return {
    intercept: needed(intercept, "value"),
    terms: coefficients
      .filter((row) => row !== intercept)
      .map((row) => {
        const coefficient = needed(row, "value");
        return {
          feature: row.name as FeatureId,
          level: row.level ?? "",
          from: row.from,
          to: row.to,
          coefficient,
          mean: row.average ?? 0,
          low: row.low ?? coefficient,
          high: row.high ?? coefficient,
        };
      }),
    calibration: calibrationOf(calibration),
    deals: intercept.deals ?? 0,
    won: intercept.won ?? 0,
  };
}

function scoreOf(rows: Rows): RungScore {
  const { window, level, deals = 0, won = 0 } = rows[0] ?? {};
  const figures = Object.fromEntries(
    SCORE_FIGURES.map((figure) => [figure, rows.find((row) => row.name === figure)?.value]),
  );
  return {
    auc: figures.auc,
    skill: figures.skill,
    brier: figures.brier ?? 0,
    logLoss: figures.logLoss ?? 0,
    calibrationError: figures.calibrationError ?? 0,
    origins: figures.origins ?? 0,
    window: WINDOWS.indexOf(window ?? ""),
    rung: level as Rung,
    outcomes: deals,
    won,
  };
}

/** The newest model among the lines of the Win Model sheet; undefined when there is none. */
export function modelFromRows(all: Rows): WinModel | undefined {
  const version = all.reduce((newest, row) => Math.max(newest, row.version), 0);
  const rows = all.filter((row) => row.version === version);
  const of = (part: string) => rows.filter((row) => row.part === part);
  const trained = of("Model").find(({ name }) => name === "trained");
  if (trained?.trainedAsOf === undefined) return undefined;
  const calendar = of("Model").find(({ name }) => name === "calendar");
  const rungs = of("Model").filter(({ name }) => name === "rung");
  const effectsOf = (parts: typeof EFFECT_PARTS) =>
    (Object.keys(parts) as GroupEffect["field"][]).flatMap((field) =>
      of(parts[field]).map((row) => ({
        field,
        name: row.level ?? "",
        logOdds: needed(row, "value"),
        deals: row.deals ?? 0,
        won: row.won ?? 0,
      })),
    );
  const byWindow = (part: string) =>
    WINDOWS.map((window) => of(part).filter((row) => row.window === window));
  const [coefficients, calibrations] = [byWindow("Coefficient"), byWindow("Calibration")];
  return {
    version,
    trainedAsOf: trained.trainedAsOf,
    rungs: WINDOWS.map(
      (window) => (rungs.find((row) => row.window === window)?.level ?? "rates") as Rung,
    ),
    reason: trained.about ?? "",
    deals: trained.deals ?? 0,
    won: trained.won ?? 0,
    calendar: {
      startMonth: calendar?.value ?? 1,
      pattern: (calendar?.level ?? "months") as FiscalPattern,
      weekStart: calendar?.from ?? 1,
    },
    season: valuesOf(of("Season")),
    stages: grouped(of("Stage"), (row) => [row.name ?? "", row.level ?? ""]).map(stageRate),
    effects: effectsOf(EFFECT_PARTS),
    paces: effectsOf(PACE_PARTS),
    hazards: grouped(of("Hazard"), ({ name, level, next, from }) => [name, level, next, from]).map(
      hazard,
    ),
    fits: coefficients.map((lines, window) => fitOf(lines, calibrations[window] ?? [])),
    scores: grouped(of("Score"), (row) => [row.window, row.level]).map(scoreOf),
    reliability: of("Reliability").map((row) => ({
      window: WINDOWS.indexOf(row.window ?? ""),
      predicted: needed(row, "from"),
      observed: needed(row, "value"),
      outcomes: row.deals ?? 0,
    })),
  };
}
