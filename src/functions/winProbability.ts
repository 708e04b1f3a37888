import type { Part } from "../core/probability/rungParts.ts";
import type { Rung } from "../core/probability/winModel.ts";
import { chanceInterval } from "../core/probability/winScorer.ts";
import type { CustomFunction, FunctionResult, Param } from "./customFunction.ts";
import { stagesParam } from "./params/stagesParam.ts";
import { readModel, type WinArguments, type WinRow, winRows } from "./params/winRecords.ts";

const family = "Pipeline";
const SOURCE =
  "Win probability ladder: stated stage table; stage rates with partial pooling (Kleinman 1973); competing risks by stage, age and third of the quarter (Aalen and Johansen 1978); landmark logistic regression (van Houwelingen 2007), recalibrated on held-out outcomes";

const RUNGS: Readonly<Record<Rung, string>> = {
  assumed: "Stage table (assumed)",
  rates: "Stage rates",
  survival: "Stage, age and season",
  landmark: "Logistic model",
};

const PARTS: Readonly<Record<Part["part"], string>> = {
  base: "Base",
  stage: "Stage",
  age: "Age",
  stageDays: "Days in stage",
  closeIn: "Close date",
  amount: "Amount",
  pushes: "Pushes",
  quiet: "Last activity",
  segment: "Segment",
  source: "Lead source",
  type: "Type",
  product: "Product",
  owner: "Owner",
  season: "Season",
  calibration: "Calibration",
  timing: "Days left",
};

export const winParams: readonly Param[] = [
  {
    name: "deals",
    kind: "records",
    about:
      "The deals with their header row; columns are found by name: Stage, Created Date, and where the model uses them Close Date, Amount, Owner, Segment, Lead Source, Type, Product, Push Count, Last Activity, Stage Entered",
  },
  {
    name: "model",
    kind: "settings",
    optional: true,
    default: "the stage table",
    about: "The fitted model (REVOPS_WIN_MODEL)",
    read: readModel,
  },
  {
    name: "as_of",
    kind: "date",
    optional: true,
    default: "the day up to which the model was trained",
    about: "The day on which the deals stand as they do, such as REVOPS_AS_OF",
  },
  {
    name: "by",
    kind: "date",
    optional: true,
    default: "won at all, whenever",
    about: "The last day on which a win counts, such as the end of the quarter",
  },
  {
    ...stagesParam,
    default: "Lead 10%, Qualified 25%, Discovery 40%, Proposal 60%, Negotiation 80%",
    about: "The Stages settings (REVOPS_STAGES), which hold the stated stage table",
  },
  {
    name: "overrides",
    kind: "records",
    optional: true,
    default: "none",
    about:
      "The Win Overrides sheet (REVOPS_WIN_OVERRIDES): deals whose chance, amount or close date a person knows better",
  },
];

const errors = [
  "A first row without column headings of opportunities.",
  "A date column that can be read in two ways.",
  "A model range without a fitted model.",
];

const parts = Object.keys(PARTS) as Part["part"][];

function explained({
  id,
  probability,
  found,
  parts: made,
  override,
  note,
}: WinRow): FunctionResult[] {
  const { rung, evidence, probability: chance } = found ?? {};
  const [low, high] =
    chance !== undefined && evidence !== undefined ? chanceInterval(chance, evidence) : [];
  const logOddsOf = (part: Part["part"]) => made?.find((one) => one.part === part)?.logOdds;
  return [
    id,
    probability,
    rung && chance !== undefined ? RUNGS[rung] : undefined,
    chance,
    low,
    high,
    evidence === undefined ? undefined : Math.round(evidence),
    made?.reduce((sum, part) => sum + part.logOdds, 0),
    ...parts.map(logOddsOf),
    override,
    note,
  ];
}

export const winProbabilityFunctions: readonly CustomFunction[] = [
  {
    name: "WIN_PROBABILITY",
    family,
    shape: "records",
    about:
      "The chance that each deal is won: from the fitted model, or from the stage table where none is given. It applies a model and never fits one.",
    params: winParams,
    returns:
      "One fraction per deal, in the order of the rows; 1 for won and 0 for lost deals. With a day in by and no model, a deal counts when its close date comes no later. Blank where nothing tells the chance.",
    errors,
    example: {
      formula: '=WIN_PROBABILITY({"Stage", "Close Date"; "Proposal", DATE(2026,3,31)})',
      result: 0.6,
    },
    source: SOURCE,
    compute: (...args: WinArguments) => winRows(...args).map(({ probability }) => [probability]),
  },
  {
    name: "WIN_PROBABILITY_EXPLAIN",
    family,
    shape: "records",
    spills: "table",
    about:
      "What each deal's chance is made of: parts in log-odds that add up to it, the method, and on how many deals it rests.",
    params: winParams,
    returns:
      "A header row, then one row per deal: id, probability, method, probability without an override, its 80% interval, deals behind it, log-odds, each part of them (blank when the method has no such part), override, note. Probability without an override = 1 / (1 + EXP(-log-odds)), and the log-odds are the sum of the parts.",
    errors,
    example: {
      formula: '=INDEX(WIN_PROBABILITY_EXPLAIN({"Stage"; "Proposal"}), 2, 3)',
      result: "Stage table (assumed)",
    },
    source: SOURCE,
    compute: (...args: WinArguments) => [
      [
        "Opportunity ID",
        "Probability",
        "Method",
        "Without override",
        "Low",
        "High",
        "Deals behind it",
        "Log-odds",
        ...parts.map((part) => PARTS[part]),
        "Override",
        "Note",
      ],
      ...winRows(...args).map(explained),
    ],
  },
];
