import type { Day } from "../core/calendar/day.ts";
import { upperFirst } from "../core/firstLetter.ts";
import { groupBy } from "../core/groupBy.ts";
import type { DealOnDay } from "../core/history/dealOnDay.ts";
import { InputError } from "../core/inputError.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import { type Conversion, pooledConversions } from "../core/pipeline/stageConversion.ts";
import { type StageFlow, stageFlows } from "../core/pipeline/stageFlow.ts";
import { stageStays } from "../core/pipeline/stageStays.ts";
import type { Cells, CustomFunction, FunctionResult, Param } from "./customFunction.ts";
import { asOfParam } from "./deals.ts";
import { choice } from "./params/choice.ts";
import {
  HISTORY_ERRORS,
  historyParam,
  isHistory,
  presentParams,
  readHistory,
  requireHistory,
} from "./params/readHistory.ts";
import { stagesReached } from "./params/stagesReached.ts";

const family = "Pipeline";
const lastDayParam: Param = { ...asOfParam, default: "the last day in the history" };
const GROUPS = ["owner", "team", "segment", "region"] as const;

/** The flows of a history; none when it holds no row. */
function flowsOf(
  cells: Cells,
  asOf: Day | undefined,
  deals: Cells | undefined,
  stages: readonly Stage[],
): { readonly flows: readonly StageFlow[]; readonly day: Day } {
  const { history, lastDay, stayRules } = readHistory(
    cells,
    deals,
    stages,
    asOf ?? Number.NEGATIVE_INFINITY,
  );
  const day = asOf ?? lastDay;
  return { flows: stageFlows(stageStays(history, { ...stayRules, asOf: day }), day), day };
}

/** A stage's name, with its pipeline where there are several. */
function namesOf(flows: readonly StageFlow[]): (flow: StageFlow) => string {
  const several = new Set(flows.map(({ pipeline }) => pipeline)).size > 1;
  return ({ pipeline, stage }) => (several && pipeline !== "" ? `${pipeline}: ${stage}` : stage);
}

const conversionCells = (one: Conversion): FunctionResult[] => [
  one.entered,
  one.advanced,
  one.lost,
  one.waiting,
  one.rate,
  one.low,
  one.high,
  one.winRate,
];
const CONVERSION = [
  ...["Entered", "Went on", "Lost", "Open", "Conversion", "Low", "High"],
  "Won in the end",
];

function byGroup(flow: StageFlow, by: (typeof GROUPS)[number], day: Day, name: string) {
  const groups = groupBy(flow.visits, ({ first }) => (first.deal as DealOnDay)[by] ?? "");
  return [...pooledConversions(groups, day)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, conversion]) => [name, group, ...conversionCells(conversion), conversion.pooled]);
}

export const stageFlowFunctions: readonly CustomFunction[] = [
  {
    name: "STAGE_CONVERSION",
    family,
    shape: "records",
    spills: "table",
    about:
      "Share of the deals that came into a stage and went further, stage by stage, from the first time each came in. Deals that are still open count for as long as they have been in; a stage that a deal skipped does not count it.",
    params: [
      {
        ...historyParam,
        about:
          "The Snapshots or the Opportunity History with their header row; or the column of the deals' present stages, which tells only how far deals have come",
      },
      lastDayParam,
      {
        name: "by",
        kind: "text",
        optional: true,
        default: "all deals together",
        about: `One row for each ${GROUPS.join(", ")}; groups with few deals lean on the others`,
      },
      ...presentParams,
    ],
    returns:
      "A header row, then one row a stage: entered, went on, lost, open, conversion with the limits that hold it 8 times in 10, and the share won in the end. Of present stages: deals, reached (this stage or beyond, lost deals left out) and went on. Blank where no deal was decided.",
    errors: [...HISTORY_ERRORS, "A word for by that is none of those.", "A stage that is unknown."],
    example: {
      formula:
        '=INDEX(STAGE_CONVERSION({"Opportunity ID", "Changed At", "From Value", "To Value"; "D1", "2026-01-05", "", "Lead"; "D2", "2026-01-05", "", "Lead"; "D1", "2026-02-02", "Lead", "Proposal"; "D2", "2026-02-03", "Lead", "Closed Lost"}), 2, 6)',
      result: 0.5,
    },
    source: "Aalen and Johansen 1978; pooling by empirical Bayes (Beta-Binomial)",
    compute: (
      cells: Cells,
      asOf: Day | undefined,
      by: string | undefined,
      deals: Cells | undefined,
      stages: readonly Stage[],
    ): FunctionResult[][] => {
      const group = choice("by", by, GROUPS);
      if (!isHistory(cells)) {
        if (group === undefined) return stagesReached(cells, stages);
        throw new InputError(
          `by is "${by}" and history holds stages alone; expected Snapshots or Opportunity History`,
        );
      }
      const { flows, day } = flowsOf(cells, asOf, deals, stages);
      const nameOf = namesOf(flows);
      if (group === undefined) {
        const rows = flows.map((flow) => [nameOf(flow), ...conversionCells(flow.conversion)]);
        return [["Stage", ...CONVERSION], ...rows];
      }
      const label = upperFirst(group);
      return [
        ["Stage", label, ...CONVERSION, "Pooled"],
        ...flows.flatMap((flow) => byGroup(flow, group, day, nameOf(flow))),
      ];
    },
  },
  {
    name: "TIME_IN_STAGE",
    family,
    shape: "records",
    spills: "table",
    about:
      "How many days deals stay in each stage, with deals that are still there counted for as long as they have been: an average of completed stays alone leaves out the slow ones.",
    params: [historyParam, lastDayParam, ...presentParams],
    returns:
      "A header row, then one row a stage: stays, open, median, P90, mean, the average of completed stays for comparison, twice the mean, and the days beyond which a deal is stalled with the rule that gave them (P90 from 20 ended stays on, else twice the mean). Blank where too few stays have ended.",
    errors: HISTORY_ERRORS,
    example: {
      formula:
        '=INDEX(TIME_IN_STAGE({"Opportunity ID", "Changed At", "From Value", "To Value"; "D1", "2026-01-05", "", "Lead"; "D1", "2026-01-15", "Lead", "Proposal"}), 2, 4)',
      result: 10,
    },
    source: "Kaplan and Meier 1958; stale beyond 2 x the average days in the stage",
    compute: (
      cells: Cells,
      asOf: Day | undefined,
      deals: Cells | undefined,
      stages: readonly Stage[],
    ): FunctionResult[][] => {
      requireHistory(cells);
      const { flows } = flowsOf(cells, asOf, deals, stages);
      const nameOf = namesOf(flows);
      return [
        [
          ...["Stage", "Stays", "Open", "Median days", "P90 days", "Mean days"],
          ...["Completed only", "2 x mean", "Stalled after", "Rule"],
        ],
        ...flows.map((flow) => {
          const { stays, open, median, p90, mean, completedMean, twiceMean } = flow.time;
          const { limit, limitIs } = flow.time;
          const days = [stays, open, median, p90, mean, completedMean, twiceMean, limit];
          return [nameOf(flow), ...days, limitIs];
        }),
      ];
    },
  },
];
