import type { Share } from "../core/accuracy/newcombe.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import { winRateChange } from "../core/winloss/winRateChange.ts";
import type { Cell } from "../tables/reading/cell.ts";
import type { CustomFunction, Param } from "./customFunction.ts";
import { inside } from "./params/openDeals.ts";
import { outcomesOf } from "./params/outcome.ts";
import { stagesParam } from "./params/stagesParam.ts";

const outcomes = (name: string, period: string): Param => ({
  name,
  kind: "value",
  about: `The column of what became of the deals of the ${period} period: stages, or TRUE for won and FALSE for lost; open deals are left out`,
});

function shareOf(name: string, cells: readonly Cell[], stages: readonly Stage[]): Share {
  const statuses = outcomesOf(cells, stages, () => name);
  const hits = statuses.filter((status) => status === "won").length;
  return { hits, count: hits + statuses.filter((status) => status === "lost").length };
}

export const winRateChangeFunctions: readonly CustomFunction[] = [
  {
    name: "WIN_RATE_CHANGE",
    family: "Win and loss",
    shape: "aggregate",
    spills: "row",
    about:
      "How a win rate changed from one period to the next, and the range in which the true change lies: a range that holds 0 may be chance.",
    params: [
      outcomes("before", "earlier"),
      outcomes("now", "later"),
      {
        name: "level",
        kind: "fraction",
        unit: "fraction 0-1",
        optional: true,
        default: "95%",
        takes: "single",
        about: "How sure the range of the change is",
      },
      stagesParam,
    ],
    returns:
      "Six cells in a row: win rate before, now, the change as a fraction (0.05 is 5 points), its low and high end, and the p-value. Blank when no deal was decided in one of the periods.",
    errors: [
      "A level of 0% or 100%.",
      "Ticks such as x, beside which blanks cannot be told from open deals.",
    ],
    example: {
      formula:
        '=INDEX(WIN_RATE_CHANGE({"Closed Won"; "Closed Lost"}, {"Closed Won"; "Closed Won"; "Closed Won"; "Closed Lost"}), 1, 3)',
      result: 0.25,
    },
    source: "Newcombe 1998, method 10; two-proportion z, or Fisher's exact test for few deals",
    compute: (
      before: readonly Cell[],
      now: readonly Cell[],
      level: number | undefined,
      stages: readonly Stage[],
    ) => {
      const found = winRateChange(
        shareOf("before", before, stages),
        shareOf("now", now, stages),
        inside("level", level ?? 0.95),
      );
      return found && [[found.before, found.now, found.change, found.low, found.high, found.p]];
    },
  },
];
