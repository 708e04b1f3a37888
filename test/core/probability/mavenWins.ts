import { readFileSync } from "node:fs";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { type DealLife, isOpenOn, standingOn } from "../../../src/core/probability/dealLife.ts";
import { fitLowerRungs } from "../../../src/core/probability/lowerRungs.ts";
import { knownOn } from "../../../src/core/probability/rollingOrigin.ts";
import { survivalParts } from "../../../src/core/probability/rungParts.ts";
import { chanceOf } from "../../../src/core/statistics/logOdds.ts";

/** The last day before each month from July to December 2017: deals stand as on the morning of the 1st. */
const MORNINGS = ["06-30", "07-31", "08-31", "09-30", "10-31", "11-30"];
/** Won within so many days. */
const DAYS = 30;

/**
 * The deals of Maven's CRM that were ever engaged. Their account is left out: it was filled in when a deal closed, so
 * that a blank one tells what had not happened yet.
 */
function mavenLives(folder: string): DealLife[] {
  const lines = readFileSync(`${folder}/maven_crm/sales_pipeline.csv`, "utf8").split(/\r?\n/);
  return lines.slice(1).flatMap((line) => {
    const [id = "", owner, product, , stage, engaged = "", closed = ""] = line.split(",");
    const created = dayFromIso(engaged);
    if (created === undefined) return [];
    return [
      {
        id,
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
};

/** The chance of each deal that was open on the six mornings, by what was known then, and what came of it. */
export function mavenChances(folder: string): MavenChance[] {
  const lives = mavenLives(folder);
  return MORNINGS.flatMap((morning) => {
    const asOf = dayFromIso(`2017-${morning}`) ?? 0;
    const { model } = fitLowerRungs(knownOn(lives, asOf), asOf, defaultCalendar);
    const partsOf = survivalParts(model, asOf);
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
        };
      });
  });
}
