import type { Day } from "../../core/calendar/day.ts";
import type { Deal } from "../../core/deals/deal.ts";
import { dealStatus } from "../../core/deals/dealStatus.ts";
import { stageIndex } from "../../core/deals/stageIndex.ts";
import { InputError } from "../../core/inputError.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { FACTORS, type FactorDeal } from "../../core/winloss/factors.ts";
import { opportunities } from "../../tables/opportunities.ts";
import type { Cells } from "../customFunction.ts";
import { earlierFirst } from "./earlierFirst.ts";
import { readRecords } from "./readRecords.ts";

type Field = keyof Deal & string;

const OUTCOME: readonly Field[] = ["pipeline", "stage", "isClosed", "isWon", "lossReason"];
const MONEY: readonly Field[] = ["amount", "amountConverted", "currency"];

export type Decided = {
  readonly deals: readonly FactorDeal[];
  readonly fields: ReadonlySet<string>;
};

export type Window = { readonly from: Day | undefined; readonly to: Day | undefined };

const positive = (amount: number | undefined) =>
  amount !== undefined && amount > 0 ? amount : undefined;

/** Converted amounts where the export has them; else amounts, as long as all are of one currency. An amount of 0 is none: some exports set it when a deal is lost. */
function amountsOf(deals: readonly Deal[], fields: ReadonlySet<string>) {
  if (fields.has("amountConverted")) return (deal: Deal) => positive(deal.amountConverted);
  const currencies = new Set(deals.flatMap(({ currency }) => currency?.trim().toUpperCase() || []));
  return fields.has("amount") && currencies.size < 2
    ? (deal: Deal) => positive(deal.amount)
    : undefined;
}

/** The won and lost deals of a table, of those closed in a window. A row that cannot be read would make every share wrong. */
export function readDecided(cells: Cells, { from, to }: Window, stages: readonly Stage[]): Decided {
  const dated = from !== undefined || to !== undefined;
  if (from !== undefined && to !== undefined) earlierFirst("from", from, "to", to);
  const wanted = new Set<Field>([
    ...OUTCOME,
    ...MONEY,
    ...FACTORS.map(({ field }) => field),
    ...(dated ? (["closeDate"] as const) : []),
  ]);
  const { entries, fields } = readRecords("deals", opportunities, cells, [...wanted]);
  if (dated && !fields.has("closeDate")) {
    throw new InputError("deals has no column Close Date; expected one, by which from and to look");
  }
  const { find } = stageIndex(stages);
  const closed = entries.flatMap(({ record, problem }) => {
    if (problem !== undefined) throw new InputError(problem);
    if (!record) return [];
    const status = dealStatus(record, find(record.pipeline, record.stage));
    if (status === "open") return [];
    const day = record.closeDate;
    const inside = !dated || (day !== undefined && day >= (from ?? day) && day <= (to ?? day));
    return inside ? [{ record, won: status === "won" }] : [];
  });
  const amountOf = amountsOf(
    closed.map(({ record }) => record),
    fields,
  );
  return {
    deals: closed.map(({ record, won }) => ({
      won,
      reason: record.lossReason,
      amount: amountOf?.(record),
      deal: record,
    })),
    fields,
  };
}
