import { type Day, SERIAL_OF_EPOCH } from "../core/calendar/day.ts";
import { upperFirst } from "../core/firstLetter.ts";
import type { DealOnDay } from "../core/history/dealOnDay.ts";
import { pushCounts } from "../core/hygiene/pushCount.ts";
import { InputError } from "../core/inputError.ts";
import { isInScope } from "../core/movement/dealMove.ts";
import { homeAmountOn } from "../core/movement/homeAmountOn.ts";
import { stageFilter } from "../core/movement/stageFilter.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import { recordKey } from "../core/recordKey.ts";
import type { Cells, CustomFunction, FunctionResult, Param } from "./customFunction.ts";
import { asOfParam } from "./deals.ts";
import { choice } from "./params/choice.ts";
import {
  categoryParam,
  ownerFilter,
  ownerParam,
  pipelineFilter,
  pipelineParam,
  stageParam,
  teamFilter,
  teamParam,
} from "./params/pipelineFilter.ts";
import {
  checkRates,
  HISTORY_ERRORS,
  historyParam,
  historyRows,
  isHistory,
  presentParams,
  readHistory,
} from "./params/readHistory.ts";
import { columnOf } from "./run/argument.ts";
import { readColumn } from "./run/readColumn.ts";

const family = "History";
const SOURCE =
  "The state after the last change up to the end of the day; change-only snapshots are our own";

const idsParam: Param = {
  name: "ids",
  kind: "text",
  takes: "column",
  about: "One Opportunity ID or a column of them; ids of 15 and of 18 characters are one",
};

const FIELDS: Readonly<Record<string, (deal: DealOnDay) => FunctionResult>> = {
  Stage: ({ stage }) => stage,
  Status: ({ status }) => upperFirst(status),
  Amount: ({ amount }) => amount,
  Currency: ({ currency }) => currency,
  "Close Date": ({ closeDate }) => dateOf(closeDate),
  Owner: ({ owner }) => owner,
  Team: ({ team }) => team,
  Pipeline: ({ pipeline }) => pipeline,
  Category: ({ category }) => category,
  Probability: ({ probability }) => probability,
  Since: ({ since }) => dateOf(Number.isFinite(since) ? since : undefined),
};

/** The serial number of a spreadsheet's date. */
const dateOf = (day: Day | undefined) => (day === undefined ? undefined : day + SERIAL_OF_EPOCH);

/** One result stands alone; several spill downwards. */
function spilled<Result>(
  results: readonly Result[],
): Result | readonly (readonly Result[])[] | undefined {
  return results.length > 1 ? results.map((result) => [result]) : results[0];
}

type Texts = readonly (string | undefined)[];

