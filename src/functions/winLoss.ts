import { InputError } from "../core/inputError.ts";
import { compared } from "../core/winloss/compared.ts";
import { FACTORS, type Factor } from "../core/winloss/factors.ts";
import type { LossKindOf } from "../core/winloss/lossCategory.ts";
import { winDrivers } from "../core/winloss/winDrivers.ts";
import { type WinLoss, winLossBy } from "../core/winloss/winLossBy.ts";
import { opportunities } from "../tables/opportunities.ts";
import type { Cells, CustomFunction, FunctionResult } from "./customFunction.ts";
import { choice } from "./params/choice.ts";
import { type Decided, readDecided } from "./params/decidedDeals.ts";
import { stagesParam } from "./params/stagesParam.ts";
import {
  dealsParam,
  ERRORS,
  FAMILY,
  LEVEL,
  reasonsParam,
  type Window,
  windowParams,
} from "./params/winLossParams.ts";

const WORDS = FACTORS.map(({ word }) => word);
const TESTED =
  "Intervals by Wilson 1927 and Woolf 1955, pooling by empirical Bayes (Beta-Binomial), false findings held to 10% by Benjamini and Hochberg 1995; at least 20 deals on both sides is practice";
const RESULT = ["Deals", "Won", "Lost", "No decision", "Win rate", "Low", "High"];
const MORE = [
  ...["Pooled rate", "Without no decision", "Won amount", "Lost amount"],
  ...["Odds ratio", "Odds low", "Odds high", "False findings", "Reading"],
];

/** What depends on reasons is blank where no lost deal gives one. */
const isTold = ({ deals }: Decided) =>
  deals.some(({ won, reason = "" }) => !won && reason.trim() !== "");

/** The win rate as it looks when deals that ended without a decision are left out. */
function withoutNoDecision({ won, lost, noDecision }: WinLoss): number | undefined {
  const decided = won + lost - noDecision;
  return decided > 0 ? won / decided : undefined;
}

function factorOf(word: string, { fields }: Decided): Factor {
  const factor = FACTORS.find((one) => one.word === word);
  if (factor && fields.has(factor.field)) return factor;
  const column = opportunities.columns.find(({ field }) => field === factor?.field)?.label;
  throw new InputError(`deals has no column ${column}; expected one, by which "${word}" looks`);
}

function winLossTable(
  cells: Cells,
  word: string | undefined,
  ...[from, to, stages, kindOf]: [...Window, LossKindOf]
): FunctionResult[][] {
  const by = choice("by", word, WORDS);
  const decided = readDecided(cells, { from, to }, stages);
  const factor = by === undefined ? undefined : factorOf(by, decided);
  const { deals } = decided;
  const isKnown = (won: boolean) =>
    deals.some((deal) => deal.won === won && deal.amount !== undefined);
  const [knowsWon, knowsLost] = [isKnown(true), isKnown(false)];
  const money = ({ wonAmount, lostAmount }: WinLoss) => [
    knowsWon ? wonAmount : undefined,
    knowsLost ? lostAmount : undefined,
  ];
  const told = isTold(decided);
  const counts = ({ name, won, lost, noDecision }: WinLoss) => [
    ...[name, won + lost, won, lost],
    told ? noDecision : undefined,
  ];
  const without = (one: WinLoss) => (told ? withoutNoDecision(one) : undefined);
  const all = winLossBy(deals, () => ["All deals"], LEVEL, kindOf);
  const groups = factor
    ? compared(winLossBy(deals, factor.namer(deals), LEVEL, kindOf), LEVEL)
    : [];
  return [
    [factor?.label ?? "Deals of", ...RESULT, ...MORE],
    ...all.map((one) => [
      ...[...counts(one), one.winRate, one.low, one.high, undefined],
      ...[without(one), ...money(one)],
      ...new Array<undefined>(5).fill(undefined),
    ]),
    ...groups.map((group) => [
      ...[...counts(group), group.winRate, group.low, group.high, group.pooledRate],
      ...[without(group), ...money(group)],
      ...[group.odds?.ratio, group.odds?.low, group.odds?.high, group.falseRate, group.verdict],
    ]),
  ];
}

function driverTable(cells: Cells, ...[from, to, stages]: Window): FunctionResult[][] {
  const { deals, fields } = readDecided(cells, { from, to }, stages);
  const factors = FACTORS.filter(({ field }) => fields.has(field));
  return [
    [
      ...["Factor", "Value", "Deals", "Won", "Win rate", "Low", "High"],
      ...["Odds ratio", "Odds low", "Odds high", "P-value", "False findings", "Reading"],
    ],
    ...winDrivers(deals, factors, LEVEL).map((one) => [
      ...[one.factor.label, one.name, one.won + one.lost, one.won, one.winRate, one.low, one.high],
      ...[one.odds?.ratio, one.odds?.low, one.odds?.high, one.p, one.falseRate, one.verdict],
    ]),
  ];
}

export const winLossFunctions: readonly CustomFunction[] = [
  {
    name: "WIN_LOSS",
    family: FAMILY,
    shape: "records",
    spills: "table",
    about:
      "How decided deals ended, in all and by competitor, segment, size or what else they are sorted by: win rates with the range chance allows, deals lost to no decision apart, and whether a group really differs from the others.",
    params: [
      dealsParam,
      {
        name: "by",
        kind: "text",
        optional: true,
        default: "all deals together",
        about: `One row for each ${WORDS.join(", ")}`,
      },
      ...windowParams,
      stagesParam,
      reasonsParam,
    ],
    returns:
      "A header row, a row for all deals, then one row a group, the largest first: deals, won, lost, lost without a decision, win rate and its 95% interval, the rate drawn toward that of all deals as far as the group is small, the win rate without those that were not decided, won and lost amount, odds ratio against all other deals and its 95% interval, the rate of false findings, and the reading: wins more, wins less, no clear difference, or not enough data below 20 deals on either side. Only the header when no deal was decided. Amounts are blank when deals are in several currencies or have none, what concerns no decision when no lost deal has a reason.",
    errors: [...ERRORS, "A word for by that is none of those.", "A by whose column is missing."],
    example: {
      formula:
        '=INDEX(WIN_LOSS({"Stage", "Segment"; "Closed Won", "SMB"; "Closed Lost", "SMB"; "Closed Lost", "SMB"; "Closed Lost", "SMB"; "Closed Won", "Mid"}, "segment"), 3, 6)',
      result: 0.25,
    },
    source: TESTED,
    compute: winLossTable,
  },
  {
    name: "WIN_DRIVERS",
    family: FAMILY,
    shape: "records",
    spills: "table",
    about:
      "What goes with winning and losing: every group of every factor against all other deals, the surest difference first, all comparisons held to one rate of false findings. It shows what goes together, not what causes what.",
    params: [dealsParam, ...windowParams, stagesParam],
    returns:
      "A header row, then one row per factor and value: deals, won, win rate and its 95% interval, odds ratio against all other deals and its 95% interval, p-value, rate of false findings, reading. P-value and rate are blank with fewer than 20 deals on either side.",
    errors: ERRORS,
    example: {
      formula:
        '=INDEX(WIN_DRIVERS({"Stage", "Segment"; "Closed Won", "SMB"; "Closed Lost", "Mid"}), 2, 13)',
      result: "not enough data",
    },
    source: TESTED,
    compute: driverTable,
  },
];
