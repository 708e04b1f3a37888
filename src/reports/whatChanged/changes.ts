import type { Day } from "../../core/calendar/day.ts";
import type { Deal } from "../../core/deals/deal.ts";
import type { DealHistory } from "../../core/history/dealHistory.ts";
import type { DealOnDay } from "../../core/history/dealOnDay.ts";
import { isInScope } from "../../core/movement/dealMove.ts";
import { type HomeRates, homeAmountOn } from "../../core/movement/homeAmountOn.ts";
import { type InsideMove, insideMoves } from "../../core/movement/insideMoves.ts";
import type { MoveReason } from "../../core/movement/moveReason.ts";
import {
  type MovementRequest,
  movementByGroup,
  pipelineMovement,
  type Waterfall,
} from "../../core/movement/pipelineMovement.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { Book } from "../book.ts";
import { dealHistoryOf } from "../dealHistoryOf.ts";
import { teamOf } from "../teamOf.ts";
import { type ComparedDays, comparedDays } from "./comparedDays.ts";

/** A deal of the pipeline of either day, once for each thing that happened to it. */
export type ChangedDeal = {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  /** Undefined: nothing of it changed. */
  readonly reason: MoveReason | undefined;
  readonly before: DealOnDay | undefined;
  readonly after: DealOnDay | undefined;
  /** On a deal's first row alone. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly change: number;
};

export type Changes = {
  readonly book: Book;
  readonly days: ComparedDays;
  readonly history: DealHistory;
  readonly total: Waterfall;
  readonly byOwner: ReadonlyMap<string, Waterfall>;
  readonly byTeam: ReadonlyMap<string, Waterfall>;
  readonly byStage: ReadonlyMap<string, Waterfall>;
  /** The largest first within each reason. */
  readonly deals: readonly ChangedDeal[];
  readonly inside: readonly InsideMove[];
  readonly nameOf: (id: string) => string;
  readonly ownerOf: (deal: DealOnDay) => string;
};

export function changesOf(book: Book): Changes {
  const { request, standings, people } = book;
  const days = comparedDays(request);
  const history = dealHistoryOf(request);
  const rates: HomeRates = { home: standings.home, rates: standings.rates };
  const asked: MovementRequest = {
    from: days.from,
    to: days.to,
    scope: {
      window: request.period,
      splitAmounts: request.settings.options.splitMovementAmounts,
    },
    rates,
  };
  const deals = new Map<string, Deal>();
  for (const { standing } of book.deals)
    deals.set(recordKey(standing.deal.opportunityId), standing.deal);
  const nameOf = (id: string) => {
    const deal = deals.get(recordKey(id));
    return deal?.opportunityName ?? deal?.accountName ?? "";
  };
  const ownerOf = ({ owner }: DealOnDay) => people.find(owner).label;
  const { find } = standings.stages;
  const movement = pipelineMovement(history, asked);
  const group = (groupOf: (deal: DealOnDay) => string) => movementByGroup(history, asked, groupOf);
  const changed = movement.deals.flatMap(({ before, after, start, end, effects }) =>
    effects.map(({ reason, amount }, at) => ({
      reason,
      before,
      after,
      start: at === 0 ? start : undefined,
      end: at === 0 ? end : undefined,
      change: amount,
    })),
  );
  const rows = [
    ...changed,
    ...unchanged(history, asked, new Set(movement.deals.map((move) => idOf(move)))),
  ];
  return {
    book,
    days,
    history,
    total: movement.total,
    byOwner: group(ownerOf),
    byTeam: group((deal) => deal.team ?? teamOf(people, people.find(deal.owner).key) ?? "No team"),
    byStage: group(({ pipeline, stage }) => find(pipeline, stage)?.stage ?? stage ?? "No stage"),
    deals: rows.map((row): ChangedDeal => {
      const id = idOf(row);
      const known = row.after ?? row.before;
      return {
        ...row,
        id,
        name: nameOf(id),
        owner: known === undefined ? "" : ownerOf(known),
      };
    }),
    inside: insideMoves(history, asked),
    nameOf,
    ownerOf,
  };
}

type Ends = Pick<ChangedDeal, "before" | "after">;

const idOf = ({ before, after }: Ends): string => (after ?? before)?.opportunityId ?? "";

/** Deals that stand in both pipelines with the same amount. */
function unchanged(
  history: DealHistory,
  { from, to, scope, rates }: MovementRequest,
  changed: ReadonlySet<string>,
): Omit<ChangedDeal, "id" | "name" | "owner">[] {
  const earlier = (id: string, day: Day) => history.dealOn(id, day);
  return history.on(to).flatMap((after) => {
    if (changed.has(after.opportunityId) || !isInScope(after, scope)) return [];
    const before = earlier(after.opportunityId, from);
    const amount = homeAmountOn(after, rates, to) ?? 0;
    return [{ reason: undefined, before, after, start: amount, end: amount, change: 0 }];
  });
}
