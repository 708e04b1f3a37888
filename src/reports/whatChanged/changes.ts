import type { Day } from "../../core/calendar/day.ts";
import type { Deal } from "../../core/deals/deal.ts";
import { plainText } from "../../core/deals/stageIndex.ts";
import type { DealHistory } from "../../core/history/dealHistory.ts";
import type { DealOnDay } from "../../core/history/dealOnDay.ts";
import { InputError } from "../../core/inputError.ts";
import { isInScope } from "../../core/movement/dealMove.ts";
import { type HomeRates, homeAmountOn } from "../../core/movement/homeAmountOn.ts";
import { type InsideMove, insideMoves } from "../../core/movement/insideMoves.ts";
import { MOVE_REASONS, type MoveReason } from "../../core/movement/moveReason.ts";
import { oneOf } from "../../core/movement/oneOf.ts";
import {
  type MovementRequest,
  movementByGroup,
  pipelineMovement,
  type Waterfall,
} from "../../core/movement/pipelineMovement.ts";
import { stageFilter } from "../../core/movement/stageFilter.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { Book } from "../book.ts";
import { dealHistoryOf } from "../parts/dealHistoryOf.ts";
import { teamOf } from "../parts/teamOf.ts";
import { teamThen } from "../parts/teamRequest.ts";
import { sayList } from "../parts/words.ts";
import { type ComparedDays, comparedDays } from "./comparedDays.ts";
import { REASONS } from "./reasons.ts";

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
  /** Whose deals and which of them, as the head of the report says it. */
  readonly named: { readonly scope: string; readonly team?: string; readonly subject?: string };
  readonly days: ComparedDays;
  readonly history: DealHistory;
  /** Those that can occur with what is looked at. */
  readonly reasons: readonly MoveReason[];
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

/** A stage that neither the settings nor any deal knows is a slip of the pen, not an empty pipeline. */
function checkStages({ request: { stages = [], categories = [] }, standings, deals }: Book): void {
  const known = new Map<string, string>();
  for (const { stage, status } of standings.stages.ordered)
    if (status === "open") known.set(plainText(stage), stage);
  const onDeals = new Set(deals.map(({ standing }) => plainText(standing.deal.stage ?? "")));
  const isKnown = (name: string) =>
    standings.stages.find(undefined, name) !== undefined || onDeals.has(plainText(name));
  const stage = stages.find((name) => !isKnown(name));
  if (stage !== undefined) {
    throw new InputError(
      `There is no stage called ${stage}; open stages are ${sayList([...known.values()])}.`,
    );
  }
  const names = ["Commit", "Best Case", "Pipeline", "Omitted"];
  const category = categories.find((one) => !names.map(plainText).includes(plainText(one)));
  if (category !== undefined) {
    throw new InputError(
      `There is no forecast category called ${category}; they are ${sayList(names)}.`,
    );
  }
}

/** The same of pipelines, which the Stages settings and the deals name. */
function checkPipelines({ request: { pipelines = [] }, standings, deals }: Book): void {
  const known = new Map<string, string>();
  const names = [
    ...standings.stages.ordered.map(({ pipeline }) => pipeline),
    ...deals.map(({ standing }) => standing.deal.pipeline ?? ""),
  ];
  for (const name of names) if (name.trim() !== "") known.set(plainText(name), name);
  const unknown = pipelines.find((name) => !known.has(plainText(name)));
  if (unknown === undefined) return;
  const there =
    known.size === 0 ? "the deals name none" : `there is ${sayList([...known.values()])}`;
  throw new InputError(`There is no pipeline called ${unknown}; ${there}.`);
}

/** A report on some stages, categories or pipelines has a sheet of its own, as one on a team has. */
function namedFor(
  { period, stages = [], categories = [], pipelines = [] }: Book["request"],
  team: ReturnType<typeof teamThen>,
): Changes["named"] {
  const parts = [...pipelines, ...stages, ...categories];
  const scope = [team?.scope ?? "All owners", ...parts].join(", ");
  const own = { scope, ...(team && { team: team.label }) };
  if (parts.length === 0) return own;
  return { ...own, subject: [period.label, team?.label, ...parts].filter(Boolean).join(" ") };
}

export function changesOf(book: Book): Changes {
  const { request, standings, people } = book;
  checkStages(book);
  checkPipelines(book);
  const team = teamThen(book);
  const days = comparedDays(request);
  const history = dealHistoryOf(request);
  const rates: HomeRates = { home: standings.home, rates: standings.rates };
  const isPipeline = oneOf(request.pipelines, plainText);
  const asked: MovementRequest = {
    from: days.from,
    to: days.to,
    scope: {
      window: request.period,
      counts: stageFilter(request.stages, request.categories, request.settings.stages),
      splitAmounts: request.settings.options.splitMovementAmounts,
    },
    rates,
    ...((team || request.pipelines) && {
      isMine: (deal) => isPipeline(deal.pipeline) && (team?.ownedThen(deal) ?? true),
    }),
  };
  const deals = new Map<string, Deal>();
  for (const deal of request.tables.opportunities?.rows ?? [])
    deals.set(recordKey(deal.opportunityId), deal);
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
    named: namedFor(request, team),
    days,
    history,
    reasons: asked.scope.counts === undefined ? REASONS : MOVE_REASONS,
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
  { from, to, scope, rates, isMine = () => true }: MovementRequest,
  changed: ReadonlySet<string>,
): Omit<ChangedDeal, "id" | "name" | "owner">[] {
  const earlier = (id: string, day: Day) => history.dealOn(id, day);
  return history.on(to).flatMap((after) => {
    if (changed.has(after.opportunityId) || !isInScope(after, scope)) return [];
    if (!isMine(after)) return [];
    const before = earlier(after.opportunityId, from);
    const amount = homeAmountOn(after, rates, to) ?? 0;
    return [{ reason: undefined, before, after, start: amount, end: amount, change: 0 }];
  });
}
