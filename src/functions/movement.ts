import { type Day, isoFromDay } from "../core/calendar/day.ts";
import type { FiscalCalendar } from "../core/calendar/fiscalCalendar.ts";
import { periodOf } from "../core/calendar/period.ts";
import type { DealOnDay } from "../core/history/dealOnDay.ts";
import { InputError } from "../core/inputError.ts";
import { isInScope } from "../core/movement/dealMove.ts";
import { MOVE_REASONS, MOVE_WORDS } from "../core/movement/moveReason.ts";
import { pipelineMovement } from "../core/movement/pipelineMovement.ts";
import { stageFilter } from "../core/movement/stageFilter.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import type { Cells, CustomFunction, FunctionResult } from "./customFunction.ts";
import { calendarParam } from "./params/calendarParam.ts";
import { earlierFirst } from "./params/earlierFirst.ts";
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
  presentParams,
  readHistory,
} from "./params/readHistory.ts";

type Texts = readonly (string | undefined)[];

export const movementFunctions: readonly CustomFunction[] = [
  {
    name: "PIPELINE_MOVEMENT",
    family: "History",
    shape: "records",
    spills: "table",
    about:
      "What changed in the open pipeline between the ends of two days: start, new, moved in and out, amounts, lost, won and so on up to the end. The first that holds is a deal's one reason: new, owner in, reopened, pulled or pushed in; deleted, owner out, won, lost, pulled or pushed out. A deal that comes from or goes to another owner, team or pipeline than those looked at is owner in or owner out.",
    params: [
      historyParam,
      { name: "from", kind: "date", about: "The earlier day" },
      { name: "to", kind: "date", about: "The later day" },
      {
        name: "close_from",
        kind: "date",
        optional: true,
        default: "the fiscal quarter that holds the later day",
        about: "First close date of the deals that are looked at",
      },
      {
        name: "close_to",
        kind: "date",
        optional: true,
        default: "the fiscal quarter that holds the later day",
        about: "Last close date of the deals that are looked at",
      },
      ownerParam,
      stageParam,
      categoryParam,
      {
        name: "split",
        kind: "boolean",
        optional: true,
        default: "FALSE: a deal that came or left has that one reason",
        about:
          "TRUE tells what the amount of a deal that came or left changed by apart from why it did",
      },
      ...presentParams,
      calendarParam("calendar quarters"),
      teamParam,
      pipelineParam,
    ],
    returns:
      "A header row, then Start, one row a reason, End and Check, each with its amount (what leaves is negative) and its number of deals. Start and all reasons add up to End; Check is what is missing: 0.",
    errors: [
      ...HISTORY_ERRORS,
      "Amounts in several currencies without a rate.",
      "A from date after the to date, or one end of the close dates without the other.",
    ],
    example: {
      formula:
        '=INDEX(PIPELINE_MOVEMENT({"Snapshot Date", "Opportunity ID", "Stage", "Amount", "Close Date"; "2026-01-05", "D1", "Proposal", 300, "2026-03-31"; "2026-01-05", "D2", "Proposal", 200, "2026-03-31"; "2026-02-02", "D1", "Proposal", 350, "2026-03-31"; "2026-02-02", "D2", "Closed Won", 200, "2026-02-02"}, "2026-01-05", "2026-02-02"), 17, 2)',
      result: 350,
    },
    source: "Pipeline waterfalls of sales analytics products; one reason a deal by precedence",
    compute: (
      cells: Cells,
      from: Day,
      to: Day,
      closeFrom: Day | undefined,
      closeTo: Day | undefined,
      owners: Texts | undefined,
      wanted: Texts | undefined,
      categories: Texts | undefined,
      splitAmounts: boolean | undefined,
      deals: Cells | undefined,
      stages: readonly Stage[],
      calendar: FiscalCalendar,
      teams: Texts | undefined,
      pipelines: Texts | undefined,
    ): FunctionResult[][] => {
      earlierFirst("from", from, "to", to);
      const window = windowOf(closeFrom, closeTo) ?? periodOf(to, "quarter", calendar);
      const { history, rates } = readHistory(cells, deals, stages, to);
      const counts = stageFilter(wanted, categories, stages);
      const filters = [ownerFilter(owners), teamFilter(teams), pipelineFilter(pipelines)];
      const scope = { window, counts, splitAmounts };
      const isMine = (deal: DealOnDay) => filters.every((holds) => holds(deal));
      for (const day of [from, to]) {
        const looked = history.on(day).filter((deal) => isInScope(deal, scope) && isMine(deal));
        checkRates(looked, rates, day);
      }
      const { total } = pipelineMovement(history, { from, to, scope, rates, isMine });
      const shown = MOVE_REASONS.filter(
        (reason) => counts !== undefined || (reason !== "stage_in" && reason !== "stage_out"),
      );
      return [
        ["Step", "Amount", "Deals"],
        [`Start ${isoFromDay(from)}`, total.start, total.startDeals],
        ...shown.map((reason) => {
          const { amount, deals: count } = total.moves[reason];
          return [MOVE_WORDS[reason], amount, count];
        }),
        [`End ${isoFromDay(to)}`, total.end, total.endDeals],
        ["Check", total.check, undefined],
      ];
    },
  },
];

function windowOf(from: Day | undefined, to: Day | undefined) {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) {
    const missing = from === undefined ? "close_from" : "close_to";
    throw new InputError(`${missing} is missing; expected both close_from and close_to`);
  }
  earlierFirst("close_from", from, "close_to", to);
  return { from, to };
}
