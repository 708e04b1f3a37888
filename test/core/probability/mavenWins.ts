import { readFileSync } from "node:fs";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { forecastDistribution } from "../../../src/core/forecast/distribution/forecastDistribution.ts";
import { type DealLife, isOpenOn, standingOn } from "../../../src/core/probability/dealLife.ts";
import { fitLowerRungs } from "../../../src/core/probability/lowerRungs.ts";
import { knownOn } from "../../../src/core/probability/rollingOrigin.ts";
import { survivalParts } from "../../../src/core/probability/rungParts.ts";
import { chanceOf } from "../../../src/core/statistics/logOdds.ts";

/** The last day before each month from July to December 2017: deals stand as on the morning of the 1st. */
const MORNINGS = ["06-30", "07-31", "08-31", "09-30", "10-31", "11-30"];
/** Won within so many days. */
const DAYS = 30;

/** A deal with the amount that it was closed at. */
type MavenLife = DealLife & { readonly value: number };

/**
 * The deals of Maven's CRM that were ever engaged. Their account is left out: it was filled in when a deal closed, so
 * that a blank one tells what had not happened yet.
 */
function mavenLives(folder: string): MavenLife[] {
  const lines = readFileSync(`${folder}/maven_crm/sales_pipeline.csv`, "utf8").split(/\r?\n/);
  return lines.slice(1).flatMap((line) => {
    const [id = "", owner, product, , stage, engaged = "", closed = "", value] = line.split(",");
    const created = dayFromIso(engaged);
    if (created === undefined) return [];
    return [
      {
        id,
        value: Number(value ?? 0),
        created,
        versions: [],
        outcome: stage === "Won" ? "won" : stage === "Lost" ? "lost" : undefined,
        ended: dayFromIso(closed),
        traits: { owner, segment: undefined, source: undefined, type: undefined, product },
      },
    ];
  });
}

export type MavenChance = {
  readonly asOf: number;
  readonly owner: string;
  readonly chance: number;
  /** The same without a deal's age and the season. */
  readonly ageless: number;
  readonly outcome: number;
  /** What deals of its product had been won for by then, on average: open ones have no amount. */
  readonly amount: number;
  /** What it was won for within the month. */
  readonly came: number;
};

/** The mean amount of the deals of each product that were won by a day. */
function meanAmounts(lives: readonly MavenLife[], asOf: number): (product?: string) => number {
  const sums = new Map<string | undefined, { sum: number; count: number }>();
  for (const { value, outcome, ended = Number.POSITIVE_INFINITY, traits } of lives) {
    if (outcome !== "won" || ended > asOf) continue;
    const tally = sums.get(traits.product) ?? { sum: 0, count: 0 };
    sums.set(traits.product, tally);
    tally.sum += value;
    tally.count++;
  }
  return (product) => {
    const { sum, count } = sums.get(product) ?? { sum: 0, count: 1 };
    return sum / count;
  };
}

/** The chance of each deal that was open on the six mornings, by what was known then, and what came of it. */
export function mavenChances(folder: string): MavenChance[] {
  const lives = mavenLives(folder);
  return MORNINGS.flatMap((morning) => {
    const asOf = dayFromIso(`2017-${morning}`) ?? 0;
    const { model } = fitLowerRungs(knownOn(lives, asOf), asOf, defaultCalendar);
    const partsOf = survivalParts(model, asOf);
    const amountOf = meanAmounts(lives, asOf);
    const ageless = model.stages[0]?.chances[0] ?? 0;
    return lives
      .filter((life) => isOpenOn(life, asOf))
      .map((life) => {
        const parts = partsOf(standingOn(life, asOf), 0)?.parts ?? [];
        const isWon = life.outcome === "won" && (life.ended ?? 0) <= asOf + DAYS;
        return {
          asOf,
          owner: life.traits.owner ?? "",
          chance: chanceOf(parts.reduce((sum, { logOdds }) => sum + logOdds, 0)),
          ageless,
          outcome: Number(isWon),
          amount: amountOf(life.traits.product),
          came: isWon ? life.value : 0,
        };
      });
  });
}

/** Over agents and mornings: how many 80% ranges of what an agent's open deals bring held what they brought. */
export function agentMonths(chances: readonly MavenChance[], correlation: number) {
  const months = new Map<string, MavenChance[]>();
  for (const one of chances) {
    const key = `${one.asOf} ${one.owner}`;
    months.set(key, [...(months.get(key) ?? []), one]);
  }
  let held = 0;
  for (const deals of months.values()) {
    const { quantile } = forecastDistribution(
      // To the nearest ten: such totals are added up exactly, which is quick.
      deals.map(({ amount, chance }) => ({
        amount: 10 * Math.round(amount / 10),
        probability: chance,
      })),
      { correlation },
    );
    const came = deals.reduce((sum, one) => sum + one.came, 0);
    held += Number(came >= quantile(0.1) && came <= quantile(0.9));
  }
  return { held, all: months.size };
}
