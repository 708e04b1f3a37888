import { ENSEMBLES, type Judged } from "../../core/backtest/backtest.ts";
import { methodAccuracy } from "../../core/backtest/methodAccuracy.ts";
import { METHODS } from "../../core/backtest/methods.ts";
import type { Book } from "../book.ts";
import { forecastsToday } from "../parts/pastForecasts.ts";
import { sayCount, sayPercent } from "../parts/words.ts";

/** What the methods say of the period today, and what their past at the same point makes of them. */
export type EnsembleToday = {
  readonly now: Judged;
  /** Periods that are over and were forecast at the same point. */
  readonly periods: number;
  /** The ensemble's error over these. */
  readonly error: number | undefined;
};

/** Undefined for a period that is not the present one, and before two that are over tell anything: then nothing was learned. */
export function ensembleToday(book: Book): EnsembleToday | undefined {
  const { period, asOf } = book.request;
  if (period.grain === "year" || asOf < period.from || asOf >= period.to) return undefined;
  const today = forecastsToday(book);
  const [now, before] = [today[today.length - 1], today.slice(0, -1)];
  if (now?.seen.period.label !== period.label || now.learnt === 0) return undefined;
  return {
    now,
    periods: now.learnt,
    error: methodAccuracy(before, "ensemble", now.point).wmape,
  };
}

const LABELS = new Map([...METHODS, ...ENSEMBLES].map(({ id, label }) => [id, label]));
/** Methods named beside their weights. */
const NAMED = 3;

/** From how many periods the weights come, and how far off they were there. */
export function ensembleHow({ periods, error }: EnsembleToday, grain: string): string {
  const missed = error === undefined ? "" : `, missed by ${sayPercent(error)} there`;
  return `Learned at this point of ${sayCount(periods, `past ${grain}`)}${missed}`;
}

/** Which methods weigh most. */
export function ensembleWords({ now }: EnsembleToday): string {
  const heaviest = [...now.weights]
    .sort(([, one], [, other]) => other - one)
    .slice(0, NAMED)
    .map(([id, weight]) => `${LABELS.get(id) ?? id} ${sayPercent(weight)}`);
  return `The ensemble leans on ${heaviest.join(", ")}.`;
}
