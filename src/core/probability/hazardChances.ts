import type { Day } from "../calendar/day.ts";
import { stageKey } from "./features.ts";
import { HAZARD_AGES, HAZARD_CELLS, type Hazard, hazardBin, hazardCell, THIRDS } from "./hazard.ts";
import { EVER_DAYS } from "./season.ts";
import { WINDOW_DAYS } from "./winModel.ts";

type Move = { readonly from: number; readonly to: number; readonly rates: Float64Array };

export type HazardChances = {
  /** True when hazards of the stage are known. */
  readonly knows: (key: string) => boolean;
  /** The chance to be won within each window, for a deal of an age in a stage at the end of a day. */
  readonly chances: (key: string, age: number, day: Day) => readonly number[];
  /** The same if all thirds of a quarter were alike. */
  readonly plain: (key: string, age: number) => readonly number[];
  /** About how many deals were in the stage at that age. */
  readonly deals: (key: string, age: number) => number;
};

const WON = 0;
const LOST = 1;
/** More than all of those in a stage cannot leave it on a day. */
const MOST = 0.999;

/** Chances by day-to-day hazards: what can happen on each day ahead is followed back from the end of the window. */
export function hazardChances(
  hazards: readonly Hazard[],
  thirdOf: (day: Day) => number,
): HazardChances {
  const { states, moves, deals } = network(hazards);
  const evened = moves.map((move) => ({ ...move, rates: even(move.rates) }));
  const count = states.size + 2;
  const follow = (all: readonly Move[], age: number, third: (ahead: number) => number) =>
    [...WINDOW_DAYS, EVER_DAYS].map((window) => {
      const later = new Float64Array(count);
      later[WON] = 1;
      const now = Float64Array.from(later);
      for (let ahead = window; ahead >= 1; ahead--) {
        const cell = hazardCell(hazardBin(age + ahead), third(ahead));
        for (const { from, to, rates } of all)
          now[from] =
            (now[from] ?? 0) + (rates[cell] ?? 0) * ((later[to] ?? 0) - (later[from] ?? 0));
        later.set(now);
      }
      return later;
    });
  const known = new Map<string, readonly Float64Array[]>();
  const remembered = (key: string, find: () => readonly Float64Array[]) => {
    const found = known.get(key) ?? find();
    known.set(key, found);
    return found;
  };
  const pick = (found: readonly Float64Array[], key: string) => {
    const state = states.get(key);
    return found.map((chances) => (state === undefined ? 0 : (chances[state] ?? 0)));
  };
  const dayThirds = new Map<Day, Uint8Array>();
  const thirdsAfter = (day: Day) => {
    const found =
      dayThirds.get(day) ??
      Uint8Array.from({ length: EVER_DAYS + 1 }, (_, ahead) => thirdOf(day + ahead));
    dayThirds.set(day, found);
    return found;
  };
  return {
    knows: (key) => states.has(key),
    chances(key, age, day) {
      const thirds = thirdsAfter(day);
      const found = remembered(`${age} ${day}`, () =>
        follow(moves, age, (ahead) => thirds[ahead] ?? 0),
      );
      return pick(found, key);
    },
    plain: (key, age) =>
      pick(
        remembered(`${age}`, () => follow(evened, age, () => 0)),
        key,
      ),
    deals: (key, age) => deals.get(key)?.[hazardBin(age)] ?? 0,
  };
}

function even(rates: Float64Array): Float64Array {
  return rates.map((_, cell) => {
    const first = cell - (cell % THIRDS);
    return ((rates[first] ?? 0) + (rates[first + 1] ?? 0) + (rates[first + 2] ?? 0)) / THIRDS;
  });
}

/** States by their key, and the moves between them. */
function network(hazards: readonly Hazard[]) {
  const states = new Map<string, number>();
  const deals = new Map<string, number[]>();
  for (const { pipeline, stage, from, deals: some } of hazards) {
    const key = stageKey(pipeline, stage);
    if (!states.has(key)) states.set(key, states.size + 2);
    const list = deals.get(key) ?? HAZARD_AGES.map(() => 0);
    list.fill(some, hazardBin(from));
    deals.set(key, list);
  }
  // A stage that nobody has left yet is an end as far as is known.
  const stateOf = (next: string) => (next === "won" ? WON : (states.get(next) ?? LOST));
  const found = new Map<string, Move>();
  for (const { pipeline, stage, next, from, rates } of hazards) {
    const state = states.get(stageKey(pipeline, stage)) ?? LOST;
    const key = `${state}>${next}`;
    const move = found.get(key) ?? {
      from: state,
      to: stateOf(next),
      rates: new Float64Array(HAZARD_CELLS),
    };
    found.set(key, move);
    // They hold until an older age has its own, and come in the order of ages.
    for (let bin = hazardBin(from); bin < HAZARD_AGES.length; bin++)
      rates.forEach((rate, third) => {
        move.rates[hazardCell(bin, third)] = rate;
      });
  }
  const moves = [...found.values()];
  for (const [, state] of states) giveWay(moves.filter(({ from }) => from === state));
  return { states, moves, deals };
}

/** Where more than all would leave a state on a day, each move gives way. */
function giveWay(moves: readonly Move[]): void {
  for (let cell = 0; cell < HAZARD_CELLS; cell++) {
    const sum = moves.reduce((total, { rates }) => total + (rates[cell] ?? 0), 0);
    if (sum <= MOST) continue;
    for (const { rates } of moves) rates[cell] = ((rates[cell] ?? 0) * MOST) / sum;
  }
}
