import { type Levers, NO_LEVERS } from "../../core/forecast/levers.ts";
import { InputError } from "../../core/inputError.ts";
import { type Cell, isBlank } from "../../tables/reading/cell.ts";
import { shown } from "../../tables/reading/columnReading.ts";
import type { Cells, Param } from "../customFunction.ts";

type Lever = { readonly words: string; readonly least: number; readonly most: number };

/** Beyond five times as much a change is a percent without its sign. */
export const MOST_CHANGE = 4;

const LEVERS: Readonly<Record<keyof Levers, Lever>> = {
  growth: { words: "pipeline growth", least: -1, most: MOST_CHANGE },
  acceleration: { words: "acceleration", least: -1, most: MOST_CHANGE },
  slippage: { words: "slippage", least: 0, most: 1 },
  winRate: { words: "win rate", least: -1, most: MOST_CHANGE },
  dealSize: { words: "deal size", least: -1, most: MOST_CHANGE },
  hiring: { words: "hiring", least: -1, most: MOST_CHANGE },
};
/** A lever's name as people write it. */
export const leverWords = (lever: keyof Levers): string => LEVERS[lever].words;

const names = Object.keys(LEVERS) as (keyof Levers)[];
const known = names.map((name) => LEVERS[name].words).join(", ");

function read(cells: Cells | undefined): Levers {
  const levers: Record<keyof Levers, number> = { ...NO_LEVERS };
  for (const [label, value] of cells ?? []) {
    if (isBlank(label)) continue;
    const name = leverNamed("levers", shown(label));
    if (isBlank(value)) continue;
    levers[name] = leverSetting(name, value);
  }
  return levers;
}

/** The lever of a name, whatever its case. */
export function leverNamed(argument: string, label: string): keyof Levers {
  const plain = label.trim().toLowerCase().replace(/[_-]/g, " ");
  const name = names.find((one) => LEVERS[one].words === plain);
  if (name) return name;
  throw new InputError(`${argument} holds "${label}"; expected one of ${known}`);
}

/** A setting that the lever can take. */
export function leverSetting(lever: keyof Levers, value: Cell): number {
  const { words, least, most } = LEVERS[lever];
  if (typeof value === "number" && value >= least && value <= most) return value;
  throw new InputError(
    `the lever ${words} is "${shown(value)}"; expected a change from ${least * 100}% to ${most * 100}%, such as 10%`,
  );
}

/** Two columns: the name of a lever and how much it changes. */
export const leversParam: Param = {
  name: "levers",
  kind: "settings",
  unit: "fractions",
  optional: true,
  default: "no change",
  about: `Two columns, lever and change such as 10% (-100% to ${MOST_CHANGE * 100}%, slippage 0% to 100%): ${known}`,
  read,
};
