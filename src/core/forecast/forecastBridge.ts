import type { Day } from "../calendar/day.ts";
import type { StageIndex } from "../deals/stageIndex.ts";
import type { DealHistory } from "../history/dealHistory.ts";
import type { DealOnDay } from "../history/dealOnDay.ts";
import { type HomeRates, homeAmountOn } from "../movement/homeAmountOn.ts";

/** Why won plus weighted pipeline of a period differs between two days. */
export type BridgeReason =
  | "new"
  | "moved_in"
  | "amount"
  | "probability"
  | "won"
  | "reopened"
  | "moved_out"
  | "lost"
  | "deleted";

/** In the order of a bridge. */
const BRIDGE_REASONS: readonly BridgeReason[] = [
  "new",
  "moved_in",
  "amount",
  "probability",
  "won",
  "reopened",
  "moved_out",
  "lost",
  "deleted",
];

export type BridgeStep = {
  readonly reason: BridgeReason;
  readonly amount: number;
  readonly deals: number;
};

export type ForecastBridge = {
  readonly start: number;
  readonly end: number;
  /** They add up to `end` less `start`. */
  readonly steps: readonly BridgeStep[];
};

export type BridgeRequest = {
  readonly from: Day;
  readonly to: Day;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly stages: StageIndex;
  readonly rates: HomeRates;
};

/** What a deal brings to the forecast of a day. */
type Part = {
  readonly deal: DealOnDay | undefined;
  readonly counts: boolean;
  readonly amount: number;
  readonly probability: number;
};

function partOn(
  deal: DealOnDay | undefined,
  day: Day,
  request: BridgeRequest,
  later?: DealOnDay | undefined,
): Part {
  const { period, stages, rates } = request;
  const nothing = { deal, counts: false, amount: 0, probability: 0 };
  if (deal?.closeDate === undefined) return nothing;
  const { status, closeDate, stage, pipeline } = deal;
  const last = status === "won" ? Math.min(day, period.to) : period.to;
  const isIn = closeDate >= period.from && closeDate <= last;
  if (!isIn || (status !== "won" && status !== "open")) return nothing;
  const amount = homeAmountOn(deal, rates, status === "won" ? closeDate : day);
  const ofStage = stages.find(pipeline, stage)?.probability;
  // Nothing may tell the probability of that day: in the same stage it was the later one, else that of its stage then.
  const isTold = !["probability" as const, "stage" as const].some((fact) =>
    deal.notRewound.includes(fact),
  );
  const told = deal.probability ?? ofStage;
  const inSameStage = stage === later?.stage ? later?.probability : undefined;
  const own = isTold ? told : (inSameStage ?? ofStage ?? told);
  const probability = status === "won" ? 1 : own;
  if (amount === undefined || probability === undefined) return nothing;
  return { deal, counts: true, amount, probability };
}

function reasonOf(before: Part, after: Part): BridgeReason {
  const [was, is] = [before.deal?.status, after.deal?.status];
  if (before.deal === undefined) return "new";
  if (after.deal === undefined || is === "gone") return "deleted";
  if (is === "won" && was !== "won") return "won";
  if (is === "lost") return "lost";
  if (was !== "open" && is === "open") return "reopened";
  return after.counts ? "moved_in" : "moved_out";
}

type Effect = readonly [reason: BridgeReason, amount: number];

/** One reason a deal; of one that stayed, what its amount did at the chance it had, and what its chance did. */
function effectsOf(before: Part, after: Part): readonly Effect[] {
  const [start, end] = [before, after].map((part) => part.amount * part.probability);
  const change = (end ?? 0) - (start ?? 0);
  const stays = before.counts && after.counts && before.deal?.status === after.deal?.status;
  if (!stays) return change === 0 ? [] : [[reasonOf(before, after), change]];
  const amount = (after.amount - before.amount) * before.probability;
  const effects: readonly Effect[] = [
    ["amount", amount],
    ["probability", change - amount],
  ];
  return effects.filter(([, effect]) => effect !== 0);
}

/** Won to date plus weighted pipeline on two days, and each deal's part in the difference. */
export function forecastBridge(
  history: Pick<DealHistory, "on">,
  request: BridgeRequest,
): ForecastBridge {
  const before = new Map(history.on(request.from).map((deal) => [deal.opportunityId, deal]));
  const after = new Map(history.on(request.to).map((deal) => [deal.opportunityId, deal]));
  const sums = new Map<BridgeReason, { amount: number; deals: number }>();
  let [start, end] = [0, 0];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const first = partOn(before.get(id), request.from, request, after.get(id));
    const last = partOn(after.get(id), request.to, request);
    start += first.amount * first.probability;
    end += last.amount * last.probability;
    for (const [reason, amount] of effectsOf(first, last)) {
      const known = sums.get(reason) ?? { amount: 0, deals: 0 };
      sums.set(reason, { amount: known.amount + amount, deals: known.deals + 1 });
    }
  }
  const steps = BRIDGE_REASONS.flatMap((reason) => {
    const sum = sums.get(reason);
    return sum ? [{ reason, ...sum }] : [];
  });
  return { start, end, steps };
}
