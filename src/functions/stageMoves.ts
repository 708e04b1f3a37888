import type { Day } from "../core/calendar/day.ts";
import { companySize } from "../core/customers/companySize.ts";
import type { DealChange } from "../core/deals/deal.ts";
import { stageIndex } from "../core/deals/stageIndex.ts";
import { type StageMoves, stageAdherence, stageMoves } from "../core/hygiene/stageMoves.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import { wipStatus } from "../core/pipeline/wipStatus.ts";
import { recordKey } from "../core/recordKey.ts";
import type { Cells, CustomFunction, Param } from "./customFunction.ts";
import { asOfParam } from "./deals.ts";
import { choice } from "./params/choice.ts";
import {
  HISTORY_ERRORS,
  historyParam,
  historyRows,
  presentDeals,
  presentParams,
  requireHistory,
} from "./params/readHistory.ts";

const family = "Pipeline";
const lastDayParam: Param = { ...asOfParam, default: "every change counts" };
const KINDS = ["skips", "regressions", "reopened", "next"] as const satisfies (keyof StageMoves)[];
const SOURCE =
  "Process adherence of sales operations rule books: moves of exactly one stage; the order is that of the Stages settings";

/** How each deal of a history went through its stages. */
function movesOf(
  cells: Cells,
  asOf: Day | undefined,
  deals: Cells | undefined,
  stages: readonly Stage[],
): ReadonlyMap<string, StageMoves> {
  requireHistory(cells);
  const { changes, snapshots } = historyRows(cells);
  const present = deals === undefined ? [] : presentDeals(deals);
  const now = new Map(present.map((deal) => [recordKey(deal.opportunityId), deal]));
  const pipelines = new Map<string, string | undefined>();
  for (const { opportunityId, pipeline } of present)
    pipelines.set(recordKey(opportunityId), pipeline);
  const seen = snapshots.flatMap(({ opportunityId, snapshotDate, stage }): DealChange[] =>
    stage === undefined
      ? []
      : [{ opportunityId, changedAt: snapshotDate, field: "Stage", toValue: stage }],
  );
  const { find } = stageIndex(stages);
  return stageMoves(
    [...changes, ...seen],
    asOf ?? Number.MAX_SAFE_INTEGER,
    (key, name) => find(pipelines.get(key), name),
    (key) => now.get(key)?.stage,
  );
}

export const stageMoveFunctions: readonly CustomFunction[] = [
  {
    name: "STAGE_SKIPS",
    family,
    shape: "records",
    about:
      "How often each deal left out a stage on its way, or went back to an earlier one. A stage that no deal has ever been in is no gap, and losing a deal is no move.",
    params: [
      historyParam,
      {
        name: "ids",
        kind: "text",
        takes: "column",
        about: "One Opportunity ID or a column of them; ids of 15 and of 18 characters are one",
      },
      {
        name: "kind",
        kind: "text",
        optional: true,
        default: "skips",
        about:
          "What is counted: skips, regressions (moves to an earlier stage), reopened (back from won or lost) or next (moves to the very next stage)",
      },
      lastDayParam,
      ...presentParams,
    ],
    returns:
      "A whole number per id, in their order; blank for a deal whose history holds no move from one known stage to another.",
    errors: [...HISTORY_ERRORS, "A word for kind that is none of those."],
    example: {
      formula:
        '=STAGE_SKIPS({"Opportunity ID", "Changed At", "From Value", "To Value"; "D1", "2026-01-05", "Lead", "Qualified"; "D1", "2026-01-20", "Qualified", "Discovery"; "D2", "2026-01-06", "Lead", "Discovery"}, {"D1"; "D2"; "D3"})',
      result: [[0], [1], [null]],
    },
    source: SOURCE,
    compute: (
      cells: Cells,
      ids: readonly (string | undefined)[],
      kind: string | undefined,
      asOf: Day | undefined,
      deals: Cells | undefined,
      stages: readonly Stage[],
    ) => {
      const counted = choice("kind", kind, KINDS) ?? "skips";
      const moves = movesOf(cells, asOf, deals, stages);
      const counts = ids.map((id) => id && moves.get(recordKey(id))?.[counted]);
      return counts.length > 1 ? counts.map((count) => [count]) : counts[0];
    },
  },
  {
    name: "STAGE_ADHERENCE",
    family,
    shape: "records",
    about:
      "How closely deals keep to the order of the stages: the share of moves to the very next stage among all moves between stages.",
    params: [historyParam, lastDayParam, ...presentParams],
    returns: "A share between 0 and 1; blank without a move from one known stage to another.",
    errors: HISTORY_ERRORS,
    example: {
      formula:
        '=STAGE_ADHERENCE({"Opportunity ID", "Changed At", "From Value", "To Value"; "D1", "2026-01-05", "Lead", "Qualified"; "D1", "2026-01-20", "Qualified", "Discovery"; "D2", "2026-01-06", "Lead", "Discovery"; "D2", "2026-01-09", "Discovery", "Qualified"})',
      result: 0.5,
    },
    source: `${SOURCE}; above 90 % is good`,
    compute: (
      cells: Cells,
      asOf: Day | undefined,
      deals: Cells | undefined,
      stages: readonly Stage[],
    ) => stageAdherence(movesOf(cells, asOf, deals, stages).values()),
  },
  {
    name: "WIP_STATUS",
    family,
    shape: "rows",
    about: "Whether an owner or a stage holds more deals than can be worked at once.",
    params: [
      {
        name: "count",
        kind: "number",
        unit: "deals",
        range: [0],
        about: "Deals in work, or a column of such counts",
      },
      {
        name: "limit",
        kind: "number",
        unit: "deals",
        range: [0],
        optional: true,
        default: "25 deals an owner",
        about: "Most deals at once: one number, or one for each count",
      },
    ],
    returns: "Over limit, At limit or Within limit. Blank for a limit of 0.",
    errors: ["A single value that is no number, or below 0."],
    example: {
      formula: "=WIP_STATUS({12; 25; 31})",
      result: [["Within limit"], ["At limit"], ["Over limit"]],
    },
    source: "Work-in-progress limits; 25 deals an owner in sales operations rule books",
    compute: (count: number, limit: number | undefined) => wipStatus(count, limit ?? 25),
  },
  {
    name: "SEGMENT",
    family: "Leads",
    shape: "rows",
    about: "A company's segment by its employees.",
    params: [
      {
        name: "employees",
        kind: "number",
        unit: "people",
        range: [0],
        about: "Number of employees, or a column of them",
      },
    ],
    returns: "SMB below 100, Mid-Market to 999, Enterprise from 1,000. Blank without employees.",
    errors: ["A single value that is no number, or below 0."],
    example: {
      formula: "=SEGMENT({40; 100; 1000})",
      result: [["SMB"], ["Mid-Market"], ["Enterprise"]],
    },
    source: "Territory designer: account segmentation by employees",
    compute: (employees: number) => companySize(employees),
  },
];
