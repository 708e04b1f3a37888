import type { Day } from "../../core/calendar/day.ts";
import type { Deal, DealChange, DealSnapshot } from "../../core/deals/deal.ts";
import { stageIndex } from "../../core/deals/stageIndex.ts";
import { type DealHistory, dealHistory } from "../../core/history/dealHistory.ts";
import type { DealOnDay } from "../../core/history/dealOnDay.ts";
import { beginningsOf } from "../../core/history/isBeginning.ts";
import { InputError } from "../../core/inputError.ts";
import { type HomeRates, homeRateOn } from "../../core/movement/homeAmountOn.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import type { StayRules } from "../../core/pipeline/stageStays.ts";
import { recordKey } from "../../core/recordKey.ts";
import { defaultSettings } from "../../settings/defaultSettings.ts";
import { opportunities } from "../../tables/opportunities.ts";
import { opportunityHistory } from "../../tables/opportunityHistory.ts";
import { shown } from "../../tables/reading/columnReading.ts";
import { matchHeader } from "../../tables/reading/header.ts";
import { headingText } from "../../tables/reading/readTable.ts";
import { snapshots } from "../../tables/snapshots.ts";
import type { Table } from "../../tables/table.ts";
import type { Cells, Param } from "../customFunction.ts";
import { keptRates } from "./keptRates.ts";
import { readRecords } from "./readRecords.ts";
import { stagesParam } from "./stagesParam.ts";

export const historyParam: Param = {
  name: "history",
  kind: "records",
  about:
    "The Snapshots or the Opportunity History with their header row, such as Snapshots!A1:Z; of both the Snapshots know more",
};
export const presentParams: readonly Param[] = [
  {
    name: "deals",
    kind: "records",
    optional: true,
    default: "what the history itself holds is all that is known",
    about:
      "The Opportunities with their header row: with an imported history they give the owner, the created date and what has not changed",
  },
  stagesParam,
];
export const HISTORY_ERRORS = [
  "A first row that holds the headings of neither Snapshots nor Opportunity History.",
  "A row without its deal or its date, or with a cell that cannot be read.",
  "Two columns that claim one field, or dates that can be read in two ways.",
];

const DEAL_FIELDS: readonly (keyof Deal)[] = [
  "opportunityId",
  "owner",
  "team",
  "pipeline",
  "stage",
  "amount",
  "currency",
  "probability",
  "forecastCategory",
  "closeDate",
  "createdDate",
  "stageEntered",
  "isClosed",
  "isWon",
  "lastModified",
  "segment",
  "region",
  "goneSince",
];

type Rows = {
  readonly changes: readonly DealChange[];
  readonly snapshots: readonly DealSnapshot[];
};

/** True for cells whose first row names the columns of a history. */
export function isHistory(cells: Cells): boolean {
  const { mapping } = matchHeader(snapshots, (cells[0] ?? []).map(headingText));
  const other = matchHeader(opportunityHistory, (cells[0] ?? []).map(headingText)).mapping;
  return "opportunityId" in mapping || "opportunityId" in other;
}

/** Refuses cells whose first row does not. */
export function requireHistory(cells: Cells): void {
  if (isHistory(cells)) return;
  const found = shown((cells[0] ?? []).map(headingText).join(", "));
  throw new InputError(
    `the first row of history holds "${found}"; expected the headings of Snapshots or Opportunity History`,
  );
}

/** The rows of a range of Snapshots or of Opportunity History. */
export function historyRows(cells: Cells): Rows {
  const headings = (cells[0] ?? []).map(headingText);
  if ("snapshotDate" in matchHeader(snapshots, headings).mapping) {
    return {
      changes: [],
      snapshots: rowsOf("history", snapshots, cells, ["opportunityId", "snapshotDate"]),
    };
  }
  const changes = rowsOf("history", opportunityHistory, cells, ["opportunityId", "changedAt"]);
  return { changes, snapshots: [] };
}

function rowsOf<Row>(
  name: string,
  table: Table<Row>,
  cells: Cells,
  needed: readonly (keyof Row & string)[],
  fields: readonly (keyof Row & string)[] = table.columns.map(({ field }) => field),
): Row[] {
  const { entries, fields: found } = readRecords(name, table, cells, fields);
  const labelOf = (field: string) => table.columns.find((column) => column.field === field)?.label;
  const missing = needed.find((field) => !found.has(field));
  if (missing !== undefined) {
    throw new InputError(
      `${name} has no column ${labelOf(missing)}; expected the headings of ${table.sheet}`,
    );
  }
  return entries.flatMap(({ record, problem }, row) => {
    if (problem !== undefined) throw new InputError(problem);
    if (!record) return [];
    const blank = needed.find((field) => record[field] === undefined);
    if (blank === undefined) return [record];
    throw new InputError(`row ${row + 2} of ${name} has no ${labelOf(blank)}; expected one`);
  });
}

/** The present deals that a function is given beside their history. */
export const presentDeals = (deals: Cells) =>
  rowsOf("deals", opportunities, deals, ["opportunityId"], DEAL_FIELDS);

export type ReadHistory = {
  readonly history: DealHistory;
  readonly rates: HomeRates;
  /** The last day that the history knows of, or the day asked for where that is later. */
  readonly lastDay: Day;
  readonly stayRules: Omit<StayRules, "asOf">;
};

/** What a function knows of the past: the history it was given and, where given, the present deals. */
export function readHistory(
  cells: Cells,
  deals: Cells | undefined,
  stages: readonly Stage[],
  latest: Day,
): ReadHistory {
  const rows = historyRows(cells);
  const present = deals && presentDeals(deals);
  let asOf = latest;
  for (const { changedAt } of rows.changes) asOf = Math.max(asOf, Math.floor(changedAt));
  for (const { snapshotDate } of rows.snapshots) asOf = Math.max(asOf, snapshotDate);
  const currencies = [...rows.snapshots, ...(present ?? [])].map(({ currency }) => currency);
  const entered = new Map(
    (present ?? []).map(({ opportunityId, stageEntered }) => [
      recordKey(opportunityId),
      stageEntered,
    ]),
  );
  return {
    history: dealHistory({
      ...rows,
      deals: present,
      stages,
      options: defaultSettings.options,
      asOf,
    }),
    rates: keptRates(rows.snapshots, currencies),
    lastDay: asOf,
    stayRules: {
      stages: stageIndex(stages),
      isBeginning: beginningsOf(rows.snapshots),
      enteredOf: (id) => entered.get(recordKey(id)),
    },
  };
}

/** A formula has no rates but those that snapshots keep, and never adds different currencies. */
export function checkRates(deals: readonly DealOnDay[], rates: HomeRates, day: Day): void {
  const deal = deals.find(
    (one) => one.amount !== undefined && homeRateOn(one, rates, day) === undefined,
  );
  if (!deal) return;
  throw new InputError(
    `deal ${deal.opportunityId} is in ${deal.currency}${rates.home ? ` and others in ${rates.home}` : ""}; expected one currency, or Snapshots with the Rate of their day`,
  );
}
