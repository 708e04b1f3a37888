import { brierScore } from "../../src/core/accuracy/brier.ts";
import { calibrationBins, calibrationError } from "../../src/core/accuracy/calibration.ts";
import { logLoss } from "../../src/core/accuracy/logLoss.ts";
import { rankAuc } from "../../src/core/accuracy/rankAuc.ts";
import { USUAL_CORRELATION } from "../../src/core/forecast/distribution/correlationFromHistory.ts";
import { agentMonths, mavenChances } from "../core/probability/mavenWins.ts";
import { stageCoverage } from "../core/probability/stageCoverage.ts";
import { timed } from "./measure.ts";
import type { Page } from "./page.ts";

/** The chances of Maven's open deals on six mornings against what was won of them within 30 days. */
export function winBench(page: Page, data: string): void {
  const { ms, result: chances } = timed(() => mavenChances(data));
  page.section(
    "Won within 30 days: open deals of Maven's CRM on the 1st of July to December 2017, by what was known then",
    [
      "chance by",
      "deals",
      "Brier",
      "skill",
      "log loss",
      "AUC",
      "calibration error by tenths of the deals",
      "by ranges of ten points",
      "fits",
    ],
  );
  const base = brierScore(
    chances.map(({ ageless: chance, outcome }) => ({ chance, won: outcome === 1 })),
  );
  for (const what of ["ageless", "chance"] as const) {
    const calls = chances.map((one) => ({ chance: one[what], won: one.outcome === 1 }));
    const brier = brierScore(calls) ?? 0;
    page.row(
      what === "chance" ? "stage, age and season, owner" : "all deals alike (Aalen-Johansen)",
      calls.length.toLocaleString("en"),
      brier.toFixed(4),
      (1 - brier / (base ?? 1)).toFixed(3),
      logLoss(calls).toFixed(3),
      (rankAuc(calls) ?? 0).toFixed(3),
      ...(["count", "width"] as const).map((cut) =>
        (calibrationError(calibrationBins(calls, 10, 0.8, cut)) ?? 0).toFixed(4),
      ),
      what === "chance" ? `${Math.round(ms)} ms for six` : "",
    );
  }
  page.section(
    "80 % range of what the open deals of each of Maven's agents bring within 30 days of the six mornings",
    ["correlation of deals", "held what came", "share"],
  );
  for (const correlation of [0, USUAL_CORRELATION]) {
    const { held, all } = agentMonths(chances, correlation);
    const share = `${((100 * held) / all).toFixed(1)} %`;
    page.row(`${100 * correlation} %`, `${held} of ${all}`, share);
  }
}

const COMPANIES = 200;

/** How often the intervals of stage probabilities hold the true ones that sample companies are made by. */
export function stageBench(page: Page): void {
  page.section(
    `80 % intervals of stage probabilities over ${COMPANIES} sample companies of 1,000 deals`,
    ["stage", "hold what is true", "share", "measured less true", "give or take"],
  );
  const stages = stageCoverage(COMPANIES, 1001);
  const row = (stage: string, held: number, all: number, ...rest: string[]) =>
    page.row(stage, `${held} of ${all}`, `${((100 * held) / all).toFixed(1)} %`, ...rest);
  for (const { stage, held, bias, error } of stages)
    row(stage, held, COMPANIES, bias.toFixed(4), error.toFixed(4));
  const held = stages.reduce((sum, one) => sum + one.held, 0);
  row("all", held, COMPANIES * stages.length, "", "");
}
