import type { Day } from "../calendar/day.ts";
import {
  ageSteps,
  atRisk,
  chanceToReach,
  type Move,
  type Stay,
} from "../statistics/competingRisks.ts";
import type { DealLife } from "./dealLife.ts";
import { stageKey } from "./features.ts";
import { type StageRate, type SurvivalPoint, WINDOW_DAYS } from "./winModel.ts";

/** Ages in days at which chances are written down. */
const AGES = [0, 7, 14, 21, 30, 45, 60, 75, 90, 105, 120, 135, 150, 180, 240, 300, 365, 540, 730];
/** A chance leans on the one at the age before as if so many deals more had told it. */
const LEAN = 5;
const WON = 0;
const LOST = 1;

type Path = { readonly moves: Move[]; readonly stays: Stay[] };

type Placed = { readonly age: number; readonly state: number };

const UNKNOWN = -1;

/** In which state a deal was from each age on; of several stages on one day the last one counts. */
function placesOf(life: DealLife, stateOf: (key: string) => number, isStaged: boolean): Placed[] {
  if (!isStaged) return [{ age: 0, state: stateOf(stageKey("", "")) }];
  const places: Placed[] = [];
  for (const { pipeline, stage, since } of life.versions) {
    const state = stage === undefined ? UNKNOWN : stateOf(stageKey(pipeline, stage));
    const age = Math.max(0, since - life.created);
    if (places[places.length - 1]?.age === age) places.pop();
    if (places[places.length - 1]?.state !== state) places.push({ age, state });
  }
  return places;
}

function addPath(path: Path, life: DealLife, places: readonly Placed[], asOf: Day): void {
  const end = Math.max(0.5, (life.ended ?? asOf) - life.created);
  const final = life.outcome === undefined ? UNKNOWN : life.outcome === "won" ? WON : LOST;
  places.forEach(({ age, state }, at) => {
    if (state === UNKNOWN || age >= end) return;
    const next = places[at + 1];
    const [to, until] = next && next.age < end ? [next.state, next.age] : [final, end];
    path.stays.push({ state, from: age, to: until });
    if (to !== UNKNOWN) path.moves.push({ age: until, from: state, to, count: 1 });
  });
}

/**
 * The chance of winning within each window by stage and age: Aalen-Johansen over the stages, with deals that are still
 * open counted for as long as they have been, and those that came into a stage late from then on.
 */
export function survivalTable(
  lives: readonly DealLife[],
  rates: readonly StageRate[],
  asOf: Day,
): SurvivalPoint[] {
  return [false, true].flatMap((isStaged) => {
    const own = rates.filter(({ stage }) => (stage !== "") === isStaged);
    return own.length === 0 ? [] : pointsOf(lives, own, asOf, isStaged);
  });
}

function pointsOf(
  lives: readonly DealLife[],
  rates: readonly StageRate[],
  asOf: Day,
  isStaged: boolean,
): SurvivalPoint[] {
  const states = new Map<string, number>();
  const stateOf = (key: string) => {
    const known = states.get(key) ?? states.size + 2;
    states.set(key, known);
    return known;
  };
  const path: Path = { moves: [], stays: [] };
  for (const life of lives) addPath(path, life, placesOf(life, stateOf, isStaged), asOf);
  const steps = ageSteps(path.moves, path.stays);
  const risk = atRisk(path.stays);
  const oldest = path.stays.reduce((most, { to }) => Math.max(most, to), 0);
  const ages = AGES.filter((age) => age === 0 || age < oldest);
  const count = states.size + 2;
  const reached = ages.map((age) =>
    [...WINDOW_DAYS, Number.POSITIVE_INFINITY].map((days) =>
      chanceToReach(steps, count, WON, age, age + days),
    ),
  );
  return rates.flatMap(({ pipeline, stage, chances }) => {
    const state = stateOf(stageKey(pipeline, stage));
    let before: readonly number[] = chances;
    return ages.map((age, at) => {
      const open = risk(state, age + 1e-9);
      const own = open / (open + LEAN);
      before = before.map(
        (lean, window) => own * (reached[at]?.[window]?.[state] ?? 0) + (1 - own) * lean,
      );
      return { pipeline, stage, age, chances: before, atRisk: open };
    });
  });
}