export const historyFunctions: readonly CustomFunction[] = [
  {
    name: "PIPELINE_ON",
    family,
    shape: "records",
    about:
      "The open pipeline as it stood at the end of a day: the amounts of all deals that were open then, with the stage, amount, close date and owner they had then.",
    params: [
      historyParam,
      {
        name: "date",
        kind: "date",
        takes: "column",
        about: "The day, or a column of days for a trend",
      },
      ownerParam,
      stageParam,
      categoryParam,
      {
        name: "close_from",
        kind: "date",
        optional: true,
        default: "no limit",
        about: "Only deals whose close date, as it stood that day, is this day or later",
      },
      {
        name: "close_to",
        kind: "date",
        optional: true,
        default: "no limit",
        about: "Only deals whose close date, as it stood that day, is this day or earlier",
      },
      ...presentParams,
      teamParam,
      pipelineParam,
    ],
    returns:
      "One amount a day, in the currency most deals carry; Snapshots convert others at the rate of their day. Blank before the first deal is known.",
    errors: [...HISTORY_ERRORS, "Amounts in several currencies without a rate."],
    example: {
      formula:
        '=PIPELINE_ON({"Snapshot Date", "Opportunity ID", "Stage", "Amount"; "2026-01-05", "D1", "Proposal", 300; "2026-01-05", "D2", "Proposal", 200; "2026-02-02", "D2", "Closed Won", 200}, {"2026-01-31"; "2026-02-02"})',
      result: [[500], [300]],
    },
    source: SOURCE,
    compute: (
      cells: Cells,
      days: readonly (Day | undefined)[],
      owners: Texts | undefined,
      wanted: Texts | undefined,
      categories: Texts | undefined,
      from: Day | undefined,
      to: Day | undefined,
      deals: Cells | undefined,
      stages: readonly Stage[],
      teams: Texts | undefined,
      pipelines: Texts | undefined,
    ) => {
      const latest = Math.max(...days.map((day) => day ?? 0));
      const { history, rates } = readHistory(cells, deals, stages, latest);
      const filters = [ownerFilter(owners), teamFilter(teams), pipelineFilter(pipelines)];
      const scope = {
        window:
          from === undefined && to === undefined
            ? undefined
            : { from: from ?? Number.NEGATIVE_INFINITY, to: to ?? Number.MAX_VALUE },
        counts: stageFilter(wanted, categories, stages),
      };
      return spilled(
        days.map((day) => {
          if (day === undefined) return undefined;
          const all = history.on(day);
          const open = all.filter(
            (deal) => filters.every((holds) => holds(deal)) && isInScope(deal, scope),
          );
          checkRates(open, rates, day);
          if (all.length === 0) return undefined;
          return open.reduce((sum, deal) => sum + (homeAmountOn(deal, rates, day) ?? 0), 0);
        }),
      );
    },
  },
  {
    name: "DEAL_ON",
    family,
    shape: "records",
    about: "One fact of a deal as it stood at the end of a day, such as its stage or its amount.",
    params: [
      historyParam,
      idsParam,
      { name: "date", kind: "date", about: "The day" },
      {
        name: "field",
        kind: "text",
        about: `What is asked: ${Object.keys(FIELDS).join(", ")}`,
      },
      ...presentParams,
    ],
    returns:
      "One value per id, in their order. Dates come as numbers, to be formatted as dates. Blank before the deal existed, for an id that the history does not know, and where nothing tells.",
    errors: [...HISTORY_ERRORS, "A field that is none of those."],
    example: {
      formula:
        '=DEAL_ON({"Opportunity ID", "Changed At", "From Value", "To Value"; "D1", "2026-01-05", "", "Discovery"; "D1", "2026-02-02", "Discovery", "Proposal"}, "D1", "2026-01-31", "Stage")',
      result: "Discovery",
    },
    source: SOURCE,
    compute: (
      cells: Cells,
      ids: Texts,
      day: Day,
      field: string,
      deals: Cells | undefined,
      stages: readonly Stage[],
    ) => {
      const name = choice("field", field, Object.keys(FIELDS)) ?? "";
      const { history } = readHistory(cells, deals, stages, day);
      return spilled(
        ids.map((id) => {
          const deal = id === undefined ? undefined : history.dealOn(id, day);
          return deal && FIELDS[name]?.(deal);
        }),
      );
    },
  },
  {
    name: "PUSH_COUNT",
    family,
    shape: "records",
    about:
      "How often a deal's close date was moved to a later day. Moves to an earlier day do not count.",
    params: [
      {
        ...historyParam,
        about:
          "The Snapshots or the Opportunity History with their header row, or a plain column of one deal's close dates in the order in which they were set",
      },
      { ...idsParam, optional: true, default: "the history is a column of close dates" },
      { ...asOfParam, default: "every change counts" },
    ],
    returns:
      "A whole number per id, in their order; blank for a deal whose history holds no close date.",
    errors: [...HISTORY_ERRORS, "A history without ids.", "A column that holds no dates."],
    example: {
      formula: '=PUSH_COUNT({"2026-01-31"; "2026-03-31"; "2026-02-28"; "2026-06-30"})',
      result: 2,
    },
    source: "Close-date pushes: 2 call for a forecast review, 3 for a clean-up",
    compute: (cells: Cells, ids: Texts | undefined, asOf: Day | undefined) => {
      if (!isHistory(cells)) return pushesOf(cells);
      if (ids === undefined) {
        throw new InputError("ids is missing; expected the Opportunity IDs to count for");
      }
      const { changes, snapshots } = historyRows(cells);
      const seen = snapshots.map(({ opportunityId, snapshotDate, closeDate }) => ({
        opportunityId,
        changedAt: snapshotDate,
        closeDate,
      }));
      const counts = pushCounts([...changes, ...seen], asOf ?? Number.MAX_VALUE);
      return spilled(ids.map((id) => (id === undefined ? undefined : counts.get(recordKey(id)))));
    },
  },
];

function pushesOf(cells: Cells): FunctionResult {
  const param: Param = { name: "history", kind: "date", about: "" };
  const dates = readColumn(param, columnOf(cells, param));
  let count = 0;
  let current: number | undefined;
  for (const date of dates) {
    if (date instanceof InputError) throw date;
    if (typeof date !== "number") continue;
    if (current !== undefined && date > current) count += 1;
    current = date;
  }
  return current === undefined ? undefined : count;
}
